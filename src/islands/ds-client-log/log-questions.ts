import type { Answers, Question } from './protocol.ts';
import type { ReaderClient } from './reader-client.ts';
import type { ChartChoice } from './set-view.ts';

type Asked<Kind> = Extract<Question, { readonly kind: Kind }>;

/** What parts of the page ask of the open log; null where no answer comes. */
export function logQuestions(client: ReaderClient) {
  const ask = async <Kind extends Exclude<Question['kind'], 'open'>>(
    question: Asked<Kind>,
  ): Promise<Answers[Kind] | null> => {
    const answer = await client.ask<Kind>(question);
    return answer.ok ? answer.answer : null;
  };
  return {
    chart: async (choice: ChartChoice) => (await ask({ kind: 'chart', choice }))?.chart ?? null,
    day: async (day: number) => (await ask({ kind: 'day', day }))?.figure ?? null,
    paths: (group: number, from: number) => ask({ kind: 'paths', group, from }),
    reply: (withNames: boolean) => ask({ kind: 'reply', withNames }),
    shareLines: (asked: Omit<Asked<'share-lines'>, 'kind'>) =>
      ask({ kind: 'share-lines', ...asked }),
  };
}
