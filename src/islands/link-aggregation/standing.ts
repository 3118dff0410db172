import { problemPlace } from '../../core/link-aggregation/problem-words.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import type { ToldProblem } from './editing.ts';
import type { Followed, Result, Whole } from './use-engine.ts';

interface Seen {
  readonly problems: readonly ToldProblem[];
  /** What the fields ask for, once they have been read. */
  readonly asked: Scenario | undefined;
  readonly result: Result;
  readonly drawn: Whole;
  /** Whether the reader has edited anything; otherwise a link brought the answer. */
  readonly changed: boolean;
  readonly followed: Followed;
  /** Whether the engine could not be fetched or has stopped. */
  readonly failed: boolean;
  /** Whether what follows the result could not be computed. */
  readonly followFailed: boolean;
}

/** Whether the advice in sight is for what is asked, or for an answer before it, and why so. */
export type AdviceStanding = 'current' | 'under-way' | 'failed';

/** How far what is shown answers what the fields ask. */
export interface Standing {
  /** Why it does not, where it will stay so until the reader does something. */
  readonly outOfDate: string | undefined;
  /** Whether the answer is under way; the one that is shown is for what was asked before. */
  readonly isPending: boolean;
  readonly isAnswered: boolean;
  readonly advice: AdviceStanding;
  /** What a screen reader is told, once there is something to tell. */
  readonly words: string;
}

const failedWords = 'Not computed: the calculation could not be started.';

function adviceOf({
  asked,
  result,
  drawn,
  changed,
  followed,
  failed,
  followFailed,
}: Seen): AdviceStanding {
  const isForAnswer = result.scenario === asked;
  // A key press is painted without drawing advice anew: it is marked once what stands behind is drawn.
  const { number } = changed ? drawn : result;
  if (isForAnswer && followed.number === number) return 'current';
  return (isForAnswer ? followFailed : failed) ? 'failed' : 'under-way';
}

/** How the answer stands to the form. */
export function standingOf(seen: Seen): Standing {
  const { problems, asked, result, failed } = seen;
  const advice = adviceOf(seen);
  if (problems.length > 0) {
    const places = problems.map(problemPlace).join('; ');
    const outOfDate = `Out of date. To be put right: ${places}.`;
    const words = `Not computed: ${places}.`;
    return { outOfDate, isPending: false, isAnswered: false, advice, words };
  }
  const isAnswered = result.scenario === asked;
  if (isAnswered || !failed) {
    const words = isAnswered ? result.verdict : '';
    return { outOfDate: undefined, isPending: !isAnswered, isAnswered, advice, words };
  }
  const outOfDate = `Out of date. ${failedWords}`;
  return { outOfDate, isPending: false, isAnswered, advice, words: failedWords };
}
