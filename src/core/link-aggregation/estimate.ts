/** The figures of a change while advice is looked for: with fewer draws than those of an answer. */
import { batchDistribution } from './batch-times.ts';
import { percentile } from './distribution.ts';
import { standardEffort, withDrawnTimes } from './drawn-outcomes.ts';
import type { Effort } from './drawn-outcomes.ts';
import { assume } from './edits.ts';
import { loadForRates, loadOf } from './job-load.ts';
import { networkOf } from './network.ts';
import type { Network } from './network.ts';
import { hasPartedJobs } from './outcome.ts';
import type { Load, Outcomes } from './outcome.ts';
import { countedVolume, outcomeName, remember, withVolume } from './outcome-memory.ts';
import type { OutcomeMemory } from './outcome-memory.ts';
import { outcomesOf } from './outcomes.ts';
import type { Scenario } from './scenario.ts';

/** What a scenario carries and how long its job takes. */
export interface Estimate {
  /** The mean line rate, in bit/s. */
  readonly line: number;
  /** How long the job is planned to take, in seconds. */
  readonly planned: number;
}

/**
 * Enough draws for advice: its figure is a mean, and each change is recomputed in full when opened. Many
 * units even each other out, so that dozens of long paths take no longer than a reader waits.
 */
function effortFor({ units, spreads }: Network): Effort {
  const draws = Math.floor(24_000 / (units.length * Math.max(1, spreads.length)));
  const least = Math.min(100, Math.max(25, Math.floor(20_000 / units.length)));
  return { ...standardEffort, draws: Math.min(400, Math.max(least, draws)) };
}

/** What is computed of a scenario. */
interface Subject {
  readonly network: Network;
  readonly load: Load;
}

/** A queue needs rates only, so that no time is drawn for it. */
function subjectOf(scenario: Scenario): Subject {
  const known = assume(scenario, 'ip');
  const network = networkOf(known);
  const load =
    scenario.job.start === 'queue' ? loadForRates(known, network) : loadOf(known, network);
  return { network, load };
}

// Times of jobs that chance can part are drawn: for each job that ends the others share anew, and more
// hops make that longer and have more changes to try. With more work than this nobody waits for advice.
const mostWork = 1_000_000;

function isAffordable({ network, load }: Subject): boolean {
  if (!hasPartedJobs(network, load)) return true;
  const { units, spreads } = network;
  const jobs = new Set(units.map(({ owner }) => owner)).size;
  return jobs * units.length * spreads.length ** 2 <= mostWork;
}

/** The same outcomes with times, or else rates, that are drawn as often as for an answer. */
function closerOutcomes(
  { network, load }: Subject,
  outcomes: Outcomes,
  memory?: OutcomeMemory,
): Outcomes {
  if (outcomes.method.kind !== 'drawn-times')
    return outcomesOf(network, load, standardEffort, memory);
  const name = `${outcomeName(network, load, standardEffort)} times`;
  const known = memory?.get(name);
  if (known) return withVolume(known, load.bits);
  const counted = { ...load, bits: countedVolume };
  const closer = withDrawnTimes(outcomes, network, counted, standardEffort);
  if (memory) remember(memory, name, closer);
  return withVolume(closer, load.bits);
}

// What is planned so near to the window may fit it by few draws and miss it by many.
const nearWindow = 0.03;

/**
 * The figures of a scenario; undefined where so many connections take too long to compute. A time near
 * the window is that of the answer, so that what is said to fit also fits when it is opened.
 */
export function estimateOf(scenario: Scenario, memory?: OutcomeMemory): Estimate | undefined {
  const subject = subjectOf(scenario);
  if (!isAffordable(subject)) return undefined;
  const { network, load } = subject;
  const { start, window = Infinity } = scenario.job;
  const figuresOf = ({ mean, batch }: Outcomes): Estimate => ({
    line: mean,
    planned: start === 'queue' ? load.bits / mean : percentile(batch, 0.95),
  });
  const outcomes = outcomesOf(network, load, effortFor(network), memory);
  const figures = figuresOf(outcomes);
  const isDrawn = outcomes.method.kind === 'simulation' || outcomes.method.kind === 'drawn-times';
  return isDrawn && Math.abs(figures.planned / window - 1) <= nearWindow
    ? figuresOf(closerOutcomes(subject, outcomes, memory))
    : figures;
}

/** The planned time of `estimateOf` by itself. */
export function plannedTime(scenario: Scenario, memory?: OutcomeMemory): number | undefined {
  const { network, load } = subjectOf(scenario);
  // Where chance has its say in closed form, no rate needs to be drawn for a time.
  const batch = scenario.job.start === 'together' && batchDistribution(network, load);
  return batch ? percentile(batch, 0.95) : estimateOf(scenario, memory)?.planned;
}
