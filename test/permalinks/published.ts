/** Links that the site has shown anywhere, and the figures that each of them showed. */
import { readFileSync } from 'node:fs';
import { analyse } from '../../src/core/link-aggregation/analyse.ts';
import { writeScenario } from '../../src/core/link-aggregation/fields.ts';
import { readPermalink, writePermalink } from '../../src/core/link-aggregation/permalink.ts';
import { presets } from '../../src/core/link-aggregation/presets.ts';
import { readScenario } from '../../src/core/link-aggregation/read-scenario.ts';
import { scenarioLinksIn } from './shown.ts';
import type { Shown } from './shown.ts';

/** Line rates in Gbit/s, data in Gbit/s, hours. */
export interface Figures {
  readonly worstGbps: number;
  /** The mean. The file was begun when it was called typical, and no entry of it is edited. */
  readonly typicalGbps: number;
  readonly bestGbps: number;
  readonly goodputGbps: number;
  readonly queueHours: number;
  readonly batchP95Hours: number;
}

export interface Published {
  readonly link: string;
  /** Where it stood first. */
  readonly title: string;
  readonly must: Figures;
}

export const publishedFile = new URL('published.json', import.meta.url);

export const readPublished = (): readonly Published[] =>
  JSON.parse(readFileSync(publishedFile, 'utf8'));

/** What a link shows now; throws with the reason where it cannot be opened. */
export function figuresOf(link: string): Figures {
  const fields = readPermalink(link);
  if (!fields.ok) throw new Error(`${link}: ${JSON.stringify(fields.problems)}`);
  const scenario = readScenario(fields.value);
  if (!scenario.ok) throw new Error(`${link}: ${JSON.stringify(scenario.problems)}`);
  const { rate, window } = analyse(scenario.value);
  return {
    worstGbps: rate.worst.line / 1e9,
    typicalGbps: rate.mean.line / 1e9,
    bestGbps: rate.best.line / 1e9,
    goodputGbps: rate.mean.goodput / 1e9,
    queueHours: window.queue / 3600,
    batchP95Hours: window.batch.p95 / 3600,
  };
}

/** Every link to a scenario that a preset or anything under content/ carries, in that order. */
export function shownLinks(): readonly Shown[] {
  const ofPresets = presets.map(({ title, scenario }) => ({
    title,
    link: writePermalink(writeScenario(scenario)),
  }));
  return [...ofPresets, ...scenarioLinksIn()];
}
