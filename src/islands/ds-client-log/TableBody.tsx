import type { GridPlace } from './grid-keys.ts';
import { LogRow } from './LogRow.tsx';
import type { TableColumn } from './table-columns.ts';
import { virtualAbove, type TableWindow } from './table-window.ts';
import type { Chosen, LogState } from './log-state.ts';
import { pageRows } from './protocol.ts';

/** The row at a place of the table, if it has come. */
export const rowAt = (pages: LogState['pages'], place: number) =>
  pages.get(Math.floor(place / pageRows))?.[place % pageRows];

const placesOf = ({ from, to }: TableWindow): readonly number[] =>
  Array.from({ length: to - from }, (_, i) => from + i);

/** Holds the place of a row that is on its way, so that the table does not jump. */
const EmptyRow = ({ columns }: { readonly columns: number }) => (
  <tr aria-hidden="true">
    <td colSpan={columns}>&nbsp;</td>
  </tr>
);

/** Stands for the rows out of sight. Its height is set by script: the policy forbids style attributes. */
const Space = ({ height, columns }: { readonly height: number; readonly columns: number }) => (
  <tr aria-hidden="true" class="log-space">
    <td colSpan={columns} style={{ height: `${height}px` }}>
      {''}
    </td>
  </tr>
);

interface Props {
  readonly pages: LogState['pages'];
  readonly count: number;
  readonly shown: TableWindow;
  readonly columns: readonly TableColumn[];
  readonly live: boolean;
  readonly chosen: Chosen | null;
  readonly place: GridPlace;
}

/** The rows in view, and the space that stands for all others. */
export function TableBody({ pages, count, shown, columns, live, chosen, place }: Props) {
  return (
    <tbody>
      {shown.before > 0 && <Space height={shown.before} columns={columns.length} />}
      {placesOf(shown).map((at) => {
        const row = rowAt(pages, at);
        return row ? (
          <LogRow
            key={at}
            row={row}
            place={at}
            columns={columns}
            live={live}
            chosenColumn={chosen?.row === row.row ? chosen.column : null}
            tabStop={place.row === at ? place.column : null}
          />
        ) : (
          count > virtualAbove && <EmptyRow key={at} columns={columns.length} />
        );
      })}
      {shown.after > 0 && <Space height={shown.after} columns={columns.length} />}
    </tbody>
  );
}
