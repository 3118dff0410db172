import type { ExportForm } from '../../core/ds-client-log/export.ts';
import { ExplanationPanel } from './ExplanationPanel.tsx';
import { Filters } from './Filters.tsx';
import { Kept } from './Kept.tsx';
import { LogTable } from './LogTable.tsx';
import { leads, type SiteLinks } from './site-links.ts';
import { NotDone } from './NotDone.tsx';
import type { LogActions } from './log-session.ts';
import type { LogState } from './log-state.ts';
import { useColumns } from './use-columns.tsx';
import type { Arrangement } from './view.ts';

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

const SaveLines = ({ live, onSave }: Pick<Props, 'live' | 'onSave'>) => (
  // A note below that goes leaves the focus here.
  <p class="log-guide log-save" id="log-save" tabIndex={-1}>
    Save the lines shown:{' '}
    <button type="button" class="log-quiet" disabled={!live} onClick={() => onSave('csv')}>
      as CSV
    </button>
    <button type="button" class="log-quiet" disabled={!live} onClick={() => onSave('tsv')}>
      as text with tabs
    </button>
    <span class="log-place">
      What a spreadsheet would calculate gets an apostrophe. Names stay as they are.
    </span>
  </p>
);

/** The lines of the log: filters, the table, and beside it what the chosen cell says. */
export function Lines({ state, actions, live, links, hasChosen, onArrange, onSave }: Props) {
  const { view, arrangement, notArranged, count } = state;
  const { columns, more } = useColumns(view, live);
  return (
    <section class="log-lines" id="log-lines" tabIndex={-1} aria-label="The lines of the log">
      <Kept isDue of={[view, arrangement, count, live]}>
        <Filters {...{ view, arrangement, count, live, onArrange }} />
      </Kept>
      {notArranged && (
        <NotDone
          text="The lines could not be sorted or filtered. They are shown as before."
          leadsTo="log-lines"
          onAgain={() => onArrange(notArranged)}
          onClose={actions.keepArrangement}
        />
      )}
      {more}
      <div class="log-beside">
        <LogTable
          state={state}
          columns={columns}
          live={live}
          caption={view.kind === 'activity-log' ? 'Activity log' : 'Event log'}
          onSort={(sorting) => onArrange({ sorting })}
          onChoose={actions.choose}
          onNeedPage={actions.needPage}
        />
        <ExplanationPanel explanation={state.explanation} links={links} follows={hasChosen} />
      </div>
      <SaveLines live={live} onSave={onSave} />
      <p class="log-guide">
        <a {...leads(links, links.columns)}>Every column explained, with worked examples</a>
      </p>
    </section>
  );
}
