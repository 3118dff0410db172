/**
 * Flows as text, one line each: `192.168.10.21-40 -> 192.168.10.10:8400`. Left of the arrow stands
 * the sender. Ranges on both sides pair each with each. After the destination may follow `udp` and
 * `vlan 100` or `vlan 100 priority 5`; `#` begins a comment. The grammar of one end is that of
 * `endpoint-text.ts`.
 */
import { failed, isNonEmpty, ok, type Result } from '../../result.ts';
import type { AddressProblem } from './addresses.ts';
import { formatEndpoint, parseEndpoints } from './endpoint-text.ts';
import type { Flow, VlanTag } from './flow.ts';
import type { Steps } from '../../steps.ts';

/** A list longer than this is refused: nobody reads it, and the page would stall. */
export const mostFlows = 4096;

/**
 * What a field for ends or flows takes: a list of `mostFlows` single flows with a comment here and there.
 * A browser lays out every line of a field, seen or not, and would stand still for longer ones.
 */
export const mostLines = 5000;
export const mostCharacters = 250_000;

/** Lines of a text, an empty one at its end included. */
export function linesOf(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** Whether a text is more than any list is. */
export const isTooLong = (text: string): boolean =>
  text.length > mostCharacters || linesOf(text) > mostLines;

export interface FlowListProblem {
  readonly kind:
    | AddressProblem['kind']
    | 'no-flows'
    | 'no-arrow'
    | 'more-than-one-arrow'
    | 'not-an-option'
    | 'families-differ'
    | 'too-many-flows'
    | 'too-long';
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

const arrow = /->|→/;

type Options = Pick<Flow, 'protocol' | 'vlan'>;

/** `udp`, `vlan 100`, `priority 5` in any case; undefined where anything else is there. */
function parseOptions(text: string): Options | undefined {
  const pattern = /^(?:(tcp|udp)\b)?\s*(?:vlan\s+(\d{1,4})(?:\s+priority\s+([0-7]))?)?$/i;
  const match = pattern.exec(text.trim());
  if (match === null || Number(match[2] ?? 0) > 4095) return undefined;
  const [, protocol = 'tcp', id, priority = '0'] = match;
  const vlan: VlanTag | undefined =
    id === undefined ? undefined : { id: Number(id), priority: Number(priority), dropEligible: 0 };
  return { protocol: protocol.toLowerCase() === 'udp' ? 'udp' : 'tcp', vlan };
}

/** The destination ends where the first word that begins like an option begins. */
function splitOptions(right: string): readonly [string, string] {
  const start = right.search(/\s(?!\s)(?=[g-z])/i);
  return start < 0 ? [right, ''] : [right.slice(0, start), right.slice(start)];
}

function parseLine(text: string, line: number): Result<readonly Flow[], FlowListProblem> {
  const sides = text.split(arrow);
  const [left = '', right = ''] = sides;
  if (sides.length < 2) return failed({ kind: 'no-arrow', line, text });
  if (sides.length > 2) return failed({ kind: 'more-than-one-arrow', line, text });
  const [destinationText, optionText] = splitOptions(right.trim());
  const options = parseOptions(optionText);
  if (options === undefined) {
    return failed({ kind: 'not-an-option', line, text: optionText.trim() });
  }
  const [sources, destinations] = [parseEndpoints(left), parseEndpoints(destinationText)];
  if (!sources.ok || !destinations.ok) {
    const problems = [sources, destinations].flatMap((side) => (side.ok ? [] : side.problems));
    const placed: readonly FlowListProblem[] = problems.map((problem) => ({
      kind: problem.kind,
      line,
      text: problem.text,
    }));
    return isNonEmpty(placed) ? failed(...placed) : failed({ kind: 'no-arrow', line, text });
  }
  if (sources.value.length * destinations.value.length > mostFlows) {
    return failed({ kind: 'too-many-flows', line, text });
  }
  const { protocol, vlan } = options;
  const flows = sources.value.flatMap((source) =>
    destinations.value.map((destination) => ({ source, destination, protocol, vlan })),
  );
  const mixed = flows.some((flow) => flow.source.ip?.family !== flow.destination.ip?.family);
  return mixed ? failed({ kind: 'families-differ', line, text }) : ok(flows);
}

// Between two stops; a single line may still hold a range of a thousand addresses.
const linesAtOnce = 16;

/** Every flow of the list, in order, sources outermost; or a problem for each line that has one. */
export function* flowListInSteps(text: string): Steps<Result<readonly Flow[], FlowListProblem>> {
  if (isTooLong(text)) return failed({ kind: 'too-long', line: 1, text: '' });
  const problems: FlowListProblem[] = [];
  const flows: Flow[] = [];
  let isTooMany = false;
  for (const [index, whole] of text.split('\n').entries()) {
    if (index % linesAtOnce === linesAtOnce - 1) yield;
    const line = whole.replace(/#.*/, '').trim();
    if (line === '') continue;
    const reading = parseLine(line, index + 1);
    if (!reading.ok) problems.push(...reading.problems);
    else if (flows.length + reading.value.length > mostFlows) isTooMany = true;
    else flows.push(...reading.value);
  }
  const found: readonly FlowListProblem[] = problems;
  if (isNonEmpty(found)) return failed(...found);
  if (isTooMany) return failed({ kind: 'too-many-flows', line: 1, text: '' });
  return flows.length === 0 ? failed({ kind: 'no-flows', line: 1, text: '' }) : ok(flows);
}

/** One line that `flowListInSteps` reads back as this flow. */
export function formatFlow(flow: Flow): string {
  const ends = `${formatEndpoint(flow.source)} -> ${formatEndpoint(flow.destination)}`;
  const protocol = flow.protocol === 'udp' ? ' udp' : '';
  if (flow.vlan === undefined) return `${ends}${protocol}`;
  const priority = flow.vlan.priority === 0 ? '' : ` priority ${flow.vlan.priority}`;
  return `${ends}${protocol} vlan ${flow.vlan.id}${priority}`;
}

/** One line a flow. */
export const formatFlowList = (flows: readonly Flow[]): string => flows.map(formatFlow).join('\n');
