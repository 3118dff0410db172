import { formatEndpoint } from '../../core/link-aggregation/placement/endpoint-text.ts';
import type { FlowQuestion } from '../../core/link-aggregation/placement/flow-form.ts';
import { deviceQuestion } from '../../core/link-aggregation/placement/test-command.ts';
import { place } from '../../core/link-aggregation/placement/place.ts';
import {
  certainMember,
  type PlacedFlow,
} from '../../core/link-aggregation/placement/placement-table.ts';
import { gapPhrase } from '../../core/link-aggregation/placement/summary-words.ts';
import { groupThousands } from '../../core/units.ts';

interface Props {
  readonly question: FlowQuestion;
  readonly placed: readonly PlacedFlow[];
}

// More rows than a reader scrolls through cost more than they tell; the CSV has all of them.
const mostRows = 200;

function MemberCell({ row, count }: { readonly row: PlacedFlow; readonly count: number }) {
  const { placement } = row;
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
    case 'unknown': {
      const command = deviceQuestion(row);
      return command === undefined ? (
        <span class="fp-quiet">{gapPhrase(placement.why)}</span>
      ) : (
        <code>{command}</code>
      );
    }
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
export function FlowTable({ question, placed }: Props) {
  const { count, down = [] } = question.members;
  const isAsked = placed[0] !== undefined && deviceQuestion(placed[0]) !== undefined;
  const rows = placed.slice(0, mostRows);
  const isDegraded = down.length > 0;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard */}
      <section class="fp-scroll" tabIndex={0} aria-label="Flows and their members">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">Flow</th>
              <th scope="col">{isAsked ? 'Ask the device' : 'Takes'}</th>
              {isDegraded && <th scope="col">With all up</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => {
              const before = isDegraded ? movedFrom(question, row) : undefined;
              return (
                <tr key={index}>
                  <th scope="row">
                    <span>{formatEndpoint(row.flow.source)}</span>{' '}
                    <span>{`→ ${formatEndpoint(row.flow.destination)}${optional(row.flow)}`}</span>
                  </th>
                  <td>
                    <MemberCell row={row} count={count} />
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
