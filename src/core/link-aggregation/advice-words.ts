import { formatRate, significant } from '../units.ts';
import type { Analysis } from './analysis.ts';
import type { Advice, Advised, Change } from './changes.ts';
import { chooserNames, count, deviceName, listed, policyNames } from './words.ts';

const membersDown = (hop: number, { hops }: Pick<Analysis, 'hops'>): number =>
  hops[hop]?.members.filter(({ up }) => !up).length ?? 0;

/** A change in the imperative; `hops` are those that it is made on. */
function changeSentence(
  change: Change,
  hops: readonly number[],
  analysis: Pick<Analysis, 'hops'>,
): string {
  const at = (index: number) => analysis.hops[index] ?? analysis.hops[0];
  const between = listed(
    hops.map((hop) => `between ${deviceName(at(hop).from)} and ${deviceName(at(hop).to)}`),
  );
  const senders = listed(hops.map((hop) => deviceName(at(hop).from)));
  const down = hops.reduce((sum, hop) => sum + membersDown(hop, analysis), 0);
  switch (change.kind) {
    case 'change-chooser':
      return `Let ${senders} hash ${chooserNames[change.to]} over a link group (LACP or static) ${between}.`;
    case 'more-connections':
      return `Use ${count(change.to, 'connection')} at the same time for each client or address.`;
    case 'more-addresses':
      return `Spread the data over ${count(change.to, 'storage address', 'storage addresses')}, used in parallel.`;
    case 'port-for-each-path':
      return `Unteam the ports and use ${count(change.to, 'address', 'addresses')} in parallel, one for each port: MPIO for iSCSI, Multichannel for SMB, session trunking or one route each for NFS.`;
    case 'faster-cards':
      return `Use network cards of at least ${formatRate(change.to)} in all clients.`;
    case 'path-policy':
      return `Set the path policy to ${policyNames[change.to]}.`;
    case 'repair-members':
      return down === 1
        ? `Repair the member that is down ${between}.`
        : `Repair the members that are down ${between}.`;
    case 'more-members':
      return `Use ${count(change.to, 'member')} ${between}.`;
    case 'faster-links':
      return `Use ${formatRate(change.to)} links ${between}.`;
    default:
      return change satisfies never;
  }
}

const hopOf = (change: Change): readonly number[] => ('hop' in change ? [change.hop] : []);

/** The same for the same change on any hop. */
const sameButHop = (change: Change): string => JSON.stringify({ ...change, hop: 0 });

/** What to do, in the imperative. The same change on several hops is one sentence. */
export function changesSentence(
  changes: readonly Change[],
  analysis: Pick<Analysis, 'hops'>,
): string {
  const groups = new Map<string, readonly Change[]>();
  for (const change of changes) {
    const name = sameButHop(change);
    groups.set(name, [...(groups.get(name) ?? []), change]);
  }
  return [...groups.values()]
    .flatMap(([first, ...others]) =>
      first ? [changeSentence(first, [first, ...others].flatMap(hopOf), analysis)] : [],
    )
    .join(' ');
}

/** Advice with its recomputed figure. */
export function adviceSentence(advice: Advice, analysis: Pick<Analysis, 'hops'>): string {
  const changes = changesSentence(advice.changes, analysis);
  const rate = `${formatRate(advice.mean.goodput)} of data on average`;
  return advice.gain < 1.0005
    ? `${changes} That carries ${rate} as before, but ends the batch sooner.`
    : `${changes} That gives ${rate}, ${timesText(advice.gain)} times as much.`;
}

/** That a search has gaps. */
export const leftOut =
  'Changes that take too long to work out for so many connections are left out.';

/** What a list of advice does not say by itself; undefined where it says everything. */
export function adviceNote({ listed: { length }, untried }: Advised): string | undefined {
  if (length > 0) return untried ? leftOut : undefined;
  return untried
    ? 'With so many connections it takes too long to work out what a change would give. Enter fewer of them to see which changes help.'
    : 'No change that was tried both carries clearly more and ends the job sooner.';
}

// Two digits would call a gain of a twenty-fifth none.
const timesText = (gain: number): string => significant(gain, gain < 1.1 ? 3 : 2);
