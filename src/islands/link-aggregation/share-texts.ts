/** The texts that a reader can take away, in a piece of its own: it comes when one is reached for. */
import { flowsCsv } from '../../core/link-aggregation/flow-table.ts';
import {
  deviceLines,
  markdownOfTicket,
  withTicketLines,
} from '../../core/link-aggregation/ticket-lines.ts';
import type { NamedDevice } from '../../core/link-aggregation/placement/named-devices.ts';
import { linkPlace } from './protocol.ts';
import type { Whole } from './use-engine.ts';

export { flowsCsv, markdownOfTicket };

/** The ticket with the devices that are named and the link that opens the same scenario. */
export const ticketOf = (result: Whole, named: readonly NamedDevice[], link: string): string =>
  withTicketLines(result.ticket, deviceLines(named)).replace(linkPlace, () => link);

/**
 * What a frame holds besides the answer: its own margins, two folded parts and the distances between.
 * Two buttons of the answer are missing there, a row at most: that is the room for more.
 */
const aroundAnswer = 100;

/**
 * A frame cannot grow with its page unless both run a script, so it gets the height that the answer has
 * in a frame of 700 px, a common text column: 668 px here wrap as the frame does. What is unfolded in
 * it scrolls in it. `tool` takes that width for a moment.
 */
export function embedCode(address: string, tool: HTMLElement): string {
  const answer = tool.querySelector<HTMLElement>('.lag-answer');
  if (!answer) throw new Error('the tool has no answer, so the height of its frame is unknown');
  tool.style.cssText = 'width:668px;max-width:none';
  // The table of times is folded away in a frame.
  const times = answer.querySelector<HTMLElement>('.lag-window table')?.offsetHeight ?? 0;
  const height = Math.ceil((answer.offsetHeight - times + aroundAnswer) / 50) * 50;
  tool.style.cssText = '';
  return `<iframe src="${address}" title="Link-aggregation calculator" width="100%" height="${height}" loading="lazy" allow="clipboard-write"></iframe>`;
}

/** Hands the browser a file made here: nothing is sent anywhere. */
export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  // The browser has begun to read the file by then; a minute is more than it takes to ask where to save it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
