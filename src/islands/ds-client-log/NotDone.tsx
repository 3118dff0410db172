import { leadTo } from './Refusal.tsx';

interface Props {
  readonly text: string;
  /** Where the focus goes when the note does, by an id. */
  readonly leadsTo: string;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** Why something was not done, near what was pressed for it: the status at the top is far from there. */
export function NotDone({ text, leadsTo, onAgain, onClose }: Props) {
  const way = (does: () => void) => () => {
    leadTo(leadsTo);
    does();
  };
  return (
    <div class="log-failure" role="alert">
      <p>{text}</p>
      <p class="log-failure-ways">
        <button type="button" class="button" data-primary onClick={way(onAgain)}>
          Try again
        </button>
        <button type="button" class="button" onClick={way(onClose)}>
          Close this note
        </button>
      </p>
    </div>
  );
}
