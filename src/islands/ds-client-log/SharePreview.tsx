import { useEffect, useState } from 'preact/hooks';
import type { SharedLines } from '../../core/ds-client-log/shared-lines.ts';
import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import type { Answers, Question } from './protocol.ts';
import { saveText } from './save.ts';

/** Longer addresses are cut by mail programs and ticket systems. */
const linkLengthMax = 2000;

type Asked = Omit<Extract<Question, { readonly kind: 'share-lines' }>, 'kind'>;
type Answer = Answers['share-lines'];

export interface SharePreviewProps {
  /** The cell that was chosen, with the line of the file that it stands in; null for none. */
  readonly chosen: { readonly row: number; readonly column: number; readonly line: number } | null;
  /** Lines that the table shows as filtered. */
  readonly count: number;
  /** Changes with the log and with what is shown of it. */
  readonly shown: unknown;
  readonly link: (lines: SharedLines) => string;
  readonly onAsk: (asked: Asked) => Promise<Answer | null>;
  readonly onCopy: (what: string, text: string) => void;
}

const Held = ({ answer }: { readonly answer: Answer }) => (
  <ul class="log-held">
    {answer.held.map(({ line, cells }) => (
      <li key={line}>
        Line {line}:{' '}
        {cells.map(({ label, text }, i) => (
          <span key={label}>
            {i > 0 && ', '}
            <span class="log-place">{label}</span> <CellText text={text} />
          </span>
        ))}
      </li>
    ))}
  </ul>
);

/** The one way in which the text of cells leaves: chosen, with names replaced, and seen before it goes. */
export function SharePreview({ chosen, count, shown, link, onAsk, onCopy }: SharePreviewProps) {
  const [all, setAll] = useState(false);
  const [leaveOut, setLeaveOut] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const row = chosen?.row ?? null;
  const takesAll = all || row === null;

  useEffect(() => {
    setAnswer(null);
    let isCurrent = true;
    const rows = takesAll ? 'shown' : [row];
    void onAsk({ rows, at: chosen, leaveOut }).then((got) => isCurrent && setAnswer(got));
    return () => void (isCurrent = false);
  }, [takesAll, leaveOut, row, chosen?.column, shown]);
  // What was left out of one line is not left out of the next without a word.
  useEffect(() => setLeaveOut(false), [row, takesAll, shown]);

  const address = answer?.lines ? link(answer.lines) : '';
  const isTooLong = address.length > linkLengthMax;
  return (
    <div class="log-share-preview" aria-live="polite">
      <label class="log-filter">
        Lines
        <select
          value={takesAll ? 'shown' : 'chosen'}
          onChange={({ currentTarget }) => setAll(currentTarget.value === 'shown')}
        >
          {chosen && <option value="chosen">The chosen line ({chosen.line})</option>}
          <option value="shown">
            {count === 1 ? 'The line shown' : `The ${count} lines shown`}
          </option>
        </select>
      </label>
      {answer?.refused.map((text) => (
        <p key={text} class="log-refused">
          {text}
        </p>
      ))}
      {answer?.canLeaveOut && (
        <p>
          <button type="button" class="button" onClick={() => setLeaveOut(true)}>
            Leave these texts out
          </button>{' '}
          The link then says that something was left out. If it is a real secret, change it: it
          stands in the log as well.
        </p>
      )}
      {answer?.lines && (
        <>
          <p>
            <strong>This is what the link holds</strong>, and all that leaves this machine when you
            send it. Read it once: free text may still hold a name that nothing marks as one. Sizes
            are in bytes and durations in seconds.
          </p>
          <Held answer={answer} />
          {answer.replaced.length > 0 && (
            <details>
              <summary>Replaced, and known to this page only</summary>
              <ul class="log-replaced">
                {answer.replaced.map(({ mask, name }) => (
                  <li key={mask}>
                    {mask}: <CellText text={name} />
                  </li>
                ))}
              </ul>
            </details>
          )}
          {isTooLong ? (
            <p class="log-refused">
              The link would be {address.length} characters long, and mail and ticket systems cut
              what is longer than {linkLengthMax}. Choose fewer lines, or send them as a file, which
              this tool opens as well.
            </p>
          ) : (
            <label>
              The link, {address.length} characters
              <textarea class="log-share-link" readOnly rows={3} value={address} />
            </label>
          )}
          <p class="log-share-ways">
            {!isTooLong && (
              <button
                type="button"
                class="button"
                onClick={() => onCopy('The link with the text of these lines', address)}
              >
                Copy this link
              </button>
            )}
            <button
              type="button"
              class={isTooLong ? 'button' : 'log-quiet'}
              onClick={() => saveText('lines-of-a-log.txt', answer.text)}
            >
              Save these lines as a file
            </button>
          </p>
        </>
      )}
    </div>
  );
}
