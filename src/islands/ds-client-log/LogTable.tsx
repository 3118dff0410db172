import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { groupThousands } from '../../core/units.ts';
import { ColumnHead } from './ColumnHead.tsx';
import { gridMove, type GridPlace } from './grid-keys.ts';
import { LogRow } from './LogRow.tsx';
import {
  scrollTo,
  tableWindow,
  virtualAbove,
  type Scrolled,
  type TableWindow,
} from './table-window.ts';
import { pageRows, type Chosen, type LogState } from './use-log.ts';
import type { Sorting } from './view.ts';

interface Props {
  readonly state: LogState;
  readonly live: boolean;
  readonly caption: string;
  readonly onSort: (sorting: Sorting | null) => void;
  readonly onChoose: (chosen: Chosen) => void;
  readonly onNeedPage: (page: number) => void;
}

const idOf = (place: GridPlace): string =>
  place.row >= 0
    ? `${place.row}-${place.column}`
    : `${place.part === 'explain' ? 'ask' : 'head'}-${place.column}`;

/** Sorting goes up, down, and back to the order of the file. */
const nextSorting = (old: Sorting | null, by: Sorting['by']): Sorting | null => {
  if (old?.by !== by) return { by, descending: false };
  return old.descending ? null : { by, descending: true };
};

const rowAt = (pages: LogState['pages'], place: number) =>
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

/** The log as a table; each cell can be chosen by pointer or with the arrow keys and Enter. */
export function LogTable({ state, live, caption, onSort, onChoose, onNeedPage }: Props) {
  const { view, pages, count, arrangement, chosen } = state;
  const region = useRef<HTMLElement>(null);
  const hasOutcome = view.kind === 'activity-log';
  const firstColumn = hasOutcome ? 0 : 1;
  const [kept, setPlace] = useState<GridPlace>({ row: 0, column: 0, part: 'cell' });
  const fits = kept.row < count && kept.column >= firstColumn && kept.column <= view.columns.length;
  const place: GridPlace = fits ? kept : { row: 0, column: firstColumn, part: 'cell' };
  const moved = useRef(false);
  const [scrolled, setScrolled] = useState<Scrolled>({ top: 0, height: 480, rowHeight: 36 });
  const shown = tableWindow(count, scrolled);
  const completion = view.columns.find((column) => column.field === 'completion')?.index ?? null;

  const measure = () => {
    const element = region.current;
    if (!element) return;
    const rowHeight = element.querySelector('tbody tr[aria-rowindex]')?.clientHeight ?? 36;
    setScrolled({ top: element.scrollTop, height: element.clientHeight, rowHeight });
  };

  useLayoutEffect(() => {
    for (let page = Math.floor(shown.from / pageRows); page * pageRows < shown.to; page += 1) {
      if (live && !pages.has(page)) onNeedPage(page);
    }
    if (!moved.current) return;
    const cell = region.current?.querySelector<HTMLElement>(`[data-at="${idOf(place)}"]`);
    if (!cell) return;
    moved.current = false;
    cell.focus();
  });

  const go = (next: GridPlace) => {
    const element = region.current;
    moved.current = true;
    setPlace(next);
    if (element && next.row >= 0 && (next.row < shown.from || next.row >= shown.to))
      element.scrollTop = scrollTo(count, next.row, scrolled);
  };

  const chooseAt = ({ row, column }: GridPlace) => {
    const wanted = column === 0 ? completion : column - 1;
    const at = rowAt(pages, row);
    if (at && wanted !== null) onChoose({ row: at.row, column: wanted });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ' ') && place.row >= 0) {
      event.preventDefault();
      return chooseAt(place);
    }
    const grid = { rows: count, columns: view.columns.length, firstColumn } as const;
    const next = gridMove(place, event.key, event.ctrlKey || event.metaKey, grid);
    if (!next) return;
    event.preventDefault();
    go(next);
  };

  const onClick = (event: MouseEvent) => {
    const cell = (event.target as Element).closest<HTMLElement>('td[data-at]');
    const [row = '', column = ''] = (cell?.dataset['at'] ?? '').split('-');
    if (!cell || !live) return;
    const at: GridPlace = { row: Number(row), column: Number(column), part: 'cell' };
    go(at);
    chooseAt(at);
  };

  const headStop = (column: number) => {
    if (place.row >= 0 || place.column !== column) return null;
    return place.part === 'explain' ? 'explain' : 'sort';
  };

  return (
    <section
      class="log-region"
      ref={region}
      aria-label={caption}
      tabIndex={live ? undefined : 0}
      onScroll={count > virtualAbove ? measure : undefined}
      onFocusCapture={(event) => {
        // The Tab key enters where the reader left; a button that was clicked becomes that place.
        const at = (event.target as HTMLElement).dataset['at']?.split('-');
        if (at?.[0] === 'head') setPlace({ row: -1, column: Number(at[1]), part: 'sort' });
        if (at?.[0] === 'ask') setPlace({ row: -1, column: Number(at[1]), part: 'explain' });
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it is a grid once the script is there */}
      <table
        class="log-table"
        role={live ? 'grid' : undefined}
        aria-rowcount={live ? count + 1 : undefined}
        onKeyDown={live ? onKeyDown : undefined}
        onClick={live ? onClick : undefined}
      >
        <caption>
          {caption}
          {count > virtualAbove && (
            <span class="log-caption-note">
              {` ${groupThousands(String(count))} rows; those out of sight are drawn when you scroll to them.`}
            </span>
          )}
        </caption>
        <thead>
          <tr aria-rowindex={live ? 1 : undefined}>
            {hasOutcome && (
              <ColumnHead
                by="outcome"
                at={0}
                label="Outcome"
                align="text"
                certainty="known"
                sorting={arrangement.sorting}
                live={live}
                tabStop={headStop(0)}
                onSort={(by) => onSort(nextSorting(arrangement.sorting, by))}
                onExplain={null}
              />
            )}
            {view.columns.map((column) => (
              <ColumnHead
                key={column.index}
                by={column.index}
                at={column.index + 1}
                label={column.header}
                align={column.align}
                certainty={column.certainty}
                sorting={arrangement.sorting}
                live={live}
                tabStop={headStop(column.index + 1)}
                onSort={(by) => onSort(nextSorting(arrangement.sorting, by))}
                onExplain={() => onChoose({ row: null, column: column.index })}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.before > 0 && <Space height={shown.before} columns={view.columns.length + 1} />}
          {placesOf(shown).map((at) => {
            const row = rowAt(pages, at);
            return row ? (
              <LogRow
                key={at}
                row={row}
                place={at}
                columns={view.columns}
                hasOutcome={hasOutcome}
                live={live}
                chosenColumn={chosen?.row === row.row ? chosen.column : null}
                tabStop={place.row === at ? place.column : null}
              />
            ) : (
              count > virtualAbove && <EmptyRow key={at} columns={view.columns.length + 1} />
            );
          })}
          {shown.after > 0 && <Space height={shown.after} columns={view.columns.length + 1} />}
        </tbody>
      </table>
    </section>
  );
}
