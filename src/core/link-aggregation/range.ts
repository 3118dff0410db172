import type { Analysis } from './analysis.ts';
import type { Rate, RateRange } from './rate.ts';

/** One figure of the ordered row. */
export interface RangeEntry {
  readonly key: Exclude<keyof RateRange, 'mean'>;
  readonly label: string;
  readonly rate: Rate;
}

const labels = [
  ['worst', 'Worst'],
  ['p5', 'Low (p5)'],
  ['median', 'Typical (median)'],
  ['p95', 'High (p95)'],
  ['best', 'Best'],
] as const;

/**
 * What may come of it, from the least to the most. The mean is no part of the row: where few
 * placements are far worse than all others, it lies below the low percentile.
 */
export const rangeRow = ({ rate }: Pick<Analysis, 'rate'>): readonly RangeEntry[] =>
  labels.map(([key, label]) => ({ key, label, rate: rate[key] }));

/** What the mean is called beside `rangeRow`: `Analysis.rate.mean`, the figure to plan a queue with. */
export const meanLabel = 'Mean';
