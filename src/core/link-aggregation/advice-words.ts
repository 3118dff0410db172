import { formatRate, significant } from '../units.ts';
import type { Advice, Analysis, Change } from './analysis.ts';
import { chooserNames, count, deviceName, policyNames } from './words.ts';

const membersDown = (hop: number, { hops }: Pick<Analysis, 'hops'>): number =>
  hops[hop]?.members.filter(({ up }) => !up).length ?? 0;

/** More or faster links leave a broken one as it is, and their figure counts without it. */
const stillDown = (down: number): string =>
  down === 1
    ? 'The one that is down stays down in this figure: repair it first.'
    : `The ${down} that are down stay down in this figure: repair them first.`;

/** A change in the imperative; `hops` are those that it is made on. */
function changeSentence(
  change: Change,
  hops: readonly number[],
  analysis: Pick<Analysis, 'hops'>,
): string {
  const at = (index: number) => analysis.hops[index] ?? analysis.hops[0];
  const between = hops
    .map((hop) => `between ${deviceName(at(hop).from)} and ${deviceName(at(hop).to)}`)
    .join(' and ');
  const senders = hops.map((hop) => deviceName(at(hop).from)).join(' and ');
  const down = membersDown(hops[0] ?? 0, analysis);
  switch (change.kind) {
    case 'change-chooser':
      return `Let ${senders} hash ${chooserNames[change.to]} over a link group (LACP or static) ${between}.`;
    case 'more-connections':
      return `Use ${count(change.to, 'connection')} at the same time for each client or address.`;
    case 'more-addresses':
      return `Spread the data over ${count(change.to, 'storage address', 'storage addresses')}, used in parallel.`;
    case 'port-for-each-path':
      return `Unteam the ports and use ${count(change.to, 'address', 'addresses')} in parallel, one for each port: MPIO for iSCSI, Multichannel for SMB, session trunking or one route each for NFS.`;
    case 'path-policy':
      return `Set the path policy to ${policyNames[change.to]}.`;
    case 'repair-members':
      return `Repair the members that are down ${between}.`;
    case 'more-members':
      return down === 0
        ? `Use ${count(change.to, 'member')} ${between}.`
        : `Use ${count(change.to, 'member')} ${between}, ${change.to - down} of them up. ${stillDown(down)}`;
    case 'faster-links':
      return down === 0
        ? `Use ${formatRate(change.to)} links ${between}.`
        : `Use ${formatRate(change.to)} links ${between}. ${stillDown(down)}`;
    default:
      return change satisfies never;
  }
}

const hopOf = (change: Change): readonly number[] => ('hop' in change ? [change.hop] : []);

/** Alike for the same change on hops with as many members down. */
const sameButHop = (change: Change, analysis: Pick<Analysis, 'hops'>): string =>
  JSON.stringify({
    ...change,
    hop: 0,
    down: hopOf(change).map((hop) => membersDown(hop, analysis)),
  });

/** What to do, in the imperative. The same change on several hops is one sentence. */
export function changesSentence(
  changes: readonly Change[],
  analysis: Pick<Analysis, 'hops'>,
): string {
  const groups = new Map<string, readonly Change[]>();
  for (const change of changes) {
    const name = sameButHop(change, analysis);
    groups.set(name, [...(groups.get(name) ?? []), change]);
  }
  return [...groups.values()]
    .flatMap(([first, ...others]) =>
      first ? [changeSentence(first, [first, ...others].flatMap(hopOf), analysis)] : [],
    )
    .join(' ');
}

/** Advice with its recomputed figure. */
export const adviceSentence = (advice: Advice, analysis: Pick<Analysis, 'hops'>): string =>
  `${changesSentence(advice.changes, analysis)} That gives ${formatRate(advice.mean.goodput)} of data on average, ${significant(advice.gain, 2)} times as much.`;
