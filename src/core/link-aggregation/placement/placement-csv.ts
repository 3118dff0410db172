/** Placed flows as CSV. */
import { formatEndpoint } from './endpoint-text.ts';
import type { Placement } from './placement.ts';
import { certainMember, type PlacedFlow } from './placement-table.ts';

/** Members as people count them, from 1: `2`, `3 or 2` where two readings exist, else nothing. */
function memberCell(placement: Placement): string {
  if (placement.kind === 'ambiguous') {
    return placement.readings.map((reading) => reading.member + 1).join(' or ');
  }
  const member = certainMember(placement);
  return member === undefined ? '' : String(member + 1);
}

const csvHeader = ['source', 'destination', 'protocol', 'vlan', 'member', 'certainty'];

/** RFC 4180 lines with a header; members are counted from 1. No cell needs quoting. */
export function placementCsv(placed: readonly PlacedFlow[]): string {
  const rows = placed.map(({ flow, placement }) => [
    formatEndpoint(flow.source),
    formatEndpoint(flow.destination),
    flow.protocol,
    String(flow.vlan?.id ?? ''),
    memberCell(placement),
    placement.kind === 'unknown' ? placement.why : placement.kind,
  ]);
  return [csvHeader, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}
