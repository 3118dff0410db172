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

/** Names replaced in the order in which they come up; the same name always alike. */
export interface Series {
  readonly mask: (name: string) => string;
  readonly replaced: () => readonly Replaced[];
}

/** `Set A`, `Set B` for sets; `Host 1`, `Host 2` for everything else. */
export function series(
  word: string,
  label: (index: number) => string = (i) => String(i + 1),
): Series {
  const masks = new Map<string, string>();
  return {
    mask: (name) => {
      const mask = masks.get(name) ?? `${word} ${label(masks.size)}`;
      masks.set(name, mask);
      return mask;
    },
    replaced: () => [...masks].map(([name, mask]) => ({ mask, name })),
  };
}

export const setSeries = (): Series => series('Set', letters);

type Kind = 'set' | 'user' | 'host' | 'path' | 'address';

/** Up to where a path may go: names in it hold spaces, and a colon ends it only before a space. */
const pathRest = String.raw`(?:[^"<>|,;:\n]|:(?!\s|$))*`;

/**
 * Names as they stand in a message, the surest first. In each the last group is the name, what stands
 * before it is kept. They err towards taking too much: the reader sees what is left before it goes.
 */
const patterns: readonly (readonly [Kind, RegExp])[] = [
  ['path', /( \()([^()\n]*[\\/].*)(?=\)\s*$)/gs],
  ['address', /()(\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>]+)/gi],
  ['path', new RegExp(String.raw`()(\\\\[^\\\s"<>|,;]+${pathRest})`, 'g')],
  ['path', new RegExp(String.raw`()(\b[A-Za-z]:[\\/]${pathRest})`, 'g')],
  // What every Linux has tells nobody's name, and messages of sudo are known by it.
  ['path', /(^|[\s"'(=[])(~?\/(?!(?:etc|dev|usr|bin|sbin|proc)\/)[^\s"'(),;:]{2,})/g],
  ['host', /()(?<![\d.])(\d{1,3}(?:\.\d{1,3}){3})(?![\d.])/g],
  ['host', /()\b([0-9a-f]{2}(?:[:-][0-9a-f]{2}){5})\b/gi],
  ['host', /()(?<![\w:])([0-9a-f]{0,4}(?::[0-9a-f]{0,4}){3,7})(?![\w:])/gi],
  ['user', /()\b([\w.+-]+@[\w-]+)(?![\w.-])/g],
  ['user', /()(?<![\\\w])([\w.-]+\\[\w.$-]+)/g],
  [
    'user',
    /(\b(?:password for|user|account|login|run as) ["'[]?)(?!name\b|is\b|has\b|was\b|and\b|or\b|right|profile|account|may\b|not\b|in\b|to\b|for\b|interface|mapped|limit|cannot|can\b|must\b|restriction|specified|already)([A-Za-z_][\w.$-]*)(?=["'\]:]|$)/gi,
  ],
  ['host', /()\b([a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)+\.[a-z]{2,})\b/gi],
  [
    'host',
    /()\b(?!(?:UTF|ISO|SHA|AES|TLS|RSA|KB|DS|MS)-?\d*\b)([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+|[A-Z]{3,}\d{2,})\b/g,
  ],
];

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

/** A fresh masking; an empty name stays empty, because an empty User Name says something. */
export function masking(): Masking {
  const known: Readonly<Record<Kind, Series>> = {
    set: setSeries(),
    user: series('User'),
    host: series('Host'),
    path: series('Path'),
    address: series('Address'),
  };
  const all = () => Object.values(known).flatMap(({ replaced }) => replaced());
  const named = (kind: Kind) => (name: string) => (name === '' ? '' : known[kind].mask(name));

  const message = (text: string): string => {
    let masked = text.slice(0, maskedLengthMax);
    // Names of the cells beside it first, the longest first: they are known to be names.
    const names = all().filter(({ name }) => name.length > 2);
    for (const { name, mask } of names.toSorted((a, b) => b.name.length - a.name.length)) {
      masked = masked.replaceAll(name, mask);
    }
    masked = masked.replace(announcement, (whole, type: string, verb: string, name: string) =>
      activityTypeOf(type) === null ? whole : type + verb + known.set.mask(name),
    );
    for (const [kind, pattern] of patterns) {
      masked = masked.replace(
        pattern,
        (_whole, before: string, name: string) => before + known[kind].mask(name),
      );
    }
    return masked;
  };

  return { set: named('set'), user: named('user'), message, replaced: all };
}
