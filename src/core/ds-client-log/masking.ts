import { folded } from './folding.ts';
import { knownNames } from './known-names.ts';
import { nameSpans, type NameKind, type Span } from './name-spans.ts';
import { isCommonAccount, isOrdinary } from './ordinary-words.ts';
import { activityTypeOf } from './outcomes.ts';

/** 0 is A, 25 is Z, 26 is AA. */
const letters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : letters(Math.floor(index / 26) - 1) + letters(index % 26);

export interface Replaced {
  readonly mask: string;
  readonly name: string;
}

/** Names replaced in the order in which they come up; the same name, in any case, always alike. */
export interface Series {
  readonly mask: (name: string) => string;
  readonly replaced: () => readonly Replaced[];
}

/** Names replaced by a word and a number, `Host 1`, `Host 2`, or what `label` makes of it. */
export function series(
  word: string,
  label: (index: number) => string = (i) => String(i + 1),
): Series {
  const masks = new Map<string, Replaced>();
  return {
    mask: (name) => {
      const key = folded(name).text || name;
      const own = masks.get(key) ?? { mask: `${word} ${label(masks.size)}`, name };
      masks.set(key, own);
      return own.mask;
    },
    replaced: () => [...masks.values()],
  };
}

/** Names of backup sets, replaced by letters. */
export const setSeries = (): Series => series('Set', letters);

const announcement =
  /^([A-Za-z ]{4,30}?)( (?:started|finished|ended|completed)\b[^:]{0,60}: )(\S.*)$/s;

/** Longer messages are not put into a link. */
export const maskedLengthMax = 2048;

/** Names of one share, replaced: the mapping stays with whoever made it. */
export interface Masking {
  readonly set: (name: string) => string;
  readonly user: (name: string) => string;
  /** A message: the names in it replaced, everything else as it is. */
  readonly message: (text: string) => string;
  readonly replaced: () => readonly Replaced[];
}

type Masked = Span & { readonly mask: (name: string) => string };

/** Places that overlap become one, which goes by the mask of the longest; nothing of it is left. */
function joined(spans: readonly Masked[]): readonly Masked[] {
  const found: Masked[] = [];
  let longest = 0;
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = found.at(-1);
    const length = span.end - span.start;
    if (!last || span.start >= last.end) {
      found.push(span);
      longest = length;
      continue;
    }
    const mask = length > longest ? span.mask : last.mask;
    found[found.length - 1] = { start: last.start, end: Math.max(last.end, span.end), mask };
    longest = Math.max(longest, length);
  }
  return found;
}

const replacedIn = (text: string, spans: readonly Masked[]): string => {
  const places = joined(spans);
  const parts = places.map(({ start, end, mask }, i) => [
    text.slice(places[i - 1]?.end ?? 0, start),
    mask(text.slice(start, end)),
  ]);
  return parts.flat().join('') + text.slice(places.at(-1)?.end ?? 0);
};

/** Words of two letters and more of a name of several: a computer, a share, a surname. */
const wordsOf = (name: string): readonly string[] =>
  name
    .slice(0, maskedLengthMax)
    .split(/[\s\\/:,;()[\]"@<>|=]+/u)
    .map((word) => word.replace(/^[-_.']+|[-_.']+$/g, ''))
    .filter((word) => word.length > 1 && !isOrdinary(word) && !/^\d+$/.test(word));

/** What names nobody: accounts of every computer, types of activities, words such as "is". */
const isNobody = (name: string): boolean =>
  isCommonAccount(name) ||
  activityTypeOf(name) !== null ||
  name.length < 2 ||
  (name.length === 2 && isOrdinary(name));

/**
 * A fresh masking; an empty name stays empty, because an empty User Name says something. A message
 * is searched once, in any case, for the names given so far, for their words, and for what looks like
 * a name; a mask is never looked at again.
 */
export function masking(): Masking {
  const kinds: Readonly<Record<NameKind, Series>> = {
    set: setSeries(),
    user: series('User'),
    host: series('Host'),
    path: series('Path'),
    address: series('Address'),
    name: series('Name'),
  };
  const known = knownNames<(name: string) => string>();
  const words = knownNames<(name: string) => string>();

  const named = (kind: NameKind) => (name: string) => {
    if (name === '') return '';
    const mask = kinds[kind].mask(name);
    if (!isNobody(name) && name.length <= maskedLengthMax) known.add(name, () => mask);
    if (!isNobody(name)) for (const word of wordsOf(name)) words.add(word, kinds.name.mask);
    return mask;
  };

  const spansIn = (text: string): readonly Masked[] => [
    ...known.spans(text).map(({ start, end, value }) => ({ start, end, mask: value })),
    ...nameSpans(text).map(({ kind, ...at }) => ({ ...at, mask: kinds[kind].mask })),
    ...words.spans(text).map(({ start, end, value }) => ({ start, end, mask: value })),
  ];

  const message = (whole: string): string => {
    // A letter and its accent are one sign, so that no word ends between them.
    const text = whole.slice(0, maskedLengthMax).normalize('NFC');
    const [, type = '', verb = '', name = ''] = announcement.exec(text) ?? [];
    if (activityTypeOf(type) === null) return replacedIn(text, spansIn(text));
    const start = type.length + verb.length;
    const head = spansIn(text.slice(0, start));
    return replacedIn(text, [...head, { start, end: start + name.length, mask: kinds.set.mask }]);
  };

  const replaced = () => Object.values(kinds).flatMap((own) => own.replaced());
  return { set: named('set'), user: named('user'), message, replaced };
}
