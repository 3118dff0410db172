import type { Actor } from '../../core/ds-client-log/catalogue.ts';
import { actorWords, counted } from './present-words.ts';
import type { Task } from './view.ts';

/** Something to do, before it is a line of the page or of a ticket. */
export interface Work {
  /** What is the matter: "EXAMPLE-WEB03: Share Unavailable." */
  readonly what: string;
  /** What to check first. */
  readonly advice: string;
  /** The advice only says where the reason stands: it is left out once the reason is told. */
  readonly isPointer: boolean;
  readonly who: Actor;
  /** Lines that it is about, of the log whose lines the page shows. */
  readonly rows: readonly number[];
  /** Messages that belong to it and to nothing else, each a sentence with its own advice. */
  readonly details: readonly string[];
}

/** Work in the order in which it is shown, and how much more there is than is listed. */
export interface Works {
  readonly list: readonly Work[];
  readonly more: number;
}

/** Things to do that are worded; a log in which all is odd is one finding, not a thousand. */
export const worksMax = 200;

/** Who acts where two have something to do with it. */
export function together(one: Actor, other: Actor): Actor {
  if (one === other || other === 'nobody') return one;
  return one === 'nobody' ? other : 'both';
}

/** As the page shows it. */
export const taskOf = ({ what, advice, who, rows, details }: Work): Task => ({
  what: advice === '' ? what : `${what} ${advice}`,
  who: actorWords[who],
  row: rows[0] ?? null,
  details,
});

/** What the page shows of it, with how much more there is. */
export const tasksView = ({ list, more }: Works) => ({
  tasks: list.slice(0, worksMax).map(taskOf),
  tasksMore: more + Math.max(0, list.length - worksMax),
});

/** Lines of a ticket, the first `most` of them, with how many are left out. */
export function workLines({ list, more }: Works, most: number): readonly string[] {
  const rest = Math.max(0, list.length - most) + more;
  return [
    ...list.slice(0, most).flatMap((work) => {
      const { what, who, details } = taskOf(work);
      return [`- ${who}: ${what}`, ...details.map((detail) => `    - ${detail}`)];
    }),
    ...(rest > 0
      ? [
          `- ${counted(rest, 'more thing', 'more things')} to do ${rest === 1 ? 'is' : 'are'} left out of this text`,
        ]
      : []),
  ];
}
