/** One end of a flow as text: `192.168.10.21-40`, `[2001:db8::1]:443`, `10.0.0.5:2049@02:a0:98:00:00:01`. */
import { failed, isNonEmpty, ok, type Result } from '../../result.ts';
import { parseRange } from './address-range.ts';
import {
  type AddressProblem,
  formatIp,
  formatMac,
  type MacAddress,
  parseMac,
  parsePort,
  type Port,
} from './addresses.ts';
import type { Endpoint } from './flow.ts';

interface Pieces {
  readonly addresses: string;
  readonly ports: string | undefined;
  readonly mac: string | undefined;
}

/** IPv6 wants brackets before a port, as in a URL; IPv4 and a port need only the colon. */
function takeApart(text: string): Pieces | undefined {
  const [place = '', mac, ...rest] = text.split('@');
  if (rest.length > 0) return undefined;
  const bracketed = /^\[([^\]]*)\](?::(.*))?$/.exec(place.trim());
  if (bracketed !== null) return { addresses: bracketed[1] ?? '', ports: bracketed[2], mac };
  const [addresses = '', ports, ...more] = place.trim().split(':');
  return more.length > 0 ? { addresses: place, ports: undefined, mac } : { addresses, ports, mac };
}

function parsePorts(
  text: string | undefined,
): Result<readonly (Port | undefined)[], AddressProblem> {
  if (text === undefined) return ok([undefined]);
  const [firstText = '', lastText = firstText] = text.split('-');
  const [first, last] = [parsePort(firstText), parsePort(lastText)];
  if (!first.ok) return first;
  if (!last.ok) return last;
  if (last.value < first.value) return failed({ kind: 'range-backwards', text });
  const length = last.value - first.value + 1;
  if (length > 4096) return failed({ kind: 'range-too-long', text });
  return ok(Array.from({ length }, (_, index) => (first.value + index) as Port));
}

const parseOptionalMac = (
  text: string | undefined,
): Result<MacAddress | undefined, AddressProblem> =>
  text === undefined ? ok(undefined) : parseMac(text);

function parsePart(text: string): Result<readonly Endpoint[], AddressProblem> {
  const pieces = takeApart(text.trim());
  if (pieces === undefined) return failed({ kind: 'not-a-mac-address', text });
  const addresses = parseRange(pieces.addresses);
  const ports = parsePorts(pieces.ports);
  const mac = parseOptionalMac(pieces.mac);
  if (!addresses.ok) return addresses;
  if (!ports.ok) return ports;
  if (!mac.ok) return mac;
  return ok(
    addresses.value.flatMap((ip) => ports.value.map((port) => ({ ip, mac: mac.value, port }))),
  );
}

/** Ends with commas between them; a range of addresses or ports stands for each of its members. */
export function parseEndpoints(text: string): Result<readonly Endpoint[], AddressProblem> {
  const readings = text.split(',').map(parsePart);
  const problems: readonly AddressProblem[] = readings.flatMap((reading) =>
    reading.ok ? [] : reading.problems,
  );
  if (isNonEmpty(problems)) return failed(...problems);
  return ok(readings.flatMap((reading) => (reading.ok ? reading.value : [])));
}

/**
 * Ends that stand in a field of their own, with commas, semicolons or new lines between them, as
 * `parseEndpoints` and a line of a flow list want them: `10.0.0.1, 10.0.0.2`. An empty line or a
 * separator at the end is no end.
 */
export const withCommas = (text: string): string =>
  text
    .split(/[,;\r\n]/)
    .map((end) => end.trim())
    .filter((end) => end !== '')
    .join(', ');

/** The text that `parseEndpoints` reads back as this one end. */
export function formatEndpoint(end: Endpoint): string {
  const address = end.ip === undefined ? '' : formatIp(end.ip);
  const bracketed = end.ip?.family === 6 && end.port !== undefined ? `[${address}]` : address;
  const port = end.port === undefined ? '' : `:${end.port}`;
  const mac = end.mac === undefined ? '' : `@${formatMac(end.mac)}`;
  return `${bracketed}${port}${mac}`;
}
