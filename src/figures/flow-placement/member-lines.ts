import { significant } from '../../core/units.ts';
import type { FlowQuestion } from '../../core/link-aggregation/placement/flow-form.ts';
import type { FlowSummary, Spread } from '../../core/link-aggregation/placement/summary.ts';

/** One member of the bundle as it is drawn. `untold`: it may carry flows, nobody knows how many. */
export interface MemberLine {
  readonly state: 'busy' | 'idle' | 'down' | 'untold';
  /** What stands on the line. */
  readonly text: string;
  /** 0 to 1: its load beside that of the fullest member. */
  readonly load: number;
}

const flowsText = (count: number): string => (count === 1 ? '1 flow' : `${count} flows`);

function countedLine(count: number, most: number): MemberLine {
  return count === 0
    ? { state: 'idle', text: 'idle', load: 0 }
    : { state: 'busy', text: flowsText(count), load: count / most };
}

/** Two counts for a member where the maker's texts differ. */
function readingLine(one: number, other: number, most: number): MemberLine {
  if (one === other) return countedLine(one, most);
  return {
    state: 'busy',
    text: `${one} or ${flowsText(other)}`,
    load: Math.max(one, other) / most,
  };
}

function spreadLine({ keys, weights }: Spread, member: number): MemberLine {
  const mean = keys * (weights[member] ?? 0);
  if (mean === 0) return { state: 'idle', text: 'idle', load: 0 };
  if (keys === 1) return { state: 'untold', text: 'this one?', load: 0 };
  return { state: 'untold', text: `${significant(mean)} on average`, load: 0 };
}

function lineOf(summary: FlowSummary, member: number): MemberLine {
  switch (summary.kind) {
    case 'placed':
      return countedLine(summary.counts[member] ?? 0, Math.max(...summary.counts));
    case 'two-readings': {
      const { byDocumentation, byBlog } = summary;
      const most = Math.max(...byDocumentation, ...byBlog);
      return readingLine(byDocumentation[member] ?? 0, byBlog[member] ?? 0, most);
    }
    case 'untold': {
      const isNoneTold = summary.counts.every((count) => count === 0);
      if (summary.spread && isNoneTold) return spreadLine(summary.spread, member);
      const count = summary.counts[member] ?? 0;
      const most = Math.max(1, ...summary.counts);
      return {
        state: 'untold',
        text: count === 0 ? 'not told' : `${count} and more`,
        load: count / most,
      };
    }
    case 'only-the-device':
      return spreadLine(summary.spread, member);
    case 'no-hash':
      return { state: 'untold', text: 'not told', load: 0 };
    default:
      return summary satisfies never;
  }
}

/** The members in the order of the device. */
export function memberLines(question: FlowQuestion, summary: FlowSummary): readonly MemberLine[] {
  const { count, down = [] } = question.members;
  return Array.from({ length: count }, (_, member) =>
    down.includes(member) ? { state: 'down', text: 'down', load: 0 } : lineOf(summary, member),
  );
}
