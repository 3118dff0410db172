/** What is wrong with the form or a link, in a piece of its own: most who come by it make no mistake. */
import type { FlowFormProblem } from '../../core/link-aggregation/placement/flow-form.ts';
import {
  flowFormProblemWords,
  longLinkWords,
  refusedWords,
} from '../../core/link-aggregation/placement/flow-problem-words.ts';
import type { LinkProblem } from '../../core/link-aggregation/permalink.ts';
import { linkSentence } from '../../core/link-aggregation/problem-words.ts';

/** Every problem of a link with its cure, and whose answer is shown instead: the sample or an earlier one. */
const linkWords = (problems: readonly LinkProblem[], isAsBuilt: boolean): string =>
  [
    ...problems.map(linkSentence),
    isAsBuilt
      ? 'The answer below is the standard example, not your link.'
      : 'The answer below is the one shown before.',
  ].join(' ');

// A pasted page would otherwise bring a sentence for each of its lines.
const mostSentences = 5;

/** Every problem of a field with its cure, of many the first ones. */
function fieldWords(problems: readonly FlowFormProblem[]): string {
  const shown = problems.slice(0, mostSentences).map(flowFormProblemWords);
  const more = problems.length - shown.length;
  return [...shown, ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}

/** What is said of a mistake in the form or in a link. */
export const problemWords = { fieldWords, linkWords, longLinkWords, refusedWords };
