import { failureNote } from './failure-words.ts';

interface Props {
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

const failure = failureNote({ kind: 'not-started', message: '' }, 'Nothing was saved.');

/** Why no file came, below the lines that it was to be made of: their buttons are far from the top. */
export const NotSaved = ({ onAgain, onClose }: Props) => (
  <div class="log-failure" role="alert">
    <p>{failure.text}</p>
    <p class="log-failure-ways">
      <button type="button" class="button" data-primary onClick={onAgain}>
        Try again
      </button>
      <button type="button" class="button" onClick={onClose}>
        Close this note
      </button>
    </p>
  </div>
);
