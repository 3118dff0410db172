/** What is said beside a field that lists members of a bundle, in the form of each tool. */

/**
 * What a hyphen between members means, where one stands: links list with it, so it makes no range.
 * `parts` is what the tool reads in the text; where one of them is no number, its problem is said instead.
 */
export function listedHint(text: string, parts: readonly string[]): string | undefined {
  const isList = parts.length > 1 && parts.every((part) => /^\d+$/.test(part));
  return text.includes('-') && isList
    ? `Read as members ${parts.join(' and ')}: a hyphen lists and makes no range.`
    : undefined;
}
