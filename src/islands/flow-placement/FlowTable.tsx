import { formatEndpoint } from '../../core/link-aggregation/placement/endpoint-text.ts';
import type { FlowQuestion } from '../../core/link-aggregation/placement/flow-form.ts';
import type { Placement } from '../../core/link-aggregation/placement/placement.ts';
import { place } from '../../core/link-aggregation/placement/place.ts';
import {
  certainMember,
  type PlacedFlow,
} from '../../core/link-aggregation/placement/placement-table.ts';
import { gapPhrase } from '../../core/link-aggregation/placement/summary-words.ts';
import { groupThousands } from '../../core/units.ts';

interface Props {
  readonly id: string;
  readonly question: FlowQuestion;
  readonly placed: readonly PlacedFlow[];
}

// More rows than a reader scrolls through cost more than they tell; the CSV has all of them.
const mostRows = 200;

function MemberCell({
  placement,
  count,
}: {
  readonly placement: Placement;
  readonly count: number;
}) {
  switch (placement.kind) {
    case 'exact':
      return <>{`member ${placement.member + 1} of ${count}`}</>;
    case 'teaching':
      return <>{`member ${placement.member + 1} of ${count} in the textbook`}</>;
    case 'ambiguous': {
      const [documentation, blog] = placement.readings;
      return (
        <>{`member ${(documentation?.member ?? 0) + 1} by the documentation, ${(blog?.member ?? 0) + 1} by the support blog`}</>
      );
    }
    case 'unknown':
      return <span class="fp-quiet">{gapPhrase(placement.why)}</span>;
    default:
      return placement satisfies never;
  }
}

/** Where each flow was before members went down, if it was elsewhere. */
function movedFrom(question: FlowQuestion, { flow, placement }: PlacedFlow): number | undefined {
  const { rule } = question.choice;
  const now = certainMember(placement);
  if (rule === undefined || now === undefined) return undefined;
  const before = certainMember(place(rule, flow, { count: question.members.count }));
  return before === now ? undefined : before;
}

const optional = (flow: PlacedFlow['flow']): string => {
  const vlan = flow.vlan === undefined ? '' : ` vlan ${flow.vlan.id}`;
  return `${flow.protocol === 'udp' ? ' udp' : ''}${vlan}`;
};

/** Each flow with its member. With members down also where it would be if all were up. */
export function FlowTable({ id, question, placed }: Props) {
  const { count, down = [] } = question.members;
  const rows = placed.slice(0, mostRows);
  const isDegraded = down.length > 0;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard */}
      <section class="fp-scroll" tabIndex={0} aria-labelledby={`${id}-flows-title`}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">Sender</th>
              <th scope="col">Receiver</th>
              <th scope="col">Takes</th>
              {isDegraded && <th scope="col">With all up</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => {
              const before = isDegraded ? movedFrom(question, row) : undefined;
              return (
                <tr key={index}>
                  <td>{formatEndpoint(row.flow.source)}</td>
                  <td>{formatEndpoint(row.flow.destination) + optional(row.flow)}</td>
                  <td>
                    <MemberCell placement={row.placement} count={count} />
                  </td>
                  {isDegraded && (
                    <td>{before === undefined ? 'the same' : `moved from ${before + 1}`}</td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {placed.length > rows.length && (
        <p class="fp-quiet">
          {`The first ${mostRows} of ${groupThousands(String(placed.length))} flows are shown. The CSV has all of them.`}
        </p>
      )}
    </>
  );
}
