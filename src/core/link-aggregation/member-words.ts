/** What is said beside a field that lists members of a bundle, in the form of each tool. */

const parted = (text: string): readonly string[] => text.split(/[-,.\s]+/).filter(Boolean);

/** What a hyphen between members means, where one stands: links list with it, so it makes no range. */
export function listedHint(text: string): string | undefined {
  const listed = parted(text);
  return text.includes('-') && listed.length > 1
    ? `Read as members ${listed.join(' and ')}: a hyphen lists and makes no range.`
    : undefined;
}
