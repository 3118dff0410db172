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

/** Where not all can be listed, sets of which only errors are told come last. */
export const gravestFirst = (list: readonly Work[], most: number): readonly Work[] =>
  list.length > most ? list.toSorted((a, b) => Number(a.isPointer) - Number(b.isPointer)) : list;

/** How many things are not in a ticket, what they are where they are alike, and where they stand. */
function leftOutWords(left: readonly Work[], more: number): string {
  const rest = left.length + more;
  const things = counted(rest, 'more thing', 'more things');
  const isAlike = left.every(({ isPointer }) => isPointer);
  const what = isAlike ? (rest === 1 ? ', a set with errors,' : ', all sets with errors,') : '';
  return `- ${things} to do${what} ${rest === 1 ? 'is' : 'are'} left out of this text; the log explainer shows ${rest === 1 ? 'it' : 'them'}`;
}

/** Lines of a ticket, the gravest `most` of them, with what is left out. */
export function workLines({ list, more }: Works, most: number): readonly string[] {
  const ordered = gravestFirst(list, most);
  const left = ordered.slice(most);
  return [
    ...ordered.slice(0, most).flatMap((work) => {
      const { what, who, details } = taskOf(work);
      return [`- ${who}: ${what}`, ...details.map((detail) => `    - ${detail}`)];
    }),
    ...(left.length + more > 0 ? [leftOutWords(left, more)] : []),
  ];
}
