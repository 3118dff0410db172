import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import { useMemo, useState } from 'preact/hooks';
import type { ExportForm } from '../../core/ds-client-log/export.ts';
import { ExplanationPanel } from './ExplanationPanel.tsx';
import { Filters } from './Filters.tsx';
import { Kept } from './Kept.tsx';
import { LogTable } from './LogTable.tsx';
import { leads, type SiteLinks } from './site-links.ts';
import { columnsDrawn, emptyColumns, tableColumns } from './table-columns.ts';
import type { LogActions } from './log-session.ts';
import type { LogState } from './log-state.ts';
import type { Arrangement, LogView } from './view.ts';

interface Props {
  readonly state: LogState;
  readonly actions: LogActions;
  readonly live: boolean;
  readonly links: SiteLinks;
  /** The reader has chosen a cell of this log. */
  readonly hasChosen: boolean;
  readonly onArrange: (edit: Partial<Arrangement>) => void;
  /** Saves the lines as arranged. */
  readonly onSave: (form: ExportForm) => void;
}

/** The lines of the log: filters, the table, and beside it what the chosen cell says. */
export function Lines({ state, actions, live, links, hasChosen, onArrange, onSave }: Props) {
  const [withEmpty, setWithEmpty] = useState(false);
  /** The log of which every column was asked for, by its columns. */
  const [allOf, setAllOf] = useState<LogView['columns'] | null>(null);
  const { view } = state;
  const empty = emptyColumns(view);
  const columns = useMemo(() => tableColumns(view, withEmpty), [view.columns, withEmpty]);
  const isWhole = columns.length <= columnsDrawn || allOf === view.columns;
  const drawn = useMemo(
    () => (isWhole ? columns : columns.slice(0, columnsDrawn)),
    [columns, isWhole],
  );
  return (
    <section class="log-lines" aria-label="The lines of the log">
      <Kept isDue of={[view, state.arrangement, state.count, live]}>
        <Filters
          view={view}
          arrangement={state.arrangement}
          count={state.count}
          live={live}
          onArrange={onArrange}
        />
      </Kept>
      {empty.length > 0 && (
        <label class="log-check">
          <input
            type="checkbox"
            checked={withEmpty}
            disabled={!live}
            onChange={({ currentTarget }) => setWithEmpty(currentTarget.checked)}
          />
          <span>
            Show {empty.length === 1 ? 'the empty column' : `the ${empty.length} empty columns`}:{' '}
            <CellText text={empty.join(', ').slice(0, 120)} />
          </span>
        </label>
      )}
      {columns.length > columnsDrawn && (
        <label class="log-check">
          <input
            type="checkbox"
            checked={isWhole}
            disabled={!live}
            onChange={({ currentTarget }) => setAllOf(currentTarget.checked ? view.columns : null)}
          />
          <span>
            Show the {columns.length - columnsDrawn} columns further right as well. Scrolling is
            then slow.
          </span>
        </label>
      )}
      <div class="log-beside">
        <LogTable
          state={state}
          columns={drawn}
          live={live}
          caption={view.kind === 'activity-log' ? 'Activity log' : 'Event log'}
          onSort={(sorting) => onArrange({ sorting })}
          onChoose={actions.choose}
          onNeedPage={actions.needPage}
        />
        <ExplanationPanel explanation={state.explanation} links={links} follows={hasChosen} />
      </div>
      <p class="log-guide log-save">
        Save the lines shown:{' '}
        <button type="button" class="log-quiet" disabled={!live} onClick={() => onSave('csv')}>
          as CSV
        </button>
        <button type="button" class="log-quiet" disabled={!live} onClick={() => onSave('tsv')}>
          as text with tabs
        </button>
        <span class="log-place">
          What a spreadsheet would calculate gets an apostrophe before it. Names stay as they are.
        </span>
      </p>
      <p class="log-guide">
        <a {...leads(links, links.columns)}>Every column explained, with worked examples</a>
      </p>
    </section>
  );
}
