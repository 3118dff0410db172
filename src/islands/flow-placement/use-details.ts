import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeviceDetails } from '../../core/link-aggregation/placement/flow-ticket.ts';

/** Sources, commands and notes by device. */
export type DetailsById = Readonly<Record<string, DeviceDetails>>;

/** Of one device: there, on its way, or out of reach. */
export type Details = DeviceDetails | 'coming' | 'failed';

/**
 * What is known of the device `wanted`. The build gives what the page starts with; the file with all
 * the others is fetched once, when another one is wanted or `start` foresees it.
 */
export function useDetails(path: string, built: DetailsById, wanted: string) {
  const [known, setKnown] = useState(built);
  const [failed, setFailed] = useState(false);
  const asked = useRef(false);

  const start = async () => {
    if (asked.current) return;
    asked.current = true;
    try {
      const answer = await fetch(path);
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      setKnown((await answer.json()) as DetailsById);
      setFailed(false);
    } catch {
      // No connection: the reader is told, and the next device asks again.
      asked.current = false;
      setFailed(true);
    }
  };
  const isKnown = Object.hasOwn(known, wanted);
  useEffect(() => {
    if (!isKnown) void start();
  }, [wanted, isKnown]);
  const details: Details = (isKnown && known[wanted]) || (failed ? 'failed' : 'coming');
  return { details, start };
}
