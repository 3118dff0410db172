/** A situation that a reader recognises before any term is explained. */
export interface Situation {
  /** Stable: articles name it. */
  readonly id: string;
  /** The situation in words, at most 40 characters: more does not fit the menu beside the answer. */
  readonly title: string;
  /** What it shows, in one sentence. */
  readonly shows: string;
  /** The scenario, as the calculator writes it into its address. */
  readonly link: string;
}

/** One for each situation of the article on media agent networking and its later notes. */
export const situations: readonly [Situation, ...Situation[]] = [
  {
    id: 'clients-lacp',
    title: '20 clients back up to one agent, LACP',
    shows: 'The switch spreads many clients over four links. All four are busy most of the time.',
    link: '#v=1',
  },
  {
    id: 'clients-few',
    title: 'Only four clients over the same group',
    shows: 'Four clients rarely fill four links, because some of them share one.',
    link: '#v=1&clients=4x1',
  },
  {
    id: 'clients-alb',
    title: 'The same team, switch not helping (ALB)',
    shows: 'The switch knows the team by one address on one port and sends everything there.',
    link: '#v=1&hops=4x1~one-link~back.per-destination',
  },
  {
    id: 'clients-alb-receive',
    title: 'ALB with receive load balancing',
    shows:
      'Each local client is given the address of one port in turn, so all four links are used.',
    link: '#v=1&hops=4x1~per-client-arp~back.per-destination',
  },
  {
    id: 'clients-routed-mac',
    title: 'Clients behind a router, MAC hash',
    shows: 'Every frame carries the address of the router, so one link carries everything.',
    link: '#v=1&hops=4x1~mac&routed=yes',
  },
  {
    id: 'clients-uplink',
    title: '24 clients share one 10GbE uplink',
    shows: 'The uplink is the limit, not the team of two 10GbE ports at the agent.',
    link: '#v=1&hops=1x10~one-link,2x10~ip&clients=24x1',
  },
  {
    id: 'storage-one-share',
    title: 'One NFS or SMB share over LACP',
    shows: 'One host and one storage address are one pair: one link on each hop.',
    link: '#v=1&side=storage&hops=4x1~ip,4x1~ip&protocol=nfs',
  },
  {
    id: 'storage-alb-10g',
    title: 'ALB on the agent, storage on 10GbE',
    shows: 'ALB picks the link by destination, and there is one destination.',
    link: '#v=1&side=storage&hops=4x1~per-destination~back.one-link,1x10~one-link&protocol=nfs',
  },
  {
    id: 'storage-round-robin',
    title: 'Frames in turn, storage on 10GbE',
    shows:
      'Over four links: the only way for one connection to exceed one, at the price of reordering.',
    link: '#v=1&side=storage&hops=4x1~per-packet~back.ip,1x10~one-link&protocol=nfs',
  },
  {
    id: 'iscsi-mpio',
    title: 'iSCSI with MPIO, four ports at each end',
    shows:
      'No team, an address for each port, all ports full. Four by four ports make sixteen paths.',
    link: '#v=1&side=storage&hops=4x1~per-nic,4x1~per-nic&addresses=4&protocol=iscsi',
  },
  {
    id: 'storage-four-shares',
    title: 'Four shares, LACP on the agent',
    shows:
      'Each of four addresses has its own storage port; the agent still picks links by a hash.',
    link: '#v=1&side=storage&hops=4x1~ip,4x1~per-nic&addresses=4&protocol=nfs',
  },
  {
    id: 'storage-four-shares-lacp',
    title: 'Four shares, LACP at both ends',
    shows:
      'Four addresses, and two hashes in a row: they collide in different places and cost more than one.',
    link: '#v=1&side=storage&hops=4x1~ip,4x1~ip&addresses=4&protocol=nfs',
  },
  {
    id: 'storage-four-shares-routes',
    title: 'Four shares, one route for each',
    shows: 'Routes tie each of four agent ports to one storage port, much as MPIO does for iSCSI.',
    link: '#v=1&side=storage&hops=4x1~per-nic,4x1~per-nic&addresses=4&protocol=nfs',
  },
  {
    id: 'nfs-nconnect',
    title: 'NFS nconnect=8, both ends hash ports',
    shows: 'Eight connections to one address can use several links if both devices hash ports.',
    link: '#v=1&side=storage&hops=4x1~ip-port,4x1~ip-port&connections=8&protocol=nfs',
  },
  {
    id: 'nfs-nconnect-ip',
    title: 'NFS nconnect=8, switch hashes addresses',
    shows: 'To an address hash the eight connections look like one.',
    link: '#v=1&side=storage&hops=4x1~ip-port,4x1~ip&connections=8&protocol=nfs',
  },
  {
    id: 'smb-multichannel',
    title: 'SMB Multichannel, two ports, no team',
    shows: 'SMB 3 places connections on each of the 10GbE ports itself, without a hash.',
    link: '#v=1&side=storage&hops=2x10~per-nic,2x10~per-nic&connections=4&addresses=2&protocol=smb',
  },
  {
    id: 'smb-multichannel-team',
    title: 'SMB Multichannel inside an LACP team',
    shows: 'The team looks like one interface, and its four connections are hashed.',
    link: '#v=1&side=storage&hops=2x10~ip-port,1x25~one-link&connections=4&protocol=smb',
  },
];
