import type { ExplainerLink } from '../../core/ds-client-log/explainer-link.ts';
import type { LinkProblem } from '../../core/ds-client-log/permalink.ts';
import { number } from './present-words.ts';
import type { TypedNumbers } from './protocol.ts';
import type { FollowedLink } from './use-address.ts';

/** What stands above the sample when a link was followed: what it holds, and what of it is unknown. */
export interface LinkNote {
  /** Problems of the link, in words. While there are any, the address bar is left as it is. */
  readonly problems: readonly string[];
  /** The sender had a log open, which the link cannot carry. */
  readonly wantsLog: boolean;
  /** Numbers that the reader had typed before the link brought others, in words; empty for none. */
  readonly lost: string;
}

function problemWords(problem: LinkProblem): string {
  switch (problem.kind) {
    case 'too-long':
      return `This link is ${number(problem.characters)} characters long; this page reads ${number(problem.most)} at most. It was not followed. Ask its sender for a link with fewer lines, or for the lines as a file.`;
    case 'unknown-version':
      return `This link is of version “${problem.version}”, which this page does not know. It was not followed.`;
    case 'unknown-key':
      return `This link has a part “${problem.key}”, which this page does not know. The rest of it was followed.`;
    case 'unknown-value':
      return `This link says “${problem.key}=${problem.value}”, which this page does not know. The rest of it was followed.`;
    default:
      return problem satisfies never;
  }
}

const isForALog = (link: ExplainerLink): boolean => {
  const { mode, mapping, numberGroup, dateOrder, lines } = link;
  if (lines !== null || mode === 'example') return false;
  const isCorrected = mapping.length > 0 || numberGroup !== undefined || dateOrder !== null;
  return mode === 'log' || mode === 'events' || isCorrected;
};

/** Told one by one; a link that was made to annoy could have a thousand. */
const problemsMax = 5;

function problemsWords(problems: readonly LinkProblem[]): readonly string[] {
  const told = [...new Set(problems.map(problemWords))];
  const more = told.length - problemsMax;
  return more > 0
    ? [...told.slice(0, problemsMax), `And ${number(more)} more of that kind.`]
    : told;
}

function lostWords(typed: TypedNumbers | null): string {
  const told = Object.entries(typed ?? {}).filter(([, text]) => text !== '');
  if (told.length === 0) return '';
  const words = told.map(([name, text]) => `${name} ${text}`).join(', ');
  return `The numbers that you had typed made way for those of this link: ${words}.`;
}

/** What to say of a link that was opened; null when it speaks for itself. */
export function linkNote({ link, problems, typed }: FollowedLink): LinkNote | null {
  const wantsLog = isForALog(link);
  const lost = lostWords(typed);
  if (!wantsLog && problems.length === 0 && lost === '') return null;
  return { problems: problemsWords(problems), wantsLog, lost };
}
