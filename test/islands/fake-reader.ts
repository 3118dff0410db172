/** A reader that answers when a test says so, and a log for it to be open. */
import type { Answers, Opened, Question } from '../../src/islands/ds-client-log/protocol.ts';
import type { ReaderClient } from '../../src/islands/ds-client-log/reader-client.ts';
import type { Meanwhile, Outcome } from '../../src/islands/ds-client-log/reader-desk.ts';
import type { FirstLog } from '../../src/islands/ds-client-log/log-state.ts';
import type { LogView, RowView } from '../../src/islands/ds-client-log/view.ts';

export interface Asked {
  readonly question: Question;
  readonly meanwhile: Meanwhile;
  readonly answer: (outcome: Outcome<never>) => void;
}

export const row = (line: number): RowView => ({ row: line - 2, line }) as unknown as RowView;

/** As much of a log's view as the session looks at. */
export const openedLog = (name: string, rowCount = 3): Opened => ({
  kind: 'opened',
  view: {
    name,
    rowCount,
    columns: [],
    outcomes: [],
    types: [],
    kind: 'activity-log',
  } as unknown as LogView,
  rows: [row(2)],
});

export const firstLog = {
  ...openedLog('the sample'),
  chosen: { row: 0, column: 0 },
  explanation: {},
} as unknown as FirstLog;

/** As much of a second log's view as the session looks at. */
export const besideView = (name: string) => ({
  name,
  summary: [],
  groups: [],
  groupsMore: 0,
  tasks: [],
  tasksMore: 0,
});

export const answered = (answer: Answers[keyof Answers]): Outcome<never> => ({
  ok: true,
  answer: answer as never,
});
/** The reader's code did not come. */
export const notStarted: Outcome<never> = {
  ok: false,
  failure: { kind: 'not-started', message: 'no network' },
};
export const lost: Outcome<never> = { ok: false, failure: { kind: 'fault', message: 'lost' } };

/** The client, and the questions that wait for an answer, in the order in which they were put. */
export function fakeReader(): { readonly client: ReaderClient; readonly waiting: Asked[] } {
  const waiting: Asked[] = [];
  const put = (question: unknown, meanwhile: Meanwhile = {}) =>
    new Promise<Outcome<never>>((answer) => {
      waiting.push({ question: question as Question, meanwhile, answer });
    });
  const cancelled: Outcome<never> = { ok: false, failure: { kind: 'cancelled' } };
  const client: ReaderClient = {
    warmUp: async () => null,
    open: (source, corrections, meanwhile) => put({ kind: 'open', source, corrections }, meanwhile),
    cancel: () => waiting.findLast(({ question }) => question.kind === 'open')?.answer(cancelled),
    ask: put,
    stopBeside: () =>
      waiting.findLast(({ question }) => question.kind === 'beside')?.answer(cancelled),
  };
  return { client, waiting };
}

/** The question of a kind that was put last. */
export function last(waiting: readonly Asked[], kind: Question['kind']): Asked {
  const found = waiting.findLast(({ question }) => question.kind === kind);
  if (!found) throw new Error(`Nobody asked: ${kind}`);
  return found;
}
