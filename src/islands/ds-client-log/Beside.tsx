import { useRef } from 'preact/hooks';
import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import type { BesideState } from './log-state.ts';
import type { LogSource, Progress } from './protocol.ts';
import { Reading, Spoken } from './ReadingStatus.tsx';
import type { Store } from './store.ts';
import type { LogView } from './view.ts';

interface Props {
  readonly view: LogView;
  readonly beside: BesideState;
  readonly live: boolean;
  readonly onAdd: (source: LogSource) => void;
  /** How far reading it is, and what stops it. */
  readonly progress: Store<Progress>;
  readonly onStop: () => void;
}

/** The second log of a pair: an event log beside the activities, or the activities beside it. */
export function Beside({ view, beside, live, onAdd, progress, onStop }: Props) {
  const file = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isActivity = view.kind === 'activity-log';
  return (
    <section class="log-beside-log" aria-labelledby="log-beside">
      <h3 id="log-beside">{isActivity ? 'Its events' : 'Its activities'}</h3>
      {beside.kind !== 'read' && (
        <p>
          Add the {isActivity ? 'event log' : 'activity log'} of the same days, saved from the same
          DS-Client: each message then stands with the activity during which it was written.
        </p>
      )}
      {beside.kind === 'reading' && (
        <Reading
          name={beside.name}
          progress={progress}
          onCancel={() => {
            button.current?.focus();
            onStop();
          }}
        />
      )}
      {/* What became of it is spoken where it stands first: in the status at the top. */}
      <div aria-live="polite">
        {beside.kind === 'reading' && <Spoken name={beside.name} progress={progress} />}
      </div>
      {(beside.kind === 'refused' || beside.kind === 'read') && beside.refused && (
        <>
          <p>
            Not read: <CellText text={beside.refused.name.slice(0, 80)} />
          </p>
          {beside.refused.notes.map(({ severity, text }) => (
            <p key={text} class={severity === 'error' ? 'log-refused' : undefined}>
              <CellText text={text} />
            </p>
          ))}
        </>
      )}
      {beside.kind === 'read' &&
        beside.view.summary.map((text) => (
          <p key={text}>
            <CellText text={text} />
          </p>
        ))}
      <p>
        <input
          ref={file}
          id="log-file-beside"
          class="log-file"
          type="file"
          aria-label={isActivity ? 'Choose an event log' : 'Choose an activity log'}
          // The button beside it is what a keyboard and a screen reader meet.
          aria-hidden="true"
          tabIndex={-1}
          disabled={!live}
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? [];
            if (chosen) onAdd({ kind: 'file', file: chosen });
            currentTarget.value = '';
          }}
        />
        <button
          ref={button}
          type="button"
          class="button"
          disabled={!live}
          onClick={() => file.current?.click()}
        >
          {beside.kind === 'read' ? 'Choose another' : 'Add the'}{' '}
          {isActivity ? 'event log…' : 'activity log…'}
        </button>
      </p>
    </section>
  );
}
