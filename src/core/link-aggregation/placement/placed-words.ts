/** The one place that says where a flow goes, in a whole sentence. A ticket needs it, a page does not. */
import type { Placement, Reading } from './placement.ts';
import { gapWords } from './placement-words.ts';

const memberWords = (member: number, count: number): string => `member ${member + 1} of ${count}`;

function readingWords({ by, member }: Reading, count: number): string {
  const text = by === 'last-octets' ? 'the product documentation' : 'the support blog';
  return `${memberWords(member, count)} by ${text}`;
}

/** Where a flow goes. `count` is the number of members, those that are down included. */
export function placementWords(placement: Placement, count: number): string {
  switch (placement.kind) {
    case 'exact':
      return `This flow takes ${memberWords(placement.member, count)}.`;
    case 'ambiguous': {
      const readings = placement.readings.map((reading) => readingWords(reading, count));
      return `The maker’s texts differ: ${readings.join(', ')}.`;
    }
    case 'teaching':
      return `In the textbook model this is ${memberWords(placement.member, count)}. A real switch may choose another.`;
    case 'unknown':
      return gapWords(placement.why);
    default:
      return placement satisfies never;
  }
}
