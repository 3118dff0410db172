import { ColumnHead } from './ColumnHead.tsx';
import type { GridPlace } from './grid-keys.ts';
import type { TableColumn } from './table-columns.ts';
import type { Sorting } from './view.ts';

interface Props {
  readonly columns: readonly TableColumn[];
  readonly sorting: Sorting | null;
  readonly live: boolean;
  readonly place: GridPlace;
  readonly onSort: (sorting: Sorting | null) => void;
  /** Explains a column of the file. */
  readonly onExplain: (column: number) => void;
}

/** Sorting goes up, down, and back to the order of the file. */
const nextSorting = (old: Sorting | null, by: Sorting['by']): Sorting | null => {
  if (old?.by !== by) return { by, descending: false };
  return old.descending ? null : { by, descending: true };
};

/** The labels of the table: each sorts, and each column of the file can be asked what it means. */
export function TableHead({ columns, sorting, live, place, onSort, onExplain }: Props) {
  const stopAt = (column: number) => {
    if (place.row >= 0 || place.column !== column) return null;
    return place.part === 'explain' ? 'explain' : 'sort';
  };
  return (
    <thead>
      <tr aria-rowindex={live ? 1 : undefined}>
        {columns.map((shown, at) => {
          const shared = {
            at,
            sorting,
            live,
            tabStop: stopAt(at),
            onSort: (by: Sorting['by']) => onSort(nextSorting(sorting, by)),
          } as const;
          return shown.kind === 'outcome' ? (
            <ColumnHead
              key="outcome"
              by="outcome"
              label="Outcome"
              align="text"
              certainty="known"
              onExplain={null}
              {...shared}
            />
          ) : (
            <ColumnHead
              key={shown.column.index}
              by={shown.column.index}
              label={shown.column.header}
              align={shown.column.align}
              certainty={shown.column.certainty}
              onExplain={() => onExplain(shown.column.index)}
              {...shared}
            />
          );
        })}
      </tr>
    </thead>
  );
}
