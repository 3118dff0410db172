import type { FlowFields, FlowQuestion } from '../../core/link-aggregation/placement/flow-form.ts';
import { writeFlowLink } from '../../core/link-aggregation/placement/flow-link.ts';
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
  readonly toolPath: string;
  readonly embedPath: string;
  /** An embed leads to the page of the tool. */
  readonly embedded: boolean;
  readonly say: (words: string) => void;
}

const embedCode = (address: string): string =>
  `<iframe src="${address}" title="Which link does this flow take?" width="100%" height="1600" loading="lazy"></iframe>`;

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

/** Copy link, flows, ticket text and embed code. */
export function Share(props: Props) {
  const { id, live, fields, question, result, details, addresses, toolPath, embedPath } = props;
  const fragment = writeFlowLink(fields, addresses);
  const toolLink = () => absolute(toolPath + fragment);
  const ticket = () =>
    flowTicket(question, result, typeof details === 'object' ? details : undefined, toolLink());
  const copy = (label: string, what: string, text: () => string) =>
    ({ kind: 'copy', label, what, text }) as const;
  const actions = [
    copy('Copy link', 'Link', toolLink),
    copy('Copy flows as CSV', 'CSV', () => placementCsv(result.placed)),
    copy('Copy for ticket', 'Ticket text', ticket),
    copy('Copy embed code', 'Embed code', () => embedCode(absolute(embedPath + fragment))),
  ];
  return (
    <div class="fp-share">
      <AddressTick {...props} link={props.mounted ? toolLink() : toolPath + fragment} />
      <ShareRow {...{ id, live, actions }} say={props.say}>
        {props.embedded && (
          <a class="button" href={toolPath + fragment} target="_blank" rel="noopener">
            Open the tool
          </a>
        )}
      </ShareRow>
    </div>
  );
}
