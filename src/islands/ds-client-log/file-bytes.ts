/** Taken in at a time: seventy steps for the largest file, each far under a tenth of a second. */
const pieceBytes = 4 * 1024 * 1024;

/** The browser was given a name and could not open what stands behind it. */
export class FileNotOpened extends Error {}

/** A folder that was dropped, or a file that has gone or is in use, gives a DOMException when it is read. */
const reading = async (piece: Blob): Promise<Uint8Array> => {
  try {
    return new Uint8Array(await piece.arrayBuffer());
  } catch (cause) {
    throw cause instanceof DOMException ? new FileNotOpened('not opened', { cause }) : cause;
  }
};

/**
 * The bytes of a file, piece by piece, so that one can say how far it is. Throws {@link FileNotOpened}
 * where the browser may not or cannot read it.
 */
export async function bytesOfFile(
  file: Blob,
  onProgress: (done: number, total: number) => void,
): Promise<Uint8Array> {
  // Where a folder counts as empty (on Windows), only asking for all of it shows that it is no file.
  if (file.size === 0) return reading(file);
  const bytes = new Uint8Array(file.size);
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    onProgress(from, bytes.length);
    // oxlint-disable-next-line no-await-in-loop -- one piece after the other, to hold one at a time
    bytes.set(await reading(file.slice(from, from + pieceBytes)), from);
  }
  return bytes;
}
