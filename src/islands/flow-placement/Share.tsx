import { useRef, useState } from 'preact/hooks';
import type { FlowFields, FlowQuestion } from '../../core/link-aggregation/placement/flow-form.ts';
import { writeFlowLink } from '../../core/link-aggregation/placement/flow-link.ts';
import { flowTicket } from '../../core/link-aggregation/placement/flow-ticket.ts';
import { placementCsv } from '../../core/link-aggregation/placement/placement-table.ts';
import type { PlacedQuestion } from '../../core/link-aggregation/placement/summary.ts';
import type { Details } from './use-details.ts';

interface Props {
  readonly id: string;
  readonly live: boolean;
  /** Whether the page's own address is known: not while the page is built. */
  readonly mounted: boolean;
  readonly fields: FlowFields;
  readonly question: FlowQuestion;
  readonly result: PlacedQuestion;
  readonly details: Details;
  /** Whether links carry the addresses. */
  readonly addresses: boolean;
  readonly onAddresses: (addresses: boolean) => void;
  readonly toolPath: string;
  readonly embedPath: string;
  /** An embed leads to the page of the tool. */
  readonly embedded: boolean;
  readonly say: (words: string) => void;
}

interface Copied {
  readonly what: string;
  readonly text: string;
  readonly done: boolean;
}

const absolute = (path: string): string => new URL(path, location.href).href;

const embedCode = (address: string): string =>
  `<iframe src="${address}" title="Which link does this flow take?" width="100%" height="1600" loading="lazy"></iframe>`;

/** The text to select by hand where the browser does not let a page write to the clipboard. */
function Manual({ id, copied }: { readonly id: string; readonly copied: Copied }) {
  return (
    <div class="field">
      <label for={`${id}-manual`}>
        {`The browser did not allow copying. Select the text and copy it: ${copied.what}`}
      </label>
      <textarea
        id={`${id}-manual`}
        readOnly
        rows={copied.text.includes('\n') ? 8 : 2}
        ref={(area) => area?.select()}
        value={copied.text}
      />
    </div>
  );
}

/** Addresses enter a link only after this tick, and the link is shown before it can be copied. */
function AddressTick({
  id,
  live,
  addresses,
  onAddresses,
  link,
}: Props & { readonly link: string }) {
  return (
    <>
      <label class="fp-tick">
        <input
          type="checkbox"
          name="addresses"
          checked={addresses}
          disabled={!live}
          onChange={(event) => onAddresses(event.currentTarget.checked)}
        />
        <span>Put the addresses into the link and the address bar</span>
      </label>
      <p class="fp-quiet" id={`${id}-link-words`}>
        {addresses
          ? 'The link as it will be copied:'
          : 'Without them the link holds the device, the members and those down:'}
      </p>
      <p class="fp-link" aria-describedby={`${id}-link-words`}>
        <code>{link}</code>
      </p>
    </>
  );
}

/** Copies a text and says so, or keeps it to be shown. Only the last click counts. */
function useCopy(say: (words: string) => void) {
  const [copied, setCopied] = useState<Copied>();
  const latest = useRef(0);
  const copy = async (what: string, text: string) => {
    latest.current += 1;
    const mine = latest.current;
    let done = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Not a secure page, or permission refused: the text is shown to be copied by hand.
      done = false;
    }
    if (mine !== latest.current) return;
    setCopied({ what, text, done });
    say(done ? `${what} copied.` : `${what} could not be copied. It is shown for copying by hand.`);
  };
  return [copied, copy] as const;
}

/** Copy link, flows, ticket text and embed code. */
export function Share(props: Props) {
  const { id, live, fields, question, result, details, addresses, toolPath, embedPath } = props;
  const [copied, copy] = useCopy(props.say);
  const fragment = writeFlowLink(fields, addresses);
  const toolLink = () => absolute(toolPath + fragment);
  const ticket = () =>
    flowTicket(question, result, typeof details === 'object' ? details : undefined, toolLink());
  const actions = [
    ['Copy link', () => copy('Link', toolLink())],
    ['Copy flows as CSV', () => copy('CSV', placementCsv(result.placed))],
    ['Copy for ticket', () => copy('Ticket text', ticket())],
    ['Copy embed code', () => copy('Embed code', embedCode(absolute(embedPath + fragment)))],
  ] as const;
  return (
    <div class="fp-share">
      <AddressTick {...props} link={props.mounted ? toolLink() : toolPath + fragment} />
      <div class="fp-buttons">
        {actions.map(([label, act]) => (
          <button key={label} type="button" class="button" disabled={!live} onClick={act}>
            {label}
          </button>
        ))}
        {props.embedded && (
          <a class="button" href={toolPath + fragment} target="_blank" rel="noopener">
            Open the tool
          </a>
        )}
        {copied?.done && <span class="fp-done">{`${copied.what} copied.`}</span>}
      </div>
      {copied && !copied.done && <Manual id={id} copied={copied} />}
    </div>
  );
}
