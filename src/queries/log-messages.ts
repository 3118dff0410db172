import { getCollection } from 'astro:content';
import type { MessageEntry, MessageFamily } from '../core/ds-client-log/catalogue.ts';
import { checkCatalogue } from '../core/ds-client-log/messages.ts';
import { holdToFileName } from './entry-id.ts';

/** The families in the order of the index, each with what its messages have in common. */
export const families: readonly {
  readonly id: MessageFamily;
  readonly title: string;
  readonly about: string;
}[] = [
  {
    id: 'asigra-completion',
    title: 'Completion states',
    about:
      'How an activity ended. The names are those of the DS-Client API; what they mean is our reading.',
  },
  { id: 'asigra-text', title: 'DS-Client', about: 'Messages of DS-Client itself.' },
  {
    id: 'windows',
    title: 'Windows',
    about: 'Messages of Windows that DS-Client passes on, with their error number.',
  },
  {
    id: 'winsock',
    title: 'Network connections (Windows)',
    about: 'Messages of the Windows network layer.',
  },
  {
    id: 'vss',
    title: 'Volume shadow copies',
    about:
      'Messages of the Windows snapshot service. Read these numbers so only when the line speaks of VSS, shadow copies or snapshots.',
  },
  {
    id: 'errno',
    title: 'Linux and UNIX',
    about: 'Messages of the system. The numbers differ between UNIX systems: go by the text.',
  },
  { id: 'sudo', title: 'sudo', about: 'Why a restore as root was refused.' },
  {
    id: 'sudo-rs',
    title: 'sudo-rs',
    about: 'The sudo of Ubuntu 25.10 and later words its refusals differently.',
  },
  { id: 'ssh', title: 'SSH', about: 'Messages from before sudo is reached: the login itself.' },
];

/**
 * All messages and completion states, by family and then by number or name. A message whose example
 * matches another entry, or two entries with one text, stop the build.
 */
export async function logMessages(): Promise<readonly MessageEntry[]> {
  const rank = (entry: MessageEntry) => families.findIndex(({ id }) => id === entry.family);
  const all = await getCollection('logMessages');
  for (const { id, data } of all) holdToFileName('content/log-messages', id, data.id);
  const entries = all.map(({ data }) => data);
  const problems = checkCatalogue(entries);
  if (problems.length > 0) {
    const list = problems.map(({ id, kind, detail }) => `${id}: ${kind} ${detail}`);
    throw new Error(`content/log-messages: ${list.join('; ')}`);
  }
  return entries.toSorted(
    (a, b) =>
      rank(a) - rank(b) || (a.code ?? 0) - (b.code ?? 0) || a.label.localeCompare(b.label, 'en'),
  );
}
