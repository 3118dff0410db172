import type { DeviceDetails } from '../core/link-aggregation/placement/flow-ticket.ts';
import { devices } from './devices.ts';

/** Sources, commands and notes by device: what a tool shows beside an answer, not what it computes with. */
export async function deviceDetails(): Promise<Readonly<Record<string, DeviceDetails>>> {
  const all = await devices();
  return Object.fromEntries(
    all.map(({ id, sources, commands, notes }) => [id, { sources, commands, notes }]),
  );
}
