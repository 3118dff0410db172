import type { Inflate } from '../../core/ds-client-log/xlsx.ts';

/**
 * Inflates one part of a workbook with the browser's own decompressor, and stops as soon as more than
 * the cap has come out: a few kilobytes of ZIP can hold gigabytes.
 */
export const inflateCapped: Inflate = async (deflated, capBytes) => {
  const raw = new Blob([new Uint8Array(deflated)]).stream();
  const reader = raw.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > capBytes) {
        void reader.cancel();
        return 'too-much';
      }
      chunks.push(value);
    }
  } catch {
    return 'corrupt';
  }
  const inflated = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    inflated.set(chunk, at);
    at += chunk.length;
  }
  return inflated;
};
