/**
 * Characters that are not seen and act on others: Unicode's controls and formats. Every one that turns
 * the direction of what follows is among them (UAX #9, 2).
 */
const unseen = /(?!\s)[\p{Cc}\p{Cf}]/gu;

/** From Hebrew on letters may run from right to left (Unicode, DerivedBidiClass: R and AL). */
const mayTurn = /[\u0590-\u{1EFFF}]/u;

/** The first half of a character of two (UTF-16), whose other half was cut off. */
const cutInTwo = /[\uD800-\uDBFF]$/;

const named = (character: string): string =>
  `[U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;

/**
 * What somebody typed or pasted, to be quoted within a sentence: at most `most` characters, since a
 * pasted page must not become a page of error text. What cannot be seen is named (`[U+202E]`), and a
 * text that may run from right to left is isolated (U+2068, U+2069), so that the sentence around it keeps
 * its order.
 */
export function asTyped(text: string, most: number): string {
  const shown = text.slice(0, most).replace(cutInTwo, '').replace(unseen, named);
  const end = text.length > most ? '…' : '';
  return (mayTurn.test(shown) ? `\u2068${shown}\u2069` : shown) + end;
}
