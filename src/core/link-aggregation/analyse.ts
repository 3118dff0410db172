import type { Analysis, HopAnalysis, Rate, RateRange } from './analysis.ts';
import { analyseKnown } from './analyse-known.ts';
import { standardEffort } from './drawn-outcomes.ts';
import type { Effort } from './drawn-outcomes.ts';
import { assume } from './edits.ts';
import { loadOf } from './job-load.ts';
import { networkOf } from './network.ts';
import type { OutcomeMemory } from './outcome-memory.ts';
import { areAtHand } from './outcomes.ts';
import type { Scenario } from './scenario.ts';

/** The lower of two ranges, widened by the higher one: from the least of both to the most of both. */
function spanning(low: RateRange, high: RateRange): RateRange {
  const [less, more] = low.mean.line <= high.mean.line ? [low, high] : [high, low];
  const lower = (a: Rate, b: Rate): Rate => (b.line < a.line ? b : a);
  const higher = (a: Rate, b: Rate): Rate => (b.line > a.line ? b : a);
  return {
    ...less,
    worst: lower(less.worst, more.worst),
    p5: lower(less.p5, more.p5),
    p95: higher(less.p95, more.p95),
    best: higher(less.best, more.best),
  };
}

const activeChoosers = (scenario: Scenario) =>
  scenario.hops.map((hop) => (scenario.direction === 'backup' ? hop.chooser : hop.backChooser));

/** Both likely readings where a device's choice is not known; otherwise the scenario itself. */
const knownReadings = (scenario: Scenario): readonly Scenario[] =>
  activeChoosers(scenario).includes('unknown')
    ? [assume(scenario, 'ip'), assume(scenario, 'ip-port')]
    : [scenario];

/** Whether `analyse` takes no longer than a key press may, given what is in `memory`. */
export const isAtHand = (scenario: Scenario, memory: OutcomeMemory): boolean =>
  knownReadings(scenario).every((known) => {
    const network = networkOf(known);
    return areAtHand(network, loadOf(known, network), memory);
  });

/**
 * Everything the calculator knows about a scenario. The same scenario always gives the same analysis;
 * `memory`, if there is one, only saves the way there.
 *
 * Where a device's choice is `unknown`, both a hash of addresses and a hash of connections are
 * computed: the range spans both, the rest is that of the slower one.
 */
export function analyse(
  scenario: Scenario,
  effort: Effort = standardEffort,
  memory?: OutcomeMemory,
): Analysis {
  const active = activeChoosers(scenario);
  const unknown = active.indexOf('unknown');
  if (unknown < 0) return analyseKnown(scenario, effort, memory);
  const byIp = analyseKnown(assume(scenario, 'ip'), effort, memory);
  const byPort = analyseKnown(assume(scenario, 'ip-port'), effort, memory);
  const slower = byPort.rate.mean.line < byIp.rate.mean.line ? byPort : byIp;
  const [first, ...others] = slower.hops;
  const named = (hop: HopAnalysis, index: number): HopAnalysis =>
    active[index] === 'unknown' ? { ...hop, chooser: 'unknown' } : hop;
  return {
    ...slower,
    rate: spanning(byIp.rate, byPort.rate),
    hops: [named(first, 0), ...others.map((hop, index) => named(hop, index + 1))],
    certainty: slower.certainty === 'exact' ? 'model' : slower.certainty,
    findings: [
      {
        kind: 'unknown-chooser',
        hop: unknown,
        ip: byIp.rate.mean.line,
        ipPort: byPort.rate.mean.line,
      },
      ...slower.findings,
    ],
  };
}
