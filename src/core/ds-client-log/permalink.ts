import { activityFields, eventFields, type Field } from './columns.ts';
import type { DateOrder } from './dates.ts';
import { modes, plainLink, type ExplainerLink, type TypedNumbers } from './explainer-link.ts';
import type { NumberGroup } from './numbers.ts';
import {
  currentVersion,
  pairsOf,
  upgraded,
  upgraders,
  type Pair,
  type Upgraders,
} from './link-version.ts';
import { activityTypes, outcomes, type Outcome } from './outcomes.ts';
import { readLines, writeLines } from './shared-lines.ts';

export type LinkProblem =
  | { readonly kind: 'too-long'; readonly characters: number; readonly most: number }
  | { readonly kind: 'unknown-version'; readonly version: string }
  | { readonly kind: 'unknown-key'; readonly key: string }
  | { readonly kind: 'unknown-value'; readonly key: string; readonly value: string };

/**
 * More than any link that this page writes: 200 columns take 3,000, lines of a log 2,000. A longer one
 * is refused, because part of it would be read as something that nobody wrote.
 */
export const fragmentLengthMax = 8192;
const columnsMax = 200;

const fields: readonly Field[] = [...new Set<Field>([...activityFields, ...eventFields])];
const none = '-';

const groupWords: readonly (readonly [string, NumberGroup])[] = [
  ['comma', ','],
  ['dot', '.'],
  ['apostrophe', "'"],
  ['quote', '\u2019'],
  ['space', ' '],
  ['nbsp', '\u00a0'],
  ['nnbsp', '\u202f'],
  ['none', null],
];
const dateOrders: readonly DateOrder[] = ['MDY', 'DMY', 'YMD'];
const outcomeWord = (outcome: Outcome): string => outcome.replaceAll('_', '-');
const numberKeys = [
  ['online', 'online'],
  ['sent', 'transmitted'],
  ['seconds', 'durationSeconds'],
  ['files', 'files'],
  ['errors', 'errors'],
  ['warnings', 'warnings'],
] as const satisfies readonly (readonly [string, keyof TypedNumbers])[];

/** The link as a fragment without `#`: letters, digits and `. - , ~` only, keys in one order. */
export function writePermalink(link: ExplainerLink): string {
  const parts: string[] = [`v=${currentVersion}`];
  const add = (key: string, value: string): void => void parts.push(`${key}=${value}`);
  if (link.mode !== plainLink.mode) add('m', link.mode);
  if (link.mapping.length > 0) add('col', link.mapping.map((field) => field ?? none).join(','));
  if (link.numberGroup !== undefined) {
    const word = groupWords.find(([, group]) => group === link.numberGroup)?.[0];
    if (word !== undefined) add('num', word);
  }
  if (link.dateOrder !== null) add('date', link.dateOrder);
  if (link.sort) add('sort', `${link.sort.by}.${link.sort.descending ? 'down' : 'up'}`);
  if (link.outcomes.length > 0) add('outcome', link.outcomes.map(outcomeWord).join(','));
  if (link.types.length > 0) add('type', link.types.join(','));
  for (const [key, name] of numberKeys) {
    const value = link.numbers[name];
    if (value !== null) add(key, String(value));
  }
  if (link.message !== null) add('k', link.message);
  if (link.lines) for (const [key, value] of writeLines(link.lines)) add(key, value);
  return parts.join('&');
}

/** All entries of a list that `find` knows; the first unknown one is a problem. */
function listOf<Item>(
  value: string,
  find: (word: string) => Item | undefined,
): readonly Item[] | null {
  const found = value.split(',', columnsMax).map(find);
  return found.every((item) => item !== undefined) ? (found as readonly Item[]) : null;
}

const fieldOf = (word: string): Field | undefined => fields.find((field) => field === word);

function readSort(value: string): ExplainerLink['sort'] {
  const [word = '', direction = ''] = value.split('.');
  const by = fieldOf(word);
  if (by === undefined || (direction !== 'up' && direction !== 'down')) return null;
  return { by, descending: direction === 'down' };
}

/** Whole numbers that a double holds exactly. */
function readCount(value: string): number | null {
  if (!/^\d{1,16}$/.test(value)) return null;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : null;
}

type Edit = Partial<ExplainerLink>;

/** What a part of a link says; null for a value that is in no list. */
function readValue(key: string, value: string, numbers: TypedNumbers): Edit | null | 'unknown-key' {
  const numberKey = numberKeys.find(([word]) => word === key);
  if (numberKey) {
    const count = readCount(value);
    return count === null ? null : { numbers: { ...numbers, [numberKey[1]]: count } };
  }
  switch (key) {
    case 'm': {
      const mode = modes.find((known) => known === value);
      return mode ? { mode } : null;
    }
    case 'col': {
      const mapping = listOf(value, (word) => (word === none ? null : fieldOf(word)));
      return mapping ? { mapping } : null;
    }
    case 'num': {
      const group = groupWords.find(([word]) => word === value);
      return group ? { numberGroup: group[1] } : null;
    }
    case 'date': {
      const dateOrder = dateOrders.find((known) => known === value);
      return dateOrder ? { dateOrder } : null;
    }
    case 'sort': {
      const sort = readSort(value);
      return sort ? { sort } : null;
    }
    case 'outcome': {
      const found = listOf(value, (word) => outcomes.find((o) => outcomeWord(o) === word));
      return found ? { outcomes: found } : null;
    }
    case 'type': {
      const found = listOf(value, (word) => activityTypes.find((known) => known === word));
      return found ? { types: found } : null;
    }
    case 'k':
      return /^[a-z0-9-]{1,64}$/.test(value) ? { message: value } : null;
    // Read elsewhere: the version, and what holds lines. Nothing at all is no part of a link.
    case 'v':
    case 'head':
    case 'line':
    case 'at':
    case '':
      return {};
    default:
      return 'unknown-key';
  }
}

const unknownValue = ([key, value]: Pair): LinkProblem => ({
  kind: 'unknown-value',
  key,
  value: value.slice(0, 60),
});

export interface ReadLink {
  readonly link: ExplainerLink;
  readonly problems: readonly LinkProblem[];
}

/**
 * Reads a fragment, with or without `#`. Never throws. A key that is not known and a value that is
 * not in its closed list are problems and change nothing, so that no part of a link is dropped unseen; an
 * unknown version and a fragment that is too long give the plain link. A link without a version is of
 * the first. `to` and `known` are passed in by tests of an upgrade only.
 */
export function readPermalink(
  fragment: string,
  to: number = currentVersion,
  known: Upgraders = upgraders,
): ReadLink {
  const text = fragment.replace(/^#/, '');
  const characters = text.length;
  if (characters > fragmentLengthMax)
    return {
      link: plainLink,
      problems: [{ kind: 'too-long', characters, most: fragmentLengthMax }],
    };
  const written = pairsOf(text);
  const version = written.find(([key]) => key === 'v')?.[1] ?? '1';
  const pairs = upgraded(written, version, to, known);
  if (pairs === null) {
    return {
      link: plainLink,
      problems: [{ kind: 'unknown-version', version: version.slice(0, 20) }],
    };
  }
  const { lines, unread } = readLines(pairs);
  let link: ExplainerLink = { ...plainLink, lines };
  const problems: LinkProblem[] = unread.map(unknownValue);
  for (const [key, value] of pairs) {
    const edit = readValue(key, value, link.numbers);
    if (edit === 'unknown-key') problems.push({ kind: edit, key: key.slice(0, 60) });
    else if (edit === null) problems.push(unknownValue([key, value]));
    else link = { ...link, ...edit };
  }
  return { link, problems };
}
