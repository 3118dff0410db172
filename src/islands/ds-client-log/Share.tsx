import { useEffect, useState } from 'preact/hooks';
import type { LateParts } from './late-parts.ts';
import type { Answers } from './protocol.ts';
import type { SharePreviewProps } from './SharePreview.tsx';
import type { QuotedSecret } from './present-secrets.ts';

/** Long enough to be read; after it, it would look like an answer to the next press. */
const saidMilliseconds = 6000;

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

/** What is to be copied, and what of it looks like a secret. */
interface Wanted {
  readonly what: string;
  readonly text: string;
  readonly secrets: readonly QuotedSecret[];
}

type Copied =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'copied'; readonly what: string }
  | { readonly kind: 'by-hand'; readonly text: string };

/** What may leave the page, and only when the reader takes it: a link without cells, and a text. */
export function Share(props: ShareProps) {
  const { live, link, embed, secrets, isExcerpt, onReply, lines, late, onLate } = props;
  const [withLines, setWithLines] = useState(false);
  const [withNames, setWithNames] = useState(false);
  const [copied, setCopied] = useState<Copied>({ kind: 'nothing' });

  const [held, setHeld] = useState<Wanted | null>(null);

  const copy = async (what: string, text: string) => {
    setHeld(null);
    try {
      await navigator.clipboard.writeText(text);
      setCopied({ kind: 'copied', what });
    } catch {
      setCopied({ kind: 'by-hand', text });
    }
  };
  useEffect(() => {
    if (copied.kind !== 'copied') return;
    const timer = setTimeout(() => setCopied({ kind: 'nothing' }), saidMilliseconds);
    return () => clearTimeout(timer);
  }, [copied]);

  // What was held back is of another log, or with names that are not wanted any more.
  useEffect(() => setHeld(null), [lines.shown, withNames]);

  const copyOrAsk = async (wanted: Wanted) => {
    if (wanted.secrets.length === 0) return copy(wanted.what, wanted.text);
    setCopied({ kind: 'nothing' });
    setHeld(wanted);
    if (!late) await onLate();
  };
  const copyReply = async () => {
    const reply = await onReply(withNames);
    if (reply) await copyOrAsk({ what: 'The answer', ...reply });
  };

  return (
    <section class="log-share" aria-label="Share">
      <div class="log-share-ways">
        <button
          type="button"
          class="button"
          disabled={!live}
          onClick={() => void copyOrAsk({ what: 'The link', text: link(), secrets })}
        >
          Copy link with my settings
        </button>
        <button type="button" class="button" disabled={!live} onClick={() => void copyReply()}>
          Copy for ticket
        </button>
        <button
          type="button"
          class="button"
          disabled={!live}
          onClick={() => void copy('The embed code, a frame that scrolls within itself,', embed())}
        >
          Embed
        </button>
        <label class="log-share-names">
          <input
            type="checkbox"
            checked={withNames}
            disabled={!live}
            onChange={({ currentTarget }) => setWithNames(currentTarget.checked)}
          />
          Ticket text with names, and messages as the log words them
        </label>
      </div>
      <p class="log-place">
        “Copy link with my settings” holds how the log is read and shown, and numbers you typed.{' '}
        {isExcerpt
          ? 'Here it holds these lines as well, because they came with a link.'
          : 'It never holds the log: who opens it loads their own.'}{' '}
        In the text for a ticket, names are Set A, Set B and messages stand in our catalogue’s
        words, unless you tick the box.
      </p>
      {held && late && (
        <late.SecretQuestion
          secrets={held.secrets}
          onCopy={() => void copy(held.what, held.text)}
          onLeave={() => setHeld(null)}
        />
      )}
      <div class="log-share-lines">
        <label class="log-check">
          <input
            type="checkbox"
            checked={withLines}
            disabled={!live}
            onChange={({ currentTarget }) => setWithLines(currentTarget.checked)}
          />
          <span>Put the text of the chosen lines into a link, names replaced</span>
        </label>
        {withLines && late && (
          <late.SharePreview {...lines} onCopy={(what, text) => void copy(what, text)} />
        )}
      </div>
      <output class="log-share-said">
        {copied.kind === 'copied' && `${copied.what} is on the clipboard.`}
        {held &&
          !late &&
          'Not copied: there seems to be a secret in it, and the part that asks about it has not come. Try again.'}
      </output>
      {copied.kind === 'by-hand' && (
        <label class="log-share-by-hand">
          Your browser does not let this page copy. Select the text and copy it:
          <textarea readOnly rows={6} value={copied.text} />
        </label>
      )}
    </section>
  );
}
