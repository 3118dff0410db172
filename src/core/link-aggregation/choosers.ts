import type { Counted, OneKeyReason, Sees } from './sees.ts';
import { bucketWeights, uniformWeights } from './distribution.ts';
import type { ActiveHop, PlannedFlow } from './flows.ts';
import { dealsBuckets } from './placement/cisco-buckets.ts';
import type { Chooser, ClientTraffic, Scenario } from './scenario.ts';

/**
 * How a hop carries the flows. `fixed`: the member of each flow is known. `hashed`: each key lands on a
 * member by chance. `pool`: frames go over all members in turn.
 */
export type HopRule =
  | { readonly kind: 'fixed'; readonly memberOf: readonly number[]; readonly sees: Sees }
  | {
      readonly kind: 'hashed';
      /** Key of each flow, from 0. */
      readonly keyOf: readonly number[];
      readonly keys: number;
      /** The chance of each usable member. */
      readonly weights: readonly number[];
      readonly sees: Sees;
    }
  | { readonly kind: 'pool'; readonly sees: Sees };

/** What a scenario's flows look like to a device. */
interface View {
  readonly scenario: Scenario;
  readonly hop: ActiveHop;
  readonly flows: readonly PlannedFlow[];
  /** Whether the hop is the first or the last of the path. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

const nothing: Sees = { kind: 'nothing' };

const onOne = (view: View, sees: Sees): HopRule => ({
  kind: 'fixed',
  memberOf: view.flows.map(() => 0),
  sees,
});

const oneKey = (view: View, because: OneKeyReason): HopRule =>
  onOne(view, { kind: 'one-key', because });

/** Numbers equal texts alike, in order of appearance. */
function numbered(names: readonly string[]): {
  readonly keyOf: readonly number[];
  readonly keys: number;
} {
  const known = new Map<string, number>();
  const keyOf = names.map((name) => {
    const key = known.get(name) ?? known.size;
    known.set(name, key);
    return key;
  });
  return { keyOf, keys: known.size };
}

/** A hash of what `name` gives for each flow. One name for all is one member for all. */
function hashed(
  view: View,
  of: Counted,
  because: OneKeyReason,
  name: (flow: PlannedFlow) => string,
): HopRule {
  const { keyOf, keys } = numbered(view.flows.map(name));
  if (keys <= 1) return oneKey(view, because);
  const members = view.hop.usable.length;
  const weights = dealsBuckets(view.hop.chooser) ? bucketWeights(members) : uniformWeights(members);
  return {
    kind: 'hashed',
    keyOf,
    keys,
    weights,
    sees: { kind: 'keys', count: keys, of, byChance: true },
  };
}

/** Storage addresses share the MAC address of their group unless each has a port of its own. */
const macPair = ({ nearPort, farPort }: PlannedFlow): string => `${nearPort}/${farPort}`;
const addressPair = ({ nearPort, owner }: PlannedFlow): string => `${nearPort}/${owner}`;
const connection = (flow: PlannedFlow): string => `${flow.owner}/${flow.connection}`;

type ByConnection = 'ip-port' | 'eight-buckets-port';

/** Those that place by who the flow belongs to; `hopRule` has dealt with the others. */
type ByOwner = Exclude<Chooser, 'one-link' | 'per-packet' | ByConnection>;

function clientRule(
  view: View,
  chooser: ByOwner,
  { routed }: ClientTraffic,
  direction: Scenario['direction'],
): HopRule {
  const byClient = (of: Counted) => hashed(view, of, 'one-client', ({ owner }) => String(owner));
  switch (chooser) {
    case 'mac':
      // Behind a router every frame carries the router's MAC address.
      return routed ? oneKey(view, 'behind-router') : byClient('clients');
    case 'ip':
    case 'eight-buckets':
      return byClient('clients');
    case 'per-destination':
      if (direction === 'backup') return oneKey(view, 'one-destination');
      return routed ? oneKey(view, 'behind-router') : byClient('destinations');
    case 'per-client-arp':
      // The agent's answers to ARP steer what comes in; they steer nothing through a router or in IPv6.
      if (routed) return oneKey(view, 'behind-router');
      if (view.scenario.wire.ip === 'ipv6') return oneKey(view, 'arp-needs-ipv4');
      return inTurn(view, 'clients', ({ owner }) => owner);
    case 'per-nic':
    case 'unknown':
      return inTurn(view, 'clients', ({ owner }) => owner);
    default:
      return chooser satisfies never;
  }
}

/** Members one after another, as ARP answers and addresses are dealt out. */
function inTurn(view: View, of: Counted, turn: (flow: PlannedFlow) => number): HopRule {
  const turns = view.flows.map(turn);
  const sees: Sees = { kind: 'keys', count: new Set(turns).size, of, byChance: false };
  return { kind: 'fixed', memberOf: turns.map((each) => each % view.hop.usable.length), sees };
}

function storageRule(view: View, chooser: ByOwner): HopRule {
  switch (chooser) {
    case 'mac':
      return hashed(view, 'addresses', 'one-mac-pair', macPair);
    case 'ip':
    case 'eight-buckets':
      return hashed(view, 'addresses', 'one-address-pair', addressPair);
    case 'per-destination':
      return hashed(view, 'destinations', 'one-destination', ({ farPort }) => String(farPort));
    case 'per-client-arp':
      // A storage that answers ARP in turn has one host to answer.
      return oneKey(view, 'one-client');
    case 'per-nic':
    case 'unknown':
      if (view.isFirst) return inTurn(view, 'addresses', ({ nearPort }) => nearPort);
      return inTurn(view, 'addresses', ({ farPort, owner }) => (view.isLast ? farPort : owner));
    default:
      return chooser satisfies never;
  }
}

/**
 * How a hop carries the flows: first the rules with which nothing is left to chance, then how many keys
 * its chooser can tell apart. `unknown` must have been replaced by a chooser before.
 */
export function hopRule(view: View): HopRule {
  const { chooser, usable } = view.hop;
  if (chooser === 'one-link') return onOne(view, nothing);
  if (chooser === 'per-packet') return { kind: 'pool', sees: nothing };
  if (usable.length === 1) return onOne(view, nothing);
  if (chooser === 'ip-port' || chooser === 'eight-buckets-port')
    return hashed(view, 'connections', 'one-connection', connection);
  const { traffic, direction } = view.scenario;
  return traffic.side === 'clients'
    ? clientRule(view, chooser, traffic, direction)
    : storageRule(view, chooser);
}
