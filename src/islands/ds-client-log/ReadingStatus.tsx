import type { Phase } from './use-log.ts';

interface Props {
  readonly phase: Phase;
  readonly onCancel: () => void;
  readonly onDismiss: () => void;
}

/** What the reader is doing, or why it could not read. What was open before stays below. */
export function ReadingStatus({ phase, onCancel, onDismiss }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an output may not hold paragraphs
    <div class="log-status" role="status">
      {phase.kind === 'reading' && (
        <p class="log-progress">
          <progress aria-label="Reading" />
          <span>
            {phase.stage}: <bdi>{phase.name.slice(0, 80)}</bdi>
          </span>
          <button type="button" class="button" onClick={onCancel}>
            Stop
          </button>
        </p>
      )}
      {phase.kind === 'failed' && (
        <div class="log-failure">
          <p class="log-failure-title">
            Not read: <bdi>{phase.name.slice(0, 80)}</bdi>
          </p>
          {phase.notes.map(({ text }) => (
            <p key={text}>{text}</p>
          ))}
          <button type="button" class="button" onClick={onDismiss}>
            Close this note
          </button>
        </div>
      )}
    </div>
  );
}
