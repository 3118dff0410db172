import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import { linkNote, type LinkNote } from './present-link.ts';
import { Close, leadTo } from './Refusal.tsx';
import type { FollowedLink } from './use-address.ts';

interface Props {
  /** The link in the address bar, until its note was closed; null for none. */
  readonly followed: FollowedLink | null;
  /** Once a log was loaded, there is nothing left to ask for. */
  readonly isSample: boolean;
  /** The reader's own log that made way for the lines of a link. */
  readonly madeWay: string | null;
  readonly onReopen: () => void;
  readonly onClose: () => void;
}

type OwnLogProps = Pick<Props, 'onReopen'> & { readonly name: string };

const OwnLog = ({ name, onReopen }: OwnLogProps) => (
  <output class="log-link-note">
    <span>
      Your log <CellText text={name} /> made way for the lines of this link.
    </span>
    <button
      type="button"
      class="button"
      onClick={() => {
        leadTo('log-choose');
        onReopen();
      }}
    >
      Show it again
    </button>
  </output>
);

type NoteProps = Pick<Props, 'isSample' | 'onClose'> & { readonly note: LinkNote };

function Note({ note, isSample, onClose }: NoteProps) {
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
      <Close onDismiss={onClose} />
    </div>
  );
}

/** What a followed link holds and what it does not, before anyone takes the sample for the log. */
export function LinkNoteBox({ followed, isSample, madeWay, onReopen, onClose }: Props) {
  const note = followed && linkNote(followed);
  return (
    <>
      {madeWay !== null && <OwnLog name={madeWay} onReopen={onReopen} />}
      {note && <Note note={note} isSample={isSample} onClose={onClose} />}
    </>
  );
}
