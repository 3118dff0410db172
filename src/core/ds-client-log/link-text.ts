/** Beside letters, digits and the hyphen these pass through `encodeURIComponent` as they are. */
const alsoEscaped = /[_.!~*'()]/g;
const escapeOf = (char: string): string =>
  `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/**
 * Any text in letters, digits, `-`, `.` and `~` alone, so that a ticket system leaves a link whole: a
 * space is `.`, every other character the bytes of its UTF-8 as `~` and two hexadecimal digits.
 * Half a surrogate pair, which is no character, becomes U+FFFD.
 */
export const linkText = (text: string): string =>
  encodeURIComponent(text.toWellFormed())
    .replace(alsoEscaped, escapeOf)
    .replaceAll('%20', '.')
    .replaceAll('%', '~');

/** The text that `linkText` wrote; null for one that it cannot have written. */
export function readLinkText(written: string): string | null {
  if (!/^(?:[A-Za-z0-9.-]|~[0-9A-Fa-f]{2})*$/.test(written)) return null;
  try {
    return decodeURIComponent(written.replaceAll('.', '%20').replaceAll('~', '%'));
  } catch {
    return null; // bytes that are no UTF-8
  }
}
