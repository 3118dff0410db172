import type { FlowFields, FlowQuestion } from '../../core/link-aggregation/placement/flow-form.ts';
import { fitsFlowLink, writeFlowLink } from '../../core/link-aggregation/placement/flow-link.ts';
import { flowTicket } from '../../core/link-aggregation/placement/flow-ticket.ts';
import { placementCsv } from '../../core/link-aggregation/placement/placement-table.ts';
import type { PlacedQuestion } from '../../core/link-aggregation/placement/summary.ts';
import { absolute } from '../share/page-address.ts';
import { ShareRow } from '../share/ShareRow.tsx';
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
  /** Why what is typed fits into no link; undefined where it does. */
  readonly tooLong: string | undefined;
  readonly toolPath: string;
  readonly embedPath: string;
  /** An embed leads to the page of the tool. */
  readonly embedded: boolean;
  readonly say: (words: string) => void;
}

const embedCode = (address: string): string =>
  `<iframe src="${address}" title="Which link does this flow take?" width="100%" height="1600" loading="lazy" allow="clipboard-write"></iframe>`;

// Some six lines of the page; a longer one gets a box of its own to scroll in.
const mostShown = 600;

function LinkText({ id, link }: { readonly id: string; readonly link: string }) {
  const text = <code>{link}</code>;
  return link.length > mostShown ? (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
    <section class="fp-scroll fp-link" tabIndex={0} aria-labelledby={`${id}-link-words`}>
      {text}
    </section>
  ) : (
    <p class="fp-link" aria-describedby={`${id}-link-words`}>
      {text}
    </p>
  );
}

/** Addresses enter a link only after this tick, and the link is shown before it can be copied. */
function AddressTick({
  id,
  live,
  addresses,
  onAddresses,
  tooLong,
  link,
}: Props & { readonly link: string | undefined }) {
  return (
    <>
      <label class="fp-tick">
        <input
          type="checkbox"
          name="addresses"
          checked={addresses}
          disabled={!live && !tooLong}
          aria-describedby={tooLong && `${id}-too-long`}
          onChange={(event) => onAddresses(event.currentTarget.checked)}
        />
        <span>Put the addresses into the link and the address bar</span>
      </label>
      {tooLong && (
        <p class="field-error" id={`${id}-too-long`}>
          {tooLong}
        </p>
      )}
      {link !== undefined && (
        <>
          <p class="fp-quiet" id={`${id}-link-words`}>
            {addresses
              ? 'The link as it will be copied:'
              : 'Without them the link holds the device, the members and those down:'}
          </p>
          <LinkText id={id} link={link} />
        </>
      )}
    </>
  );
}

/** Copy link, flows, ticket text and embed code. */
export function Share(props: Props) {
  const { id, live, fields, question, result, details, addresses, toolPath, embedPath } = props;
  const fragment = writeFlowLink(fields, addresses);
  const fits = fitsFlowLink(fragment);
  const toolLink = () => absolute(toolPath + fragment);
  const ticket = () =>
    flowTicket(
      question,
      result,
      typeof details === 'object' ? details : undefined,
      fits ? toolLink() : undefined,
    );
  const copy = (label: string, what: string, text: () => string, disabled = false) =>
    ({ kind: 'copy', label, what, text, disabled }) as const;
  const actions = [
    copy('Copy link', 'Link', toolLink, !fits),
    copy('Copy flows as CSV', 'CSV', () => placementCsv(result.placed)),
    copy('Copy for ticket', 'Ticket text', ticket),
    copy('Copy embed code', 'Embed code', () => embedCode(absolute(embedPath + fragment)), !fits),
  ];
  return (
    <div class="fp-share">
      <AddressTick
        {...props}
        link={fits ? (props.mounted ? toolLink() : toolPath + fragment) : undefined}
      />
      <ShareRow {...{ id, live, actions }} say={props.say}>
        {props.embedded && (
          <a
            class="button"
            href={toolPath + (fits ? fragment : writeFlowLink(fields, false))}
            target="_blank"
            rel="noopener"
          >
            Open the tool
          </a>
        )}
      </ShareRow>
    </div>
  );
}
