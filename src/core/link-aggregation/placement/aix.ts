/**
 * IBM AIX EtherChannel, modes standard and 8023ad: "AIX divides the last byte of the numerical value
 * by the number of adapters in the EtherChannel and uses the remainder", in the order of
 * `adapter_names`. Source: AIX 7.3 documentation, "Standard or 802.3ad algorithm".
 */
import type { Flow, Members } from './flow.ts';
import { type Placement, unknown } from './placement.ts';
import { lastOctet } from './addresses.ts';

/** The attribute `hash_mode`. `default` takes the destination address, the others ports. */
export type AixHashMode = 'default' | 'dst_port' | 'src_dst_port' | 'src_port';

/** The numerical value of a flow under a hash mode, or why there is none. */
function numericalValue(mode: AixHashMode, flow: Flow): number | Placement {
  if (mode === 'default') {
    const { ip } = flow.destination;
    return ip === undefined ? unknown('needs-addresses') : lastOctet(ip);
  }
  const [source, destination] = [flow.source.port, flow.destination.port];
  if (source === undefined || destination === undefined) return unknown('needs-ports');
  if (mode === 'src_port') return source;
  // For both ports IBM's text adds them, divides by two and drops the fraction.
  return mode === 'dst_port' ? destination : Math.floor((source + destination) / 2);
}

/** The adapter of a flow. After a failure IBM says that flows move, not where to. */
export function placeByAix(mode: AixHashMode, flow: Flow, members: Members): Placement {
  const value = numericalValue(mode, flow);
  if (typeof value !== 'number') return value;
  if (members.down !== undefined && members.down.length > 0) {
    return unknown('failure-not-documented');
  }
  const lastByte = value % 256;
  return { kind: 'exact', member: lastByte % members.count, hash: lastByte };
}
