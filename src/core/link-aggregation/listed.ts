/**
 * The parts of a list such as `10-1`, `10, 1` or `10 1`. A hyphen in front is a minus sign, not a
 * separator, and a point belongs to a speed.
 */
export const listed = (text: string): readonly string[] =>
  text
    .trim()
    .split(/(?<=\S)[-,\s]+/)
    .filter((part) => part !== '');
