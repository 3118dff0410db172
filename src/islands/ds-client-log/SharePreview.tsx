import type { SharedLines } from '../../core/ds-client-log/shared-lines.ts';
import { LinesToSend } from './LinesToSend.tsx';
import { useLinesToShare, type LinesGiven } from './use-lines-to-share.ts';

export interface SharePreviewProps extends LinesGiven {
  /** Lines that the table shows as filtered. */
  readonly count: number;
  readonly link: (lines: SharedLines) => string;
  readonly onCopy: (what: string, text: string) => void;
}

interface WhichLinesProps extends Pick<SharePreviewProps, 'chosen' | 'count'> {
  readonly takesAll: boolean;
  readonly onTakeAll: (takesAll: boolean) => void;
}

const WhichLines = ({ chosen, count, takesAll, onTakeAll }: WhichLinesProps) => (
  <label class="log-filter">
    Lines
    <select
      value={takesAll ? 'shown' : 'chosen'}
      onChange={({ currentTarget }) => onTakeAll(currentTarget.value === 'shown')}
    >
      {chosen && <option value="chosen">The chosen line ({chosen.line})</option>}
      <option value="shown">{count === 1 ? 'The line shown' : `The ${count} lines shown`}</option>
    </select>
  </label>
);

const LeaveOut = ({ onLeaveOut }: { readonly onLeaveOut: () => void }) => (
  <p>
    <button type="button" class="button" onClick={onLeaveOut}>
      Leave these texts out
    </button>{' '}
    The link then says that something was left out. If it is a real secret, change it: it stands in
    the log as well.
  </p>
);

/** The one way in which the text of cells leaves: chosen, with names replaced, and seen before it goes. */
export function SharePreview(props: SharePreviewProps) {
  const { chosen, count, link, onCopy } = props;
  const { takesAll, answer, takeAll, leaveOut } = useLinesToShare(props);
  return (
    <div class="log-share-preview" aria-live="polite">
      <WhichLines chosen={chosen} count={count} takesAll={takesAll} onTakeAll={takeAll} />
      {answer?.refused.map((text) => (
        <p key={text} class="log-refused">
          {text}
        </p>
      ))}
      {answer?.canLeaveOut && <LeaveOut onLeaveOut={leaveOut} />}
      {answer?.lines && (
        <LinesToSend answer={answer} address={link(answer.lines)} onCopy={onCopy} />
      )}
    </div>
  );
}
