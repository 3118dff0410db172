import type { Analysis } from '../core/link-aggregation/analysis.ts';
import { busyPhrase } from '../core/link-aggregation/words.ts';
import { formatDuration, formatRate } from '../core/units.ts';

/**
 * What an article can ask of a scenario with `<Rate of="...">`, as it is printed.
 *
 * Rates are of data and not of the line, except `meanLine` and `capacity`. `typical` is the median;
 * what is on average, here as on the page of the calculator, is `mean`, and `meanLine` is that same mean
 * with the framing counted in. So no sentence should set `typical` beside `mean` or `meanLine`: where few
 * flows are hashed they differ by more than the framing does.
 */
export const rateFigures = {
  typical: ({ rate }: Analysis) => formatRate(rate.median.goodput),
  mean: ({ rate }: Analysis) => formatRate(rate.mean.goodput),
  meanLine: ({ rate }: Analysis) => formatRate(rate.mean.line),
  worst: ({ rate }: Analysis) => formatRate(rate.worst.goodput),
  best: ({ rate }: Analysis) => formatRate(rate.best.goodput),
  p5: ({ rate }: Analysis) => formatRate(rate.p5.goodput),
  p95: ({ rate }: Analysis) => formatRate(rate.p95.goodput),
  /** One connection by itself. */
  single: ({ singleStream }: Analysis) => formatRate(singleStream.goodput),
  /** What the links could carry together: line rate. */
  capacity: ({ capacity }: Analysis) => formatRate(capacity.line),
  /** The part of the line rate that is data. */
  goodput: ({ efficiency }: Analysis) => `${(efficiency * 100).toFixed(1)} %`,
  /** Links that are busy on average on the hop that lets least through. */
  busy: ({ hops }: Analysis) => {
    const [hop] = hops.toSorted((a, b) => a.expectedAlone - b.expectedAlone);
    return busyPhrase((hop ?? hops[0]).expectedBusy, (hop ?? hops[0]).membersUp);
  },
  /** The planned time: of a batch in 95 of 100 cases, or of a queue. */
  hours: ({ window }: Analysis) => formatDuration(window.planned),
  queue: ({ window }: Analysis) => formatDuration(window.queue),
  /** The mean time of a batch. */
  batch: ({ window }: Analysis) => formatDuration(window.batch.mean),
} as const;

export type RateFigure = keyof typeof rateFigures;
