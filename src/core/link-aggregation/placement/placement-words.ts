/** The one place that words why a member cannot be named, and what came of looking for addresses. */
import type { PickAnswer } from './pick-addresses.ts';
import type { PlacementGap } from './placement.ts';

/** What counts and is missing, without what to do about it; undefined where it is nothing to type. */
export function countsHere(why: PlacementGap): string | undefined {
  switch (why) {
    case 'needs-source-mac':
      return 'The sender’s MAC address counts here.';
    case 'needs-destination-mac':
      return 'The receiver’s MAC address counts here; behind a router it is the router’s.';
    case 'needs-ports':
      return 'Ports count here.';
    default:
      return undefined;
  }
}

/** Why a member cannot be named, and what to do about it. */
export function gapWords(why: PlacementGap): string {
  switch (why) {
    case 'needs-source-mac':
      return `${countsHere(why)} Add it: 10.0.0.1@52:54:00:00:00:10.`;
    case 'needs-destination-mac':
      return `${countsHere(why)} Add it: 10.0.0.2@02:a0:98:00:00:01.`;
    case 'needs-addresses':
      return 'Both IP addresses count here. Add them.';
    case 'needs-ports':
      return `${countsHere(why)} Add one at each end: 10.0.0.1:40000 -> 10.0.0.2:8400.`;
    case 'address-families-differ':
      return 'One end is IPv4 and the other IPv6. Use the same at both ends.';
    case 'ipv6-not-documented':
      return 'The maker describes this for IPv4 only.';
    case 'function-not-published':
      return 'The maker says which fields count, but not how they are combined. Only the device itself can name the member.';
    case 'failure-not-documented':
      return 'The maker does not say where flows go once a member has failed.';
    case 'random-per-socket':
      return 'Linux draws a random number for each connection that starts on the host itself, so addresses and ports do not tell the member.';
    case 'no-member-up':
      return 'No member is up, so nothing is sent.';
    default:
      return why satisfies never;
  }
}

/** The same of the picker, whose two ends are typed into fields of their own. */
const pickGapWords = (why: PlacementGap): string =>
  why === 'needs-ports'
    ? `${countsHere(why)} Add one to every host and to every address to choose from: 10.0.0.1:40000 and 10.0.0.2:8400.`
    : gapWords(why);

const addressesWords = (count: number): string =>
  count === 1 ? '1 address' : `${count} addresses`;

/** What came of looking for `wanted` addresses. */
export function pickWords(answer: PickAnswer, wanted: number): string {
  switch (answer.kind) {
    case 'found':
      return `These ${addressesWords(wanted)} land on ${wanted} different members for every host.`;
    case 'none':
      return answer.why === 'fewer-members-up'
        ? `${addressesWords(wanted)} cannot use ${wanted} different members: fewer are up. The most that differ are shown.`
        : `No ${addressesWords(wanted)} of the range do it: every combination was tried. At most ${answer.best.length} can differ.`;
    case 'undecided':
      return `The search was stopped before it was complete. ${addressesWords(answer.best.length)} that differ were found; a shorter range or fewer hosts may settle it.`;
    case 'unknown':
      return pickGapWords(answer.why);
    case 'nothing-asked':
      return 'Enter at least one host, a range of addresses and how many are wanted.';
    default:
      return answer satisfies never;
  }
}
