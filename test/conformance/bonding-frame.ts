/**
 * Reads the `frame` of a recorded vector into the frame the core hashes. A field that is not
 * understood makes the vector "not covered" instead of being guessed at or passed over.
 */
import { parseMac } from '../../src/core/link-aggregation/placement/addresses.ts';
import type {
  FrameTag,
  LinuxFrame,
} from '../../src/core/link-aggregation/placement/linux-frame.ts';
import { type Fields, isFields, Reader, ShapeNotCovered } from './bonding-fields.ts';
import { addressAliases, ipEthertypes, readPayload } from './bonding-packet.ts';

function macAddress(reader: Reader, names: readonly string[]) {
  const reading = parseMac(reader.text(names));
  if (!reading.ok) throw new ShapeNotCovered(`MAC address ${reading.problems[0].text}`);
  return reading.value;
}

function readTag(tag: Fields): FrameTag {
  const reader = new Reader(tag, 'vlan');
  const where = reader.take('where', 'place') ?? 'offloaded';
  if (where !== 'offloaded' && where !== 'inline') {
    throw new ShapeNotCovered(`vlan where ${JSON.stringify(where)}`);
  }
  const read: FrameTag = {
    id: reader.number(['id', 'vid']),
    priority: reader.number(['pcp', 'priority', 'prio'], 0),
    dropEligible: reader.number(['dei', 'cfi'], 0),
    tpid: reader.number(['tpid', 'ethertype'], 0x8100),
    where,
  };
  reader.finish([]);
  return read;
}

function readTags(value: unknown): readonly FrameTag[] {
  if (value === undefined || value === null) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((tag) => {
    if (isFields(tag)) return readTag(tag);
    throw new ShapeNotCovered(`vlan ${JSON.stringify(tag)}`);
  });
}

/** The whole frame. Throws `ShapeNotCovered` with a reason where it holds something unknown. */
export function readFrame(fields: Fields): LinuxFrame {
  const reader = new Reader(fields, 'frame');
  const tags = readTags(reader.take('vlan', 'vlans', 'tags'));
  const source = macAddress(reader, ['srcMac', 'smac']);
  const destination = macAddress(reader, ['dstMac', 'dmac']);
  const ethertype = reader.has(['ethertype', 'etherType'])
    ? reader.number(['ethertype', 'etherType'])
    : undefined;
  if (
    ethertype !== undefined &&
    !ipEthertypes.has(ethertype) &&
    !reader.has(addressAliases.source)
  ) {
    return { source, destination, tags, ethertype };
  }
  const payload = readPayload(reader);
  return { ...payload, source, destination, tags, ethertype: payload.ethertype };
}
