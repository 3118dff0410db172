import assert from 'node:assert/strict';
import { readPermalink } from '../../../src/core/link-aggregation/permalink.ts';
import { readScenario } from '../../../src/core/link-aggregation/read-scenario.ts';
import type { Scenario } from '../../../src/core/link-aggregation/scenario.ts';

/** The scenario that a link opens: `#v=1&hops=4x1~ip`. */
export function linkedScenario(link: string): Scenario {
  const fields = readPermalink(link);
  assert.ok(fields.ok, link);
  const scenario = readScenario(fields.value);
  assert.ok(scenario.ok, link);
  return scenario.value;
}
