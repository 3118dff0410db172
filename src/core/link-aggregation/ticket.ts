import {
  formatBinary,
  formatByteRate,
  formatDecimal,
  formatDuration,
  formatRate,
} from '../units.ts';
import type { BitsPerSecond } from '../units.ts';
import type { Analysis } from './analysis.ts';
import type { HopAnalysis } from './hop-loads.ts';
import type { Rate } from './rate.ts';
import { fewLongSentence } from './batch-words.ts';
import { assumptionSentence, findingSentence } from './finding-words.ts';
import { overriddenSentences } from './overridden.ts';
import { meanLabel, rangeRow } from './range.ts';
import type { Scenario } from './scenario.ts';
import {
  busyPhrase,
  certaintySentence,
  chooserPhrases,
  deviceName,
  failing,
  hopName,
  methodSentence,
  verdictSentence,
} from './words.ts';
import { windowSentence } from './window-words.ts';

function sizes(rates: readonly BitsPerSecond[]): string {
  const counts = new Map<string, number>();
  for (const rate of rates) counts.set(formatRate(rate), (counts.get(formatRate(rate)) ?? 0) + 1);
  return [...counts].map(([rate, count]) => `${count} x ${rate}`).join(' + ');
}

const short = (name: string): string => name.replace(/^the /, '');

/** The links of a hop: `4 x 1 Gbit/s`, `4 x 1 Gbit/s, members 2, 3 down`. */
function linksText(members: HopAnalysis['members']): string {
  const down = members.flatMap(({ up }, member) => (up ? [] : [member + 1]));
  const links = sizes(members.map(({ speed }) => speed));
  if (down.length === 0) return links;
  return `${links}, ${down.length === 1 ? 'member' : 'members'} ${down.join(', ')} down`;
}

/** The path on one line: `20 x 1 Gbit/s -> switch ==4 x 1 Gbit/s==> media agent`. */
export function pathText(scenario: Scenario, analysis: Analysis): string {
  const { hops } = analysis;
  const inOrder = scenario.direction === 'backup' ? hops : hops.toReversed();
  const steps = inOrder.map((hop) => {
    const links = linksText(hop.members);
    const arrow = hop.members.length > 1 ? `==${links}==>` : `--${links}-->`;
    return `${arrow} ${short(deviceName(hop.to))}`;
  });
  const start = short(deviceName(inOrder[0]?.from ?? hops[0].from));
  const { traffic } = scenario;
  if (traffic.side === 'storage') return [start, ...steps].join(' ');
  const clients = traffic.groups
    .map(({ count, nic }) => `${count} x ${formatRate(nic)}`)
    .join(' + ');
  return scenario.direction === 'backup'
    ? [`${clients} ->`, start, ...steps].join(' ')
    : [start, ...steps, `-> ${clients}`].join(' ');
}

function hopLine(hop: HopAnalysis, index: number): string {
  const lead = `Hop ${index + 1}, ${hopName(hop)}:`;
  if (hop.members.length === 1) return `${lead} one link, nothing to choose.`;
  if (hop.membersUp === 1)
    return `${lead} one of ${hop.members.length} links can be used, nothing to choose.`;
  const who = short(deviceName(hop.from));
  return `${lead} ${who} ${chooserPhrases[hop.chooser]}; ${busyPhrase(hop.expectedBusy, hop.membersUp)} busy on average.`;
}

const goodput = ({ goodput: rate }: Rate): string => formatRate(rate);

/** The row from worst to best, or the one figure that all of it reads as. */
function rowText(analysis: Analysis): string {
  const row = rangeRow(analysis).map(({ label, rate }) => [label, goodput(rate)] as const);
  const [figure = '', ...others] = new Set(row.map(([, text]) => text));
  if (others.length === 0) return `${figure} from worst to best`;
  return row.map(([label, text]) => `${label} ${text}`).join(', ');
}

const meanText = ({ rate: { mean } }: Analysis): string =>
  `${goodput(mean)} (${formatRate(mean.line)} line rate), ${formatByteRate(mean.perSecond)}, ${formatDecimal(mean.perHour)}/h, ${formatBinary(mean.perHour)}/h`;

/** Both ways of starting, on one line; a batch that chance has no say in takes one time. */
function timesText({ window }: Analysis): string {
  const { queue, batch } = window;
  const [mean, p95] = [formatDuration(batch.mean), formatDuration(batch.p95)];
  const one = mean === p95 ? `${mean}.` : `${mean} on average, ${p95} in 95 of 100 cases.`;
  const why = fewLongSentence(window);
  return `Queue never empty: ${formatDuration(queue)}. One batch: ${one}${why ? ` ${why}` : ''}`;
}

/**
 * The result as plain text for a ticket, 12 to 15 lines for a path of one to three hops, ending with
 * the link that opens the same scenario.
 */
export function ticketText(scenario: Scenario, analysis: Analysis, link: string): string {
  const changed = overriddenSentences(scenario);
  const reason = analysis.findings.find(({ kind }) => kind !== 'sender-decides');
  return [
    `Link aggregation estimate (${scenario.direction})`,
    `Path: ${pathText(scenario, analysis)}`,
    ...analysis.hops.map(hopLine),
    `Verdict: ${verdictSentence(analysis)}`,
    `Data rate: ${rowText(analysis)}`,
    `${meanLabel}: ${meanText(analysis)}`,
    ...(reason ? [`Because: ${findingSentence(reason, analysis)}`] : []),
    `${scenario.job.window === undefined ? 'Time' : 'Window'}: ${windowSentence(scenario, analysis)}`,
    timesText(analysis),
    ...failureLines(analysis),
    `Certainty: ${certaintySentence(analysis)} ${methodSentence(analysis.method)}`,
    `Assumes: ${analysis.assumptions.map(assumptionSentence).join(' ')}`,
    ...(changed.length > 0 ? [`Changed from the default: ${changed.join('; ')}.`] : []),
    `Open it: ${link}`,
  ].join('\n');
}

function failureLines({ afterFailure, hops }: Analysis): readonly string[] {
  if (!afterFailure) return [];
  const { hop, mean } = afterFailure;
  const who = failing(hops[hop] ?? hops[0], 'member');
  return [`After ${who} fails on hop ${hop + 1}: ${goodput(mean)} of data on average.`];
}
