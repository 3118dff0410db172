/** Cases of many flows into one team. */
import { bucketWeights } from '../../../src/core/link-aggregation/distribution.ts';
import { defaultScenario } from '../../../src/core/link-aggregation/scenario.ts';
import type {
  Chooser,
  ClientGroup,
  Scenario,
} from '../../../src/core/link-aggregation/scenario.ts';
import { gigabits } from '../../../src/core/units.ts';
import { has, NotCovered, number, numberOr, text } from './case.ts';
import type { Inputs } from './case.ts';
import { isSwitchGroup, receivingChooser, sendingChooser } from './choosers.ts';
import { clientKeys, connectionsOf, equal, hopOf } from './path-parts.ts';
import { wireOf } from './rates.ts';

/** Cases that give no card speed mean flows that can fill any link. */
const anyCard = 1e6;

const groupOf = (count: number, nicGbps: number): ClientGroup => ({
  count,
  nic: gigabits(nicGbps),
});

function groupsOf(inputs: Inputs): readonly [ClientGroup, ...ClientGroup[]] {
  const listed = inputs['clients'];
  if (Array.isArray(listed)) {
    const [first, ...others] = listed.map((group: Inputs) =>
      groupOf(number(group, 'count'), number(group, 'nic_Gbps')),
    );
    if (!first) throw new NotCovered('no clients');
    return [first, ...others];
  }
  const count = number(inputs, clientKeys.find((key) => has(inputs, key)) ?? 'clients');
  const key = has(inputs, 'nic_Gbps') ? 'nic_Gbps' : 'flow_cap_Gbps';
  return [groupOf(count, numberOr(inputs, key, anyCard))];
}

/** What the device before a team of clients' traffic chooses by. */
function clientChooser(inputs: Inputs): Chooser {
  const teaming = text(inputs, 'teaming');
  if (teaming !== '' && !isSwitchGroup(teaming)) return receivingChooser(teaming);
  const said = text(inputs, has(inputs, 'switch_hash') ? 'switch_hash' : 'hash');
  if (said === '') return 'ip';
  const chooser = sendingChooser(said);
  if (chooser === 'eight-buckets') checkBuckets(said, number(inputs, 'links'));
  return chooser;
}

/** The weights that a case states must be those that the core derives. */
function checkBuckets(said: string, members: number): void {
  const stated = /\[([\d, ]+)\]/.exec(said)?.[1];
  const derived = bucketWeights(members).map((weight) => weight * 8);
  if (stated !== undefined && stated.replaceAll(' ', '') !== derived.join()) {
    throw new NotCovered(`buckets ${stated} are not those of ${members} members`);
  }
}

/** Many flows into one team: the front end, and every case with plain flows. */
export function clientScenario(inputs: Inputs): Scenario {
  const down = numberOr(inputs, 'links_down', numberOr(inputs, 'members_down', 0));
  const links = equal(numberOr(inputs, 'links', 1), number(inputs, 'link_Gbps'));
  const team = hopOf(links, clientChooser(inputs), down);
  const uplinks = has(inputs, 'uplink_Gbps')
    ? [hopOf(equal(numberOr(inputs, 'uplinks', 1), number(inputs, 'uplink_Gbps')), 'ip')]
    : [];
  const [first, ...others] = [...uplinks, team];
  return {
    ...defaultScenario,
    hops: first ? [first, ...others] : [team],
    traffic: {
      side: 'clients',
      groups: groupsOf(inputs),
      connectionsPerClient: connectionsOf(inputs, 1),
      routed: inputs['routed'] === true,
    },
    wire: wireOf(inputs),
  };
}
