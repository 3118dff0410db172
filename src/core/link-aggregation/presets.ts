import { gigabits } from '../units.ts';
import { defaultScenario, hop } from './scenario.ts';
import type { ClientTraffic, Scenario, StorageTraffic } from './scenario.ts';

/** A situation that a reader recognises before any term is explained. */
export interface Preset {
  /** Stable: articles name it. */
  readonly id: string;
  /** The situation in words. */
  readonly title: string;
  /** What it shows, in one sentence. */
  readonly shows: string;
  readonly scenario: Scenario;
}

const twentyClients: ClientTraffic = {
  side: 'clients',
  groups: [{ count: 20, nic: gigabits(1) }],
  connectionsPerClient: 1,
  routed: false,
};

const oneAddress: StorageTraffic = {
  side: 'storage',
  addresses: 1,
  connectionsPerAddress: 1,
  pathPolicy: 'round-robin',
};

const { wire } = defaultScenario;

function clients(hops: Scenario['hops'], edit: Partial<ClientTraffic> = {}): Scenario {
  return { ...defaultScenario, hops, traffic: { ...twentyClients, ...edit } };
}

function storage(
  protocol: Scenario['wire']['protocol'],
  hops: Scenario['hops'],
  edit: Partial<StorageTraffic> = {},
): Scenario {
  return {
    ...defaultScenario,
    hops,
    wire: { ...wire, protocol },
    traffic: { ...oneAddress, ...edit },
  };
}

/** One preset for each situation of the article on media agent networking and its later notes. */
export const presets: readonly [Preset, ...Preset[]] = [
  {
    id: 'clients-lacp',
    title: '20 clients back up to one agent over LACP',
    shows: 'The switch spreads many clients over four links. All four are busy most of the time.',
    scenario: defaultScenario,
  },
  {
    id: 'clients-few',
    title: 'Only four clients over the same LACP group',
    shows: 'Four clients rarely fill four links, because some of them share one.',
    scenario: clients([hop(4, 1, 'ip')], { groups: [{ count: 4, nic: gigabits(1) }] }),
  },
  {
    id: 'clients-alb',
    title: 'The same team without help from the switch (ALB)',
    shows: 'The switch knows the team by one address on one port and sends everything there.',
    scenario: clients([hop(4, 1, 'one-link', 'per-destination')]),
  },
  {
    id: 'clients-alb-receive',
    title: 'ALB with receive load balancing',
    shows:
      'Each local client is given the address of one port in turn, so all four links are used.',
    scenario: clients([hop(4, 1, 'per-client-arp', 'per-destination')]),
  },
  {
    id: 'clients-routed-mac',
    title: 'Clients behind a router, switch hashes MAC addresses',
    shows: 'Every frame carries the address of the router, so one link carries everything.',
    scenario: clients([hop(4, 1, 'mac')], { routed: true }),
  },
  {
    id: 'clients-uplink',
    title: '24 clients share one 10GbE uplink to an agent with two 10GbE ports',
    shows: 'The uplink is the limit, not the team.',
    scenario: clients([hop(1, 10, 'one-link'), hop(2, 10, 'ip')], {
      groups: [{ count: 24, nic: gigabits(1) }],
    }),
  },
  {
    id: 'storage-one-share',
    title: 'One NFS or SMB share over LACP',
    shows: 'One host and one storage address are one pair: one link on each hop.',
    scenario: storage('nfs', [hop(4, 1, 'ip'), hop(4, 1, 'ip')]),
  },
  {
    id: 'storage-alb-10g',
    title: 'ALB on the agent, storage on 10GbE',
    shows: 'ALB picks the link by destination, and there is one destination.',
    scenario: storage('nfs', [hop(4, 1, 'per-destination', 'one-link'), hop(1, 10, 'one-link')]),
  },
  {
    id: 'storage-round-robin',
    title: 'Frames in turn over four links, storage on 10GbE',
    shows: 'The only way for one connection to exceed one link, at the price of reordering.',
    scenario: storage('nfs', [hop(4, 1, 'per-packet', 'ip'), hop(1, 10, 'one-link')]),
  },
  {
    id: 'iscsi-mpio',
    title: 'iSCSI with MPIO, four ports at each end',
    shows: 'Sixteen paths, no team, all ports full.',
    scenario: storage('iscsi', [hop(4, 1, 'per-nic'), hop(4, 1, 'per-nic')], { addresses: 4 }),
  },
  {
    id: 'storage-four-shares',
    title: 'Four shares on four addresses, LACP on the agent',
    shows: 'Each address has its own storage port; the agent still picks links by a hash.',
    scenario: storage('nfs', [hop(4, 1, 'ip'), hop(4, 1, 'per-nic')], { addresses: 4 }),
  },
  {
    id: 'storage-four-shares-lacp',
    title: 'Four shares on four addresses, LACP at both ends',
    shows: 'Two hashes in a row collide in different places and cost more than one.',
    scenario: storage('nfs', [hop(4, 1, 'ip'), hop(4, 1, 'ip')], { addresses: 4 }),
  },
  {
    id: 'storage-four-shares-routes',
    title: 'Four shares on four addresses, one route for each',
    shows: 'Routes tie one agent port to one storage port, much as MPIO does for iSCSI.',
    scenario: storage('nfs', [hop(4, 1, 'per-nic'), hop(4, 1, 'per-nic')], { addresses: 4 }),
  },
  {
    id: 'nfs-nconnect',
    title: 'NFS with nconnect=8, ports hashed at both ends',
    shows: 'Eight connections to one address can use several links if both devices hash ports.',
    scenario: storage('nfs', [hop(4, 1, 'ip-port'), hop(4, 1, 'ip-port')], {
      connectionsPerAddress: 8,
    }),
  },
  {
    id: 'nfs-nconnect-ip',
    title: 'NFS with nconnect=8, the switch hashes addresses only',
    shows: 'To an address hash the eight connections look like one.',
    scenario: storage('nfs', [hop(4, 1, 'ip-port'), hop(4, 1, 'ip')], { connectionsPerAddress: 8 }),
  },
  {
    id: 'smb-multichannel',
    title: 'SMB Multichannel over two 10GbE ports, no team',
    shows: 'SMB 3 places connections on each port itself, without a hash.',
    scenario: storage('smb', [hop(2, 10, 'per-nic'), hop(2, 10, 'per-nic')], {
      addresses: 2,
      connectionsPerAddress: 4,
    }),
  },
  {
    id: 'smb-multichannel-team',
    title: 'SMB Multichannel inside an LACP team',
    shows: 'The team looks like one interface, and its four connections are hashed.',
    scenario: storage('smb', [hop(2, 10, 'ip-port'), hop(1, 25, 'one-link')], {
      connectionsPerAddress: 4,
    }),
  },
];
