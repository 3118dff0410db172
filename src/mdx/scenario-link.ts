import { analyse } from '../core/link-aggregation/analyse.ts';
import type { Analysis } from '../core/link-aggregation/analysis.ts';
import { readPermalink } from '../core/link-aggregation/permalink.ts';
import { linkSentence, problemSentence } from '../core/link-aggregation/problem-words.ts';
import { readScenario } from '../core/link-aggregation/read-scenario.ts';
import type { Scenario } from '../core/link-aggregation/scenario.ts';

/**
 * The scenario of a link that an author pasted. A link that cannot be read stops the build, with the
 * author's tag and the same sentences that a reader would see.
 */
export function scenarioFromLink(tag: string, link: string): Scenario {
  const fields = readPermalink(link);
  if (!fields.ok) {
    throw new Error(`<${tag}> ${link}\n${fields.problems.map(linkSentence).join('\n')}`);
  }
  const scenario = readScenario(fields.value);
  if (!scenario.ok) {
    throw new Error(`<${tag}> ${link}\n${scenario.problems.map(problemSentence).join('\n')}`);
  }
  return scenario.value;
}

const analyses = new Map<string, Analysis>();

/** The analysis of a link, computed once a build however often an article names the link. */
export function analysisOf(link: string, scenario: Scenario): Analysis {
  const known = analyses.get(link) ?? analyse(scenario);
  analyses.set(link, known);
  return known;
}
