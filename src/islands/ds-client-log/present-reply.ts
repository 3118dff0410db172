import type { CompletionEntries } from '../../core/ds-client-log/explain.ts';
import { logMetrics } from '../../core/ds-client-log/metrics.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import type { EventGroup } from '../../core/ds-client-log/events.ts';
import { answerOfActivities, nameOf, tasksOf, type Naming } from './present-answer.ts';
import { presentDecisions } from './present-decisions.ts';
import { answerOfEvents } from './present-events.ts';

/** 0 is A, 25 is Z, 26 is AA. */
const letters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : letters(Math.floor(index / 26) - 1) + letters(index % 26);

/** Names replaced by Set A, Set B in the order in which they are needed; the same name alike. */
function maskedNames(reading: AcceptedReading): Naming {
  const masks = new Map<string, string>();
  return {
    name: (row) => {
      const name = nameOf(reading, row);
      const mask = masks.get(name) ?? `Set ${letters(masks.size)}`;
      masks.set(name, mask);
      return mask;
    },
    isMasked: true,
  };
}

function assumed(reading: AcceptedReading): readonly string[] {
  const dates = presentDecisions(reading).find(({ label }) => label === 'Dates');
  return dates?.certainty?.startsWith('assumed')
    ? [`Dates were read as ${dates.value.toLowerCase()} (${dates.certainty}).`]
    : [];
}

/** The answer as plain text for a ticket: facts, what to do, who. */
export function replyText(
  reading: AcceptedReading,
  completions: CompletionEntries,
  groups: readonly EventGroup[],
  withNames: boolean,
): string {
  if (reading.kind === 'event-log') return `${answerOfEvents(reading, groups).join('\n')}\n`;
  const naming: Naming = withNames
    ? { name: (row) => nameOf(reading, row), isMasked: false }
    : maskedNames(reading);
  const tasks = tasksOf(reading, completions, naming);
  return [
    'DS-Client activity log',
    '',
    ...answerOfActivities(reading, logMetrics(reading), naming),
    ...(tasks.length > 0 ? ['', 'What to do, and who:'] : []),
    ...tasks.map(({ what, who }) => `- ${who}: ${what}`),
    '',
    ...assumed(reading),
    'A log says what ran. Whether the data can be had back, only a test restore says.',
    '',
  ].join('\n');
}
