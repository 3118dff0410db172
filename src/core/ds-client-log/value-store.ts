/** Values of one column, one a row; NaN where there is none. */
export interface Values {
  get(row: number): number;
}

export interface ValueStore extends Values {
  set(row: number, value: number): void;
}

/** Stands for no value in four bytes. */
export const none = 0xffffffff;

/**
 * Whole numbers under 2^32 take four bytes each; the first value that does not fit moves the column to
 * eight. Counts, durations and wall times until 2106 fit; sizes of backups do not, and begin wide.
 */
export function valueStore(narrowed: Uint32Array | null, widened: Float64Array | null): ValueStore {
  let narrow = narrowed;
  let wide = widened;
  return {
    get(row) {
      if (wide) return wide[row] ?? Number.NaN;
      const value = narrow?.[row] ?? none;
      return value === none ? Number.NaN : value;
    },
    set(row, value) {
      if (narrow) {
        const isNone = Number.isNaN(value);
        if (isNone || (value >= 0 && value < none && Number.isInteger(value))) {
          narrow[row] = isNone ? none : value;
          return;
        }
        // Not Float64Array.from: with a function it makes a list of a million numbers first.
        wide = new Float64Array(narrow);
        for (let i = 0; i < wide.length; i += 1) if (wide[i] === none) wide[i] = Number.NaN;
        narrow = null;
      }
      if (wide) wide[row] = value;
    },
  };
}

/**
 * Wall times kept as they were read, a date by its id and seconds from midnight: `midnights` holds the
 * wall time of each id, `none` for an id without one. To add the two up when a row is asked for costs
 * less than a pass over all rows before.
 */
export function momentValues(
  ids: Uint16Array,
  seconds: Uint32Array,
  midnights: Uint32Array,
): Values {
  return {
    get(row) {
      const midnight = midnights[ids[row] ?? 0] ?? none;
      return midnight === none ? Number.NaN : midnight + (seconds[row] ?? 0);
    },
  };
}
