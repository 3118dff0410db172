/** A flow that cannot be placed, written in full: what to type, with examples for what is missing. */
import { formatMac, type MacAddress, type Port } from './addresses.ts';
import { formatFlow } from './flow-list.ts';
import type { Endpoint, Flow, Members } from './flow.ts';
import { place, type PlacementRule } from './place.ts';
import { certainMember, type PlacedFlow } from './placement-table.ts';

/** A line of a flow list, and the parts of it that are examples, for the reader's own to replace. */
export interface FullFlow {
  readonly line: string;
  readonly what: 'port' | 'MAC address';
  readonly examples: readonly string[];
}

// From the range that IANA keeps for clients (RFC 6335, section 6), and the port of the tool's own example.
const ports = { client: 50_000 as Port, server: 8400 as Port };

// Locally administered (the second bit of the first byte), so that no maker's address is quoted.
const macs = { source: 0x525400000010 as MacAddress, destination: 0x02a098000001 as MacAddress };

/** Both ends with the ports that are missing. Where one is there, the other is taken for a client's. */
function withPorts({ source, destination }: Flow): readonly [Endpoint, Endpoint] {
  const server = source.port === undefined ? ports.server : ports.client;
  return [
    { ...source, port: source.port ?? ports.client },
    { ...destination, port: destination.port ?? server },
  ];
}

const withMacs = ({ source, destination }: Flow): readonly [Endpoint, Endpoint] => [
  { ...source, mac: source.mac ?? macs.source },
  { ...destination, mac: destination.mac ?? macs.destination },
];

/**
 * The line that `rule` can place, for a flow that lacks ports or MAC addresses. Undefined where it lacks
 * nothing of the kind, and where no member could be named even so: nobody shall type for nothing.
 */
export function fullFlow(
  rule: PlacementRule,
  { flow, placement }: PlacedFlow,
  members: Members,
): FullFlow | undefined {
  if (placement.kind !== 'unknown') return undefined;
  const { why } = placement;
  const isMac = why === 'needs-source-mac' || why === 'needs-destination-mac';
  if (!isMac && why !== 'needs-ports') return undefined;
  const [source, destination] = isMac ? withMacs(flow) : withPorts(flow);
  const full = { ...flow, source, destination };
  if (certainMember(place(rule, full, members)) === undefined) return undefined;
  const examples = [source, destination].flatMap(({ mac, port }, end) => {
    const given = end === 0 ? flow.source : flow.destination;
    if (isMac) return given.mac === undefined && mac !== undefined ? [formatMac(mac)] : [];
    return given.port === undefined && port !== undefined ? [String(port)] : [];
  });
  return { line: formatFlow(full), what: isMac ? 'MAC address' : 'port', examples };
}
