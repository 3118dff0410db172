import { failed, isNonEmpty, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { bytes, gigabits, hours, megabytesPerSecond } from '../units.ts';
import type { Bounds, FieldFault, FieldPlace, FieldProblem } from './field-problems.ts';
import { choices, volumeOf } from './fields.ts';
import type { GroupFields, HopFields, ScenarioFields } from './fields.ts';
import { limits } from './scenario.ts';
import type {
  Caps,
  Chooser,
  ClientGroup,
  Hop,
  Job,
  Member,
  Scenario,
  Traffic,
  Wire,
} from './scenario.ts';

/** Collects what is wrong, so that one reading names every problem and not only the first. */
class Reader {
  readonly problems: FieldProblem[] = [];

  report(place: FieldPlace, fault: FieldFault): undefined {
    this.problems.push({ ...place, fault });
    return undefined;
  }

  number(text: string, bounds: Bounds, place: FieldPlace): number | undefined {
    const trimmed = text.trim();
    if (trimmed === '') return this.report(place, { kind: 'empty', bounds });
    const digits = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(trimmed)
      ? trimmed.replaceAll(',', '')
      : trimmed;
    if (!/^-?(?:\d+\.?\d*|\.\d+)$/.test(digits)) {
      return this.report(place, { kind: 'not-a-number', text: trimmed, bounds });
    }
    const value = Number(digits);
    return value >= bounds.from && value <= bounds.to
      ? value
      : this.report(place, { kind: 'out-of-range', text: trimmed, bounds });
  }

  whole(text: string, bounds: Bounds, place: FieldPlace): number | undefined {
    const value = this.number(text, bounds, place);
    if (value === undefined || Number.isInteger(value)) return value;
    return this.report(place, { kind: 'not-whole', text: text.trim(), bounds });
  }

  choice<Choice extends string>(
    text: string,
    options: readonly Choice[],
    place: FieldPlace,
  ): Choice | undefined {
    const found = options.find((option) => option === text.trim());
    return (
      found ?? this.report(place, { kind: 'not-a-choice', text: text.trim(), choices: options })
    );
  }

  yes(text: string, place: FieldPlace): boolean | undefined {
    const answer = this.choice(text, choices.yesNo, place);
    return answer === undefined ? undefined : answer === 'yes';
  }
}

/** A list such as `10-1`, `10, 1` or `10 1`. A hyphen in front is a minus sign, not a separator. */
const listed = (text: string): readonly string[] =>
  text
    .trim()
    .split(/(?<=\S)[-,\s]+/)
    .filter((part) => part !== '');

const hashing: ReadonlySet<Chooser> = new Set(['mac', 'ip', 'ip-port', 'eight-buckets', 'unknown']);

function readSpeeds(reader: Reader, hop: HopFields, members: number, place: FieldPlace) {
  const texts = listed(hop.speed);
  const bounds = limits.speedGbps;
  if (texts.length === 0) return reader.report(place, { kind: 'empty', bounds });
  const speeds = texts.map((text) => reader.number(text, bounds, place));
  if (speeds.length !== 1 && speeds.length !== members) {
    return reader.report(place, { kind: 'speeds-for-members', speeds: speeds.length, members });
  }
  const known = speeds.filter((speed) => speed !== undefined);
  if (known.length < speeds.length) return undefined;
  return Array.from({ length: members }, (_, index) => known[index] ?? known[0] ?? 1);
}

function readDown(reader: Reader, text: string, members: number, place: FieldPlace) {
  const down = new Set<number>();
  for (const part of listed(text)) {
    const number = Number(part);
    if (!/^\d+$/.test(part) || number < 1 || number > members) {
      return reader.report(place, { kind: 'no-such-member', text: part, members });
    }
    down.add(number - 1);
  }
  return down.size < members ? down : reader.report(place, { kind: 'all-down', members });
}

function readHop(reader: Reader, fields: HopFields, index: number): Hop | undefined {
  const at = (part: keyof HopFields): FieldPlace => ({ field: 'hops', hop: index, part });
  const count = reader.whole(fields.members, limits.members, at('members'));
  const chooser = reader.choice(fields.chooser, choices.chooser, at('chooser'));
  const back =
    fields.back.trim() === '' ? chooser : reader.choice(fields.back, choices.chooser, at('back'));
  const team = reader.choice(fields.team, choices.team, at('team'));
  const device = fields.device.trim();
  if (!/^[a-z0-9-]*$/.test(device))
    reader.report(at('device'), { kind: 'not-a-device', text: device });
  if (count === undefined) return undefined;
  const speeds = readSpeeds(reader, fields, count, at('speed'));
  const down = readDown(reader, fields.down, count, at('down'));
  if (!speeds || !down || !chooser || !back || team === undefined) return undefined;
  // IEEE 802.3ad: all members of one group have the same speed.
  const isGroup = hashing.has(chooser) || hashing.has(back) || team === 'lacp';
  if (isGroup && new Set(speeds).size > 1)
    return reader.report(at('speed'), { kind: 'mixed-speeds' });
  // A standard vSwitch with "route based on IP hash" needs a static group on the switch.
  if (device === 'vsphere-ip-hash' && team === 'lacp') {
    return reader.report(at('team'), { kind: 'address-hash-needs-static' });
  }
  const members = speeds.map((speed, member): Member => ({
    speed: gigabits(speed),
    up: !down.has(member),
  }));
  if (!isNonEmpty(members)) return undefined;
  const named = device === '' ? {} : { device };
  return { members, chooser, backChooser: back, team: team === '' ? 'unstated' : team, ...named };
}

function readGroup(reader: Reader, fields: GroupFields, index: number): ClientGroup | undefined {
  const at = (part: keyof GroupFields): FieldPlace => ({ field: 'clients', group: index, part });
  const count = reader.whole(fields.count, limits.clients, at('count'));
  const nic = reader.number(fields.nic, limits.nicGbps, at('nic'));
  return count === undefined || nic === undefined ? undefined : { count, nic: gigabits(nic) };
}

/** Reads each entry of a list whose length has bounds, or reports why not. */
function readList<Fields, Value>(
  reader: Reader,
  fields: readonly Fields[],
  bounds: Bounds,
  place: FieldPlace,
  read: (fields: Fields, index: number) => Value | undefined,
): readonly [Value, ...Value[]] | undefined {
  if (fields.length < bounds.from || fields.length > bounds.to) {
    return reader.report(place, { kind: 'wrong-count', count: fields.length, bounds });
  }
  const values = fields.map(read).filter((value) => value !== undefined);
  return values.length === fields.length && isNonEmpty(values) ? values : undefined;
}

function checkFlows(reader: Reader, flows: number): boolean {
  if (flows <= limits.flows.to) return true;
  reader.report({ field: 'connections' }, { kind: 'too-many-flows', flows, most: limits.flows.to });
  return false;
}

function readTraffic(reader: Reader, fields: ScenarioFields): Traffic | undefined {
  const side = reader.choice(fields.side, choices.side, { field: 'side' });
  const connections = reader.whole(fields.connections, limits.connections, {
    field: 'connections',
  });
  if (side === 'storage') {
    const addresses = reader.whole(fields.addresses, limits.addresses, { field: 'addresses' });
    const pathPolicy = reader.choice(fields.paths, choices.paths, { field: 'paths' });
    if (!addresses || !connections || !pathPolicy) return undefined;
    if (!checkFlows(reader, addresses * connections)) return undefined;
    return { side, addresses, connectionsPerAddress: connections, pathPolicy };
  }
  const groups = readList(
    reader,
    fields.clients,
    limits.groups,
    { field: 'clients' },
    (group, index) => readGroup(reader, group, index),
  );
  const routed = reader.yes(fields.routed, { field: 'routed' });
  if (!side || !connections || !groups || routed === undefined) return undefined;
  const clients = groups.reduce((sum, group) => sum + group.count, 0);
  if (!checkFlows(reader, clients * connections)) return undefined;
  return { side, groups, connectionsPerClient: connections, routed };
}

function readWire(reader: Reader, fields: ScenarioFields): Wire | undefined {
  const protocol = reader.choice(fields.protocol, choices.protocol, { field: 'protocol' });
  const mtu = reader.whole(fields.mtu, limits.mtu, { field: 'mtu' });
  const ip = reader.choice(fields.ip, choices.ip, { field: 'ip' });
  const timestamps = reader.yes(fields.timestamps, { field: 'timestamps' });
  const vlan = reader.yes(fields.vlan, { field: 'vlan' });
  if (!protocol || !mtu || !ip || timestamps === undefined || vlan === undefined) return undefined;
  return { protocol, mtu, ip, timestamps, vlan };
}

function readJob(reader: Reader, fields: ScenarioFields): Job | undefined {
  const unit = reader.choice(fields.unit, choices.unit, { field: 'unit' });
  const one = volumeOf(1, unit ?? 'TB');
  const bounds = { from: limits.volume.from / one, to: limits.volume.to / one };
  const count = reader.number(fields.volume, bounds, { field: 'volume' });
  const start = reader.choice(fields.start, choices.start, { field: 'start' });
  const window = reader.number(fields.window, limits.windowHours, { field: 'window' });
  if (!unit || !count || !start || !window) return undefined;
  // Fifteen digits drop the noise of a multiplication: 0.017 TB are 17,000,000,000 bytes sharp.
  const size = volumeOf(count, unit);
  const volume = Number.isInteger(count) ? size : bytes(Number(size.toPrecision(15)));
  return { volume, unit, start, window: hours(window) };
}

function readCaps(reader: Reader, fields: ScenarioFields): Caps | undefined {
  const reduction = reader.number(fields.reduction, limits.reduction, { field: 'reduction' });
  if (fields.disk.trim() === '') return reduction === undefined ? undefined : { reduction };
  const disk = reader.number(fields.disk, limits.diskMBps, { field: 'disk' });
  if (reduction === undefined || disk === undefined) return undefined;
  return { reduction, disk: megabytesPerSecond(disk) };
}

/**
 * The scenario that the text form describes, or every problem in it, each naming its field. Fields of
 * the side that is not chosen are not read.
 */
export function readScenario(fields: ScenarioFields): Result<Scenario, FieldProblem> {
  const reader = new Reader();
  const direction = reader.choice(fields.direction, choices.direction, { field: 'direction' });
  const hops = readList(reader, fields.hops, limits.hops, { field: 'hops' }, (hop, index) =>
    readHop(reader, hop, index),
  );
  const traffic = readTraffic(reader, fields);
  const wire = readWire(reader, fields);
  const job = readJob(reader, fields);
  const caps = readCaps(reader, fields);
  const same = reader.choice(fields.hashes, choices.hashes, { field: 'hashes' });
  const problems: readonly FieldProblem[] = reader.problems;
  if (isNonEmpty(problems)) return failed(...problems);
  if (!direction || !hops || !traffic || !wire || !job || !caps || !same) {
    throw new Error('A field was refused without a problem being reported.');
  }
  return ok({ direction, hops, traffic, wire, job, caps, hashes: same });
}
