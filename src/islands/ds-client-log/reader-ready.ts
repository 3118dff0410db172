/** Name of the event with which `reader-start.ts` hands over the worker's constructor. */
export const readerReady = 'log-reader-ready';
