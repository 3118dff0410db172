import type { MessageEntry } from '../../core/ds-client-log/catalogue.ts';
import { severityOf, type EventGroup } from '../../core/ds-client-log/events.ts';
import { counted, ended, namesInARow, number } from './present-words.ts';
import type { Work } from './work.ts';

/** A message that asks for something, whatever its severity: one entry of the catalogue. */
export interface Message {
  readonly entry: MessageEntry;
  readonly text: string;
  /** All of its lines are errors. */
  readonly isError: boolean;
  /** Rows of the event log. */
  readonly rows: readonly number[];
}

/** Whether the lines of a message are errors by the word in their own column. */
export const isErrorLine = (line: Pick<EventGroup, 'severity'>): boolean =>
  severityOf(line) === 'error';

const isInformation = (group: EventGroup): boolean => severityOf(group) === 'information';

/** A message as the catalogue has it: of one that is known by a pattern, the line may hold names. */
const knownText = (entry: MessageEntry, message: string, isMasked: boolean): string =>
  isMasked ? (entry.text ?? entry.label) : message;

/** The messages to act on, most lines first. */
export function messagesToActOn(
  groups: readonly EventGroup[],
  isMasked: boolean,
): readonly Message[] {
  const byEntry = new Map<string, Message & { isError: boolean; readonly rows: number[] }>();
  for (const group of groups) {
    const { entry, message, rows } = group;
    if (entry === null || isInformation(group)) continue;
    const text = knownText(entry, message, isMasked);
    const known = byEntry.get(entry.id) ?? { entry, text, isError: true, rows: [] };
    known.isError &&= isErrorLine(group);
    for (const row of rows) known.rows.push(row);
    byEntry.set(entry.id, known);
  }
  return [...byEntry.values()].toSorted((a, b) => b.rows.length - a.rows.length);
}

/** "The network name cannot be found. (214 times.)" */
export const messageWords = ({ text, rows }: Message): string =>
  `${ended(text)}${rows.length > 1 ? ` (${number(rows.length)} times.)` : ''}`;

/** What to check first about a message; of one that leaves nothing to check, what it means. */
export const messageAdvice = ({ entry }: Message): string => ended(entry.check || entry.cause);

/** A message as work of its own. */
export const messageWork = (message: Message, rows = message.rows, where = ''): Work => ({
  what: `${messageWords(message)}${where}`,
  advice: messageAdvice(message),
  isPointer: false,
  who: message.entry.who,
  rows,
  details: [],
});

/** Errors and warnings that the catalogue does not know: nobody can say what they ask for. */
export function unknownWork(groups: readonly EventGroup[], isMasked: boolean): readonly Work[] {
  const unknown = groups.filter(
    (group) => group.entry === null && !group.isAnnouncement && !isInformation(group),
  );
  if (unknown.length === 0) return [];
  const rows = unknown.flatMap((group) => group.rows);
  const named = isMasked ? '' : `: ${namesInARow(unknown.map(({ message }) => message))}`;
  return [
    {
      what: `${counted(unknown.length, 'message is', 'messages are')} not in our catalogue${ended(named)}`,
      advice: 'Ask your provider, and quote each exactly.',
      isPointer: false,
      who: 'both',
      rows,
      details: [],
    },
  ];
}

/** What an event log by itself asks for. */
export const eventWorks = (groups: readonly EventGroup[], isMasked = false): readonly Work[] => [
  ...messagesToActOn(groups, isMasked).map((message) => messageWork(message)),
  ...unknownWork(groups, isMasked),
];
