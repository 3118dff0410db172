/** The link-aggregation core: closed form against simulation, and what one key press costs. */
import { analyse } from '../../src/core/link-aggregation/analyse.ts';
import { meanOf } from '../../src/core/link-aggregation/distribution.ts';
import { networkOf } from '../../src/core/link-aggregation/network.ts';
import { outcomesOf } from '../../src/core/link-aggregation/outcomes.ts';
import {
  simulatedOutcomes,
  standardEffort,
} from '../../src/core/link-aggregation/drawn-outcomes.ts';
import type { Outcomes } from '../../src/core/link-aggregation/outcome.ts';
import { presets } from '../../src/core/link-aggregation/presets.ts';
import { defaultScenario, hop } from '../../src/core/link-aggregation/scenario.ts';
import { gigabits } from '../../src/core/units.ts';

/** The median of several runs after one that warms up. Milliseconds. */
function median(work: () => unknown, runs: number): number {
  work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).toSorted((a, b) => a - b);
  return times[Math.floor(runs / 2)] ?? 0;
}

const promisedRatio = 100;

/** 200 flows on 16 links: rates, the fullest link and the time of one batch, both ways. */
function closedAgainstDrawn(): boolean {
  const network = networkOf({
    ...defaultScenario,
    hops: [hop(16, 1, 'ip')],
    traffic: {
      side: 'clients',
      groups: [{ count: 200, nic: gigabits(1) }],
      connectionsPerClient: 1,
      routed: false,
    },
  });
  const load = { bits: 8e13, pooled: false };
  let exact: Outcomes | undefined;
  let drawn: Outcomes | undefined;
  const closedMs = median(() => (exact = outcomesOf(network, load)), 21);
  const drawnMs = median(() => (drawn = simulatedOutcomes(network, load, standardEffort)), 1);
  if (!exact || !drawn) return false;
  const ratio = drawnMs / closedMs;
  const gbps = (value: number): string => (value / 1e9).toFixed(4);
  console.log('  200 flows on 16 links, one hop');
  console.log(
    `  closed form            ${closedMs.toFixed(3)} ms, mean ${gbps(exact.mean)} Gbit/s, batch ${(meanOf(exact.batch) / 3600).toFixed(3)} h`,
  );
  console.log(
    `  ${standardEffort.draws} draws            ${drawnMs.toFixed(0)} ms, mean ${gbps(drawn.mean)} Gbit/s, batch ${(meanOf(drawn.batch) / 3600).toFixed(3)} h`,
  );
  console.log(`  ratio                  ${ratio.toFixed(0)} (at least ${promisedRatio} promised)`);
  return ratio >= promisedRatio;
}

export function run(): boolean {
  const held = closedAgainstDrawn();
  for (const { id, scenario } of presets) {
    const ms = median(() => analyse(scenario), 9);
    console.log(`  analyse ${id.padEnd(28)} ${ms.toFixed(2).padStart(7)} ms`);
  }
  return held;
}
