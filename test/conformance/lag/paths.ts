/** The inputs of a case as a scenario of the core. By the inputs that are there, never by the id. */
import type { Scenario } from '../../../src/core/link-aggregation/scenario.ts';
import { has, NotCovered } from './case.ts';
import type { Inputs } from './case.ts';
import { clientScenario } from './client-paths.ts';
import { clientKeys } from './path-parts.ts';
import {
  mpioScenario,
  portsScenario,
  senderScenario,
  sharesScenario,
  twoHashScenario,
  twoHopScenario,
} from './storage-paths.ts';

/** The scenario that the inputs describe, or `NotCovered` with the reason. */
export function scenarioOf(inputs: Inputs): Scenario {
  if (has(inputs, 'array_ports')) return mpioScenario(inputs);
  if (has(inputs, 'hop1_links', 'hop2_links')) return twoHashScenario(inputs);
  if (has(inputs, 'nics')) return portsScenario(inputs);
  if (has(inputs, 'host_links')) return twoHopScenario(inputs);
  if (has(inputs, 'host_policy')) return senderScenario(inputs);
  if (has(inputs, 'shares')) return sharesScenario(inputs);
  if (clientKeys.some((key) => has(inputs, key))) return clientScenario(inputs);
  throw new NotCovered(`no path for inputs ${Object.keys(inputs).join(', ')}`);
}
