/** Text of IPv6 addresses: RFC 4291 section 2.2 in, RFC 5952 section 4 out. */

const groupsInIpv6 = 8;

/** Four octets at the end stand for two groups: `::ffff:192.0.2.1`. */
function withoutDottedTail(text: string): string | undefined {
  const tail = /^(.*:)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (tail === null) return text;
  const [, head = '', ...octetTexts] = tail;
  const octets = octetTexts.map(Number);
  if (octets.some((octet) => octet > 255)) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = octets;
  return `${head}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}

function readGroups(text: string): readonly number[] | undefined {
  if (text === '') return [];
  const groups = text.split(':');
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : undefined;
}

/** The eight 16-bit groups, `::` filled in; undefined where the text is no IPv6 address. */
function readAllGroups(text: string): readonly number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = [readGroups(halves[0] ?? ''), readGroups(halves[1] ?? '')];
  if (head === undefined || tail === undefined) return undefined;
  if (halves.length === 1) return head.length === groupsInIpv6 ? head : undefined;
  const missing = groupsInIpv6 - head.length - tail.length;
  // RFC 4291: "::" stands for one or more groups of zeros.
  return missing < 1 ? undefined : [...head, ...Array.from({ length: missing }, () => 0), ...tail];
}

/** The four 32-bit words of an IPv6 address in network order, or undefined. */
export function readIpv6Words(text: string): readonly number[] | undefined {
  const plain = withoutDottedTail(text);
  const groups = plain === undefined ? undefined : readAllGroups(plain);
  return groups === undefined
    ? undefined
    : [0, 2, 4, 6].map((index) => (groups[index] ?? 0) * 65536 + (groups[index + 1] ?? 0));
}

/** Where the longest run of at least two zero groups stands; the first of equals. */
function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let length = 0;
  for (const [index, group] of groups.entries()) {
    length = group === 0 ? length + 1 : 0;
    if (length > best.length) best = { start: index - length + 1, length };
  }
  return best.length >= 2 ? best : { start: 0, length: 0 };
}

const joined = (groups: readonly number[]): string =>
  groups.map((group) => group.toString(16)).join(':');

/** Lower case, no leading zeros, the longest run of zeros as `::`. */
export function formatIpv6(words: readonly number[]): string {
  const groups = words.flatMap((word) => [word >>> 16, word & 65535]);
  const run = longestZeroRun(groups);
  return run.length === 0
    ? joined(groups)
    : `${joined(groups.slice(0, run.start))}::${joined(groups.slice(run.start + run.length))}`;
}
