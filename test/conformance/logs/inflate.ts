import { inflateRawSync } from 'node:zlib';
import type { Inflate } from '../../../src/core/ds-client-log/xlsx.ts';

/** Node's inflater, which stops as soon as the cap is passed. */
export const inflate: Inflate = (deflated, capBytes) => {
  try {
    return Promise.resolve(inflateRawSync(deflated, { maxOutputLength: capBytes }));
  } catch (error) {
    const isTooMuch = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return Promise.resolve(isTooMuch ? 'too-much' : 'corrupt');
  }
};
