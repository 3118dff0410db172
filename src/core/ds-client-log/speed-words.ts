import { significant } from '../units.ts';

/** A speed in the unit in which it does not begin with zeros: 7.05 MiB, 51 KiB; in a second. */
export const speedParts = (mebibytesPerSecond: number): readonly [value: string, unit: string] =>
  mebibytesPerSecond < 0.1
    ? [significant(mebibytesPerSecond * 1024), 'KiB']
    : [significant(mebibytesPerSecond), 'MiB'];

/** "7.05 MiB/s", "51 KiB/s" */
export const speedWords = (mebibytesPerSecond: number): string =>
  `${speedParts(mebibytesPerSecond).join(' ')}/s`;
