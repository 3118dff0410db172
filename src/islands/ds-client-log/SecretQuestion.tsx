import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import type { QuotedSecret } from './present-secrets.ts';

interface Props {
  /** Never empty. */
  readonly secrets: readonly QuotedSecret[];
  readonly onCopy: () => void;
  readonly onLeave: () => void;
}

/** Stands between a text that looks as if it held a secret and the clipboard. */
export const SecretQuestion = ({ secrets, onCopy, onLeave }: Props) => (
  <div class="log-share-preview" role="alert">
    <p class="log-refused">Not copied yet: there seems to be a secret in it.</p>
    <ul class="log-held">
      {secrets.map(({ what, text }) => (
        <li key={text.text}>
          This looks like {what}: <CellText text={text.text} />
          {text.more > 0 && '…'}
        </li>
      ))}
    </ul>
    <p>
      A ticket or a link is copied on and kept in many places. If it is a real secret, change it: it
      stands in the log as well.
    </p>
    <p class="log-share-ways">
      <button type="button" class="button" onClick={onLeave}>
        Do not copy
      </button>
      <button type="button" class="log-quiet" onClick={onCopy}>
        It is no secret: copy it
      </button>
    </p>
  </div>
);
