import type { Analysis } from '../../core/link-aggregation/analysis.ts';
import { busyPhrase, hopName } from '../../core/link-aggregation/words.ts';

/** What the path figure shows: `Switch to media agent: 3.99 of 4 links busy on average.` */
export function figureFinding({ hops }: Pick<Analysis, 'hops'>): string {
  const groups = hops.filter(({ members }) => members.length > 1);
  return (groups.length > 0 ? groups : hops)
    .map(
      (hop) => `${hopName(hop)}: ${busyPhrase(hop.expectedBusy, hop.membersUp)} busy on average.`,
    )
    .join(' ');
}
