import { advise } from '../../core/link-aggregation/advise.ts';
import { analyse, analyseAtHand } from '../../core/link-aggregation/analyse.ts';
import type { Analysis } from '../../core/link-aggregation/analysis.ts';
import type { Advice } from '../../core/link-aggregation/changes.ts';
import { standardEffort } from '../../core/link-aggregation/drawn-outcomes.ts';
import { assume } from '../../core/link-aggregation/edits.ts';
import type { AnswerMemory } from '../../core/link-aggregation/analyse-at-hand.ts';
import type { OutcomeMemory } from '../../core/link-aggregation/outcome-memory.ts';
import { linkSentence, problemSentence } from '../../core/link-aggregation/problem-words.ts';
import type { Chooser, Scenario } from '../../core/link-aggregation/scenario.ts';
import {
  requirementSentence,
  solutionSentence,
  waySentence,
} from '../../core/link-aggregation/need-words.ts';
import { overriddenSentences } from '../../core/link-aggregation/overridden.ts';
import { solve } from '../../core/link-aggregation/solve.ts';
import { ticketText } from '../../core/link-aggregation/ticket.ts';
import { adviceNote, adviceSentence } from '../../core/link-aggregation/advice-words.ts';
import { assumptionSentence, findingSentence } from '../../core/link-aggregation/finding-words.ts';
import {
  certaintySentence,
  methodSentence,
  verdictSentence,
} from '../../core/link-aggregation/words.ts';
import { windowSentence } from '../../core/link-aggregation/window-words.ts';
import { linkPlace } from './protocol.ts';
import type {
  Answer,
  Background,
  More,
  NeedAnswer,
  Problem,
  Reading,
  Suggestion,
} from './protocol.ts';

const likely = ['ip', 'ip-port'] as const satisfies readonly Chooser[];

function readingsOf(
  scenario: Scenario,
  analysis: Analysis,
  memory: OutcomeMemory | undefined,
): readonly Reading[] {
  if (!analysis.hops.some(({ chooser }) => chooser === 'unknown')) return [];
  return likely.map((chooser) => {
    const known = assume(scenario, chooser);
    return {
      chooser,
      scenario: known,
      verdict: verdictSentence(analyse(known, standardEffort, memory)),
    };
  });
}

/** An analysis with what is said about it first, and the verdicts of its likely readings. */
const answerWith = (scenario: Scenario, analysis: Analysis, memory?: OutcomeMemory): Answer => ({
  analysis,
  verdict: verdictSentence(analysis),
  window: windowSentence(scenario, analysis),
  overridden: overriddenSentences(scenario),
  readings: readingsOf(scenario, analysis, memory),
});

/** The answer to a scenario, however long it takes. */
export const answerTo = (scenario: Scenario, memory?: OutcomeMemory): Answer =>
  answerWith(scenario, analyse(scenario, standardEffort, memory), memory);

/** The answer where it takes no longer than a key press may; otherwise nothing. */
export function answerAtHand(scenario: Scenario, memory: AnswerMemory): Answer | undefined {
  const analysis = analyseAtHand(scenario, memory);
  return analysis && answerWith(scenario, analysis, memory.outcomes);
}

/** The sentences behind an answer. */
export function backgroundOf(scenario: Scenario, analysis: Analysis): Background {
  const why = analysis.findings.map((finding) => findingSentence(finding, analysis));
  return {
    why: [...new Set(why)],
    certainty: `${certaintySentence(analysis)} ${methodSentence(analysis.method)}`,
    assumptions: analysis.assumptions.map(assumptionSentence),
    ticket: ticketText(scenario, analysis, linkPlace),
  };
}

/** What is wrong, and how to put it right. */
export const sentenceOf = (problem: Problem): string =>
  'field' in problem ? problemSentence(problem) : linkSentence(problem);

function suggestionOf(advice: Advice, sentence: string): Suggestion {
  const { scenario, planned, fits } = advice;
  return { scenario, planned, fits, sentence };
}

function needOf(scenario: Scenario, analysis: Analysis, memory?: OutcomeMemory): NeedAnswer {
  const need = solve(scenario, analysis, memory);
  const { solution } = need;
  const ways = solution.kind === 'changes' ? solution.ways : [];
  return {
    requirement: requirementSentence(scenario, need),
    solution: solutionSentence(solution, analysis),
    ways: ways.map((way) => suggestionOf(way, waySentence(way, analysis))),
  };
}

/** What to change and what the job needs. It recomputes dozens of scenarios, hence takes a while. */
export function moreFor(scenario: Scenario, analysis: Analysis, memory?: OutcomeMemory): More {
  const advised = advise(scenario, analysis, memory);
  const advice = advised.listed.map((one) => suggestionOf(one, adviceSentence(one, analysis)));
  return { advice, note: adviceNote(advised), need: needOf(scenario, analysis, memory) };
}
