import { isOrdinary } from './ordinary-words.ts';

/** Signs that change how a letter looks, or nothing at all: accents, joiners, signs without a width. */
const unseen = /[\p{M}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * A letter as names are compared: in any case, without accents, and of letters that stand for others
 * these. Upper case first, because "ß" and "ẞ" are both "SS", and of one letter at a time, because a
 * sigma is another at the end of a word.
 */
const foldedLetter = (letter: string): string =>
  letter.toLowerCase().toUpperCase().toLowerCase().normalize('NFKD').replace(unseen, '');

/** A text as names are compared, and from where to where each character of it stands in the text. */
export interface Folded {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A text as names are compared. */
export function folded(text: string): Folded {
  const starts: number[] = [];
  const ends: number[] = [];
  let out = '';
  let at = 0;
  for (const letter of text) {
    const own = letter < '\u0080' ? letter.toLowerCase() : foldedLetter(letter);
    for (let i = 0; i < own.length; i += 1) {
      starts.push(at);
      ends.push(at + letter.length);
    }
    out += own;
    at += letter.length;
  }
  return { text: out, starts, ends };
}

const inTwoLetters: readonly (readonly [RegExp, string])[] = [
  [/[äæ]/giu, 'ae'],
  [/[öøœ]/giu, 'oe'],
  [/ü/giu, 'ue'],
  [/å/giu, 'aa'],
];

/**
 * A name as keyboards and accounts without umlauts write it: "Müller" is "Mueller", and the other way.
 * What would be a word of messages, as "do" is of "Doe", or hardly any letters, names nobody.
 */
export function spellings(name: string): readonly string[] {
  const composed = name.normalize('NFC');
  const long = inTwoLetters.reduce((out, [letter, two]) => out.replace(letter, two), composed);
  const short = composed.replace(/([aou])e/giu, '$1').replace(/aa/giu, 'a');
  const derived = [long, short].filter((own) => own.length > 2 && !isOrdinary(own));
  return [...new Set([composed, ...derived])];
}
