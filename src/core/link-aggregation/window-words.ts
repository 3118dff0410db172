/** How long a job takes against its window, in sentences. */
import { formatDuration, seconds } from '../units.ts';
import type { Seconds } from '../units.ts';
import type { Analysis } from './analysis.ts';
import type { Scenario } from './scenario.ts';
import { volumeText } from './words.ts';

function takes(scenario: Scenario, { window }: Analysis): string {
  const volume = volumeText(scenario.job);
  const planned = formatDuration(window.planned);
  if (scenario.job.start === 'queue')
    return `${volume} take ${planned} with a queue that never empties.`;
  const { best, worst } = window.batch;
  return formatDuration(best) === formatDuration(worst)
    ? `${volume} take ${planned}.`
    : `${volume} take ${planned} until the last one ends, in 95 of 100 cases.`;
}

/** The next whole minute: whoever starts by a time rounded down is late. */
const upToMinute = (time: Seconds): Seconds =>
  time < 60 ? time : seconds(Math.ceil(time / 60 - 1e-6) * 60);

// Times are printed in minutes, and the answer is no surer than that.
const leastSaid = 60;

/** Whether the job fits, and by how much where a reader can count on it. */
function fitSentence(window: Seconds, spare: Seconds): string {
  const named = `the window of ${formatDuration(window)}`;
  const by = formatDuration(seconds(Math.abs(spare)));
  if (Math.abs(spare) < leastSaid)
    return spare < 0 ? `That is just over ${named}.` : `That just fits ${named}.`;
  return spare < 0
    ? `That is ${by} longer than ${named}.`
    : `That fits ${named} with ${by} to spare.`;
}

/** How long the job takes, when to start it and whether it fits its window, if it has one. */
export function windowSentence(scenario: Scenario, analysis: Analysis): string {
  const { planned, window, spare } = analysis.window;
  const start = `Start at least ${formatDuration(upToMinute(planned))} before it must be done.`;
  if (window === undefined || spare === undefined) return `${takes(scenario, analysis)} ${start}`;
  return `${takes(scenario, analysis)} ${fitSentence(window, spare)} ${start}`;
}
