/** The polynomial of APPNOTE 4.4.7 (CRC-32 of IEEE 802.3), its bits in reverse. */
const polynomial = 0xedb88320;

/** Entries of one table: one for each value of a byte. */
const one = 256;
const bytesAtOnce = 8;

/**
 * What each byte adds to the remainder where 0 to 7 others follow it, in eight tables behind each other:
 * eight bytes are taken at once ("slicing by 8", Kounavis and Berry 2008), as a workbook may hold 32 MiB.
 */
const table = new Uint32Array(bytesAtOnce * one);
for (let byte = 0; byte < one; byte += 1) {
  let remainder = byte;
  for (let followers = 0; followers < bytesAtOnce; followers += 1) {
    for (let bit = 0; bit < 8; bit += 1) {
      remainder = (remainder & 1) === 1 ? (remainder >>> 1) ^ polynomial : remainder >>> 1;
    }
    table[followers * one + byte] = remainder;
  }
}

/** The CRC-32 of bytes, from 0 to 2^32 - 1: of the ASCII text 123456789 it is 0xCBF43926. */
export function crc32(bytes: Uint8Array): number {
  let crc = -1;
  let at = 0;
  for (; at + bytesAtOnce <= bytes.length; at += bytesAtOnce) {
    crc =
      table[7 * one + ((crc ^ bytes[at]!) & 255)]! ^
      table[6 * one + (((crc >>> 8) ^ bytes[at + 1]!) & 255)]! ^
      table[5 * one + (((crc >>> 16) ^ bytes[at + 2]!) & 255)]! ^
      table[4 * one + (((crc >>> 24) ^ bytes[at + 3]!) & 255)]! ^
      table[3 * one + bytes[at + 4]!]! ^
      table[2 * one + bytes[at + 5]!]! ^
      table[one + bytes[at + 6]!]! ^
      table[bytes[at + 7]!]!;
  }
  for (; at < bytes.length; at += 1) crc = table[(crc ^ bytes[at]!) & 255]! ^ (crc >>> 8);
  return ~crc >>> 0;
}
