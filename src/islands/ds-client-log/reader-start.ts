/**
 * Hands the worker's constructor to whoever imported this file. The worker's code is inside it and
 * runs from a `blob:` address on purpose: such a worker takes over the policy of the page, which
 * forbids every connection. One loaded from a file would go by the headers of its own response.
 */
import Reader from './reader.worker.ts?worker&inline';
import { readerReady } from './reader-ready.ts';

document.dispatchEvent(new CustomEvent(readerReady, { detail: Reader }));
