import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import type { LinkNote } from './present-link.ts';

interface Props {
  readonly note: LinkNote;
  /** Once a log was loaded, there is nothing left to ask for. */
  readonly isSample: boolean;
  readonly onClose: () => void;
}

/** What a followed link holds and what it does not, before anyone takes the sample for the log. */
export function LinkNoteBox({ note, isSample, onClose }: Props) {
  const wantsLog = note.wantsLog && isSample;
  if (!wantsLog && note.problems.length === 0 && note.lost === '') return null;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an output may not hold paragraphs
    <div class="log-link-note" role="status">
      {note.problems.map((text) => (
        <p key={text}>
          <CellText text={text} />
        </p>
      ))}
      {note.problems.length > 0 && (
        <p>The link in the address bar stays as it is until you close this note.</p>
      )}
      {note.lost && <p>{note.lost}</p>}
      {wantsLog && (
        <p>
          <strong>The log itself is not in the link: load it here.</strong> What you see below is a
          sample.
        </p>
      )}
      <button type="button" class="button" onClick={onClose}>
        Close this note
      </button>
    </div>
  );
}
