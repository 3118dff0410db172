import { formatRate } from '../../core/units.ts';
import type { Analysis } from '../../core/link-aggregation/analysis.ts';
import type { HopAnalysis, MemberLoad } from '../../core/link-aggregation/hop-loads.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import { Board, measures } from './board.ts';
import type { Form, PlacedStage } from './board.ts';
import { curvesOf, flowNumbersOf } from './curves.ts';
import type { Curve, FlowNumber } from './curves.ts';
import { flowNumbers, gigabitNumber } from './labels.ts';
import type { Line } from './stages.ts';
import { isNumbered } from './strands.ts';

export type Label = Line & { readonly x: number; readonly y: number };

export interface DeviceBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MemberLine {
  readonly hop: number;
  readonly member: number;
  readonly state: 'busy' | 'idle' | 'down';
  readonly d: string;
  readonly weight: number;
  /** Where its words stand, centred. */
  readonly x: number;
  readonly y: number;
  readonly text: readonly string[];
  /** Where it is crossed if it is down. */
  readonly cross: readonly [x: number, y: number];
}

/** Everything that is drawn, in pixels of the viewBox, whole numbers. */
export interface PathLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly DeviceBox[];
  readonly members: readonly MemberLine[];
  readonly brackets: readonly string[];
  readonly curves: readonly Curve[];
  readonly numbers: readonly FlowNumber[];
  readonly labels: readonly Label[];
}

/** A link's line grows with its load; the root keeps 1 Gbit/s visible beside 100 Gbit/s. */
const weightOf = (member: MemberLoad, fastest: number): number =>
  Math.round(2 + 12 * Math.sqrt(member.load / fastest));

function stateOf(member: MemberLoad): MemberLine['state'] {
  if (!member.up) return 'down';
  return member.load > 0 ? 'busy' : 'idle';
}

/** `flow 2, 5`, or how many where the numbers would not fit. */
function flowWords(board: Board, { flows }: MemberLoad): string {
  const { length } = flows;
  if (length === 0) return '';
  const numbers = isNumbered(board.strands) ? flowNumbers(flows) : '';
  if (numbers !== '' && numbers.length <= 12)
    return `${length === 1 ? 'flow' : 'flows'} ${numbers}`;
  return `${length} ${length === 1 ? 'flow' : 'flows'}`;
}

/** Whether the narrow figure has room for a unit under the number of a link that carries data. */
const hasUnits = (board: Board, hop: HopAnalysis): boolean =>
  board.isWide || board.pitch(hop) >= 42;

function memberText(board: Board, stage: PlacedStage, hop: HopAnalysis, member: MemberLoad) {
  const state = stateOf(member);
  if (state !== 'busy') return [state];
  if (!board.isWide) {
    const number = gigabitNumber(member.load);
    return hasUnits(board, hop) ? [number, 'Gbit/s'] : [number];
  }
  const load = formatRate(member.load);
  const flows = stage.to - stage.from > 150 ? flowWords(board, member) : '';
  return [flows === '' ? load : `${load} · ${flows}`];
}

function memberLines(board: Board, stage: PlacedStage, hop: HopAnalysis): readonly MemberLine[] {
  const all = board.analysis.hops.flatMap(({ members }) => members);
  const fastest = Math.max(...all.map(({ speed }) => speed));
  const middle = (stage.from + stage.to) / 2;
  return hop.members.map((member, index) => {
    const across = board.spread(index, hop.members.length);
    const weight = weightOf(member, fastest);
    const text = memberText(board, stage, hop, member);
    // Numbers of close neighbours stand at different heights, so that they do not run together.
    const shift = board.pitch(hop) < 34 ? (index % 2 ? 14 : -14) : 0;
    const [x, y] = board.isWide
      ? board.point(middle, across - weight / 2 - 4)
      : board.point(middle + shift + 4 - (text.length - 1) * 8, across);
    const cross = board.point(board.isWide ? stage.from + 26 : stage.to - 19, across);
    const d = board.run(stage.from, stage.to, across);
    return { hop: stage.hop, member: index, state: stateOf(member), d, weight, x, y, text, cross };
  });
}

/** Square brackets across the links of a group, their ends bent towards the links. */
function bracketsOf(board: Board, stage: PlacedStage, hop: HopAnalysis): readonly string[] {
  const { length } = hop.members;
  if (length < 2) return [];
  const half = Math.min(12, board.pitch(hop) / 2);
  const first = board.spread(0, length) - half;
  const last = board.spread(length - 1, length) + half;
  return [stage.from + 8, stage.to - 8].map((at, side) => {
    const bend = side === 0 ? at + 5 : at - 5;
    const corners = [board.pair(bend, first), board.pair(at, first), board.pair(at, last)];
    return `M${[...corners, board.pair(bend, last)].join('L')}`;
  });
}

/** Characters that the column of words takes in the narrow figure; a word more runs into the links. */
const narrowCharacters = 16;

/** A line of the narrow figure; a team that makes it too long stands above it: `LACP,`. */
function narrowed(line: Line): readonly Line[] {
  const [team = '', policy] = line.text.split(', ');
  return line.kind === 'plain' && policy !== undefined && line.text.length > narrowCharacters
    ? [
        { ...line, text: `${team},` },
        { ...line, text: policy },
      ]
    : [line];
}

function labelsOf(board: Board): readonly Label[] {
  const { line } = measures[board.form];
  return board.stages.flatMap((stage) => {
    const hop = stage.kind === 'hop' ? board.analysis.hops[stage.hop] : undefined;
    const unit: Line = { kind: 'plain', text: 'load in Gbit/s' };
    const own = board.isWide ? stage.lines : stage.lines.flatMap(narrowed);
    const lines = hop && !hasUnits(board, hop) ? [...own, unit] : own;
    const middle = (stage.from + stage.to) / 2;
    const x = board.isWide ? middle : 10;
    const y = board.isWide ? 20 : middle + 5 - ((lines.length - 1) * line) / 2;
    return lines.map((words, row) => ({
      ...words,
      x: Math.round(x),
      y: Math.round(y + row * line),
    }));
  });
}

function boxesOf(board: Board): readonly DeviceBox[] {
  const across = board.breadth - 2;
  return board.stages.flatMap(({ kind, from, to }) => {
    if (kind !== 'device') return [];
    const length = Math.round(to - from);
    const [x, y] = board.point(from, 1);
    const [width, height] = board.isWide ? [length, across] : [across, length];
    return [{ x, y, width, height }];
  });
}

/**
 * Where everything of the path figure stands. `wide` is 720 across and only for paths that
 * `fitsWide`; `narrow` is 300 across and as long as the path.
 */
export function pathLayout(scenario: Scenario, analysis: Analysis, form: Form): PathLayout {
  const board = new Board(scenario, analysis, form);
  const [width, height] = board.point(board.length, board.breadth);
  const hops = board.stages.flatMap((stage) => {
    const hop = stage.kind === 'hop' ? analysis.hops[stage.hop] : undefined;
    return hop ? [{ stage, hop }] : [];
  });
  return {
    width,
    height,
    boxes: boxesOf(board),
    members: hops.flatMap(({ stage, hop }) => memberLines(board, stage, hop)),
    brackets: hops.flatMap(({ stage, hop }) => bracketsOf(board, stage, hop)),
    curves: curvesOf(board),
    numbers: flowNumbersOf(board),
    labels: labelsOf(board),
  };
}
