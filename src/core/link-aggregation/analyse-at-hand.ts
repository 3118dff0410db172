import type { Analysis } from './analysis.ts';
import { analysisOf, meanLineOf } from './analyse-known.ts';
import { standardEffort } from './drawn-outcomes.ts';
import { loadForRates, loadOf } from './job-load.ts';
import { networkOf } from './network.ts';
import type { OutcomeMemory } from './outcome-memory.ts';
import { areAtHand, unscaledOutcomes } from './outcomes.ts';
import type { Scenario } from './scenario.ts';
import { surveyOf } from './survey.ts';
import type { Survey } from './survey.ts';

/** What is kept between two key presses. It belongs to the caller; the core keeps nothing. */
export interface AnswerMemory {
  readonly outcomes: OutcomeMemory;
  /** By everything of a scenario but its job. */
  readonly surveys: Map<string, Survey>;
}

// Both readings of a choice that is not known, for the scenario at hand and the one before.
const mostSurveys = 4;

function keep(surveys: Map<string, Survey>, name: string, survey: Survey): Survey {
  if (surveys.size >= mostSurveys) surveys.clear();
  surveys.set(name, survey);
  return survey;
}

/** The same where it takes no longer than a key press may, given what is in `memory`; else nothing. */
export function analyseKnownAtHand(
  scenario: Scenario,
  { outcomes: counted, surveys }: AnswerMemory,
): Analysis | undefined {
  const name = JSON.stringify({ ...scenario, job: undefined });
  const known = surveys.get(name);
  if (known) return analysisOf(scenario, known);
  const network = networkOf(scenario);
  const load = loadOf(scenario, network);
  if (!areAtHand(network, load, counted)) return undefined;
  const outcomes = unscaledOutcomes(network, load, standardEffort, counted);
  // What is left after a failure may have to be drawn although the scenario itself need not.
  let isFailureAtHand = true;
  const survey = surveyOf(scenario, network, outcomes, (failed) => {
    const left = networkOf(failed);
    isFailureAtHand = areAtHand(left, loadForRates(failed, left), counted);
    return isFailureAtHand ? meanLineOf(failed, standardEffort, counted) : 0;
  });
  if (!isFailureAtHand) return undefined;
  return analysisOf(scenario, keep(surveys, name, survey));
}
