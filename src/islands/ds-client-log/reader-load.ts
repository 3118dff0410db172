import type { LateParts } from './late-parts.ts';
import type { Catalogue } from './protocol.ts';
import { readerReady } from './reader-ready.ts';
import type { ReaderRoom } from './reader-room.ts';

/** Where the build put the reader's code and the catalogue. */
export interface ReaderAddresses {
  readonly reader: string;
  readonly catalogue: string;
}

/** All that reading needs; once it is here the network may be cut. */
export interface ReaderParts {
  /** Starts a worker. */
  readonly start: () => Worker;
  /** Makes room for the desks of workers; their code comes with the reader's. */
  readonly openRoom: (parts: Pick<ReaderParts, 'start' | 'catalogue'>) => ReaderRoom;
  readonly catalogue: Catalogue;
  readonly late: LateParts;
  /** The catalogue did not come: a log can be read, and the rest is asked for again with the next one. */
  readonly lacksCatalogue: boolean;
}

const noCatalogue: Catalogue = { columns: [], messages: [] };

/** What each address handed over: a module is evaluated once, however often it is imported. */
const handedOver = new Map<string, new () => Worker>();

/** Fetches the code of the worker; gives what starts one. Rejects where the code does not come. */
export async function loadReader(address: string): Promise<() => Worker> {
  const listening = new AbortController();
  document.addEventListener(
    readerReady,
    (event) => handedOver.set(address, (event as CustomEvent<new () => Worker>).detail),
    { signal: listening.signal },
  );
  try {
    await import(/* @vite-ignore */ address);
  } finally {
    listening.abort();
  }
  const Reader = handedOver.get(address);
  if (!Reader) throw new Error('The reader handed nothing over.');
  return () => new Reader();
}

async function loadCatalogue(address: string): Promise<Catalogue | null> {
  try {
    const module: { readonly catalogue: Catalogue } = await import(/* @vite-ignore */ address);
    return module.catalogue;
  } catch {
    // Without the catalogue a log is still read; completion states are then named and not explained.
    return null;
  }
}

/**
 * Fetches what reading needs. Rejects where the reader's code does not come; called again, it fetches
 * what is missing, under another address (`src/integrations/imports-again.ts`).
 */
export async function loadParts({ reader, catalogue }: ReaderAddresses): Promise<ReaderParts> {
  const [startWorker, words, { lateParts, openRoom }] = await Promise.all([
    loadReader(reader),
    loadCatalogue(catalogue),
    import('./late-parts.ts'),
  ]);
  return {
    start: startWorker,
    openRoom,
    catalogue: words ?? noCatalogue,
    late: lateParts,
    lacksCatalogue: words === null,
  };
}
