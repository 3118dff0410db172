import type { ScenarioFields } from './fields.ts';
import { defaultScenario } from './scenario.ts';

/** A default and why it is that. */
export interface DefaultReason {
  /** What it is a default of: keys of the text form, those of a hop and of a client group included. */
  readonly fields: readonly (keyof ScenarioFields | 'hops.team' | 'hops.down' | 'hops.device')[];
  /** What is set, as a heading. */
  readonly set: string;
  readonly because: string;
}

/**
 * Why each thing stands as it does before a reader changes it. What the article recommends is its
 * recommendation; what devices and systems do unless told otherwise is from their documentation, which
 * the device catalogue and the article name.
 */
export const defaultReasons: readonly DefaultReason[] = [
  {
    fields: ['side', 'direction', 'clients', 'connections'],
    set: 'A backup of 20 clients with 1GbE, one connection each',
    because:
      'The article begins with many clients and one agent. One connection is the least that any software opens, so more can only help.',
  },
  {
    fields: ['hops'],
    set: 'One hop of four 1GbE links, the switch choosing by IP addresses',
    because:
      'The agent’s group is where such a path parts. Addresses are the default of many switches; name yours and its own default is filled in.',
  },
  {
    fields: ['hops.team', 'hops.down', 'hops.device'],
    set: 'Every link up, no device named, no kind of group stated',
    because:
      'Nothing is claimed of your equipment until you say it. The kind of group has no say in how a link is chosen.',
  },
  {
    fields: ['routed'],
    set: 'Clients on the agent’s own subnet',
    because:
      'It is the kinder case. Behind a router a device that looks at MAC addresses sees one sender only.',
  },
  {
    fields: ['addresses', 'paths'],
    set: 'One storage address; for iSCSI, round robin over all paths',
    because:
      'One share is one address unless somebody arranged more. Round robin is Microsoft’s default for arrays with all paths active.',
  },
  {
    fields: ['protocol', 'ip', 'mtu', 'timestamps', 'vlan'],
    set: `TCP over IPv4, MTU ${defaultScenario.wire.mtu}, with timestamps and without a VLAN tag`,
    because:
      'Most networks are set so. A longer frame helps only where every device on the path takes it; timestamps, which some systems leave out, cost less than 1 %.',
  },
  {
    fields: ['volume', 'unit', 'window'],
    set: '10 TB in 8 hours, in decimal units',
    because:
      'A round number and one night. Networks count in decimal units; the ticket prints both.',
  },
  {
    fields: ['start'],
    set: 'All jobs start together',
    because:
      'It is the case in which the fullest link decides, and so the one to plan a window with. A queue that never empties is kinder.',
  },
  {
    fields: ['disk', 'reduction'],
    set: 'No limit from disks, and nothing saved before the wire',
    because: 'The answer is about the network. Both depend on your data and your disks.',
  },
  {
    fields: ['hashes'],
    set: 'Devices in a row choose independently',
    because:
      'They differ in make, seed or place in the frame. It is the more careful case: alike, a second hop costs nothing.',
  },
];
