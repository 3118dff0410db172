import type { LogColumnEntry, MessageEntry } from '../core/ds-client-log/catalogue.ts';
import { logColumns } from './log-columns.ts';
import { logMessages } from './log-messages.ts';

/**
 * What the log explainer needs of the catalogues to word columns, completion states and messages.
 * What only the reference pages show is left empty: the explainer's page carries every byte of this.
 */
export async function logCatalogue(): Promise<{
  readonly columns: readonly Pick<
    LogColumnEntry,
    'id' | 'label' | 'log' | 'field' | 'says' | 'sourceMark'
  >[];
  readonly messages: readonly MessageEntry[];
}> {
  const columns = await logColumns();
  const messages = await logMessages();
  return {
    columns: columns.map(({ id, label, log, field, says, sourceMark }) => ({
      id,
      label,
      log,
      field,
      says,
      sourceMark,
    })),
    messages: messages.map((entry) => ({
      ...entry,
      example: '',
      source: '',
      causeSource: '',
      aliases: [],
    })),
  };
}
