/** Longer messages are looked at by their beginning. */
const lengthMax = 1024;

/** Words, and what stands between them sign by sign: a name ends where a word ends, or not at all. */
const piecesOf = (text: string): readonly string[] => text.match(/[\p{L}\p{M}\p{N}]+|[^]/gu) ?? [];

interface Branch {
  /** The set whose name ends here; null where none does. */
  set: string | null;
  readonly next: Map<string, Branch>;
}

const branch = (): Branch => ({ set: null, next: new Map() });

function treeOf(sets: Iterable<string>): Branch {
  const root = branch();
  for (const set of sets) {
    let at = root;
    for (const piece of piecesOf(set)) {
      const next = at.next.get(piece) ?? branch();
      at.next.set(piece, next);
      at = next;
    }
    if (at !== root) at.set = set;
  }
  return root;
}

/**
 * Which of `sets` a message names. A name counts only where no letter or digit joins it on either side,
 * so that “Set 1” is not found in “Set 10”; of names that begin at one place the longest counts, and
 * none that lies within it.
 */
export function setsIn(sets: Iterable<string>): (message: string) => ReadonlySet<string> {
  const root = treeOf(sets);
  return (message) => {
    const pieces = piecesOf(message.slice(0, lengthMax));
    const found = new Set<string>();
    for (let start = 0; start < pieces.length; start += 1) {
      let last = start;
      let longest: string | null = null;
      let at = root.next.get(pieces[start] ?? '');
      for (let end = start; at; at = at.next.get(pieces[(end += 1)] ?? '')) {
        if (at.set !== null) [longest, last] = [at.set, end];
      }
      if (longest !== null) found.add(longest);
      start = last;
    }
    return found;
  };
}
