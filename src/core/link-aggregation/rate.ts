import type { BitsPerSecond, Bytes, BytesPerSecond } from '../units.ts';
import { bitsPerSecond, bytes, toBytesPerSecond } from '../units.ts';

/** One rate in the units that people compare. The first is on the wire, the others are data. */
export interface Rate {
  /** Ethernet line rate, framing included: what an interface counter is compared with. */
  readonly line: BitsPerSecond;
  /** Application data. */
  readonly goodput: BitsPerSecond;
  readonly perSecond: BytesPerSecond;
  /** Data moved in an hour; print it with `formatDecimal` (TB) or `formatBinary` (TiB). */
  readonly perHour: Bytes;
}

/**
 * What may come of it. `worst` and `best` are bounds, `p5`, `median` and `p95` percentiles. A reader is
 * told the median as what is typical; the mean is never called so.
 */
export interface RateRange {
  readonly worst: Rate;
  readonly p5: Rate;
  readonly median: Rate;
  /** The mean, to plan a steady queue with. It has no place in the order of the others. */
  readonly mean: Rate;
  readonly p95: Rate;
  readonly best: Rate;
}

/** A line rate in all units, of which `fraction` is data. */
export function rateOf(line: number, fraction: number): Rate {
  const goodput = bitsPerSecond(line * fraction);
  const perSecond = toBytesPerSecond(goodput);
  return { line: bitsPerSecond(line), goodput, perSecond, perHour: bytes(perSecond * 3600) };
}
