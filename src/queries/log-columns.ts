import { getCollection } from 'astro:content';
import type { LogColumnEntry } from '../core/ds-client-log/catalogue.ts';
import { holdToFileName } from './entry-id.ts';

/** The columns of both logs, in the order of the screen as far as it is documented. */
export async function logColumns(): Promise<readonly LogColumnEntry[]> {
  const all = await getCollection('logColumns');
  for (const { id, data } of all) holdToFileName('content/log-columns', id, data.id);
  return all
    .map(({ data }) => data)
    .toSorted((a, b) => a.log.localeCompare(b.log) || a.order - b.order);
}
