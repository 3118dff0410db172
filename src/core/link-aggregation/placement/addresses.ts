/**
 * Addresses as numbers a hash can work on. Words are unsigned, in network order (the first byte of
 * the address is the most significant one); a hash that wants memory order turns them round itself.
 */
import { failed, ok, type Result } from '../../result.ts';
import { formatIpv6, readIpv6Words } from './ipv6.ts';

declare const mac: unique symbol;
declare const port: unique symbol;

/** One 32-bit word for IPv4, four for IPv6. */
export interface IpAddress {
  readonly family: 4 | 6;
  readonly words: readonly number[];
}

/** 48 bits; the first byte written is the most significant one. */
export type MacAddress = number & { readonly [mac]: 'MAC' };

/** A TCP or UDP port, 0 to 65535. */
export type Port = number & { readonly [port]: 'port' };

/** What is wrong with a piece of text; `text` is the piece itself, for the message beside the field. */
export interface AddressProblem {
  readonly kind:
    | 'not-an-ip-address'
    | 'not-an-ipv6-address'
    | 'octet-too-large'
    | 'octet-with-leading-zero'
    | 'not-a-mac-address'
    | 'not-a-port'
    | 'range-backwards'
    | 'range-mixes-families'
    | 'range-too-long'
    | 'not-a-prefix-length';
  readonly text: string;
}

const octetsInIpv4 = 4;

/**
 * Reads dotted IPv4 or any RFC 4291 form of IPv6. A leading zero is refused, because some programs
 * read `010` as eight and a hash of the wrong address looks like a right answer.
 */
export function parseIp(text: string): Result<IpAddress, AddressProblem> {
  const trimmed = text.trim();
  if (trimmed.includes(':')) {
    const words = readIpv6Words(trimmed);
    return words === undefined
      ? failed({ kind: 'not-an-ipv6-address', text: trimmed })
      : ok({ family: 6, words });
  }
  const octets = trimmed.split('.');
  if (octets.length !== octetsInIpv4 || !octets.every((octet) => /^\d{1,3}$/.test(octet))) {
    return failed({ kind: 'not-an-ip-address', text: trimmed });
  }
  if (octets.some((octet) => /^0\d/.test(octet))) {
    return failed({ kind: 'octet-with-leading-zero', text: trimmed });
  }
  if (octets.some((octet) => Number(octet) > 255)) {
    return failed({ kind: 'octet-too-large', text: trimmed });
  }
  return ok({ family: 4, words: [octets.reduce((word, octet) => word * 256 + Number(octet), 0)] });
}

/** The usual text of an address: dotted for IPv4, RFC 5952 for IPv6. */
export function formatIp(address: IpAddress): string {
  if (address.family === 6) return formatIpv6(address.words);
  const word = address.words[0] ?? 0;
  return [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255].join('.');
}

/** The value of the last byte of an address, 0 to 255. */
export const lastOctet = (address: IpAddress): number => (address.words.at(-1) ?? 0) & 255;

const macForms = [
  /^(?:[0-9a-f]{1,2}[:-]){5}[0-9a-f]{1,2}$/i, // 52:54:00:00:00:10, also 0:50:56:aa:bb:10
  /^(?:[0-9a-f]{4}\.){2}[0-9a-f]{4}$/i, // 5254.0000.0010, as Cisco writes it
  /^[0-9a-f]{12}$/i,
];

/** Reads the MAC forms of Linux, Windows and Cisco. */
export function parseMac(text: string): Result<MacAddress, AddressProblem> {
  const trimmed = text.trim();
  if (!macForms.some((form) => form.test(trimmed))) {
    return failed({ kind: 'not-a-mac-address', text: trimmed });
  }
  const digits = /[:-]/.test(trimmed)
    ? trimmed
        .split(/[:-]/)
        .map((byte) => byte.padStart(2, '0'))
        .join('')
    : trimmed.replaceAll('.', '');
  return ok(Number.parseInt(digits, 16) as MacAddress);
}

/** Six lower-case pairs with colons, as Linux prints them. */
export function formatMac(address: MacAddress): string {
  const digits = address.toString(16).padStart(12, '0');
  return digits.match(/../g)?.join(':') ?? digits;
}

/** Reads a decimal port number. */
export function parsePort(text: string): Result<Port, AddressProblem> {
  const trimmed = text.trim();
  return /^\d{1,5}$/.test(trimmed) && Number(trimmed) <= 65535
    ? ok(Number(trimmed) as Port)
    : failed({ kind: 'not-a-port', text: trimmed });
}

/** Whether two addresses are the same one. */
export const sameIp = (left: IpAddress, right: IpAddress): boolean =>
  left.family === right.family && left.words.every((word, index) => word === right.words[index]);
