/** Taken in at a time: seventy steps for the largest file, each far under a tenth of a second. */
const pieceBytes = 4 * 1024 * 1024;

/** The bytes of a file, piece by piece, so that one can say how far it is. */
export async function bytesOfFile(
  file: Blob,
  onProgress: (done: number, total: number) => void,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(file.size);
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    onProgress(from, bytes.length);
    // oxlint-disable-next-line no-await-in-loop -- one piece after the other, to hold one at a time
    bytes.set(new Uint8Array(await file.slice(from, from + pieceBytes).arrayBuffer()), from);
  }
  return bytes;
}
