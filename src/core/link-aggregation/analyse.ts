import type { Analysis } from './analysis.ts';
import type { Finding } from './findings.ts';
import type { HopAnalysis } from './hop-loads.ts';
import type { Rate, RateRange } from './rate.ts';
import { analyseKnownAtHand } from './analyse-at-hand.ts';
import type { AnswerMemory } from './analyse-at-hand.ts';
import { analyseKnown } from './analyse-known.ts';
import { standardEffort } from './drawn-outcomes.ts';
import type { Effort } from './drawn-outcomes.ts';
import { assume } from './edits.ts';
import type { OutcomeMemory } from './outcome-memory.ts';
import type { Chooser, Scenario } from './scenario.ts';

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
const knownReadings = (scenario: Scenario): readonly [Scenario, Scenario?] =>
  activeChoosers(scenario).includes('unknown')
    ? [assume(scenario, 'ip'), assume(scenario, 'ip-port')]
    : [scenario];

const named = (hop: HopAnalysis, chooser: Chooser | undefined): HopAnalysis =>
  chooser === 'unknown' ? { ...hop, chooser } : hop;

/** That a reason rests on a supposition, where what the device of its hop chooses by is not known. */
const supposing =
  (active: readonly Chooser[]) =>
  (finding: Finding): Finding =>
    finding.kind === 'one-key' && active[finding.hop] === 'unknown'
      ? { ...finding, supposed: true }
      : finding;

/** The analyses of the known readings of a scenario as one. */
function together(scenario: Scenario, byIp: Analysis, byPort: Analysis | undefined): Analysis {
  if (!byPort) return byIp;
  const active = activeChoosers(scenario);
  const slower = byPort.rate.mean.line < byIp.rate.mean.line ? byPort : byIp;
  const [first, ...others] = slower.hops;
  return {
    ...slower,
    rate: spanning(byIp.rate, byPort.rate),
    hops: [named(first, active[0]), ...others.map((hop, index) => named(hop, active[index + 1]))],
    certainty: slower.certainty === 'exact' ? 'model' : slower.certainty,
    findings: [
      {
        kind: 'unknown-chooser',
        hop: active.indexOf('unknown'),
        ip: byIp.rate.mean.line,
        ipPort: byPort.rate.mean.line,
        told: slower === byIp ? 'ip' : 'ip-port',
      },
      ...slower.findings.map(supposing(active)),
    ],
  };
}

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
  const [first, second] = knownReadings(scenario);
  const other = second && analyseKnown(second, effort, memory);
  return together(scenario, analyseKnown(first, effort, memory), other);
}

/** `analyse` where it takes no longer than a key press may, given what is in `memory`; else nothing. */
export function analyseAtHand(scenario: Scenario, memory: AnswerMemory): Analysis | undefined {
  const [first, second] = knownReadings(scenario);
  const byIp = analyseKnownAtHand(first, memory);
  const byPort = second && analyseKnownAtHand(second, memory);
  return byIp && (byPort || !second) ? together(scenario, byIp, byPort) : undefined;
}
