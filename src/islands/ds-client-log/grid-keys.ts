/** A place in the table: row -1 is the header, whose cells hold two buttons. */
export interface GridPlace {
  readonly row: number;
  /** Place in the table, counted from 0. */
  readonly column: number;
  readonly part: 'cell' | 'sort' | 'explain';
}

export interface Grid {
  readonly rows: number;
  readonly columns: number;
  /** The column whose header has no question mark: the outcome, which this page adds. */
  readonly unexplained: number | null;
}

const page = 10;

const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), most);

/** Within the header the arrows visit both buttons of a cell; the outcome has one. */
function alongHeader({ column, part }: GridPlace, step: 1 | -1, grid: Grid): GridPlace {
  if (step === 1) {
    if (part === 'sort' && column !== grid.unexplained) return { row: -1, column, part: 'explain' };
    return column < grid.columns - 1
      ? { row: -1, column: column + 1, part: 'sort' }
      : { row: -1, column, part };
  }
  if (part === 'explain') return { row: -1, column, part: 'sort' };
  const before = column - 1;
  if (before < 0) return { row: -1, column, part };
  return { row: -1, column: before, part: before === grid.unexplained ? 'sort' : 'explain' };
}

function down({ row, column }: GridPlace, by: number, grid: Grid): GridPlace {
  const next = clamp(row + by, -1, grid.rows - 1);
  return { row: next, column, part: next < 0 ? 'sort' : 'cell' };
}

function along(place: GridPlace, step: 1 | -1, grid: Grid): GridPlace {
  if (place.row < 0) return alongHeader(place, step, grid);
  return { ...place, column: clamp(place.column + step, 0, grid.columns - 1) };
}

/** Where a key leads, after the grid pattern of the ARIA practices; null for any other key. */
export function gridMove(
  place: GridPlace,
  key: string,
  isFar: boolean,
  grid: Grid,
): GridPlace | null {
  const toColumn = (column: number): GridPlace => ({
    ...place,
    column,
    part: place.row < 0 ? 'sort' : 'cell',
  });
  switch (key) {
    case 'ArrowRight':
      return along(place, 1, grid);
    case 'ArrowLeft':
      return along(place, -1, grid);
    case 'ArrowDown':
      return down(place, 1, grid);
    case 'ArrowUp':
      return down(place, -1, grid);
    case 'PageDown':
      return down(place, page, grid);
    case 'PageUp':
      return down(place, -page, grid);
    case 'Home':
      return isFar ? { row: 0, column: 0, part: 'cell' } : toColumn(0);
    case 'End':
      return isFar
        ? { row: grid.rows - 1, column: grid.columns - 1, part: 'cell' }
        : toColumn(grid.columns - 1);
    default:
      return null;
  }
}
