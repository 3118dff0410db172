import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { FlowQuestion } from '../../core/link-aggregation/placement/flow-form.ts';
import { addressTickLabel } from '../../core/link-aggregation/placement/flow-form-words.ts';
import { fitsFlowLink } from '../../core/link-aggregation/placement/flow-link.ts';
import type { PlacedQuestion } from '../../core/link-aggregation/placement/summary.ts';
import { absolute } from '../share/page-address.ts';
import { ShareRow } from '../share/ShareRow.tsx';
import type { ShareAction } from '../share/ShareRow.tsx';
import type { Text } from '../share/use-copy.ts';
import type { Details } from './use-details.ts';

interface Props {
  readonly id: string;
  readonly live: boolean;
  /** Whether the page's own address is known: not while the page is built. */
  readonly mounted: boolean;
  /** The fragment that opens the answer, with its `#`; and the one without addresses. */
  readonly link: string;
  readonly plainLink: string;
  /** Whether `link` opens other flows than those of the answer. */
  readonly leavesOut: boolean;
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
export function AddressTick({ id, live, addresses, onAddresses, tooLong, ...props }: Props) {
  const path = props.toolPath + props.link;
  const link = props.mounted ? absolute(path) : path;
  return (
    <div class="fp-share" data-screen-only>
      <label class="fp-tick">
        <input
          type="checkbox"
          name="addresses"
          checked={addresses}
          disabled={!live && !tooLong}
          aria-describedby={tooLong && `${id}-too-long`}
          onChange={(event) => onAddresses(event.currentTarget.checked)}
        />
        <span>{addressTickLabel}</span>
      </label>
      {tooLong && (
        <p class="field-error" id={`${id}-too-long`}>
          {tooLong}
        </p>
      )}
      {fitsFlowLink(props.link) && (
        <>
          <p class="fp-quiet" id={`${id}-link-words`}>
            {addresses
              ? 'The link as it will be copied:'
              : 'Without them the link holds the device, the members and those down:'}
          </p>
          <LinkText id={id} link={link} />
        </>
      )}
    </div>
  );
}

// Fetched once: the browser keeps what it has imported.
const texts = () => import('./share-texts.ts');

/** What the row offers: in a frame, on somebody's page, nothing that makes another page of it. */
function actionsOf(props: Props, here: RefObject<HTMLDivElement>): readonly ShareAction[] {
  const { link, leavesOut, question, result, details, toolPath, embedPath } = props;
  const fits = fitsFlowLink(link);
  const toolLink = () => absolute(toolPath + link);
  const known = typeof details === 'object' ? details : undefined;
  const answer = async () => (await texts()).shareTexts(question, result);
  const ticket = async () =>
    (await answer()).ticket(known, fits ? toolLink() : undefined, leavesOut);
  const copy = (label: string, what: string, text: () => Text, disabled = false) =>
    ({ kind: 'copy', label, what, text, disabled }) as const;
  const both = [
    copy('Copy link', 'Link', toolLink, !fits),
    copy('Copy for ticket', 'Ticket text', ticket),
  ];
  if (props.embedded) return both;
  const csv = async () => (await answer()).csv();
  const embed = async () => (await texts()).frameCode(absolute(embedPath + link), here.current);
  return [
    ...both,
    copy('Copy flows as CSV', 'CSV', csv),
    copy('Copy embed code', 'Embed code', embed, !fits),
  ];
}

/** Copy link, flows, ticket text and embed code. */
export function Share(props: Props) {
  const { id, live, link, say, toolPath } = props;
  const here = useRef<HTMLDivElement>(null);
  return (
    <div class="fp-share" ref={here} data-screen-only>
      <ShareRow
        {...{ id, live, say }}
        actions={actionsOf(props, here)}
        onReach={() => void texts().catch(() => undefined)}
      >
        {props.embedded && (
          <a
            class="button"
            href={toolPath + (fitsFlowLink(link) ? link : props.plainLink)}
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
