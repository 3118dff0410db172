import type { NameSpan } from './name-spans.ts';
import { isOrdinary } from './ordinary-words.ts';

/** What every Linux has tells nobody's name, and messages of sudo are known by it. Whole paths only. */
const systemPaths = new Set(
  '/etc /etc/sudoers /etc/sudoers.d /etc/hosts /etc/fstab /etc/passwd /etc/shadow /etc/group /dev/null /dev/tty /bin/sh /bin/bash /usr/bin/sudo /usr/bin/ssh /usr/bin/env /usr/bin /usr/sbin /usr/lib /tmp /var /var/log /proc /sys'.split(
    ' ',
  ),
);

const windowsStart = /(?<![\p{L}\p{N}_])[A-Za-z]:[\\/]|(?<![\p{L}\p{N}_\\.$-])\\+(?=[^\s\\])/gu;
const unixStart =
  /(?<![\p{L}\p{N}_/\\-]|\p{L}:(?=\/\/))(?:~[\p{L}\p{N}_.-]*)?\/{1,2}(?=[^\s/"'),])/gu;
const relative = /(?<![\p{L}\p{N}_\\.-])[\p{L}\p{N}_.-]+(?:\\+[\p{L}\p{N}_.$-]+)+/gu;

/** A path of Linux that begins at no root: its last word has an ending, or it is of three and more. */
const relativeUnix =
  /(?<![\p{L}\p{N}_/\\.:~-])[\p{L}\p{N}_.-]+(?:\/[\p{L}\p{N}_.$-]+)+(?![\p{L}\p{N}/])/gu;

const isRelativePath = (name: string): boolean => {
  const parts = name.split('/');
  const last = parts.at(-1) ?? '';
  const isLong = parts.length > 2 || /^[^.]+\.\p{L}[\p{L}\p{N}]{1,4}$/u.test(last);
  return isLong && /\p{L}/u.test(name) && !parts.every(isOrdinary);
};

/** A quote ends a path, and a sign only before a space: names hold commas and colons. */
const stop = /["<>|\n“”„«»]|[,;:](?=\s|$)/gu;

function stopAfter(text: string, start: number): number {
  stop.lastIndex = start;
  const end = stop.exec(text)?.index ?? text.length;
  // An apostrophe is a sign of names too, and ends a path only where one stands before it.
  const close = /['‘‚‹]/.test(text.charAt(start - 1))
    ? text.slice(start, end).search(/['’‘›]/)
    : -1;
  return close > 0 ? start + close : end;
}

/** Where a path ends that stands free in a sentence: after the last word that still belongs to it. */
function endAmongWords(text: string, start: number, limit: number): number {
  const bracket = text.indexOf(')', start);
  const opened = text.slice(start, bracket < 0 ? start : bracket).includes('(');
  const until = bracket >= 0 && !opened ? Math.min(bracket, limit) : limit;
  const quote = text.indexOf("'", start);
  const rest = text.slice(start, quote < 0 ? until : Math.min(quote, until));
  let end = 0;
  let isFree = true;
  for (const { index, 0: word } of rest.matchAll(/\S+/gu)) {
    const plain = word.replace(/[.,;:!?]+$/, '');
    isFree &&= index === 0 || !isOrdinary(plain);
    const goesOn = /[\\/]|\.[\p{L}\p{N}]{2,5}$/u.test(plain) && !isOrdinary(plain);
    if (isFree || goesOn) end = index + plain.length;
  }
  return start + end;
}

const startsOf = (text: string, pattern: RegExp): readonly number[] =>
  [...text.matchAll(pattern)].map(({ index }) => index);

/** Starts that stand outside what was already taken: a long path is read once. */
function spansFrom(
  starts: readonly number[],
  endOf: (start: number) => number,
): readonly NameSpan[] {
  const found: NameSpan[] = [];
  for (const start of starts) {
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const end = endOf(start);
    if (end > start + 1) found.push({ kind: 'path', start, end });
  }
  return found;
}

/** The brackets at the end of a message, in which the DS-Client writes the path it is about. */
function inBrackets(text: string): readonly NameSpan[] {
  const trimmed = text.trimEnd();
  if (!trimmed.endsWith(')')) return [];
  const inner = trimmed.slice(0, -1);
  const match = /(?<= \()[^()\n]*[\\/]/u.exec(inner);
  return match ? [{ kind: 'path', start: match.index, end: inner.length }] : [];
}

/** Paths of Windows and Linux in a message, with the spaces in them; system paths are left out. */
export function pathSpans(text: string): readonly NameSpan[] {
  const brackets = inBrackets(text);
  const last = brackets[0]?.end ?? text.length;
  const unix = spansFrom(startsOf(text, unixStart), (start) =>
    endAmongWords(text, start, stopAfter(text, start)),
  ).filter(({ start, end }) => !systemPaths.has(text.slice(start, end)));
  const windows = spansFrom(startsOf(text, windowsStart), (start) =>
    Math.min(last, stopAfter(text, start)),
  );
  const others = [...text.matchAll(relative)].map(({ index, 0: name }): NameSpan => {
    const isUser = name.split(/\\+/).length === 2;
    return { kind: isUser ? 'user' : 'path', start: index, end: index + name.length };
  });
  const shorter = [...text.matchAll(relativeUnix)]
    .filter(([name]) => isRelativePath(name))
    .map(({ index, 0: name }): NameSpan => ({
      kind: 'path',
      start: index,
      end: index + name.length,
    }));
  return [...brackets, ...windows, ...unix, ...others, ...shorter];
}
