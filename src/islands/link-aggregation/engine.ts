import { advise } from '../../core/link-aggregation/advise.ts';
import { analyse } from '../../core/link-aggregation/analyse.ts';
import type { Advice, Analysis } from '../../core/link-aggregation/analysis.ts';
import { assume } from '../../core/link-aggregation/edits.ts';
import type { Chooser, Scenario } from '../../core/link-aggregation/scenario.ts';

/** What comes of it if a choice that is not known is this one. */
export interface Reading {
  readonly chooser: Chooser;
  readonly scenario: Scenario;
  readonly analysis: Analysis;
}

export interface Answer {
  readonly analysis: Analysis;
  /** Both likely readings where a device's choice is not known; otherwise none. */
  readonly readings: readonly Reading[];
}

const likely = ['ip', 'ip-port'] as const satisfies readonly Chooser[];

/** The analysis of a scenario, and those of its likely readings. */
export function answerTo(scenario: Scenario): Answer {
  const analysis = analyse(scenario);
  const isUnknown = analysis.hops.some(({ chooser }) => chooser === 'unknown');
  const readings = isUnknown
    ? likely.map((chooser): Reading => {
        const known = assume(scenario, chooser);
        return { chooser, scenario: known, analysis: analyse(known) };
      })
    : [];
  return { analysis, readings };
}

export const adviceFor = (scenario: Scenario, analysis: Analysis): readonly Advice[] =>
  advise(scenario, analysis);
