import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { groupThousands } from '../../core/units.ts';
import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import type { NotRead, Phase } from './log-state.ts';
import type { Progress } from './protocol.ts';
import { progressSpoken, progressWords } from './progress-words.ts';
import { leadTo, Refusal } from './Refusal.tsx';
import { useStore, type Store } from './store.ts';

/** A person who listens hears how far it is this often, and not at each step. */
const spokenMilliseconds = 5000;

interface Props {
  readonly phase: Phase;
  /** Logs that came with the one that is shown. */
  readonly notRead: readonly NotRead[];
  readonly progress: Store<Progress>;
  readonly onCancel: () => void;
  readonly onDismiss: () => void;
  readonly onAgain: (again: () => Promise<unknown>) => void;
  /** What is said of the second log. */
  readonly children: ComponentChildren;
}

interface Named {
  readonly name: string;
}

const Name = ({ name }: Named) => <CellText text={name.slice(0, 80)} />;

interface ReadingProps extends Named {
  readonly progress: Store<Progress>;
  readonly onCancel: () => void;
}

/** How far reading is, as a bar and in words. Only this is drawn at each step. */
export function Reading({ name, progress, onCancel }: ReadingProps) {
  const step = useStore(progress);
  return (
    <p class="log-progress">
      <progress aria-label={`Reading ${name.slice(0, 80)}`} max={1} value={step.share} />
      {/* Before the words, whose width changes: nobody has to run after it. */}
      <button type="button" class="button" onClick={onCancel}>
        Stop
      </button>
      <span>
        <Name name={name} />: <span class="log-progress-words">{progressWords(step)}</span>
      </span>
    </p>
  );
}

/** What a screen reader says meanwhile: that reading began, and every few seconds how far it is. */
export function Spoken({ name, progress }: Omit<ReadingProps, 'onCancel'>) {
  const [said, setSaid] = useState(`Reading ${name.slice(0, 80)}`);
  useEffect(() => {
    const timer = setInterval(() => setSaid(progressSpoken(progress.get())), spokenMilliseconds);
    return () => clearInterval(timer);
  }, [progress]);
  return <p class="visually-hidden">{said}</p>;
}

/** What the reader is doing, or why it could not read. What was open before stays below. */
export function ReadingStatus(props: Props) {
  const { phase, notRead, progress, onCancel, onDismiss, onAgain, children } = props;
  const failed = phase.kind === 'failed' ? [phase] : [];
  const told = [...notRead.map((one) => ({ ...one, again: null })), ...failed];
  return (
    // A button in it that goes leaves the focus here.
    <div class="log-status" id="log-status" tabIndex={-1}>
      {phase.kind === 'reading' && (
        <Reading
          name={phase.name}
          progress={progress}
          onCancel={() => {
            leadTo('log-status');
            onCancel();
          }}
        />
      )}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an output may not hold paragraphs */}
      <div role="status">
        {phase.kind === 'reading' && <Spoken name={phase.name} progress={progress} />}
        {phase.kind === 'read' && (
          <p class="log-progress">
            <span>
              <Name name={phase.name} />: {groupThousands(String(phase.lines))}{' '}
              {phase.lines === 1 ? 'line' : 'lines'} read.
            </span>
          </p>
        )}
        {children}
        {told.map(({ again, ...one }, i) => (
          <Refusal
            key={i}
            {...one}
            onAgain={again && (() => onAgain(again))}
            onDismiss={onDismiss}
          />
        ))}
      </div>
    </div>
  );
}
