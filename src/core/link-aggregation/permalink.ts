import { failed, isNonEmpty, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { defaultFields } from './fields.ts';
import { membersFromLink, membersInLink } from './listed-members.ts';
import type { GroupFields, HopFields, ScenarioFields } from './fields.ts';

/** The version that `writePermalink` writes. A changed default is a new version. */
export const currentVersion = 1;

/** What keeps a fragment from being a link to a scenario. `problem-words.ts` says it in a sentence. */
export type LinkProblem =
  | { readonly kind: 'no-version' }
  | { readonly kind: 'unknown-version'; readonly text: string }
  | { readonly kind: 'unknown-key'; readonly key: string }
  | { readonly kind: 'repeated-key'; readonly key: string }
  | { readonly kind: 'unreadable'; readonly key: string; readonly text: string }
  | { readonly kind: 'too-long'; readonly characters: number; readonly most: number };

type Parts = ReadonlyMap<string, string>;

/**
 * `upgraders[n]` rewrites the parts of a link of version n as version n + 1. A link that worked once
 * works forever: add an upgrader, never edit one, even when only a default changes.
 */
export const upgraders: ReadonlyMap<number, (parts: Parts) => Parts> = new Map();

// Well above the longest link that six hops of sixteen speeds make, well below what a browser takes.
const mostCharacters = 4000;

type Key = keyof ScenarioFields;
type PlainKey = Exclude<Key, 'hops' | 'clients'>;

const order: readonly Key[] = [
  'side',
  'direction',
  'hops',
  'clients',
  'routed',
  'connections',
  'addresses',
  'paths',
  'protocol',
  'mtu',
  'ip',
  'timestamps',
  'vlan',
  'start',
  'volume',
  'unit',
  'window',
  'disk',
  'reduction',
  'hashes',
];

const isKey = (text: string): text is Key => (order as readonly string[]).includes(text);

const percent = (character: string): string =>
  encodeURIComponent(character).replace(
    /[!'()*_~x]/g,
    (left) => `%${left.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Leaves letters, digits, `.` and `-`; anything else is escaped, so that a wrong value survives too. */
const escape = (text: string): string => text.toWellFormed().replace(/[^A-Za-z0-9.-]/gu, percent);

/** As `escape`, and escapes the `x` that parts a count from a speed. */
const escapeCount = (text: string): string => escape(text).replaceAll('x', percent);

const extras = ['back', 'down', 'team', 'device', 'far'] as const;

const escapeExtra = (name: (typeof extras)[number], text: string): string =>
  name === 'down' ? membersInLink(text, escape) : escape(text);

function writeHop(hop: HopFields): string {
  const more = extras.flatMap((name) =>
    hop[name] === '' ? [] : [`~${name}.${escapeExtra(name, hop[name])}`],
  );
  return `${escapeCount(hop.members)}x${escapeCount(hop.speed)}~${escape(hop.chooser)}${more.join('')}`;
}

const writeGroup = (group: GroupFields): string =>
  `${escapeCount(group.count)}x${escapeCount(group.nic)}`;

function writeValue(fields: ScenarioFields, key: Key): string {
  if (key === 'hops') return fields.hops.map(writeHop).join(',');
  if (key === 'clients') return fields.clients.map(writeGroup).join(',');
  return escape(fields[key]);
}

/**
 * The fragment that carries the text form: `#v=1&hops=4x1~ip,4x10~ip-port~down.1&clients=40x1`.
 * Values that are the default are left out; the order is always the same.
 */
export function writePermalink(fields: ScenarioFields): string {
  const parts = order.flatMap((key) => {
    const value = writeValue(fields, key);
    return value === writeValue(defaultFields, key) ? [] : [`&${key}=${value}`];
  });
  return `#v=${currentVersion}${parts.join('')}`;
}

/** Whether `readPermalink` takes a fragment of this length: no other may be handed out. */
export const fitsPermalink = (fragment: string): boolean =>
  fragment.replace(/^#/, '').length <= mostCharacters;

/** Undoes percent escapes; undefined where they are malformed, which `decodeURIComponent` throws on. */
function unescape(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Undoes the escapes of every value, or gives undefined when one of them is malformed. */
function unescapeAll<Name extends string>(
  texts: Readonly<Record<Name, string>>,
): Record<Name, string> | undefined {
  const entries = Object.entries<string>(texts).map(
    ([name, text]) => [name, unescape(text)] as const,
  );
  if (entries.some(([, text]) => text === undefined)) return undefined;
  return Object.fromEntries(entries) as Record<Name, string>;
}

function cut(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}

function readHopText(text: string): HopFields | undefined {
  const [size = '', chooser = '', ...more] = text.split('~');
  const [members, speed] = cut(size, 'x');
  const texts = { members, speed, chooser, back: '', down: '', team: '', device: '', far: '' };
  const seen = new Set<string>();
  for (const token of more) {
    const [name, value] = cut(token, '.');
    const extra = extras.find((known) => known === name);
    if (!extra || seen.has(extra)) return undefined;
    seen.add(extra);
    texts[extra] = value;
  }
  const hop = unescapeAll(texts);
  return hop && { ...hop, down: membersFromLink(texts.down, () => hop.down) };
}

function readGroupText(text: string): GroupFields | undefined {
  const [count, nic] = cut(text, 'x');
  return unescapeAll({ count, nic });
}

// Above this a list is no slip of the pen, and a form of hundreds of hops would freeze the page.
const mostEntries = 20;

/** Reads each entry of a list parted by commas; undefined when one cannot be read or there are too many. */
function readListText<Fields>(
  text: string,
  read: (entry: string) => Fields | undefined,
): readonly Fields[] | undefined {
  const texts = text.split(',');
  if (texts.length > mostEntries) return undefined;
  const entries = texts.map(read);
  const known = entries.filter((entry) => entry !== undefined);
  return known.length === entries.length ? known : undefined;
}

function readValue(key: Key, text: string): Partial<ScenarioFields> | undefined {
  if (key === 'hops') {
    const hops = readListText(text, readHopText);
    return hops && { hops };
  }
  if (key === 'clients') {
    const clients = readListText(text, readGroupText);
    return clients && { clients };
  }
  const value = unescape(text);
  return value === undefined
    ? undefined
    : ({ [key satisfies PlainKey]: value } as Partial<ScenarioFields>);
}

/** Parts a fragment at `&` and `=`, and names each key that stands there twice. */
function partsOf(fragment: string): Result<Parts, LinkProblem> {
  const parts = new Map<string, string>();
  const problems: LinkProblem[] = [];
  for (const part of fragment.split('&')) {
    if (part === '') continue;
    const [key, value] = cut(part, '=');
    if (parts.has(key)) problems.push({ kind: 'repeated-key', key });
    parts.set(key, value);
  }
  const found: readonly LinkProblem[] = problems;
  return isNonEmpty(found) ? failed(...found) : ok(parts);
}

/** The parts as the current version writes them. */
function upgrade(parts: Parts): Result<Parts, LinkProblem> {
  const text = parts.get('v');
  if (text === undefined) return failed({ kind: 'no-version' });
  if (!/^[1-9]\d{0,3}$/.test(text) || Number(text) > currentVersion) {
    return failed({ kind: 'unknown-version', text });
  }
  let upgraded = parts;
  for (let version = Number(text); version < currentVersion; version += 1) {
    const upgrader = upgraders.get(version);
    if (!upgrader) return failed({ kind: 'unknown-version', text });
    upgraded = upgrader(upgraded);
  }
  return ok(upgraded);
}

function readPart([key, text]: readonly [string, string]): Result<
  Partial<ScenarioFields>,
  LinkProblem
> {
  if (!isKey(key)) return failed({ kind: 'unknown-key', key });
  const value = readValue(key, text);
  return value ? ok(value) : failed({ kind: 'unreadable', key, text });
}

/**
 * The text form that a fragment carries, with or without its `#`. Whatever the string, this returns;
 * a key or version that it does not know is a problem, so that no part of a link is dropped unseen.
 */
export function readPermalink(fragment: string): Result<ScenarioFields, LinkProblem> {
  const text = fragment.startsWith('#') ? fragment.slice(1) : fragment;
  if (!fitsPermalink(text)) {
    return failed({ kind: 'too-long', characters: text.length, most: mostCharacters });
  }
  const parts = partsOf(text);
  if (!parts.ok) return parts;
  const upgraded = upgrade(parts.value);
  if (!upgraded.ok) return upgraded;
  const read = [...upgraded.value].filter(([key]) => key !== 'v').map(readPart);
  const problems: readonly LinkProblem[] = read.flatMap((part) => (part.ok ? [] : part.problems));
  if (isNonEmpty(problems)) return failed(...problems);
  return ok(
    Object.assign({ ...defaultFields }, ...read.map((part) => (part.ok ? part.value : {}))),
  );
}
