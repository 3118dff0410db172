import { useRef, useState } from 'preact/hooks';
import { flowsCsv } from '../../core/link-aggregation/flow-table.ts';
import {
  deviceLines,
  markdownOfTicket,
  withTicketLines,
} from '../../core/link-aggregation/ticket-lines.ts';
import type { NamedDevice } from '../../core/link-aggregation/placement/named-devices.ts';
import { linkPlace } from './protocol.ts';
import type { Result } from './use-engine.ts';

interface Props {
  readonly id: string;
  readonly live: boolean;
  readonly result: Result;
  readonly named: readonly NamedDevice[];
  /** The fragment that carries the fields, with its `#`. */
  readonly link: string;
  readonly toolPath: string;
  readonly embedPath: string;
  /** Embeds and calculators in articles lead to the page of the tool. */
  readonly opensTool: 'here' | 'new-tab' | 'no';
  readonly say: (words: string) => void;
}

interface Copied {
  readonly what: string;
  readonly text: string;
  readonly done: boolean;
}

const absolute = (path: string): string => new URL(path, location.href).href;

/**
 * A frame cannot grow with its page unless both run a script, so it gets the height that the tool has
 * in a frame of 700 px, a common text column, and room for more: 660 px here wrap as the frame does, whose letters are smaller.
 */
function embedCode(address: string, tool: HTMLElement | null | undefined): string {
  if (!tool) return '';
  tool.style.cssText = 'width:660px;max-width:none';
  const height = Math.ceil(tool.offsetHeight / 50 + 2) * 50;
  tool.style.cssText = '';
  return `<iframe src="${address}" title="Link-aggregation calculator" width="100%" height="${height}" loading="lazy" allow="clipboard-write"></iframe>`;
}

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

/** Hands the browser a file made here: nothing is sent anywhere. */
function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  // The browser has begun to read the file by then; a minute is more than it takes to ask where to save it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Copy link, ticket in plain text and Markdown, embed, and the flows as CSV: the end of the answer. */
export function Share(props: Props) {
  const { id, live, result, named, link, toolPath, embedPath, opensTool, say } = props;
  const [copied, setCopied] = useState<Copied>();
  const latest = useRef(0);
  const here = useRef<HTMLDivElement>(null);

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
  const toolLink = () => absolute(toolPath + link);
  const ticket = () =>
    withTicketLines(result.ticket, deviceLines(named)).replace(linkPlace, toolLink);
  const embed = () => embedCode(absolute(embedPath + link), here.current?.closest('[data-island]'));
  const actions = [
    ['Copy link', () => copy('Link', toolLink())],
    ['Copy for ticket', () => copy('Ticket text', ticket())],
    ['Copy as Markdown', () => copy('Markdown', markdownOfTicket(ticket()))],
    ['Copy embed code', () => copy('Embed code', embed())],
    ['Download flows (CSV)', () => download('flows.csv', flowsCsv(result.analysis))],
  ] as const;
  return (
    <div class="lag-share" ref={here} data-screen-only>
      <div class="lag-buttons">
        {actions.map(([label, act]) => (
          <button key={label} type="button" class="button" disabled={!live} onClick={act}>
            {label}
          </button>
        ))}
        {opensTool !== 'no' && (
          <a
            class="button"
            href={toolPath + link}
            {...(opensTool === 'new-tab' ? { target: '_blank', rel: 'noopener' } : {})}
          >
            Open in the calculator
          </a>
        )}
        {copied?.done && <span class="lag-done">{`${copied.what} copied.`}</span>}
      </div>
      {copied && !copied.done && <Manual id={id} copied={copied} />}
    </div>
  );
}
