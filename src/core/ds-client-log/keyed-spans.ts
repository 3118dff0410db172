import type { NameKind, NameSpan } from './name-spans.ts';
import { isOrdinary } from './ordinary-words.ts';

const gap = '(?:\\s?[:=]\\s?|\\s)';
const keys: readonly (readonly [NameKind, RegExp])[] = [
  [
    'user',
    new RegExp(
      `\\b(?:password for|(?:session|logon|login) (?:of|by|for)|(?:stopped|started|cancell?ed|deleted|changed|requested|run) by|user(?:name)?|account|login|logon|owner|run as|logged on as|benutzer(?:name)?|konto|anmeldung von|utilisateur|usuario|utente|gebruiker|användare|użytkownik)${gap}`,
      'giu',
    ),
  ],
  [
    'host',
    new RegExp(
      `\\b(?:host(?:name)?|server|computer|machine|workstation|rechner|serveur|servidor|ordinateur)${gap}`,
      'giu',
    ),
  ],
];
/** What stands behind these is a name only where it is written like one: "database PAYROLL". */
const thingKey = new RegExp(
  `\\b(?:mailbox|database|instance|vm|virtual machine|datastore|vault|share|postfach|datenbank)${gap}`,
  'giu',
);

const quoted = /^["'[“„«‚‘‹]([^"'\]”“»‘’›\n]{1,128})["'\]”“»‘’›]/u;
const word = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.$'’-]*[\p{L}\p{N}_$])?/u;
/** A first name goes on with a surname: "user Jane Doe denied". */
const surname = /^ (\p{Lu}[\p{Ll}\p{Lu}'’-]+)(?![\p{L}\p{N}\\/:@])/u;

const isName = (name: string): boolean => !name.split(/\s+/).every(isOrdinary);

/** With the one or two words behind a name of letters that begin with a capital and are no words of messages. */
function withSurname(name: string, rest: string): string {
  if (!/^\p{Lu}[\p{L}'’.-]*$/u.test(name)) return name;
  const [, next] = surname.exec(rest.slice(name.length)) ?? [];
  return next === undefined || isOrdinary(next) ? name : `${name} ${next}`;
}

/** The word, or the words between quotes, after a word that says what follows. */
function spansBehind(
  text: string,
  key: RegExp,
  kind: NameKind,
  isMeant: (name: string) => boolean,
): readonly NameSpan[] {
  return [...text.matchAll(key)].flatMap(({ index, 0: said }) => {
    const at = index + said.length;
    const rest = text.slice(at, at + 130);
    const between = quoted.exec(rest)?.[1];
    const plain = between === undefined ? word.exec(rest)?.[0] : undefined;
    const name = between ?? (plain === undefined ? undefined : withSurname(plain, rest));
    if (name === undefined || !isName(name) || !isMeant(name)) return [];
    const start = between === undefined ? at : at + 1;
    return [{ kind, start, end: start + name.length }];
  });
}

const anywhere =
  /"([^"\n]{2,128})"|“([^”“\n]{2,128})[”“]|„([^“”\n]{2,128})[“”]|«([^»\n]{2,128})»|‚([^‘’\n]{2,128})[‘’]|‘([^’\n]{2,128})’|(?<![\p{L}\p{N}])'([^'\n]{2,128})'(?![\p{L}\p{N}])/gu;

/** Between quotes stands a name, unless every word belongs to the language of messages. */
const quotedSpans = (text: string): readonly NameSpan[] =>
  [...text.matchAll(anywhere)].flatMap(({ index, 0: whole }) => {
    const words = whole.slice(1, -1).match(/[\p{L}\p{N}_$-]+/gu) ?? [];
    if (words.every((one) => isOrdinary(one) || /^(?:0x[\da-f]+|[\d-]+)$/i.test(one))) return [];
    return [{ kind: 'name' as const, start: index + 1, end: index + whole.length - 1 }];
  });

/** Names that stand behind a word that says so, or between quotes. */
export const keyedSpans = (text: string): readonly NameSpan[] => [
  ...keys.flatMap(([kind, key]) => spansBehind(text, key, kind, () => true)),
  ...spansBehind(text, thingKey, 'name', (name) => /[\p{Lu}\d_]/u.test(name)),
  ...quotedSpans(text),
];
