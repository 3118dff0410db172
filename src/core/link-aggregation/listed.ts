const parts = (text: string, separator: RegExp): readonly string[] =>
  text
    .trim()
    .split(separator)
    .filter((part) => part !== '');

/**
 * The parts of a list of speeds such as `10-1`, `10, 1` or `10 1`. A hyphen in front, of the list or
 * after a comma, is a minus sign, not a separator, and a point belongs to a speed.
 */
export const listed = (text: string): readonly string[] =>
  parts(text, /(?<=[^\s,])(?:\s*-[-,\s]*|[,\s]+)/);
