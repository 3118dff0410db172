/** The answer about flows as plain text for a ticket. */
import type { FlowQuestion } from './flow-form.ts';
import { formatFlow } from './flow-list.ts';
import { addressTickLabel } from './flow-form-words.ts';
import { placementWords } from './placed-words.ts';
import type { PlacedQuestion } from './summary.ts';
import { answerWords, certaintyWords } from './summary-words.ts';
import type { DeviceCommand, DeviceSource } from './devices.ts';

/** What is known of the device beyond its rule. */
export interface DeviceDetails {
  readonly sources: readonly DeviceSource[];
  readonly commands: readonly DeviceCommand[];
  readonly notes: readonly string[];
}

// What stands above a link that opens without the flows that the ticket lists.
const leftOutWords = `The link below leaves the addresses out: it opens the device and its members with sample flows, not with these. For a link that opens these, tick “${addressTickLabel}” and copy the ticket again.`;

// A ticket is read, not processed: the CSV has every flow.
const mostLines = 20;

/**
 * The device, the answer, up to twenty flows with the member of each, the sources, and the link that
 * opens the question. Without `details` the lines about sources and commands are left out. `link` is
 * undefined where it would be too long to be read; `leavesOut`: whether it opens other flows than these.
 */
export function flowTicket(
  question: FlowQuestion,
  { summary, placed }: PlacedQuestion,
  details: DeviceDetails | undefined,
  link: string | undefined,
  leavesOut = false,
): string {
  const { choice, members, flows } = question;
  const down = (members.down ?? []).map((member) => member + 1).join(', ');
  const shown = placed.slice(0, mostLines);
  const rest = placed.length - shown.length;
  return [
    `Which link does this flow take? ${choice.name}, ${members.count} members${down === '' ? '' : `, down: ${down}`}`,
    `Answer: ${answerWords(summary, question)}`,
    `Certainty: ${certaintyWords(question, summary)}`,
    'Members are counted in the order in which the device lists its active members.',
    ...shown.map(
      ({ flow, placement }) => `${formatFlow(flow)}: ${placementWords(placement, members.count)}`,
    ),
    ...(rest > 0 ? [`and ${rest} more flows, in the CSV file.`] : []),
    ...(placed.length === 0 ? [`Flows asked about: ${flows.length}.`] : []),
    ...(details?.sources.slice(0, 2) ?? []).map(({ title, url }) =>
      url === undefined ? `Source: ${title}` : `Source: ${title}, ${url}`,
    ),
    ...(details?.commands ?? []).map(({ run, shows }) => `Check: ${run} (${shows})`),
    ...(link !== undefined && leavesOut ? [`Addresses: ${leftOutWords}`] : []),
    link === undefined
      ? 'The flows are too many for a link. The CSV file has all of them.'
      : `Open it: ${link}`,
  ].join('\n');
}
