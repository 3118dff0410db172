/** What is said of a field that lists members of a bundle, in the form of each tool. */

const mostNamed = 16; // the members of the largest bundle

const span = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** How to write `5-8`, which may be meant as members 5 and 8 or as members 5 to 8. */
export function hyphenCure(part: string): string {
  const ends = part.split('-').map(Number);
  const list = ends.join(', ');
  const [from = 0, to = 0] = ends;
  const isRange = ends.length === 2 && to - from > 1 && to - from < mostNamed;
  return isRange
    ? `Write ${list} for two of them, or ${span(from, to).join(', ')}.`
    : `Write ${list}.`;
}
