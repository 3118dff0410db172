/** The link to a question of `flow-form.ts`. Addresses go into it only where they are asked for. */
import { failed, isNonEmpty, ok, type Result } from '../../result.ts';
import { membersFromLink, membersInLink } from '../listed-members.ts';
import type { LinkProblem } from '../permalink.ts';
import { defaultFlowFields, type FlowFields } from './flow-form.ts';

/** The version that `writeFlowLink` writes. A changed default is a new version. */
export const flowLinkVersion = 1;

/**
 * What a fragment may hold, in characters: some 700 single lines of a flow list. Browsers take several
 * times as much. Windows does not: what a mail or ticket program hands to a browser is part of a command
 * line, of at most 32,767 characters (Microsoft, CreateProcessW, lpCommandLine), and the rest of the
 * address needs room too. A lower limit would save no link from a program that breaks long lines: that
 * happens at 78 or 998 characters (RFC 5322, 2.1.1).
 */
export const mostFlowLinkCharacters = 32_000;

const plainKeys = ['device', 'members', 'down'] as const satisfies readonly (keyof FlowFields)[];
const addressKeys = [
  'flows',
  'hosts',
  'range',
  'wanted',
  'sender',
] as const satisfies readonly (keyof FlowFields)[];
const keys: readonly (keyof FlowFields)[] = [...plainKeys, ...addressKeys];

/** What `encodeURIComponent` leaves as it is, though a link of ours means something by it. */
const percent = (left: string): string => `%${left.charCodeAt(0).toString(16).toUpperCase()}`;

/** Letters, digits, `.` and `-` stand for themselves, `,` for a new line and `~` for the arrow. */
const escapeText = (text: string): string =>
  encodeURIComponent(text.toWellFormed())
    .replace(/[!'()*_~]/g, percent)
    .replaceAll('%20-%3E%20', '~')
    .replaceAll('%0A', ',');

/** Undoes `escapeText`; undefined where an escape is malformed, which `decodeURIComponent` throws on. */
function unescapeText(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll(',', '\n').replaceAll('~', ' -> '));
  } catch {
    return undefined;
  }
}

const valueInLink = (key: keyof FlowFields, text: string): string =>
  key === 'down' ? membersInLink(text, escapeText) : escapeText(text);

/**
 * `#v=1&device=…&members=4&down=2`, and with `addresses` also `&flows=10.0.0.1~10.0.0.2,…`. Values that
 * are the default are left out; the order is always the same.
 */
export function writeFlowLink(fields: FlowFields, addresses: boolean): string {
  const written = addresses ? keys : plainKeys;
  const parts = written.flatMap((key) =>
    fields[key] === defaultFlowFields[key] ? [] : [`&${key}=${valueInLink(key, fields[key])}`],
  );
  return `#v=${flowLinkVersion}${parts.join('')}`;
}

/** Characters of a fragment, without its `#`. */
export const flowLinkCharacters = (fragment: string): number => fragment.replace(/^#/, '').length;

/** Whether `readFlowLink` takes a fragment of this length: no other may be handed out. */
export const fitsFlowLink = (fragment: string): boolean =>
  flowLinkCharacters(fragment) <= mostFlowLinkCharacters;

/** Whether the link of these fields would hold more than device, members and those down. */
export const holdsAddresses = (fields: FlowFields): boolean =>
  addressKeys.some((key) => fields[key] !== defaultFlowFields[key]);

/** Whether a link holds flows of its own; one that does not opens the sample. */
export const holdsFlows = (fragment: string): boolean => /[#&]flows=/.test(fragment);

interface Part {
  readonly key: string;
  readonly text: string;
}

function partOf(piece: string): Part {
  const at = piece.indexOf('=');
  return at < 0 ? { key: piece, text: '' } : { key: piece.slice(0, at), text: piece.slice(at + 1) };
}

function versionProblem(parts: readonly Part[]): readonly LinkProblem[] {
  const version = parts.find(({ key }) => key === 'v');
  if (version === undefined) return [{ kind: 'no-version' }];
  const isKnown = version.text === String(flowLinkVersion);
  return isKnown ? [] : [{ kind: 'unknown-version', text: version.text }];
}

function readPart({ key, text }: Part): Result<Partial<FlowFields>, LinkProblem> {
  const known = keys.find((candidate) => candidate === key);
  if (known === undefined) return failed({ kind: 'unknown-key', key });
  const value = known === 'down' ? membersFromLink(text, unescapeText) : unescapeText(text);
  return value === undefined ? failed({ kind: 'unreadable', key, text }) : ok({ [known]: value });
}

/**
 * The text form that a fragment carries, with or without its `#`. Whatever the string, this returns; a
 * key or version that it does not know is a problem, so that no part of a link is dropped unseen.
 */
export function readFlowLink(fragment: string): Result<FlowFields, LinkProblem> {
  const text = fragment.startsWith('#') ? fragment.slice(1) : fragment;
  if (!fitsFlowLink(text)) {
    const characters = flowLinkCharacters(text);
    return failed({ kind: 'too-long', characters, most: mostFlowLinkCharacters });
  }
  const parts = text.split('&').filter(Boolean).map(partOf);
  const wrongVersion = versionProblem(parts);
  if (isNonEmpty(wrongVersion)) return failed(...wrongVersion);
  const repeated = parts.filter(
    ({ key }, index) => parts.findIndex((part) => part.key === key) < index,
  );
  const read = parts.filter(({ key }) => key !== 'v').map(readPart);
  const problems: readonly LinkProblem[] = [
    ...repeated.map(({ key }): LinkProblem => ({ kind: 'repeated-key', key })),
    ...read.flatMap((part) => (part.ok ? [] : part.problems)),
  ];
  if (isNonEmpty(problems)) return failed(...problems);
  return ok(
    Object.assign({ ...defaultFlowFields }, ...read.map((part) => (part.ok ? part.value : {}))),
  );
}
