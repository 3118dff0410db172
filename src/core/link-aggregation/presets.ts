import { isNonEmpty } from '../result.ts';
import { readPermalink } from './permalink.ts';
import { readScenario } from './read-scenario.ts';
import type { Scenario } from './scenario.ts';
import { situations } from './situations.ts';
import type { Situation } from './situations.ts';

/** A situation with its scenario. */
export interface Preset extends Situation {
  readonly scenario: Scenario;
}

/** Throws where a situation's link is no scenario: that is a slip of whoever wrote it. */
function presetOf(situation: Situation): Preset {
  const fields = readPermalink(situation.link);
  const scenario = fields.ok ? readScenario(fields.value) : fields;
  if (!scenario.ok) throw new Error(`${situation.id}: ${JSON.stringify(scenario.problems)}`);
  return { ...situation, scenario: scenario.value };
}

const read: readonly Preset[] = situations.map(presetOf);
if (!isNonEmpty(read)) throw new Error('There is no situation.');

/** Every situation that the calculator offers, with its scenario. */
export const presets: readonly [Preset, ...Preset[]] = read;
