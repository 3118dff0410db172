import type { Network, Spread } from './network.ts';
import { placeKeys } from './placements.ts';
import type { PlacedUnits } from './placements.ts';

/** A placement, or all that look like it, with the chance of any of them. */
export interface Weighed<Placement> {
  readonly placement: Placement;
  readonly probability: number;
}

/**
 * The ways to place `keys` keys on `members` equal members, members being alike: key 0 opens member 0,
 * each later key joins an open member or opens the next (restricted growth). Each stands for
 * `members! / (members - open)!` placements.
 */
function alikePlacements(keys: number, members: number): readonly Weighed<readonly number[]>[] {
  const found: Weighed<readonly number[]>[] = [];
  const each = members ** -keys;
  const grow = (placed: readonly number[], open: number, ways: number): void => {
    if (placed.length === keys) {
      found.push({ placement: placed, probability: ways * each });
      return;
    }
    for (let member = 0; member < open; member += 1) grow([...placed, member], open, ways);
    if (open < members) grow([...placed, open], open + 1, ways * (members - open));
  };
  grow([], 0, 1);
  return found;
}

/** Every way to place keys on members of unlike weight. */
function allPlacements(
  keys: number,
  weights: readonly number[],
): readonly Weighed<readonly number[]>[] {
  let found: readonly Weighed<readonly number[]>[] = [{ placement: [], probability: 1 }];
  for (let key = 0; key < keys; key += 1) {
    found = found.flatMap(({ placement, probability }) =>
      weights.flatMap((weight, member) =>
        weight === 0
          ? []
          : [{ placement: [...placement, member], probability: probability * weight }],
      ),
    );
  }
  return found;
}

const areAlike = (spread: Spread & { readonly kind: 'hashed' }): boolean =>
  new Set(spread.weights).size === 1 && new Set(spread.capacities).size === 1;

/** How many placements `enumerate` would go through, cheaply and never too low. */
function countOf(spread: Spread): number {
  if (spread.kind === 'fixed') return 1;
  const members = spread.weights.length;
  if (!areAlike(spread)) return members ** spread.keys;
  // Restricted growth strings over at most `members` symbols, by counting how many are open.
  let open = new Float64Array(members + 1);
  open[0] = 1;
  for (let key = 0; key < spread.keys; key += 1) {
    const next = new Float64Array(members + 1);
    open.forEach((ways, used) => {
      next[used] = (next[used] ?? 0) + ways * used;
      if (used < members) next[used + 1] = (next[used + 1] ?? 0) + ways;
    });
    open = next;
  }
  return open.reduce((sum, ways) => sum + ways, 0);
}

/** Every placement of the network's units, or undefined where there are more than `most`. */
export function enumerate(
  network: Network,
  most: number,
): readonly Weighed<PlacedUnits>[] | undefined {
  const count = network.spreads.reduce((product, spread) => product * countOf(spread), 1);
  if (count > most) return undefined;
  let found: readonly Weighed<PlacedUnits>[] = [{ placement: [], probability: 1 }];
  for (const spread of network.spreads) {
    const ways = placementsOf(spread);
    found = found.flatMap((so) =>
      ways.map(({ placement, probability }) => ({
        placement: [...so.placement, placement],
        probability: so.probability * probability,
      })),
    );
  }
  return found;
}

function placementsOf(spread: Spread): readonly Weighed<readonly number[]>[] {
  if (spread.kind === 'fixed') return [{ placement: spread.memberOf, probability: 1 }];
  const keyed = areAlike(spread)
    ? alikePlacements(spread.keys, spread.weights.length)
    : allPlacements(spread.keys, spread.weights);
  return keyed.map(({ placement, probability }) => ({
    placement: placeKeys(spread, placement),
    probability,
  }));
}

/** The bounds within which a table fits into one exact integer: (8 + 1) ** (4 x 4) is below 2 ** 53. */
export const mostTable = { flows: 8, rows: 4, columns: 4 } as const;

const base = mostTable.flows + 1;
const columnBase = base ** mostTable.rows;

/**
 * How many of `flows` alike flows lie on member i of the first hop and member j of the second, when
 * both hops place them independently and uniformly: every table up to exchanging columns and rows of
 * unlike sums, with its chance. `cells[i * columns + j]`. Not beyond `mostTable`.
 *
 * Rows are filled one after another, and tables whose columns are the same in another order are kept as
 * one: 8 flows over 4 and 4 members are 4^16 placements, but only some thousand tables.
 */
export function occupancyTables(
  flows: number,
  rows: number,
  columns: number,
): readonly Weighed<readonly number[]>[] {
  const ways = Array.from({ length: flows + 1 }, (_, size) => compositions(size, columns));
  return occupancies(flows, rows).flatMap(({ placement: sizes, probability }) => {
    // A table is its columns in order of size; a column is its cells as digits, first row last.
    let tables = new Map<number, number>([[0, probability]]);
    sizes.forEach((size, row) => {
      tables = addRow(tables, ways[size] ?? [], columns, base ** row);
    });
    return [...tables].map(([table, chance]) => ({
      placement: cellsOf(table, rows, columns),
      probability: chance,
    }));
  });
}

const digit = (number: number, place: number, of: number): number =>
  Math.floor(number / of ** place) % of;

const cellsOf = (table: number, rows: number, columns: number): readonly number[] =>
  Array.from({ length: rows * columns }, (_, cell) =>
    digit(digit(table, cell % columns, columnBase), Math.floor(cell / columns), base),
  );

function addRow(
  tables: ReadonlyMap<number, number>,
  rows: readonly Weighed<readonly number[]>[],
  columns: number,
  place: number,
): Map<number, number> {
  const next = new Map<number, number>();
  const before = new Float64Array(columns);
  const grown = new Float64Array(columns);
  for (const [table, probability] of tables) {
    let rest = table;
    for (let column = 0; column < columns; column += 1) {
      before[column] = rest % columnBase;
      rest = Math.floor(rest / columnBase);
    }
    for (const row of rows) {
      for (let column = 0; column < columns; column += 1) {
        insertSorted(grown, column, (before[column] ?? 0) + (row.placement[column] ?? 0) * place);
      }
      let name = 0;
      for (let column = 0; column < columns; column += 1)
        name = name * columnBase + (grown[column] ?? 0);
      next.set(name, (next.get(name) ?? 0) + probability * row.probability);
    }
  }
  return next;
}

/** Puts `value` among the first `count` values, which are in ascending order. */
function insertSorted(values: Float64Array, count: number, value: number): void {
  let at = count;
  while (at > 0 && (values[at - 1] ?? 0) > value) {
    values[at] = values[at - 1] ?? 0;
    at -= 1;
  }
  values[at] = value;
}

/** How `count` flows part over `members` alike members, largest first, with chances. */
function occupancies(count: number, members: number): readonly Weighed<readonly number[]>[] {
  const merged = new Map<string, Weighed<readonly number[]>>();
  for (const { placement, probability } of compositions(count, members)) {
    const sorted = placement.toSorted((a, b) => b - a);
    const name = sorted.join();
    const before = merged.get(name)?.probability ?? 0;
    merged.set(name, { placement: sorted, probability: before + probability });
  }
  return [...merged.values()];
}

/** Every way to write `count` as an ordered sum of `parts` numbers, with its multinomial chance. */
function compositions(count: number, parts: number): readonly Weighed<readonly number[]>[] {
  const found: Weighed<readonly number[]>[] = [];
  const grow = (placed: readonly number[], left: number, ways: number): void => {
    if (placed.length === parts - 1) {
      found.push({ placement: [...placed, left], probability: ways * parts ** -count });
      return;
    }
    let choices = 1;
    for (let here = 0; here <= left; here += 1) {
      grow([...placed, here], left - here, ways * choices);
      choices = (choices * (left - here)) / (here + 1);
    }
  };
  grow([], count, 1);
  return found;
}
