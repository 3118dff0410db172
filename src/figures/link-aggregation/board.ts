import type { Analysis } from '../../core/link-aggregation/analysis.ts';
import type { HopAnalysis } from '../../core/link-aggregation/hop-loads.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import { stagesOf } from './stages.ts';
import type { Stage } from './stages.ts';
import { isNumbered, strandsOf } from './strands.ts';
import type { Strand } from './strands.ts';

/** `wide` runs from left to right, `narrow` from top to bottom with its words in a column on the left. */
export type Form = 'wide' | 'narrow';

export type PlacedStage = Stage & { readonly from: number; readonly to: number };

/** Room for words across the data's way, least lengths along it and the height of a line, in pixels. */
export const measures = {
  wide: { header: 74, end: 104, device: 118, access: 36, line: 18 },
  narrow: { header: 116, end: 44, device: 64, access: 36, line: 17 },
} as const;

const wideLength = 720;
const narrowWidth = 300;
const narrowHop = 96;
/** More stretches than this have no room from left to right. */
const mostWideStretches = 3;

/** Whether the path is short enough to be drawn from left to right. */
export const fitsWide = (scenario: Scenario, analysis: Analysis): boolean =>
  stagesOf(scenario, analysis).filter(({ kind }) => kind !== 'device').length <= mostWideStretches;

function lengthOf(stage: Stage, form: Form): number {
  const { access, device, end, line } = measures[form];
  if (stage.kind === 'access') return access;
  if (stage.kind === 'hop') return form === 'narrow' ? narrowHop : 0;
  const least = stage.hop < 0 ? end : device;
  return form === 'wide' ? least : Math.max(least, stage.lines.length * line + 20);
}

function placed(stages: readonly Stage[], form: Form): readonly PlacedStage[] {
  const fixed = stages.reduce((sum, stage) => sum + lengthOf(stage, form), 0);
  const hops = stages.filter(({ kind }) => kind === 'hop').length;
  const rest = form === 'wide' ? (wideLength - 2 - fixed) / hops : 0;
  let at = 1;
  return stages.map((stage) => {
    const from = at;
    at += lengthOf(stage, form) + (stage.kind === 'hop' ? rest : 0);
    return { ...stage, from, to: at };
  });
}

function spanOf(analysis: Analysis, strands: readonly Strand[], form: Form): number {
  if (form === 'narrow') return narrowWidth - measures.narrow.header - 8;
  const most = Math.max(...analysis.hops.map(({ members }) => members.length));
  const numbered = isNumbered(strands) ? strands.length * 15 : 0;
  return Math.max(most * (most > 8 ? 27 : 36), numbered, 72);
}

/**
 * The drawing board: knows where things stand along the data's way and across it, and turns both
 * into x and y, so that the two forms are one drawing.
 */
export class Board {
  readonly form: Form;
  readonly analysis: Analysis;
  readonly strands: readonly Strand[];
  readonly stages: readonly PlacedStage[];
  readonly span: number;

  constructor(scenario: Scenario, analysis: Analysis, form: Form) {
    this.form = form;
    this.analysis = analysis;
    this.strands = strandsOf(analysis);
    this.stages = placed(stagesOf(scenario, analysis), form);
    this.span = spanOf(analysis, this.strands, form);
  }

  get isWide(): boolean {
    return this.form === 'wide';
  }

  get length(): number {
    return (this.stages.at(-1)?.to ?? 0) + 1;
  }

  get breadth(): number {
    return this.isWide ? measures.wide.header + this.span + 8 : narrowWidth;
  }

  point(along: number, across: number): readonly [x: number, y: number] {
    const [a, c] = [Math.round(along), Math.round(across)];
    return this.isWide ? [a, c] : [c, a];
  }

  /** As `point`, for the text of a path. */
  pair(along: number, across: number): string {
    return this.point(along, across).join(' ');
  }

  /** A straight stroke along the data's way. */
  run(from: number, to: number, across: number): string {
    return `M${this.pair(from, across)}${this.isWide ? 'H' : 'V'}${Math.round(to)}`;
  }

  /** Where the `index`th of `count` things stands across, spread evenly. */
  spread(index: number, count: number): number {
    return measures[this.form].header + (this.span * (index + 0.5)) / count;
  }

  /** The distance across between the members of a hop. */
  pitch(hop: HopAnalysis): number {
    return this.span / hop.members.length;
  }
}
