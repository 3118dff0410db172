import assert from 'node:assert/strict';
import { presets } from '../../../src/core/link-aggregation/presets.ts';
import type { Scenario } from '../../../src/core/link-aggregation/scenario.ts';

/** The scenario of the preset with that id, as articles name it. */
export function presetScenario(id: string): Scenario {
  const found = presets.find((preset) => preset.id === id);
  assert.ok(found, id);
  return found.scenario;
}
