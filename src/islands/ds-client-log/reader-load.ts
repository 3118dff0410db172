import type { LateParts } from './late-parts.ts';
import type { Catalogue } from './protocol.ts';
import { readerReady } from './reader-ready.ts';

/** Where the build put the reader's code and the catalogue. */
export interface ReaderAddresses {
  readonly reader: string;
  readonly catalogue: string;
}

/** All that reading needs; once it is here the network may be cut. */
export interface ReaderParts {
  readonly start: () => Worker;
  readonly catalogue: Catalogue;
  readonly late: LateParts;
}

const noCatalogue: Catalogue = { columns: [], messages: [] };

async function loadReader(address: string): Promise<() => Worker> {
  const constructed = new Promise<new () => Worker>((resolve) => {
    document.addEventListener(
      readerReady,
      (event) => resolve((event as CustomEvent<new () => Worker>).detail),
      { once: true },
    );
  });
  await import(/* @vite-ignore */ address);
  const Reader = await constructed;
  return () => new Reader();
}

async function loadCatalogue(address: string): Promise<Catalogue> {
  try {
    const module: { readonly catalogue: Catalogue } = await import(/* @vite-ignore */ address);
    return module.catalogue;
  } catch {
    // Without the catalogue a log is still read; completion states are then named and not explained.
    return noCatalogue;
  }
}

/** Fetches what reading needs. Rejects where the reader's code does not come. */
export async function loadParts({ reader, catalogue }: ReaderAddresses): Promise<ReaderParts> {
  const [start, words, { lateParts }] = await Promise.all([
    loadReader(reader),
    loadCatalogue(catalogue),
    import('./late-parts.ts'),
  ]);
  return { start, catalogue: words, late: lateParts };
}
