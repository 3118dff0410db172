import type { MessageEntry } from './catalogue.ts';
import type { MessageMatcher } from './messages.ts';
import { activityTypeOf } from './outcomes.ts';
import type { AcceptedReading } from './reading.ts';

/** Our choice, because twenty identical messages within ten minutes are one outage, not twenty errors. */
const burstCount = 20;
const burstSeconds = 600;
const textLengthMax = 1024;

export interface Burst {
  readonly count: number;
  /** Wall times of its first and last message. */
  readonly from: number;
  readonly to: number;
}

/** Messages that say the same thing, their paths aside. */
export interface EventGroup {
  /** The message without its path. */
  readonly message: string;
  /** One line as written. */
  readonly example: string;
  readonly severity: string;
  readonly count: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly entry: MessageEntry | null;
  readonly burst: Burst | null;
  /** Rows of the reading, counted from 0. */
  readonly rows: readonly number[];
  /** A line that only says that an activity began or ended. */
  readonly isAnnouncement: boolean;
}

/** How grave an event is; what no word tells is none of the three. */
export type EventSeverity = 'error' | 'warning' | 'information' | 'untold';

/** How grave an event is by the word in its own column, whole (`Warning`) or cut short (`Err`, `info`). */
export function severityOf({ severity }: Pick<EventGroup, 'severity'>): EventSeverity {
  const begun = (word: RegExp) => word.test(severity);
  if (begun(/^err/i)) return 'error';
  if (begun(/^warn/i)) return 'warning';
  return begun(/^info/i) ? 'information' : 'untold';
}

/** Where a bracket opens that holds a path; a name such as `report (1).docx` has brackets of its own. */
const pathBegins = / \((?:\\\\|\/|[A-Za-z]:[\\/])/;

/** The message without what differs from line to line: a path in brackets at its end. */
export function messageWithoutPath(text: string): string {
  const short = text.slice(0, textLengthMax).trim();
  if (!short.endsWith(')')) return short;
  const begins = short.search(pathBegins);
  const bracket = begins >= 0 ? begins : short.lastIndexOf(' (');
  return bracket > 0 && /[\\/]/.test(short.slice(bracket)) ? short.slice(0, bracket) : short;
}

/** `Backup started: ...`: an activity's name and what became of it. */
export function isAnnouncement(message: string): boolean {
  const match = /^([A-Za-z ]{4,30}?) (?:started|finished|stopped|ended|completed)\b/.exec(message);
  return match !== null && activityTypeOf(match[1] ?? '') !== null;
}

/** The longest row of messages within ten minutes of each other, if it is long enough. */
function burstOf(times: readonly number[]): Burst | null {
  const sorted = times.toSorted((a, b) => a - b);
  let best: Burst | null = null;
  for (let from = 0, to = 0; to < sorted.length; to += 1) {
    while ((sorted[to] ?? 0) - (sorted[from] ?? 0) > burstSeconds) from += 1;
    const count = to - from + 1;
    if (count >= burstCount && count > (best?.count ?? 0)) {
      best = { count, from: sorted[from] ?? 0, to: sorted[to] ?? 0 };
    }
  }
  return best;
}

interface Gathered {
  readonly message: string;
  readonly example: string;
  readonly severity: string;
  readonly entry: MessageEntry | null;
  count: number;
  readonly times: number[];
  readonly rows: number[];
}

/** Groups the rows of an event log, largest group first. */
export function groupEvents(
  reading: AcceptedReading,
  match: MessageMatcher,
): readonly EventGroup[] {
  const groups = new Map<string, Gathered>();
  const entries = new Map<string, MessageEntry | null>();
  for (let row = 0; row < reading.rowCount; row += 1) {
    const text = reading.fieldText(row, 'text');
    const message = messageWithoutPath(text);
    let entry = entries.get(message);
    if (entry === undefined) {
      entry = match(text);
      entries.set(message, entry);
    }
    const severity = reading.fieldText(row, 'severity').trim().slice(0, 40);
    const key = `${severity}\n${entry ? entry.id : message}`;
    const group = groups.get(key) ?? {
      message: entry?.text ?? message,
      example: text.slice(0, textLengthMax),
      severity,
      entry,
      count: 0,
      times: [],
      rows: [],
    };
    group.count += 1;
    const time = reading.number(row, 'time');
    if (time !== null) group.times.push(time);
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({ times, ...group }) => ({
      ...group,
      first: times.length > 0 ? times.reduce((a, b) => Math.min(a, b)) : null,
      last: times.length > 0 ? times.reduce((a, b) => Math.max(a, b)) : null,
      burst: burstOf(times),
      isAnnouncement: group.entry === null && isAnnouncement(group.message),
    }))
    .toSorted((a, b) => b.count - a.count);
}
