import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import { saveText } from './save.ts';
import type { SharePreviewProps } from './SharePreview.tsx';
import type { LinesAnswer } from './use-lines-to-share.ts';

/** Longer addresses are cut by mail programs and ticket systems. */
const linkLengthMax = 2000;

interface AnswerProps {
  readonly answer: LinesAnswer;
}

const Held = ({ answer }: AnswerProps) => (
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

const Replaced = ({ answer }: AnswerProps) => (
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
);

interface AddressProps {
  readonly address: string;
  readonly isTooLong: boolean;
}

const Address = ({ address, isTooLong }: AddressProps) =>
  isTooLong ? (
    <p class="log-refused">
      The link would be {address.length} characters long, and mail and ticket systems cut what is
      longer than {linkLengthMax}. Choose fewer lines, or send them as a file, which this tool opens
      as well.
    </p>
  ) : (
    <label>
      The link, {address.length} characters
      <textarea class="log-share-link" readOnly rows={3} value={address} />
    </label>
  );

interface WaysProps extends AddressProps, Pick<SharePreviewProps, 'onCopy'> {
  /** The lines as a file. */
  readonly text: string;
}

const Ways = ({ address, isTooLong, text, onCopy }: WaysProps) => (
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
      onClick={() => saveText('lines-of-a-log.txt', text)}
    >
      Save these lines as a file
    </button>
  </p>
);

interface Props extends AnswerProps, Pick<SharePreviewProps, 'onCopy'> {
  /** The link that holds them. */
  readonly address: string;
}

/** Lines as they would leave, to be read before they do, and the ways to send them. */
export function LinesToSend({ answer, address, onCopy }: Props) {
  const isTooLong = address.length > linkLengthMax;
  return (
    <>
      <p>
        <strong>This is what the link holds</strong>, and all that leaves this machine when you send
        it. Read it once: free text may still hold a name that nothing marks as one. Sizes are in
        bytes and durations in seconds.
      </p>
      <Held answer={answer} />
      {answer.replaced.length > 0 && <Replaced answer={answer} />}
      <Address address={address} isTooLong={isTooLong} />
      <Ways address={address} isTooLong={isTooLong} text={answer.text} onCopy={onCopy} />
    </>
  );
}
