/** The texts that a reader can take away, in a piece of its own: it comes when one is reached for. */
import type { FlowQuestion } from '../../core/link-aggregation/placement/flow-form.ts';
import { flowTicket } from '../../core/link-aggregation/placement/flow-ticket.ts';
import type { DeviceDetails } from '../../core/link-aggregation/placement/flow-ticket.ts';
import { placementCsv } from '../../core/link-aggregation/placement/placement-csv.ts';
import type { PlacedQuestion } from '../../core/link-aggregation/placement/summary.ts';
import { embedCode, heightInFrame, partOf, toolAround } from '../share/embed-code.ts';

/** What an answer comes to in text, for a ticket and for a table. */
export const shareTexts = (question: FlowQuestion, result: PlacedQuestion) => ({
  /** `link` opens the question again; left out where it fits into no link. `leavesOut`: without its flows. */
  ticket: (details: DeviceDetails | undefined, link: string | undefined, leavesOut: boolean) =>
    flowTicket(question, result, details, link, leavesOut),
  csv: () => placementCsv(result.placed),
});

/** What a frame holds besides the answer: its own margins, the row of buttons and two folded parts. */
const aroundAnswer = 200;

/** The code of a frame with the tool; `inside` is a part of it. */
export function frameCode(address: string, inside: HTMLElement | null): string {
  const tool = toolAround(inside);
  const answer = partOf(tool, '.fp-answer');
  // The table of chances is folded away in a frame.
  const spread = () => answer.querySelector<HTMLElement>('.fp-spread')?.offsetHeight ?? 0;
  // What is said of the link that was opened here is not said in a frame.
  const notice = () => answer.querySelector<HTMLElement>('.fp-notice')?.offsetHeight ?? 0;
  const height = () => answer.offsetHeight - spread() - notice() + aroundAnswer;
  return embedCode(address, 'Which link does this flow take?', heightInFrame(tool, height));
}
