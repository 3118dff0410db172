/** The texts that a reader can take away, in a piece of its own: it comes when one is reached for. */
import { flowsCsv } from '../../core/link-aggregation/flow-table.ts';
import {
  deviceLines,
  markdownOfTicket,
  withTicketLines,
} from '../../core/link-aggregation/ticket-lines.ts';
import type { NamedDevice } from '../../core/link-aggregation/placement/named-devices.ts';
import { embedCode, heightInFrame, partOf, toolAround } from '../share/embed-code.ts';
import { linkPlace } from './protocol.ts';
import type { Whole } from './use-engine.ts';

/** The ticket with the devices that are named and the link that opens the same scenario. */
export const ticketOf = (result: Whole, named: readonly NamedDevice[], link: string): string =>
  withTicketLines(result.ticket, deviceLines(named)).replace(linkPlace, () => link);

/** The same ticket in Markdown. */
export const ticketMarkdown = (...given: Parameters<typeof ticketOf>): string =>
  markdownOfTicket(ticketOf(...given));

/**
 * What a frame holds besides the answer: its own margins, two folded parts and the distances between.
 * Two buttons of the answer are missing there, a row at most: that is the room for more.
 */
const aroundAnswer = 100;

/** The code of a frame with the calculator; `inside` is a part of it. */
export function frameCode(address: string, inside: HTMLElement | null): string {
  const tool = toolAround(inside);
  const answer = partOf(tool, '.lag-answer');
  // The table of times is folded away in a frame.
  const times = () => answer.querySelector<HTMLElement>('.lag-window table')?.offsetHeight ?? 0;
  const height = () => answer.offsetHeight - times() + aroundAnswer;
  return embedCode(address, 'Link-aggregation calculator', heightInFrame(tool, height));
}

/** The flows of an answer, as a file of their own. */
export const downloadFlows = ({ analysis }: Whole): void =>
  download('flows.csv', flowsCsv(analysis));

/** Hands the browser a file made here: nothing is sent anywhere. */
function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  // The browser has begun to read the file by then; a minute is more than it takes to ask where to save it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
