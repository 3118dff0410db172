import { useState } from 'preact/hooks';
import { Check } from './Check.tsx';
import type { LateParts } from './late-parts.ts';
import type { Answers } from './protocol.ts';
import type { SharePreviewProps } from './SharePreview.tsx';
import { ShareHolds } from './ShareHolds.tsx';
import type { QuotedSecret } from './present-secrets.ts';
import { useCopying, type Copied, type Wanted } from './use-copying.ts';

export interface ShareProps {
  readonly live: boolean;
  /** The address with what the link carries. */
  readonly link: () => string;
  readonly embed: () => string;
  /** In what a link would hold. */
  readonly secrets: readonly QuotedSecret[];
  /** What is open are lines that came with a link. */
  readonly isExcerpt: boolean;
  readonly onReply: (withNames: boolean) => Promise<Answers['reply'] | null>;
  readonly lines: Omit<SharePreviewProps, 'onCopy'>;
  /** Brings the preview of a link with lines, and the question about a secret. */
  readonly late: LateParts | null;
  readonly onLate: () => Promise<void>;
}

interface NamesProps {
  readonly live: boolean;
  readonly withNames: boolean;
  readonly onNames: (withNames: boolean) => void;
}

/** Whether the text for a ticket holds names. */
const TicketNames = ({ live, withNames, onNames }: NamesProps) => (
  <label class="log-share-names">
    <input
      type="checkbox"
      checked={withNames}
      disabled={!live}
      onChange={({ currentTarget }) => onNames(currentTarget.checked)}
    />
    Ticket text with names, and messages as the log words them
  </label>
);

interface LinkOfLinesProps extends Pick<ShareProps, 'live' | 'late' | 'lines'> {
  readonly onCopy: SharePreviewProps['onCopy'];
}

/** Asks whether a link is to hold the text of lines, and shows it before it goes. */
function LinkOfLines({ live, late, lines, onCopy }: LinkOfLinesProps) {
  const [withLines, setWithLines] = useState(false);
  return (
    <div class="log-share-lines">
      <Check checked={withLines} live={live} onCheck={setWithLines}>
        Put the text of the chosen lines into a link, names replaced
      </Check>
      {withLines && late && <late.SharePreview {...lines} onCopy={onCopy} />}
    </div>
  );
}

/** What became of the last press. */
const Said = ({ copied, late }: { readonly copied: Copied } & Pick<ShareProps, 'late'>) => (
  <>
    <output class="log-share-said">
      {copied.kind === 'copied' && `${copied.what} is on the clipboard.`}
      {copied.kind === 'held' &&
        !late &&
        'Not copied: there seems to be a secret in it, and the part that asks about it has not come. Try again.'}
    </output>
    {copied.kind === 'by-hand' && (
      <label class="log-share-by-hand">
        Your browser does not let this page copy. Select the text and copy it:
        <textarea readOnly rows={6} value={copied.text} />
      </label>
    )}
  </>
);

/** What may leave the page, and only when the reader takes it: a link without cells, and a text. */
export function Share(props: ShareProps) {
  const { live, link, embed, secrets, isExcerpt, onReply, lines, late, onLate } = props;
  const [withNames, setWithNames] = useState(false);
  const { copied, copy, hold, leave } = useCopying([lines.shown, withNames]);
  const copyOrAsk = async (wanted: Wanted) => {
    if (wanted.secrets.length === 0) return copy(wanted.what, wanted.text);
    hold(wanted);
    if (!late) await onLate();
  };
  const copyReply = async () => {
    const reply = await onReply(withNames);
    if (reply) await copyOrAsk({ what: 'The answer', ...reply });
  };
  const ways = [
    ['Copy link with my settings', () => copyOrAsk({ what: 'The link', text: link(), secrets })],
    ['Copy for ticket', copyReply],
    ['Embed', () => copy('The embed code, a frame that scrolls within itself,', embed())],
  ] as const;
  return (
    <section class="log-share" aria-label="Share">
      <div class="log-share-ways">
        {ways.map(([label, onPress]) => (
          <button key={label} type="button" class="button" disabled={!live} onClick={onPress}>
            {label}
          </button>
        ))}
        <TicketNames live={live} withNames={withNames} onNames={setWithNames} />
      </div>
      <ShareHolds isExcerpt={isExcerpt} />
      {copied.kind === 'held' && late && (
        <late.SecretQuestion
          secrets={copied.secrets}
          onCopy={() => copy(copied.what, copied.text)}
          onLeave={leave}
        />
      )}
      <LinkOfLines live={live} late={late} lines={lines} onCopy={copy} />
      <Said copied={copied} late={late} />
    </section>
  );
}
