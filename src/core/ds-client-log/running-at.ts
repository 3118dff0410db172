import type { RunSpan } from './run-spans.ts';
import type { TimeLine } from './time-line.ts';

/** What runs at a moment; the same object for as long as nothing begins or ends. */
export interface Running {
  /** Rows of the activity log in the order in which they began, the first 64 of them. */
  readonly rows: readonly number[];
  /** How many there are, those not listed included. */
  readonly count: number;
  /** The clock showed this time twice, and not the same was running both times. */
  readonly isEither: boolean;
}

/** Activities running at once that are listed; beyond it they are only counted. */
export const listedMax = 64;

/** Some of the numbers from 0 to `size` - 1, in the order in which they were put in. */
function chain(size: number) {
  // Place `size` stands before the first and after the last.
  const next = new Int32Array(size + 1).fill(size);
  const before = new Int32Array(size + 1).fill(size);
  let count = 0;
  return {
    append(place: number): void {
      const last = before[size] ?? size;
      next[last] = place;
      before[place] = last;
      next[place] = size;
      before[size] = place;
      count += 1;
    },
    remove(place: number): void {
      const [left = size, right = size] = [before[place], next[place]];
      next[left] = right;
      before[right] = left;
      count -= 1;
    },
    first(most: number): readonly number[] {
      const places: number[] = [];
      for (let at = next[size] ?? size; at !== size && places.length < most; at = next[at] ?? size)
        places.push(at);
      return places;
    },
    get count() {
      return count;
    },
  };
}

/**
 * Activities that are running at a moment, both ends included. `spans` are in the order of their
 * beginning, and moments are asked for in order. Takes n log n steps for n spans, and 64 for each moment.
 */
function runningAt(spans: readonly RunSpan[]): (time: number) => Running {
  const ended = spans.filter(({ from, to }) => to >= from);
  const starts = Float64Array.from(ended, ({ from }) => from);
  const ends = Float64Array.from(ended, ({ to }) => to);
  const byEnd = Array.from(ends.keys()).toSorted((a, b) => (ends[a] ?? 0) - (ends[b] ?? 0));
  const open = chain(ended.length);
  let [begun, over] = [0, 0];
  let now: Running = { rows: [], count: 0, isEither: false };
  return (time) => {
    const [begunBefore, overBefore] = [begun, over];
    for (; (starts[begun] ?? Infinity) <= time; begun += 1) open.append(begun);
    // What has ended has begun, so that it is in the chain.
    for (; (ends[byEnd[over] ?? -1] ?? Infinity) < time; over += 1) open.remove(byEnd[over] ?? 0);
    if (begun === begunBefore && over === overBefore) return now;
    const rows = open.first(listedMax).map((place) => ended[place]?.row ?? -1);
    return (now = { rows, count: open.count, isEither: false });
  };
}

/** What was running at either of two moments. */
function either(first: Running, second: Running): Running {
  const isListed = (row: number): boolean => first.rows.includes(row);
  const more = second.rows.filter((row) => !isListed(row));
  const rows = [...first.rows, ...more].slice(0, listedMax);
  const isSame = more.length === 0 && first.count === second.count;
  return isSame
    ? first
    : { rows, count: Math.max(rows.length, first.count, second.count), isEither: true };
}

/**
 * The same for what the clock showed, which may have been twice. Times are asked for in the order of
 * their first places on `line`.
 */
export function runningAtWall(
  spans: readonly RunSpan[],
  line: TimeLine,
): (wall: number) => Running {
  if (line.changes.length === 0) return runningAt(spans);
  const [atFirst, atSecond] = [runningAt(spans), runningAt(spans)];
  let known: readonly [first: Running, second: Running, both: Running] | null = null;
  return (wall) => {
    const [place, again] = line.placesOf(wall);
    const first = atFirst(place);
    if (again === undefined) return first;
    const second = atSecond(again);
    if (known?.[0] !== first || known[1] !== second) known = [first, second, either(first, second)];
    return known[2];
  };
}
