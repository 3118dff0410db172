import { asTyped } from '../as-typed.ts';
import { groupThousands } from '../units.ts';
import type { Bounds, FieldFault, FieldProblem } from './field-problems.ts';
import { hyphenCure } from './member-words.ts';
import type { LinkProblem } from './permalink.ts';

/**
 * What each input is called in every sentence about it. In the form its label is this, or begins with it
 * and goes on with a unit, an example or, for a device, its place (`Device: media agent`). What an end of
 * a hop chooses by is labelled with its place alone.
 */
export const fieldLabels = {
  side: 'Between',
  direction: 'Direction',
  hops: 'Hops',
  'hops.members': 'Members',
  'hops.speed': 'Speed',
  'hops.chooser': 'This device chooses by',
  'hops.back': 'The other end chooses by',
  'hops.down': 'Down',
  'hops.team': 'Group',
  'hops.device': 'Device',
  'hops.far': 'Device',
  clients: 'Client groups',
  'clients.count': 'Clients',
  'clients.nic': 'Client NIC',
  routed: 'Clients are',
  connections: 'Connections',
  addresses: 'Addresses',
  paths: 'MPIO path policy',
  protocol: 'Protocol',
  mtu: 'MTU',
  ip: 'IP version',
  timestamps: 'TCP timestamps',
  vlan: 'VLAN tag',
  volume: 'Data',
  unit: 'Unit',
  start: 'Jobs start',
  window: 'Window',
  disk: 'Disk limit',
  reduction: 'Reduction',
  hashes: 'Devices in a row with the same hash',
} as const;

/** The key of `fieldLabels` that a problem belongs to, and the id part for the input it stands beside. */
export function placeOf(problem: FieldProblem): keyof typeof fieldLabels {
  if (problem.field === 'hops') return problem.part ? `hops.${problem.part}` : 'hops';
  if (problem.field === 'clients') return problem.part ? `clients.${problem.part}` : 'clients';
  return problem.field;
}

const shown = (value: number): string => groupThousands(String(Number(value.toPrecision(6))));
const span = ({ from, to }: Bounds): string => `${shown(from)} to ${shown(to)}`;

const quoted = (text: string): string => asTyped(text, 24);

function faultWords(fault: FieldFault): string {
  switch (fault.kind) {
    case 'empty':
      return `nothing is entered. Enter ${span(fault.bounds)}.`;
    case 'not-a-number':
      return `“${quoted(fault.text)}” is not a number. Enter ${span(fault.bounds)}, in digits.`;
    case 'decimal-comma':
      return `write ${quoted(fault.point)} with a point, not ${quoted(fault.text)}.`;
    case 'two-ways':
      return `${quoted(fault.text)} can be read in two ways. Write ${fault.less} or ${fault.less}000.`;
    case 'not-whole':
      return `${quoted(fault.text)} is not a whole number. Enter ${span(fault.bounds)}.`;
    case 'out-of-range':
      return `${quoted(fault.text)} is not possible. Enter ${span(fault.bounds)}.`;
    case 'not-a-choice':
      return `“${quoted(fault.text)}” is not one of the choices. Choose ${fault.choices.filter(Boolean).join(', ')}.`;
    case 'wrong-count':
      return `${fault.count} is not possible. Use ${span(fault.bounds)}.`;
    case 'speeds-for-members':
      if (fault.members === 1)
        return `${fault.speeds} speeds are given for one member. Enter one speed.`;
      return `${fault.speeds} speeds are given for ${fault.members} members. Enter one speed, or one for each member.`;
    case 'mixed-speeds':
      return 'members of one group must have the same speed. Enter one speed, or choose a device that does not hash.';
    case 'no-such-member':
      if (fault.members === 1)
        return `there is no member ${quoted(fault.text)}: this hop has one. Leave it empty.`;
      return `there is no member ${quoted(fault.text)}. Enter numbers from 1 to ${fault.members}, or leave it empty.`;
    case 'list-or-range':
      return `${quoted(fault.text)} could be a list or a range. ${hyphenCure(fault.text)}`;
    case 'all-down':
      if (fault.members === 1)
        return 'the only member is down, so nothing can pass. Leave it empty.';
      return `all ${fault.members} members are down, so nothing can pass. Leave at least one up.`;
    case 'address-hash-needs-static':
      return 'VMware IP hash does not work with LACP on a standard switch. Choose a static group, or another policy.';
    case 'not-a-device':
      return `“${quoted(fault.text)}” is not a device id. Use small letters, digits and hyphens, or leave it empty.`;
    case 'too-many-flows':
      return `${shown(fault.flows)} connections in all are too many to compute. Use fewer clients, addresses or connections: at most ${shown(fault.most)} together.`;
    default:
      return fault satisfies never;
  }
}

/** The sentence that stands beside the field: `Members: 0 is not possible. Enter 1 to 16.` */
export const problemSentence = (problem: FieldProblem): string =>
  `${fieldLabels[placeOf(problem)]}: ${faultWords(problem.fault)}`;

/**
 * Where a problem stands, for a summary: `Hop 2, Members` or `Data`. Without the form around it, the
 * second device of a hop is told from the first.
 */
export function problemPlace(problem: FieldProblem): string {
  const label = fieldLabels[placeOf(problem)];
  if (problem.field === 'hops' && problem.hop !== undefined)
    return `Hop ${problem.hop + 1}, ${label}${problem.part === 'far' ? ' at the other end' : ''}`;
  if (problem.field === 'clients' && problem.group !== undefined) {
    return `Client group ${problem.group + 1}, ${label}`;
  }
  return label;
}

/** What to say about a link that cannot be read. The calculator keeps what it showed before. */
export function linkSentence(problem: LinkProblem): string {
  switch (problem.kind) {
    case 'no-version':
      return 'This link names no version (v=1), so it cannot be read. Copy the whole link again.';
    case 'unknown-version':
      return `This link is of version “${quoted(problem.text)}”, which this page does not know. Reload the page, or ask for a new link.`;
    case 'unknown-key':
      return `This link has a part “${quoted(problem.key)}” that this page does not know. Check the spelling, or ask for a new link.`;
    case 'repeated-key':
      return `This link has the part “${quoted(problem.key)}” twice. Remove one of them.`;
    case 'unreadable':
      return `The part “${quoted(problem.key)}” of this link cannot be read: “${quoted(problem.text)}”. Copy the whole link again.`;
    case 'too-long':
      return `This link has ${shown(problem.characters)} characters; at most ${shown(problem.most)} can be read. Copy the link again.`;
    default:
      return problem satisfies never;
  }
}
