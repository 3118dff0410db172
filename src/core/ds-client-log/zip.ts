import { textOf } from './decode.ts';

/** One file inside a ZIP archive, still compressed. */
export interface ZipEntry {
  readonly name: string;
  readonly method: 'stored' | 'deflated' | 'unsupported';
  /** Checksum of the inflated data (see `crc32`). */
  readonly crc32: number;
  readonly data: Uint8Array;
}

// PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endOfDirectory = 0x06054b50;
const endLength = 22;
const commentMax = 65_535;
/** A workbook has a dozen parts; ten thousand is no workbook. */
const entriesMax = 10_000;

/**
 * The entries of a ZIP archive by its central directory; null when it is broken or cut off. Nothing is
 * inflated here. Archives over 4 GiB (ZIP64) count as broken.
 */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > entriesMax) return null;
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== centralHeader) return null;
    const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1;
    const method = view.getUint16(at + 10, true);
    const crc = view.getUint32(at + 16, true);
    const size = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    if (local + 30 > bytes.length || view.getUint32(local, true) !== localHeader) return null;
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (from + size > bytes.length) return null;
    entries.push({
      name: textOf(bytes, at + 46, Math.min(at + 46 + nameLength, bytes.length)),
      method: isEncrypted
        ? 'unsupported'
        : method === 0
          ? 'stored'
          : method === 8
            ? 'deflated'
            : 'unsupported',
      crc32: crc,
      data: bytes.subarray(from, from + size),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number {
  const last = view.byteLength - endLength;
  for (let at = last; at >= 0 && at >= last - commentMax; at -= 1) {
    if (view.getUint32(at, true) === endOfDirectory) return at;
  }
  return -1;
}
