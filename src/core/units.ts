/**
 * Units are types, so that a rate cannot be passed where a size is meant. Only this module makes
 * them and only this module prints them: one place decides about digits, grouping and spaces.
 *
 * Decimal prefixes (kB, MB, TB) are powers of 1000, binary ones (KiB, MiB, TiB) powers of 1024.
 * A network's Gbit/s is 10^9 bit/s.
 */
declare const unit: unique symbol;

export type BitsPerSecond = number & { readonly [unit]: 'bit/s' };
export type Bytes = number & { readonly [unit]: 'byte' };
export type BytesPerSecond = number & { readonly [unit]: 'byte/s' };
export type Seconds = number & { readonly [unit]: 's' };

const kibi = 1024;

export const bitsPerSecond = (value: number): BitsPerSecond => value as BitsPerSecond;
export const gigabits = (value: number): BitsPerSecond => (value * 1e9) as BitsPerSecond;
export const bytesPerSecond = (value: number): BytesPerSecond => value as BytesPerSecond;
export const megabytesPerSecond = (value: number): BytesPerSecond =>
  (value * 1e6) as BytesPerSecond;
/** `toBytesPerSecond(gigabits(1)) = 125,000,000 byte/s`. */
export const toBytesPerSecond = (rate: BitsPerSecond): BytesPerSecond =>
  (rate / 8) as BytesPerSecond;
/** `toBitsPerSecond(megabytesPerSecond(125)) = 1 Gbit/s`. */
export const toBitsPerSecond = (rate: BytesPerSecond): BitsPerSecond => (rate * 8) as BitsPerSecond;
export const bytes = (value: number): Bytes => value as Bytes;
export const mebibytes = (value: number): Bytes => (value * kibi ** 2) as Bytes;
export const gibibytes = (value: number): Bytes => (value * kibi ** 3) as Bytes;
export const tebibytes = (value: number): Bytes => (value * kibi ** 4) as Bytes;
export const terabytes = (value: number): Bytes => (value * 1e12) as Bytes;
export const gigabytes = (value: number): Bytes => (value * 1e9) as Bytes;
export const seconds = (value: number): Seconds => value as Seconds;
export const hours = (value: number): Seconds => (value * 3600) as Seconds;

/** A number with at most `digits` significant digits and no trailing zeros: 3.987 -> `3.99`. */
export function significant(value: number, digits = 3): string {
  if (value === 0) return '0';
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(value))));
  return groupThousands(Number(value.toFixed(Math.min(decimals, 12))).toString());
}

/** Digits in groups of three with commas: `32216449024` -> `32,216,449,024`. */
export function groupThousands(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function prefixed(value: number, base: number, units: readonly string[], digits: number): string {
  let index = 0;
  let scaled = value;
  // 999.5 rounds to 1000 at three digits, and "1,000 Mbit/s" reads worse than "1 Gbit/s".
  while (index < units.length - 1 && Math.abs(Number(scaled.toPrecision(digits))) >= base) {
    scaled /= base;
    index += 1;
  }
  return `${significant(scaled, digits)} ${units[index]}`;
}

const rateUnits = ['bit/s', 'kbit/s', 'Mbit/s', 'Gbit/s', 'Tbit/s'];
const decimalUnits = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'];
const binaryUnits = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** `formatRate(gigabits(3.987)) = "3.99 Gbit/s"`. */
export const formatRate = (rate: BitsPerSecond, digits = 3): string =>
  prefixed(rate, 1000, rateUnits, digits);

/** `formatByteRate(megabytesPerSecond(469.2)) = "469 MB/s"`. */
export const formatByteRate = (rate: BytesPerSecond, digits = 3): string =>
  `${prefixed(rate, 1000, decimalUnits, digits)}/s`;

/** `formatDecimal(bytes(1.69e12)) = "1.69 TB"`. */
export const formatDecimal = (size: Bytes, digits = 3): string =>
  prefixed(size, 1000, decimalUnits, digits);

/** `formatBinary(bytes(32216449024), 5) = "30.004 GiB"`. */
export const formatBinary = (size: Bytes, digits = 3): string =>
  prefixed(size, kibi, binaryUnits, digits);

/** `formatBytes(bytes(5242880)) = "5,242,880 bytes"`: every byte, for figures that must be exact. */
export const formatBytes = (size: Bytes): string =>
  `${groupThousands(String(size))} ${size === 1 ? 'byte' : 'bytes'}`;

/** `formatDuration(seconds(31365)) = "8 h 43 min"`; under a minute in seconds. */
export function formatDuration(duration: Seconds): string {
  if (duration < 60) return `${significant(duration)} s`;
  const minutes = Math.round(duration / 60);
  const wholeHours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (wholeHours === 0) return `${rest} min`;
  return rest === 0
    ? `${groupThousands(String(wholeHours))} h`
    : `${groupThousands(String(wholeHours))} h ${rest} min`;
}

/** `formatClock(seconds(31366)) = "8:42:46"`: hours, minutes, seconds, rounded to the second. */
export function formatClock(duration: Seconds): string {
  const total = Math.round(duration);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(total / 3600)}:${pad(Math.floor(total / 60) % 60)}:${pad(total % 60)}`;
}
