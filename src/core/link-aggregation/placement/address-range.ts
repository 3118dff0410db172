/**
 * Several addresses in one piece of text: `192.168.10.21-40` (last octet), `10.0.0.250-10.0.1.5`,
 * `2001:db8::10-2f` (last group, hexadecimal), `192.168.10.0/28` (hosts of a network), one address.
 */
import { isNonEmpty, failed, ok, type Result } from '../../result.ts';
import { type AddressProblem, type IpAddress, parseIp } from './addresses.ts';

/** More than this is a typing mistake rather than a list of storage addresses. */
export const longestRange = 4096;

const bitsOf = (family: 4 | 6): number => (family === 6 ? 128 : 32);

/** The address as one number, for counting. */
const asNumber = (address: IpAddress): bigint =>
  address.words.reduce((sum, word) => (sum << 32n) | BigInt(word), 0n);

function addressAt(family: 4 | 6, value: bigint): IpAddress {
  const shifts = family === 6 ? [96n, 64n, 32n, 0n] : [0n];
  return { family, words: shifts.map((shift) => Number((value >> shift) & 0xffffffffn)) };
}

function addressesBetween(
  family: 4 | 6,
  first: bigint,
  last: bigint,
  text: string,
): Result<readonly IpAddress[], AddressProblem> {
  if (last < first) return failed({ kind: 'range-backwards', text });
  if (last - first >= BigInt(longestRange)) return failed({ kind: 'range-too-long', text });
  const length = Number(last - first) + 1;
  return ok(Array.from({ length }, (_, index) => addressAt(family, first + BigInt(index))));
}

/** `40` after `192.168.10.21-` is the last octet; `2f` after `2001:db8::10-` the last group. */
function endOfRange(first: IpAddress, text: string): Result<IpAddress, AddressProblem> {
  const [short, base, room] =
    first.family === 6 ? [/^[0-9a-f]{1,4}$/i, 16, 16n] : [/^\d{1,3}$/, 10, 8n];
  if (!short.test(text)) return parseIp(text);
  const last = BigInt(Number.parseInt(text, base));
  if (last >> room > 0n) return failed({ kind: 'octet-too-large', text });
  return ok(addressAt(first.family, ((asNumber(first) >> room) << room) | last));
}

function parseSpan(text: string, dash: number): Result<readonly IpAddress[], AddressProblem> {
  const first = parseIp(text.slice(0, dash));
  if (!first.ok) return first;
  const last = endOfRange(first.value, text.slice(dash + 1).trim());
  if (!last.ok) return last;
  const { family } = first.value;
  if (last.value.family !== family) return failed({ kind: 'range-mixes-families', text });
  return addressesBetween(family, asNumber(first.value), asNumber(last.value), text);
}

/** The addresses a host may have: without network and broadcast address in IPv4 up to /30. */
function parseNetwork(text: string, slash: number): Result<readonly IpAddress[], AddressProblem> {
  const base = parseIp(text.slice(0, slash));
  if (!base.ok) return base;
  const { family } = base.value;
  const length = text.slice(slash + 1).trim();
  if (!/^\d{1,3}$/.test(length) || Number(length) > bitsOf(family)) {
    return failed({ kind: 'not-a-prefix-length', text });
  }
  const hostBits = BigInt(bitsOf(family) - Number(length));
  const first = (asNumber(base.value) >> hostBits) << hostBits;
  const last = first + (1n << hostBits) - 1n;
  const edges = family === 4 && hostBits >= 2n ? 1n : 0n;
  return addressesBetween(family, first + edges, last - edges, text);
}

/** One address or one range; every address of it, in order, at most `longestRange`. */
export function parseRange(text: string): Result<readonly IpAddress[], AddressProblem> {
  const trimmed = text.trim();
  const dash = trimmed.indexOf('-');
  if (dash > 0) return parseSpan(trimmed, dash);
  const slash = trimmed.indexOf('/');
  if (slash > 0) return parseNetwork(trimmed, slash);
  const single = parseIp(trimmed);
  return single.ok ? ok([single.value]) : single;
}

/** Ranges with commas between them, in the order written; doubles are kept. */
export function parseRanges(text: string): Result<readonly IpAddress[], AddressProblem> {
  const readings = text.split(',').map(parseRange);
  const problems: readonly AddressProblem[] = readings.flatMap((reading) =>
    reading.ok ? [] : reading.problems,
  );
  if (isNonEmpty(problems)) return failed(...problems);
  const addresses = readings.flatMap((reading) => (reading.ok ? reading.value : []));
  return addresses.length > longestRange ? failed({ kind: 'range-too-long', text }) : ok(addresses);
}
