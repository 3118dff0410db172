import { useEffect, useState } from 'preact/hooks';
import { logSession, type LogSession } from './log-session.ts';
import type { FirstLog } from './log-state.ts';
import { readerClient, type ReaderClient } from './reader-client.ts';
import type { ReaderAddresses } from './reader-load.ts';

/** What a person does first on a page, long before a log is dropped. */
const firstSigns = ['pointermove', 'pointerdown', 'keydown', 'dragenter'] as const;

/** The page's session with logs, and the reader behind it. */
export function useLog(
  first: FirstLog,
  addresses: ReaderAddresses,
): { readonly session: LogSession; readonly client: ReaderClient } {
  const [made] = useState(() => {
    const client = readerClient(addresses);
    return { client, session: logSession(first, client) };
  });

  useEffect(() => {
    // Who only reads the page does not pay for the reader; who reaches for it has it in time, and
    // from then on the network may be cut.
    const warmUp = () => void made.session.actions.warmUp();
    for (const sign of firstSigns) addEventListener(sign, warmUp, { once: true });
    return () => {
      for (const sign of firstSigns) removeEventListener(sign, warmUp);
    };
  }, [made]);
  return made;
}
