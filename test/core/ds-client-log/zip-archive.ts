import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipOptions {
  /** Keeps the files as they are instead of deflating them. */
  readonly isStored?: boolean;
  /** Changes the data of each file after its checksum was taken, as damage does. */
  readonly damage?: (data: Buffer, name: string) => Buffer;
}

/** A ZIP archive as PKWARE's APPNOTE lays it out, as small as the format allows. */
export function zipOf(
  files: Readonly<Record<string, string>>,
  { isStored = false, damage = (data) => data }: ZipOptions = {},
): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const raw = Buffer.from(text);
    const data = damage(isStored ? raw : deflateRawSync(raw), name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(isStored ? 0 : 8, 10);
    central.writeUInt32LE(crc32(raw), 16);
    central.writeUInt32LE(data.length, 20);
    central.writeUInt32LE(raw.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(at, 42);
    directory.push(central, Buffer.from(name));
    parts.push(local, Buffer.from(name), data);
    at += local.length + name.length + data.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, entries, end]));
}
