import { utf16ByUnits } from './decode.ts';

/** What kind of file the first bytes announce. */
export type Sniffed =
  | { readonly kind: 'empty' }
  | { readonly kind: 'image'; readonly format: string }
  | { readonly kind: 'zip' }
  | { readonly kind: 'ole2'; readonly holds: 'workbook' | 'password' | 'compound' }
  | { readonly kind: 'not-text' }
  | { readonly kind: 'text' };

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** Signatures of the formats in which screenshots are saved (their specifications' magic numbers). */
function imageFormat(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47)) return 'png';
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (latin(bytes, 0, 4) === 'GIF8') return 'gif';
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') return 'webp';
  if (latin(bytes, 4, 8) === 'ftyp' && /^(?:heic|heix|mif1|avif)/.test(latin(bytes, 8, 12))) {
    return 'heif';
  }
  if (startsWith(bytes, 0x49, 0x49, 0x2a, 0) || startsWith(bytes, 0x4d, 0x4d, 0, 0x2a))
    return 'tiff';
  // "BM" alone could begin a text; a bitmap goes on with four reserved zero bytes.
  if (latin(bytes, 0, 2) === 'BM' && startsWith(bytes.subarray(6), 0, 0, 0, 0)) return 'bmp';
  return null;
}

const sampled = 65_536;
/** Text holds next to no control characters; random bytes hold a tenth. */
const controlShareMax = 0.02;

function isBinary(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, sampled);
  let controls = 0;
  let zeros = 0;
  for (let i = 0; i < end; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte === 0) zeros += 1;
    else if (byte < 9 || (byte > 13 && byte < 32)) controls += 1;
  }
  return controls + zeros > end * controlShareMax && utf16ByUnits(bytes) === null;
}

/**
 * Whether a compound file has a stream of this name. Its directory holds names as UTF-16 with a zero at
 * the end, in entries of 128 bytes ([MS-CFB] 2.6.1): elsewhere the same letters are text.
 */
function holdsStream(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name, '\0'].flatMap((char) => [char.charCodeAt(0), 0]);
  for (let at = 512; at < bytes.length; at += 128) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

/** What a compound file holds: Excel, Word, Outlook and installers all write the same first bytes. */
function compoundKind(bytes: Uint8Array): 'workbook' | 'password' | 'compound' {
  // A workbook with a password is kept inside an old binary file ([MS-OFFCRYPTO] 2.3.4).
  if (holdsStream(bytes, 'EncryptedPackage')) return 'password';
  // [MS-XLS] 2.1.2; Excel 5 and 95 wrote "Book".
  const isWorkbook = holdsStream(bytes, 'Workbook') || holdsStream(bytes, 'Book');
  return isWorkbook ? 'workbook' : 'compound';
}

/** Recognises a file by its content; its name is never asked. */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return { kind: 'empty' };
  const format = imageFormat(bytes);
  if (format) return { kind: 'image', format };
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0x50, 0x4b, 5, 6)) {
    return { kind: 'zip' };
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return { kind: 'ole2', holds: compoundKind(bytes) };
  }
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return { kind: 'text' };
  return isBinary(bytes) ? { kind: 'not-text' } : { kind: 'text' };
}
