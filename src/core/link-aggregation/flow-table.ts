import type { Analysis } from './analysis.ts';
import type { FlowLoad } from './hop-loads.ts';
import { hopName } from './words.ts';

/** What a flow's owner is: a client of its group, or a storage address. */
function ownerName({ owner, group }: FlowLoad, analysis: Pick<Analysis, 'hops'>): string {
  const ends = analysis.hops.flatMap(({ from, to }) => [from.kind, to.kind]);
  return ends.includes('storage')
    ? `storage address ${owner + 1}`
    : `client ${owner + 1} (group ${group + 1})`;
}

/** RFC 4180: a field with a comma, a quote or a line end stands in quotes. */
const csvField = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const memberName = (member: number): string => (member < 0 ? 'all in turn' : String(member + 1));

/**
 * The flows of the placement that is drawn, as CSV (RFC 4180): owner, connection, the member on each
 * hop counted from 1, and the line rate in Mbit/s. Its first line names the columns.
 */
export function flowsCsv(analysis: Pick<Analysis, 'hops' | 'flows'>): string {
  const hops = analysis.hops.map((hop, index) => `Hop ${index + 1} (${hopName(hop)}) member`);
  const head = ['Flow', 'Owner', 'Connection', ...hops, 'Line rate Mbit/s'];
  const rows = analysis.flows.map((flow, index) => [
    String(index + 1),
    ownerName(flow, analysis),
    String(flow.connection + 1),
    ...flow.members.map(memberName),
    (flow.load / 1e6).toFixed(3),
  ]);
  return [head, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}
