import { useEffect, useMemo } from 'preact/hooks';
import { groupThousands } from '../../core/units.ts';
import { gridMove, type GridPlace } from './grid-keys.ts';
import { rowAt, TableBody } from './TableBody.tsx';
import { tableColumns } from './table-columns.ts';
import { TableHead } from './TableHead.tsx';
import { virtualAbove } from './table-window.ts';
import { useGrid } from './use-grid.ts';
import type { Chosen, LogState } from './log-state.ts';
import { pageRows } from './protocol.ts';
import type { Sorting } from './view.ts';

interface Props {
  readonly state: LogState;
  readonly live: boolean;
  readonly caption: string;
  readonly withEmpty: boolean;
  readonly onSort: (sorting: Sorting | null) => void;
  readonly onChoose: (chosen: Chosen) => void;
  readonly onNeedPage: (page: number) => void;
}

/** The log as a table; each cell can be chosen by pointer or with the arrow keys and Enter. */
export function LogTable(props: Props) {
  const { state, live, caption, withEmpty, onSort, onChoose, onNeedPage } = props;
  const { view, pages, count, arrangement, chosen } = state;
  const columns = useMemo(() => tableColumns(view, withEmpty), [view.columns, withEmpty]);
  const target = useMemo(() => {
    if (!state.target) return null;
    const { place: row, column } = state.target;
    const at = columns.findIndex((c) => c.kind === 'file' && c.column.index === column);
    return { row, column: Math.max(0, at) };
  }, [state.target]);
  const { region, place, setPlace, shown, measure, go } = useGrid(count, columns.length, target);
  const outcomeAt = columns.findIndex(({ kind }) => kind === 'outcome');
  const completion = view.columns.find(({ field }) => field === 'completion')?.index ?? null;

  useEffect(() => {
    for (let page = Math.floor(shown.from / pageRows); page * pageRows < shown.to; page += 1) {
      if (live && !pages.has(page)) onNeedPage(page);
    }
  });

  const chooseAt = ({ row, column }: GridPlace) => {
    const wanted = columns[column];
    const index = wanted?.kind === 'file' ? wanted.column.index : completion;
    const at = rowAt(pages, row);
    if (at && index !== null) onChoose({ row: at.row, column: index });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ' ') && place.row >= 0) {
      event.preventDefault();
      return chooseAt(place);
    }
    const unexplained = outcomeAt < 0 ? null : outcomeAt;
    const grid = { rows: count, columns: columns.length, unexplained } as const;
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

  return (
    <section
      class="log-region log-region-lines"
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
        class="log-table log-table-lines"
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
