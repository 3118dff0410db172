import { useEffect, useMemo } from 'preact/hooks';
import { groupThousands } from '../../core/units.ts';
import type { Chosen, LogState } from './log-state.ts';
import { pageRows } from './protocol.ts';
import { TableBody } from './TableBody.tsx';
import type { TableColumn } from './table-columns.ts';
import { TableHead } from './TableHead.tsx';
import { virtualAbove, type TableWindow } from './table-window.ts';
import { gridHandlers } from './grid-handlers.ts';
import { useGrid, type GridTarget } from './use-grid.ts';
import type { Sorting } from './view.ts';

interface Props {
  readonly state: LogState;
  readonly columns: readonly TableColumn[];
  readonly live: boolean;
  readonly caption: string;
  readonly onSort: (sorting: Sorting | null) => void;
  readonly onChoose: (chosen: Chosen) => void;
  readonly onNeedPage: (page: number) => void;
}

/** The cell that something outside the table leads to, by its place among the columns drawn. */
function targetIn({ target }: LogState, columns: readonly TableColumn[]): GridTarget | null {
  if (!target) return null;
  const at = columns.findIndex((c) => c.kind === 'file' && c.column.index === target.column);
  return { row: target.place, column: Math.max(0, at) };
}

/**
 * Asks for the pages of the rows in view that have not come. Where all rows are in the page, one after
 * the other, each after the frame that draws the one before: two hundred rows in one take too long.
 */
function useNeededPages(
  { pages, count }: LogState,
  { from, to }: TableWindow,
  need: (page: number) => void,
): void {
  useEffect(() => {
    for (let page = Math.floor(from / pageRows); page * pageRows < to; page += 1) {
      if (pages.has(page)) continue;
      need(page);
      if (count <= virtualAbove) return;
    }
  });
}

const Caption = ({ caption, count }: { readonly caption: string; readonly count: number }) => (
  <caption>
    {caption}
    {count > virtualAbove && (
      <span class="log-caption-note">
        {` ${groupThousands(String(count))} rows, drawn as you scroll to them.`}
      </span>
    )}
  </caption>
);

/** The log as a table; each cell can be chosen by pointer or with the arrow keys and Enter. */
export function LogTable(props: Props) {
  const { state, columns, live, caption, onSort, onChoose, onNeedPage } = props;
  const { view, pages, count, arrangement, chosen } = state;
  const target = useMemo(() => targetIn(state, columns), [state.target]);
  const grid = useGrid(count, columns.length, target);
  const { region, place, shown, measure } = grid;
  useNeededPages(state, shown, (page) => live && onNeedPage(page));
  const completion = view.columns.find(({ field }) => field === 'completion')?.index ?? null;
  const handlers = gridHandlers({ grid, columns, pages, count, completion, onChoose });

  return (
    <section
      class="log-region log-region-lines"
      ref={region}
      aria-label={caption}
      tabIndex={live ? undefined : 0}
      onScroll={count > virtualAbove ? measure : undefined}
      onFocusCapture={handlers.onFocus}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it is a grid once the script is there */}
      <table
        class="log-table log-table-lines"
        role={live ? 'grid' : undefined}
        aria-rowcount={live ? count + 1 : undefined}
        onKeyDown={live ? handlers.onKeyDown : undefined}
        onClick={live ? handlers.onClick : undefined}
      >
        <Caption caption={caption} count={count} />
        <TableHead
          columns={columns}
          sorting={arrangement.sorting}
          live={live}
          place={place}
          onSort={onSort}
          onExplain={(column) => onChoose({ row: null, column })}
        />
        <TableBody
          pages={pages}
          count={count}
          shown={shown}
          columns={columns}
          live={live}
          chosen={chosen}
          place={place}
        />
      </table>
    </section>
  );
}
