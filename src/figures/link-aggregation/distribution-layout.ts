import type { Analysis } from '../../core/link-aggregation/analysis.ts';
import type { Rate } from '../../core/link-aggregation/rate.ts';
import { gigabitNumber } from './labels.ts';

export interface Bar {
  readonly x: number;
  readonly width: number;
  readonly height: number;
}

export interface Mark {
  readonly x: number;
  /** Row of its words under the axis, from 0. */
  readonly row: number;
  readonly text: string;
  /** Where the words stand, moved inwards at the edges. */
  readonly textX: number;
}

export interface DistributionLayout {
  readonly width: number;
  readonly height: number;
  /** The y of the axis that the bars stand on. */
  readonly axis: number;
  readonly bars: readonly Bar[];
  readonly marks: readonly Mark[];
}

const barArea = 96;
const edge = 8;
const rowHeight = 18;
const mostBars = 40;

/** The figures that the answer names; the table under the drawing says them in full. */
const named: readonly (readonly [keyof Analysis['rate'], string])[] = [
  ['worst', 'worst'],
  ['p5', 'p5'],
  ['median', 'typical'],
  ['mean', 'mean'],
  ['p95', 'p95'],
  ['best', 'best'],
];

interface Scale {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

const onAxis = ({ from, to, width }: Scale, value: number): number =>
  Math.round(edge + ((value - from) / (to - from || 1)) * (width - 2 * edge));

/** Adds probabilities up so that at most forty bars stand side by side. */
function binned(analysis: Analysis, scale: Scale): readonly (readonly [number, number])[] {
  const bins = new Map<number, number>();
  for (const { line, probability } of analysis.distribution) {
    const bin = Math.round(((line - scale.from) / (scale.to - scale.from || 1)) * mostBars);
    bins.set(bin, (bins.get(bin) ?? 0) + probability);
  }
  return [...bins].toSorted(([a], [b]) => a - b);
}

function barsOf(analysis: Analysis, scale: Scale): readonly Bar[] {
  const bins = binned(analysis, scale);
  const most = Math.max(...bins.map(([, probability]) => probability));
  const width = Math.max(3, Math.floor((scale.width - 2 * edge) / mostBars) - 1);
  return bins.map(([bin, probability]) => ({
    x: Math.round(edge + (bin / mostBars) * (scale.width - 2 * edge) - width / 2),
    width,
    height: Math.max(1, Math.round((probability / most) * barArea)),
  }));
}

/** Marks that fall on the same rate share their words: `worst, p5 2`. */
function sharedMarks(rate: Analysis['rate']): readonly (readonly [Rate, string])[] {
  const words = new Map<string, readonly [Rate, string]>();
  for (const [key, name] of named) {
    const text = gigabitNumber(rate[key].line);
    const known = words.get(text);
    words.set(text, [rate[key], known ? `${known[1]}, ${name}` : name]);
  }
  return [...words.values()];
}

// A generous width of one character at 13 px: words that might touch go on different rows.
const characterWidth = 6.9;

function marksOf(rate: Analysis['rate'], scale: Scale): readonly Mark[] {
  const ends: number[] = [];
  return sharedMarks(rate).map(([{ line }, name]) => {
    const text = `${name} ${gigabitNumber(line)}`;
    const half = (text.length * characterWidth) / 2;
    const x = onAxis(scale, line);
    const textX = Math.round(Math.min(Math.max(x, half + 2), scale.width - half - 2));
    const free = ends.findIndex((end) => end + 8 < textX - half);
    const row = free < 0 ? ends.length : free;
    ends[row] = textX + half;
    return { x, row, text, textX };
  });
}

/** Where the bars and marks of the distribution stand, `width` pixels across. */
export function distributionLayout(analysis: Analysis, width: number): DistributionLayout {
  const { worst, best } = analysis.rate;
  const scale: Scale = { from: worst.line * 0.95, to: best.line * 1.02, width };
  const marks = marksOf(analysis.rate, scale);
  const rows = Math.max(...marks.map(({ row }) => row)) + 1;
  const axis = barArea + 8;
  return {
    width,
    height: axis + 12 + rows * rowHeight,
    axis,
    bars: barsOf(analysis, scale),
    marks,
  };
}
