import { groupThousands } from '../../core/units.ts';
import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import { Paths, type MorePaths } from './Paths.tsx';
import { leads, type SiteLinks } from './site-links.ts';
import type { EventGroupView } from './event-view.ts';
import { useGrowing } from './use-stages.ts';

interface Props {
  readonly groups: readonly EventGroupView[];
  /** Messages that are not among them. */
  readonly more: number;
  readonly links: SiteLinks;
  readonly live: boolean;
  /** Shows the line of an activity. */
  readonly onShow: (row: number) => void;
  /** The paths of a message, by its place, from one on. */
  readonly onPaths: (group: number, from: number) => Promise<MorePaths | null>;
}

/** Messages drawn in one frame. */
const groupsPerFrame = 40;

/** An event log as what it really says: each message once, with how often and when. */
export function EventGroups({ groups, more, links, live, onShow, onPaths }: Props) {
  const drawn = useGrowing(groups, groupsPerFrame, false);
  if (groups.length === 0) return null;
  return (
    <section class="log-groups">
      <h3>The same message, once each</h3>
      <ol>
        {drawn.map((group, place) => (
          <li key={`${group.severity} ${group.message.text}`}>
            <p class="log-group-head">
              <span class="log-group-count">{groupThousands(String(group.count))} ×</span>
              <strong>
                <CellText text={group.message.text} more={group.message.more} />
              </strong>
            </p>
            <p class="log-place">
              <CellText text={group.severity} />
              {group.severity && ', '}
              {group.span}
            </p>
            {group.burst && <p class="log-burst">{group.burst}</p>}
            <Paths paths={group.paths} live={live} onMore={(from) => onPaths(place, from)} />
            {group.during.map(({ text, row }) => (
              <p key={text}>
                <CellText text={text} />{' '}
                {row !== null && (
                  <button
                    type="button"
                    class="log-quiet"
                    disabled={!live}
                    onClick={() => onShow(row)}
                  >
                    Show the line
                  </button>
                )}
              </p>
            ))}
            {group.cause && <p>{group.cause}</p>}
            {group.check && <p>First check: {group.check}</p>}
            <p class="log-further">
              {group.who && <span class="log-who">{group.who}</span>}
              {group.catalogueId ? (
                <a {...leads(links, `${links.messages}${group.catalogueId}/`)}>
                  More about this message
                </a>
              ) : (
                <span class="log-place">Not in our catalogue.</span>
              )}
              {group.credit && <span class="log-place">{group.credit}</span>}
            </p>
          </li>
        ))}
      </ol>
      {more > 0 && (
        <p>
          {groupThousands(String(more))} more messages, none in more lines than these, are not
          listed here. Each line of them is in the table of the event log.
        </p>
      )}
    </section>
  );
}
