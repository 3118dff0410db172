/** Short ways to write the flows of the examples. They throw on a typing mistake in a test. */
import { parseIp, parseMac } from '../../../../src/core/link-aggregation/placement/addresses.ts';
import { flowListInSteps } from '../../../../src/core/link-aggregation/placement/flow-list.ts';
import type { Flow, Members } from '../../../../src/core/link-aggregation/placement/flow.ts';
import {
  place,
  type PlacementRule,
} from '../../../../src/core/link-aggregation/placement/place.ts';
import { finished } from '../../../../src/core/steps.ts';
import type { Result } from '../../../../src/core/result.ts';

export function value<Value>(reading: Result<Value, unknown>): Value {
  if (reading.ok) return reading.value;
  throw new Error(JSON.stringify(reading.problems));
}

export const ip = (text: string) => value(parseIp(text));
export const mac = (text: string) => value(parseMac(text));
export const flows = (...lines: readonly string[]): readonly Flow[] =>
  value(finished(flowListInSteps(lines.join('\n'))));

/** A flow of which only the MAC addresses are known. */
export const macFlow = (source: string, destination: string): Flow => ({
  source: { mac: mac(source) },
  destination: { mac: mac(destination) },
  protocol: 'tcp',
});

/** The member of each flow, or the kind of answer where there is no single member. */
export const membersOf = (rule: PlacementRule, list: readonly Flow[], members: Members) =>
  list.map((flow) => {
    const placement = place(rule, flow, members);
    return 'member' in placement ? placement.member : placement.kind;
  });
