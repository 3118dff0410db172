/** The members of a bundle that a field or a link lists, such as those that are down. */

/**
 * The parts of a list of members such as `1, 3` or `1 3`. A point parts them as well: a phone's number
 * pad has no comma, and links have been published with it.
 */
export const listedMembers = (text: string): readonly string[] =>
  text
    .replace(/(?<=\d)\s*[-–—]\s*(?=\d)/g, '-')
    .split(/[,.\s]+/)
    .filter((part) => part !== '');

/** The text of a field that lists `members`, counted from 1. */
export const writeMembers = (members: readonly number[]): string =>
  members.toSorted((a, b) => a - b).join(', ');

/** `5-8` may be meant as a list or as a range: it is refused where it is typed. */
export const hasHyphen = (part: string): boolean => /^\d+(?:-\d+)+$/.test(part);

/**
 * The field's text as a link holds it: hyphens list there (`2-4` is members 2 and 4), because a comma
 * parts what is around them. Every other text goes through `escape`, and its own hyphens with it.
 */
export const membersInLink = (text: string, escape: (text: string) => string): string =>
  /^\d+(?:, \d+)*$/.test(text) ? text.replaceAll(', ', '-') : escape(text).replaceAll('-', '%2D');

/** The field's text of what stands in a link; `unescape` undoes `escape` where it is no plain list. */
export const membersFromLink = <Text>(text: string, unescape: (text: string) => Text) =>
  /^\d+(?:-\d+)+$/.test(text) ? text.replaceAll('-', ', ') : unescape(text);
