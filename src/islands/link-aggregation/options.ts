import { chooserNames } from '../../core/link-aggregation/words.ts';
import type { Option } from '../fields/SelectField.tsx';

/** What the choices of the text form are called in the form, in the order they are offered. */
export const chooserOptions: readonly Option[] = Object.entries(chooserNames);

export const backOptions: readonly Option[] = [['', 'The same'], ...chooserOptions];

export const sideOptions: readonly Option[] = [
  ['clients', 'Clients and media agent'],
  ['storage', 'Media agent and IP storage'],
];

export const directionOptions: readonly Option[] = [
  ['backup', 'Backup'],
  ['restore', 'Restore'],
];

export const routedOptions: readonly Option[] = [
  ['no', 'On the same subnet'],
  ['yes', 'Behind a router'],
];

export const pathOptions: readonly Option[] = [
  ['round-robin', 'Round robin over all paths'],
  ['least-queue', 'Least queue depth'],
  ['failover', 'Failover only'],
];

export const teamOptions: readonly Option[] = [
  ['', 'Not stated'],
  ['lacp', 'LACP'],
  ['static', 'Static'],
];

export const startOptions: readonly Option[] = [
  ['together', 'All at once'],
  ['queue', 'A queue that never empties'],
];

export const unitOptions: readonly Option[] = ['GB', 'TB', 'GiB', 'TiB'].map((unit) => [
  unit,
  unit,
]);

export const protocolOptions: readonly Option[] = [
  ['tcp', 'TCP'],
  ['nfs', 'NFS'],
  ['smb', 'SMB (CIFS)'],
  ['iscsi', 'iSCSI'],
];

export const ipOptions: readonly Option[] = [
  ['ipv4', 'IPv4'],
  ['ipv6', 'IPv6'],
];

export const yesNoOptions: readonly Option[] = [
  ['yes', 'Yes'],
  ['no', 'No'],
];

export const hashOptions: readonly Option[] = [
  ['independent', 'Choose independently'],
  ['same', 'Choose the same way'],
];

/** What an option is called; the value itself where it is none of them. */
export const optionName = (options: readonly Option[], value: string): string =>
  options.find(([option]) => option === value)?.[1] ?? value;
