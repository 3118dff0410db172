import { rowLaneBytes } from './row-lane-bytes.ts';

/** What core needs of WebAssembly. Its types belong to the DOM, which core must not know. */
interface Engine {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
}

interface Value {
  readonly value: number;
}

/** A row reader: src/assembly/rows.ts, where what is exported is described. */
export interface RowLane {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly begin: (delimiter: number, isQuoting: number, width: number, dateColumn: number) => void;
  readonly readRows: (
    from: number,
    to: number,
    isTextEnd: number,
    most: number,
    base: number,
    mayBeUndated: number,
  ) => number;
  readonly keepAll: () => void;
  readonly isPlainText: (from: number, length: number) => number;
  readonly next: Value;
  readonly undatedBegin: Value;
  readonly undatedEnd: Value;
  readonly oddTextCount: Value;
  readonly dateCount: Value;
  readonly above: Value;
  readonly aboveSize: Value;
  readonly byteKinds: Value;
  readonly columnsMax: Value;
  readonly counts: Value;
  readonly dates: Value;
  readonly datesMax: Value;
  readonly hashes: Value;
  readonly input: Value;
  readonly inputMax: Value;
  readonly kept: Value;
  readonly keptMax: Value;
  readonly kinds: Value;
  readonly memoryEnd: Value;
  readonly numberStates: Value;
  readonly oddTextSize: Value;
  readonly oddTexts: Value;
  readonly oddTextsMax: Value;
  readonly rowsMax: Value;
  readonly starts: Value;
  readonly states: Value;
  readonly values: Value;
  readonly wideColumns: Value;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes of a text in base 64 (RFC 4648, section 4). */
function fromBase64(text: string): Uint8Array {
  const values = new Uint8Array(128);
  for (let value = 0; value < 64; value += 1) values[digits.charCodeAt(value)] = value;
  const bytes = new Uint8Array((text.replaceAll('=', '').length * 3) >> 2);
  // Six bits a sign: the last eight of those read so far are a byte whenever there are as many.
  for (let at = 0, bits = 0, count = 0, byte = 0; byte < bytes.length; at += 1) {
    bits = (bits << 6) | (values[text.charCodeAt(at)] ?? 0);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes[byte] = bits >> count;
    byte += 1;
  }
  return bytes;
}

/** A row reader with a memory of its own; null where the engine has no WebAssembly or must not use it. */
export function rowLane(): RowLane | null {
  const { WebAssembly: engine } = globalThis as { readonly WebAssembly?: Engine };
  if (!engine) return null;
  try {
    const module = new engine.Module(fromBase64(rowLaneBytes));
    return new engine.Instance(module).exports as RowLane;
  } catch {
    // A policy that does not allow it says so by throwing; every row then goes by the full rules.
    return null;
  }
}
