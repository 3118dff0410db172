import type { CompletionEntries } from '../../core/ds-client-log/explain.ts';
import { adviceBeside, inEventLog } from './advice-beside.ts';
import type { LinkedLogs } from './linked-logs.ts';
import { candidatesOf, candidatesWords } from './present-candidates.ts';
import {
  messageAdvice,
  messagesToActOn,
  messageWords,
  messageWork,
  unknownWork,
  type Message,
} from './present-messages.ts';
import { worksOf } from './present-tasks.ts';
import { actorWords, asWritten, namesInARow, sentence, type Naming } from './present-words.ts';
import { gravestFirst, together, worksMax, type Work, type Works } from './work.ts';

/** Activities between which the logs do not decide are looked at for their names; more say no more. */
const candidatesMax = 64;

/** Where the lines of a message fell. */
interface Fell {
  /** Activities of which that is sure, most lines first. */
  readonly rows: readonly number[];
  /** Activities of which it is possible. */
  readonly candidates: ReadonlySet<number>;
  /** Lines that belong to none for sure. */
  readonly unsure: number;
}

function fellDuring({ links }: LinkedLogs, message: Message): Fell {
  const counts = new Map<number, number>();
  const candidates = new Set<number>();
  let unsure = 0;
  for (const event of message.rows) {
    const { kind, activities: own = [] } = links.ofEvent[event] ?? {};
    const [row] = own;
    const isSure = kind === 'number' || kind === 'name' || kind === 'time';
    if (isSure && row !== undefined) counts.set(row, (counts.get(row) ?? 0) + 1);
    else {
      unsure += 1;
      if (candidates.size < candidatesMax) for (const one of own) candidates.add(one);
    }
  }
  const rows = [...counts].toSorted((a, b) => b[1] - a[1]).map(([row]) => row);
  return { rows, candidates, unsure };
}

/** The message as part of what is to be done about its activity. */
const detailOf = (message: Message, who: Work['who']): string => {
  const { entry } = message;
  const actor = entry.who === who ? '' : ` Who acts: ${actorWords[entry.who].toLowerCase()}.`;
  return `${messageWords(message)} ${messageAdvice(message)}${actor}`;
};

/** Work with the messages that are its own. They tell more than a pointer to where they stand. */
function withMessages(work: Work, messages: readonly Message[]): Work {
  const [first, ...others] = messages.map(({ entry }) => entry.who);
  if (first === undefined) return work;
  const own = others.reduce(together, first);
  const who = work.isPointer ? own : together(work.who, own);
  return {
    ...work,
    who,
    advice: work.isPointer ? '' : work.advice,
    isPointer: false,
    details: messages.map((message) => detailOf(message, who)),
  };
}

function whereWords(
  { activities }: LinkedLogs,
  { rows, candidates, unsure }: Fell,
  { isError }: Message,
  { name }: Naming,
): string {
  const possible =
    candidates.size > 0
      ? `while these were running: ${candidatesWords(candidatesOf(activities, candidates, isError, name))}`
      : '';
  if (rows.length === 0) return possible === '' ? '' : ` ${sentence(possible)}.`;
  const others = unsure === 0 ? '' : possible === '' ? '; and at other times' : `; and ${possible}`;
  return ` During ${namesInARow([...new Set(rows.map(name))])}${others}.`;
}

/**
 * What two linked logs ask for together, each thing once. A message all of whose lines fell into runs
 * of one task is part of that task, because it is its reason; any other stands by itself and says
 * during what it came. Where not all can be listed, sets of which only errors are told come last.
 */
export function bothWorks(
  linked: LinkedLogs,
  completions: CompletionEntries,
  naming: Naming = asWritten(linked.activities),
): Works {
  const { activities, groups, shown } = linked;
  const { list, more } = worksOf(activities, completions, naming);
  const workOf = new Map(list.flatMap((work, place) => work.rows.map((row) => [row, place])));
  const own = new Map<number, Message[]>();
  const apart: Work[] = [];
  for (const message of messagesToActOn(groups, naming.isMasked)) {
    const fell = fellDuring(linked, message);
    const { rows, unsure } = fell;
    const places = new Set(rows.map((row) => workOf.get(row) ?? -1));
    const [place = -1] = places;
    if (places.size === 1 && place >= 0 && unsure === 0)
      own.set(place, [...(own.get(place) ?? []), message]);
    else {
      const lines = shown === 'events' ? message.rows : rows;
      apart.push(messageWork(message, lines, whereWords(linked, fell, message, naming)));
    }
  }
  const whereOf = inEventLog(linked);
  const ofActivities = list.map((work, place) => {
    const messages = own.get(place) ?? [];
    const rows = shown === 'activities' ? work.rows : messages.flatMap((message) => message.rows);
    const told = withMessages(work, messages);
    return { ...told, advice: adviceBeside(told, () => whereOf(work.rows)), rows };
  });
  const unknown = unknownWork(groups, naming.isMasked).map((work) =>
    shown === 'events' ? work : { ...work, rows: [] },
  );
  return { list: gravestFirst([...ofActivities, ...apart, ...unknown], worksMax), more };
}
