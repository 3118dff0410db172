import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import { cellView, type Sorting } from './view.ts';

interface Props {
  readonly by: Sorting['by'];
  readonly label: string;
  readonly align: 'number' | 'text';
  readonly certainty: 'known' | 'guessed' | 'given' | 'unknown';
  readonly sorting: Sorting | null;
  readonly live: boolean;
  /** Which of the two buttons the Tab key reaches, if either. */
  readonly tabStop: 'sort' | 'explain' | null;
  readonly at: number;
  readonly onSort: (by: Sorting['by']) => void;
  readonly onExplain: ((by: Sorting['by']) => void) | null;
}

const directions = { ascending: '▲', descending: '▼', none: '' } as const;

/** A column's label, which sorts, and a question mark, which explains the column. */
export function ColumnHead(props: Props) {
  const { by, label, align, certainty, sorting, live, tabStop, at, onSort, onExplain } = props;
  const isSorted = sorting?.by === by;
  const direction = isSorted ? (sorting.descending ? 'descending' : 'ascending') : 'none';
  const shown = cellView(label.trim() || `Column ${by === 'outcome' ? at : by + 1}`);
  return (
    <th scope="col" data-align={align} aria-sort={live ? direction : undefined}>
      <span class="log-head">
        <button
          type="button"
          class="log-sort"
          disabled={!live}
          tabIndex={tabStop === 'sort' ? 0 : -1}
          data-at={`head-${at}`}
          onClick={() => onSort(by)}
        >
          <CellText text={shown.text} more={shown.more} />
          {certainty === 'guessed' && <span class="log-guess">guessed</span>}
          <span class="log-direction" aria-hidden="true">
            {directions[direction]}
          </span>
        </button>
        {onExplain && (
          <button
            type="button"
            class="log-ask"
            disabled={!live}
            tabIndex={tabStop === 'explain' ? 0 : -1}
            data-at={`ask-${at}`}
            aria-label={`What does ${label.trim() || shown.text} mean?`}
            onClick={() => onExplain(by)}
          >
            ?
          </button>
        )}
      </span>
    </th>
  );
}
