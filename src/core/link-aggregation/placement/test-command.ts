/** A device's own question, "which member does this flow take?", with the addresses filled in. */
import type { Chooser } from '../scenario.ts';
import { formatIp, formatMac } from './addresses.ts';
import type { Endpoint, Flow } from './flow.ts';
import type { PlacedFlow } from './placement-table.ts';

/** What stands for each place holder of one end; what the flow does not tell stays as it is. */
const endWords = (name: 'SOURCE' | 'DESTINATION', { ip, mac, port }: Endpoint) =>
  [
    [`${name}-IP`, ip === undefined ? `${name}-IP` : formatIp(ip)],
    [`${name}-MAC`, mac === undefined ? `${name}-MAC` : formatMac(mac)],
    [`${name}-PORT`, port === undefined ? `${name}-PORT` : String(port)],
  ] as const;

/**
 * `run` with SOURCE-IP, DESTINATION-IP, SOURCE-MAC and DESTINATION-MAC replaced by those of the flow,
 * and SOURCE-PORT and DESTINATION-PORT. Other capital words (PORT, INTERFACE) name what only the reader knows.
 */
export function filledCommand(run: string, flow: Flow): string {
  const words = [...endWords('SOURCE', flow.source), ...endWords('DESTINATION', flow.destination)];
  return words.reduce((text, [place, word]) => text.replaceAll(place, word), run);
}

/** What to ask the device about a flow, where it alone knows and can be asked. */
export function deviceQuestion({ flow, placement }: PlacedFlow): string | undefined {
  if (placement.kind !== 'unknown' || placement.why !== 'function-not-published') return undefined;
  return placement.testCommand === undefined
    ? undefined
    : filledCommand(placement.testCommand, flow);
}

/** What to watch on the device where it has no question for one flow: counters of its members. */
export const countersToWatch = ({ placement }: PlacedFlow): string | undefined =>
  placement.kind === 'unknown' && placement.why !== 'function-not-published'
    ? placement.testCommand
    : undefined;

/** Whether ports count for the device but its question has no place for them, so that it can mislead. */
export const asksWithoutPorts = (chooser: Chooser, { placement }: PlacedFlow): boolean =>
  chooser === 'ip-port' &&
  placement.kind === 'unknown' &&
  placement.testCommand?.includes('SOURCE-PORT') === false;
