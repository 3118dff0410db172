/** Times that are taken, to be asked and added to in any order. */
export interface TakenTimes {
  /** Whether a half-open stretch overlaps one that was taken. */
  readonly isTaken: (from: number, to: number) => boolean;
  readonly take: (from: number, to: number) => void;
}

/**
 * Nothing taken yet. Stretches that overlap are kept as one, so that a place is found by halving: to
 * look through all that were taken would be quadratic in a log with many.
 */
export function takenTimes(): TakenTimes {
  // Of stretches that do not overlap, in their order: both lists rise.
  const froms: number[] = [];
  const tos: number[] = [];
  const firstEndingAfter = (at: number): number => {
    let [low, high] = [0, tos.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tos[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const beginsBefore = (i: number, at: number): boolean => (froms[i] ?? Infinity) < at;
  return {
    isTaken: (from, to) => beginsBefore(firstEndingAfter(from), to),
    take(from, to) {
      const first = firstEndingAfter(from);
      let next = first;
      while (beginsBefore(next, to)) next += 1;
      // A moment on the edge of a stretch is overlapped by nothing that does not overlap the stretch.
      if (from === to && (tos[first - 1] === from || froms[first] === from)) return;
      const overlapped = next - first;
      const begins = overlapped > 0 ? Math.min(from, froms[first] ?? from) : from;
      const ends = overlapped > 0 ? Math.max(to, tos[next - 1] ?? to) : to;
      froms.splice(first, overlapped, begins);
      tos.splice(first, overlapped, ends);
    },
  };
}
