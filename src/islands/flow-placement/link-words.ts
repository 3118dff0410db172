/** What is wrong with a link, in a piece of its own: few links that are opened cannot be read. */
import type { LinkProblem } from '../../core/link-aggregation/permalink.ts';
import { linkSentence } from '../../core/link-aggregation/problem-words.ts';

/** Every problem of a link with its cure. */
export const linkNotice = (problems: readonly LinkProblem[]): string =>
  problems.map(linkSentence).join(' ');
