/** How long jobs take, under the names of the cases. */
import { analyse } from '../../../src/core/link-aggregation/analyse.ts';
import { efficiency } from '../../../src/core/link-aggregation/framing.ts';
import { defaultScenario, hop } from '../../../src/core/link-aggregation/scenario.ts';
import type { Scenario } from '../../../src/core/link-aggregation/scenario.ts';
import { idealLinks, requirementOf } from '../../../src/core/link-aggregation/solve.ts';
import {
  endsOnOneLink,
  latestStart,
  timeFor,
  timeWithChange,
} from '../../../src/core/link-aggregation/window.ts';
import {
  bitsPerSecond,
  formatClock,
  gigabits,
  hours,
  seconds,
  tebibytes,
  terabytes,
} from '../../../src/core/units.ts';
import type { Bytes, Seconds } from '../../../src/core/units.ts';
import { has, NotCovered, number, numberOr, numbers, text } from './case.ts';
import type { Figures, Inputs } from './case.ts';
import { clientKeys } from './path-parts.ts';
import { scenarioOf } from './paths.ts';
import { wireOf } from './rates.ts';

const volumeOf = (inputs: Inputs): Bytes =>
  has(inputs, 'data_TiB')
    ? tebibytes(number(inputs, 'data_TiB'))
    : terabytes(number(inputs, 'data_TB'));

const took = (duration: Seconds): Figures => ({
  hours: duration / 3600,
  h_mm_ss: formatClock(duration),
});

/** The path of a case whose clients share out its data. */
function jobScenario(inputs: Inputs): Scenario {
  const scenario = scenarioOf(inputs);
  const reduction = numberOr(inputs, 'reduction_before_wire', 1);
  const start = inputs['queue_always_full'] === true ? 'queue' : 'together';
  if (
    start === 'queue'
      ? inputs['all_start_together'] === true
      : inputs['all_start_together'] === false
  )
    throw new NotCovered('jobs that neither start together nor follow each other');
  return {
    ...scenario,
    job: { ...scenario.job, volume: volumeOf(inputs), start },
    caps: { reduction },
  };
}

/** The latest start as the cases write it. */
function startText(end: string, duration: Seconds): string {
  const [hour = 0, minute = 0] = end.split(':').map(Number);
  const { timeOfDay, daysBefore } = latestStart(seconds(hour * 3600 + minute * 60), duration);
  const days = ['', ' the day before'][daysBefore] ?? ` ${daysBefore} days before`;
  return `${formatClock(timeOfDay)}${days}`;
}

/** Clients that start together, or streams that are always running. */
function jobFigures(inputs: Inputs): Figures {
  const scenario = jobScenario(inputs);
  const { window, rate } = analyse(scenario);
  const { batch, queue, naive } = window;
  return {
    ...took(scenario.job.start === 'queue' ? queue : batch.mean),
    expected_flows_on_fullest_link: window.fullestLink,
    naive_hours: naive / 3600,
    ratio_to_naive: batch.mean / naive,
    hours_p5: batch.p5 / 3600,
    hours_p50: batch.median / 3600,
    hours_p95: batch.p95 / 3600,
    best_hours: batch.best / 3600,
    worst_hours: batch.worst / 3600,
    initial_expected_line_Gbps: rate.mean.line / 1e9,
    hours_needed: batch.p95 / 3600,
    ...(has(inputs, 'end') ? { start: startText(text(inputs, 'end'), batch.p95) } : {}),
    compare_single_batch: formatClock(batch.mean),
  };
}

/** Links that are shared perfectly: frames in turn over all of them. */
function perfectLine(inputs: Inputs, links: number): number {
  const scenario = {
    ...defaultScenario,
    hops: [hop(links, number(inputs, 'link_Gbps'), 'per-packet')] as const,
  };
  const traffic = {
    side: 'storage',
    addresses: 1,
    connectionsPerAddress: 1,
    pathPolicy: 'failover',
  } as const;
  return analyse({ ...scenario, traffic }).rate.mean.line;
}

function failureFigures(inputs: Inputs): Figures {
  const fraction = efficiency(wireOf(inputs));
  const links = number(inputs, 'links');
  const failed = numberOr(inputs, 'members_failed', 1);
  const before = bitsPerSecond(perfectLine(inputs, links) * fraction);
  const after = bitsPerSecond(perfectLine(inputs, links - failed) * fraction);
  const change = hours(number(inputs, 'fail_after_hours'));
  return took(timeWithChange(volumeOf(inputs), before, change, after));
}

function requirementFigures(inputs: Inputs): Figures {
  const job = { volume: volumeOf(inputs), window: hours(number(inputs, 'window_hours')) };
  const need = requirementOf(job, efficiency(wireOf(inputs)));
  return {
    goodput_Gbps_needed: need.goodput / 1e9,
    line_Gbps_needed: need.line / 1e9,
    TB_per_hour_needed: need.terabytesPerHour,
    ideal_links: idealLinks(need, gigabits(number(inputs, 'link_Gbps'))),
  };
}

/** Jobs that are given link by link. */
function drainFigures(inputs: Inputs, links: readonly string[]): Figures {
  const goodput = bitsPerSecond(gigabits(number(inputs, 'link_Gbps')) * efficiency(wireOf(inputs)));
  const ends = links.flatMap((key) => endsOnOneLink(numbers(inputs, key).map(terabytes), goodput));
  const finish = ends.map((end) => end / 3600);
  return { finish_hours: finish, total_hours: Math.max(...finish) };
}

function ingestFigures(inputs: Inputs): Figures {
  const reduction = number(inputs, 'reduction');
  const volume = terabytes(number(inputs, 'ingest_TB_per_hour'));
  const need = requirementOf({ volume, window: hours(1) }, efficiency(wireOf(inputs)), reduction);
  return {
    write_TB_per_hour: (need.goodput * 3600) / 8 / 1e12,
    write_goodput_Gbps_needed: need.goodput / 1e9,
    write_line_Gbps_needed: need.line / 1e9,
  };
}

/** A case with one of these has a path with choices on it. */
const jobKeys = [...clientKeys, 'host_links', 'hop1_links', 'nics', 'array_ports', 'shares'];

/** The figures of a case about time. */
export function windowFigures(inputs: Inputs): Figures {
  const drained = Object.keys(inputs).filter((key) => /^link_[A-Z]_TB$/.test(key));
  if (drained.length > 0) return drainFigures(inputs, drained);
  if (has(inputs, 'ingest_TB_per_hour')) return ingestFigures(inputs);
  if (has(inputs, 'window_hours')) return requirementFigures(inputs);
  if (has(inputs, 'fail_after_hours')) return failureFigures(inputs);
  if (jobKeys.some((key) => has(inputs, key))) return jobFigures(inputs);
  const fraction = efficiency(wireOf(inputs));
  const reduction = numberOr(inputs, 'reduction_before_wire', 1);
  if (has(inputs, 'line_Gbps')) {
    const goodput = bitsPerSecond(gigabits(number(inputs, 'line_Gbps')) * fraction);
    return took(timeFor(volumeOf(inputs), goodput, reduction));
  }
  if (has(inputs, 'links', 'link_Gbps')) {
    const goodput = bitsPerSecond(perfectLine(inputs, number(inputs, 'links')) * fraction);
    return took(timeFor(volumeOf(inputs), goodput, reduction));
  }
  throw new NotCovered(`no time for inputs ${Object.keys(inputs).join(', ')}`);
}
