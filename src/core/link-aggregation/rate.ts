import { bitsPerSecond, bytes, toBytesPerSecond } from '../units.ts';
import type { Rate } from './analysis.ts';

/** A line rate in all units, of which `fraction` is data. */
export function rateOf(line: number, fraction: number): Rate {
  const goodput = bitsPerSecond(line * fraction);
  const perSecond = toBytesPerSecond(goodput);
  return { line: bitsPerSecond(line), goodput, perSecond, perHour: bytes(perSecond * 3600) };
}
