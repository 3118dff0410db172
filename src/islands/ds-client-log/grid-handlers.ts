import { gridMove, type GridPlace } from './grid-keys.ts';
import type { Chosen, LogState } from './log-state.ts';
import type { TableColumn } from './table-columns.ts';
import { rowAt } from './TableBody.tsx';
import type { useGrid } from './use-grid.ts';

interface Handled {
  readonly grid: ReturnType<typeof useGrid>;
  readonly columns: readonly TableColumn[];
  readonly pages: LogState['pages'];
  readonly count: number;
  /** The file's column that the outcome is judged from: choosing the outcome explains it. */
  readonly completion: number | null;
  readonly onChoose: (chosen: Chosen) => void;
}

/** What keys, clicks and focus do in the table, after the grid pattern of the ARIA practices. */
export function gridHandlers({ grid, columns, pages, count, completion, onChoose }: Handled) {
  const { place, go, setPlace } = grid;

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
    const outcome = columns.findIndex(({ kind }) => kind === 'outcome');
    const unexplained = outcome < 0 ? null : outcome;
    const size = { rows: count, columns: columns.length, unexplained } as const;
    const next = gridMove(place, event.key, event.ctrlKey || event.metaKey, size);
    if (!next) return;
    event.preventDefault();
    go(next);
  };

  const onClick = (event: MouseEvent) => {
    const cell = (event.target as Element).closest<HTMLElement>('td[data-at]');
    const [row = '', column = ''] = (cell?.dataset['at'] ?? '').split('-');
    if (!cell) return;
    const at: GridPlace = { row: Number(row), column: Number(column), part: 'cell' };
    go(at);
    chooseAt(at);
  };

  /** The Tab key enters where the reader left; a button that was clicked becomes that place. */
  const onFocus = (event: FocusEvent) => {
    const at = (event.target as HTMLElement).dataset['at']?.split('-');
    if (at?.[0] === 'head') setPlace({ row: -1, column: Number(at[1]), part: 'sort' });
    if (at?.[0] === 'ask') setPlace({ row: -1, column: Number(at[1]), part: 'explain' });
  };

  return { onKeyDown, onClick, onFocus } as const;
}
