import { useRef } from 'preact/hooks';
import type { NamedDevice } from '../../core/link-aggregation/placement/named-devices.ts';
import { absolute } from '../share/page-address.ts';
import { ShareRow } from '../share/ShareRow.tsx';
import type { ShareAction } from '../share/ShareRow.tsx';
import type { Whole } from './use-engine.ts';

interface Props {
  readonly id: string;
  readonly live: boolean;
  readonly result: Whole;
  readonly named: readonly NamedDevice[];
  /** The fragment that carries the fields, with its `#`. */
  readonly link: string;
  readonly toolPath: string;
  readonly embedPath: string;
  /** Embeds and calculators in articles lead to the page of the tool. */
  readonly opensTool: 'here' | 'new-tab' | 'no';
  readonly say: (words: string) => void;
}

// Fetched once: the browser keeps what it has imported.
const texts = () => import('./share-texts.ts');

/** Copy link, ticket in plain text and Markdown, embed, and the flows as CSV: the end of the answer. */
export function Share({ id, live, result, named, link, opensTool, say, ...paths }: Props) {
  const { toolPath, embedPath } = paths;
  const here = useRef<HTMLDivElement>(null);
  const toolLink = () => absolute(toolPath + link);
  const ticket = async () => (await texts()).ticketOf(result, named, toolLink());
  const copy = (label: string, what: string, text: () => string | Promise<string>) =>
    ({ kind: 'copy', label, what, text }) as const;
  const actions: readonly ShareAction[] = [
    copy('Copy link', 'Link', toolLink),
    copy('Copy for ticket', 'Ticket text', ticket),
    copy('Copy as Markdown', 'Markdown', async () =>
      (await texts()).ticketMarkdown(result, named, toolLink()),
    ),
    copy('Copy embed code', 'Embed code', async () =>
      (await texts()).frameCode(absolute(embedPath + link), here.current),
    ),
    {
      kind: 'do',
      label: 'Download flows (CSV)',
      what: 'The file',
      act: async () => {
        (await texts()).downloadFlows(result);
      },
    },
  ];
  return (
    <div class="lag-share" ref={here} data-screen-only>
      <ShareRow
        {...{ id, live, say }}
        // A frame is somebody's page: what makes another page of it belongs to the calculator's own.
        actions={opensTool === 'new-tab' ? actions.slice(0, 2) : actions}
        onReach={() => void texts().catch(() => undefined)}
      >
        {opensTool !== 'no' && (
          <a
            class="button"
            href={toolPath + link}
            {...(opensTool === 'new-tab' ? { target: '_blank', rel: 'noopener' } : {})}
          >
            Open in the calculator
          </a>
        )}
      </ShareRow>
    </div>
  );
}
