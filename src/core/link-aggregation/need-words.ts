import { bytesPerSecond, formatByteRate, formatDuration, formatRate } from '../units.ts';
import { changesSentence, leftOut } from './advice-words.ts';
import type { Analysis } from './analysis.ts';
import type { Advice } from './changes.ts';
import type { Scenario } from './scenario.ts';
import type { Need, Solution } from './solve.ts';
import { count, volumeText } from './words.ts';

/** `10 TB in 8 h need 2.78 Gbit/s of data: 3 links of 1 Gbit/s, if every choice were perfect.` */
export function requirementSentence(scenario: Scenario, { demand }: Need): string {
  const { job, hops, caps } = scenario;
  if (demand === undefined || job.window === undefined)
    return 'No window is given, so there is no rate that the job needs.';
  const [slowest = 0] = hops
    .flatMap(({ members }) => members.map(({ speed }) => speed))
    .toSorted((a, b) => a - b);
  const speed = formatRate(slowest as typeof demand.line);
  const disks =
    caps.disk === undefined
      ? ''
      : ` The disks must take ${formatByteRate(bytesPerSecond(demand.goodput / 8))}.`;
  return `${volumeText(job)} in ${formatDuration(job.window)} need ${formatRate(demand.goodput)} of data: ${count(demand.ideal, 'link')} of ${speed}, if every choice were perfect.${disks}`;
}

/** A way to make the job fit, with the time it then takes. */
export const waySentence = (way: Advice, analysis: Pick<Analysis, 'hops'>): string =>
  `${changesSentence(way.changes, analysis)} The job then takes ${formatDuration(way.planned)}.`;

/** What the search for changes came to; the ways themselves are worded by `waySentence`. */
export function solutionSentence(solution: Solution, analysis: Pick<Analysis, 'hops'>): string {
  const sentence = outcomeSentence(solution, analysis);
  const repair = 'repair' in solution ? solution.repair : undefined;
  return repair ? `${waySentence(repair, analysis)} That is not enough yet. ${sentence}` : sentence;
}

type Kind<Name> = Extract<Solution, { readonly kind: Name }>;

function waysSentence({ ways, untried }: Kind<'changes'>): string {
  const kinds = ways.flatMap(({ changes }) => changes.map(({ kind }) => kind));
  if (!untried && kinds.every((kind) => kind === 'faster-links'))
    return 'Of the changes tried, only faster links do it.';
  const found =
    ways.length === 1 ? 'One change does it.' : 'Each of these does it, the least effort first.';
  return untried ? `${found} ${leftOut}` : found;
}

function nearestSentence(
  { best, untried }: Kind<'nothing-does'>,
  analysis: Pick<Analysis, 'hops'>,
): string {
  if (untried && !best)
    return 'With so many connections it takes too long to work out which change does it. Enter fewer of them, and less data in proportion, to see which changes help.';
  const tried = 'No change that was tried does it.';
  const found = best ? `${tried} The nearest: ${waySentence(best, analysis)}` : tried;
  return untried ? `${found} ${leftOut}` : found;
}

function outcomeSentence(solution: Solution, analysis: Pick<Analysis, 'hops'>): string {
  switch (solution.kind) {
    case 'no-window':
      return 'Enter a window to see what makes the job fit it.';
    case 'fits-already':
      return 'The path does that already.';
    case 'changes':
      return waysSentence(solution);
    case 'not-the-links':
      return 'The links are not the limit, so no change of them helps.';
    case 'nothing-does':
      return nearestSentence(solution, analysis);
    default:
      return solution satisfies never;
  }
}
