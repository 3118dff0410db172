import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import type { NotRead } from './log-state.ts';

/** A button that goes with its note leaves the focus to an element that stays. */
export const leadTo = (id: string): void => document.getElementById(id)?.focus();

interface CloseProps {
  readonly onDismiss: () => void;
}

/** Closes a note. It goes with the note, and a keyboard goes on at the choice of a log. */
export const Close = ({ onDismiss }: CloseProps) => (
  <button
    type="button"
    class="button"
    onClick={() => {
      leadTo('log-choose');
      onDismiss();
    }}
  >
    Close this note
  </button>
);

interface Props extends NotRead, CloseProps {
  /** Asks for the same once more; null where that would end as it did. */
  readonly onAgain?: (() => void) | null;
}

/** A log that was not read, by its name, and why. */
export const Refusal = ({ name, notes, onAgain, onDismiss }: Props) => (
  <div class="log-failure">
    <p class="log-failure-title">
      Not read: <CellText text={name.slice(0, 80)} />
    </p>
    {notes.map(({ text }) => (
      <p key={text}>{text}</p>
    ))}
    <p class="log-failure-ways">
      {onAgain && (
        <button
          type="button"
          class="button"
          data-primary
          onClick={() => {
            leadTo('log-status');
            onAgain();
          }}
        >
          Try again
        </button>
      )}
      <Close onDismiss={onDismiss} />
    </p>
  </div>
);
