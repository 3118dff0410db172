/** The parts that separators leave of a text. A mark in front of the first is no separator. */
const parts = (text: string, separator: RegExp): readonly string[] =>
  text
    .trim()
    .split(separator)
    .filter((part) => part !== '');

/**
 * The parts of a list such as `10-1`, `10, 1` or `10 1`. A hyphen in front, of the list or after a comma,
 * is a minus sign, not a separator, and a point belongs to a speed.
 */
export const listed = (text: string): readonly string[] =>
  parts(text, /(?<=[^\s,])(?:\s*-[-,\s]*|[,\s]+)/);

/** The same of members, which a point parts as well: links have been published with it. */
export const listedMembers = (text: string): readonly string[] =>
  parts(text, /(?<=[^\s,.])(?:\s*-[-,.\s]*|[,.\s]+)/);
