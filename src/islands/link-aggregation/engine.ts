import { advise } from '../../core/link-aggregation/advise.ts';
import { analyse } from '../../core/link-aggregation/analyse.ts';
import type { Analysis } from '../../core/link-aggregation/analysis.ts';
import { assume } from '../../core/link-aggregation/edits.ts';
import type { Chooser, Scenario } from '../../core/link-aggregation/scenario.ts';
import { ticketText } from '../../core/link-aggregation/ticket.ts';
import { adviceSentence } from '../../core/link-aggregation/advice-words.ts';
import { assumptionSentence, findingSentence } from '../../core/link-aggregation/finding-words.ts';
import {
  certaintySentence,
  methodSentence,
  verdictSentence,
  windowSentence,
} from '../../core/link-aggregation/words.ts';
import { linkPlace } from './protocol.ts';
import type { Answer, Reading, Suggestion } from './protocol.ts';

const likely = ['ip', 'ip-port'] as const satisfies readonly Chooser[];

function readingsOf(scenario: Scenario, analysis: Analysis): readonly Reading[] {
  if (!analysis.hops.some(({ chooser }) => chooser === 'unknown')) return [];
  return likely.map((chooser) => {
    const known = assume(scenario, chooser);
    return { chooser, scenario: known, verdict: verdictSentence(analyse(known)) };
  });
}

/** The analysis of a scenario with its sentences, and the verdicts of its likely readings. */
export function answerTo(scenario: Scenario): Answer {
  const analysis = analyse(scenario);
  const why = analysis.findings.map((finding) => findingSentence(finding, analysis));
  return {
    analysis,
    verdict: verdictSentence(analysis),
    window: windowSentence(scenario, analysis),
    why: [...new Set(why)],
    certainty: `${certaintySentence(analysis)} ${methodSentence(analysis.method)}`,
    assumptions: analysis.assumptions.map(assumptionSentence),
    ticket: ticketText(scenario, analysis, linkPlace),
    readings: readingsOf(scenario, analysis),
  };
}

/** What to change, the least effort first. It recomputes a dozen scenarios, hence takes a while. */
export function suggestionsFor(scenario: Scenario, analysis: Analysis): readonly Suggestion[] {
  return advise(scenario, analysis).map((advice) => ({
    scenario: advice.scenario,
    planned: advice.planned,
    fits: advice.fits,
    sentence: adviceSentence(advice, analysis),
  }));
}
