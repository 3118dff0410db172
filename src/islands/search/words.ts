/**
 * Words that say nothing about what a page is about. A question is searched without them, unless
 * nothing else is left.
 */
const stopWords = new Set(
  'a am an and are as at be by can could do does for from had has have how i if in into is it its me my of on or our should so that the their then there they this to was we were what when where which who whom why will with would you your'.split(
    ' ',
  ),
);

/** The words of a question that carry meaning, in lower case: `wordsOf('Why is NFS slow?') = ['nfs', 'slow']`. */
export function wordsOf(question: string): readonly string[] {
  const all = question.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}.,/'+-]*/gu) ?? [];
  const trimmed = all.map((word) => word.replace(/[.,/'+-]+$/, '')).slice(0, 12);
  const telling = trimmed.filter((word) => !stopWords.has(word) && /..|\d/u.test(word));
  return [...new Set(telling.length > 0 ? telling : trimmed)];
}

/** Letters that two words share from the start. */
function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** A text without case, spaces and marks, for comparing what was pasted with what is written. */
export const plain = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Whether the text that Pagefind marked is an answer to the word asked for. Pagefind cuts an unknown
 * word back until something matches ("orchid" finds "or"); seven tenths of the word have to agree,
 * which keeps "transmited" for "transmitted" and drops such leavings.
 */
export function answers(word: string, marked: string): boolean {
  const asked = plain(word);
  return sharedStart(asked, plain(marked)) >= Math.max(2, Math.ceil(asked.length * 0.7));
}

/**
 * Edits between two words: a letter added, left out, changed, or two neighbours exchanged
 * (optimal string alignment); anything above `most` is `most + 1`.
 */
export function edits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const changed = previous[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
      let least = Math.min(changed, previous[column]! + 1, current[column - 1]! + 1);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, before[column - 2]! + 1);
      }
      current.push(least);
    }
    before = previous;
    previous = current;
  }
  return Math.min(previous[b.length]!, most + 1);
}

/**
 * The nearest known word with the same first letter: one edit for seven letters or fewer, two for
 * more. None: undefined. A bolder reading turns "weather" into "ether".
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length < 4 || /\d/.test(word)) return undefined;
  const most = word.length <= 7 ? 1 : 2;
  let best: { readonly word: string; readonly distance: number } | undefined;
  for (const candidate of known) {
    if (candidate[0] !== word[0]) continue;
    const distance = edits(word, candidate, most);
    if (distance <= most && (best === undefined || distance < best.distance)) {
      best = { word: candidate, distance };
    }
  }
  return best?.word;
}
