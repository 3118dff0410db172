import { failed, isNonEmpty, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { bytes, gigabits, hours, megabytesPerSecond } from '../units.ts';
import type { Bounds, FieldPlace, FieldProblem } from './field-problems.ts';
import { choices, volumeOf } from './fields.ts';
import type { GroupFields, ScenarioFields } from './fields.ts';
import { readHop } from './read-hop.ts';
import { Reader } from './reader.ts';
import { limits } from './scenario.ts';
import type { Caps, ClientGroup, Job, Scenario, Traffic, Wire } from './scenario.ts';

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

/** Empty is no window; undefined is one that cannot be read. */
function readWindow(reader: Reader, text: string): Pick<Job, 'window'> | undefined {
  if (text.trim() === '') return { window: undefined };
  const window = reader.number(text, limits.windowHours, { field: 'window' });
  return window === undefined ? undefined : { window: hours(window) };
}

function readJob(reader: Reader, fields: ScenarioFields): Job | undefined {
  const unit = reader.choice(fields.unit, choices.unit, { field: 'unit' });
  const one = volumeOf(1, unit ?? 'TB');
  const bounds = { from: limits.volume.from / one, to: limits.volume.to / one };
  const count = reader.number(fields.volume, bounds, { field: 'volume' });
  const start = reader.choice(fields.start, choices.start, { field: 'start' });
  const window = readWindow(reader, fields.window);
  if (!unit || !count || !start || !window) return undefined;
  // Fifteen digits drop the noise of a multiplication: 0.017 TB are 17,000,000,000 bytes sharp.
  const size = volumeOf(count, unit);
  const volume = Number.isInteger(count) ? size : bytes(Number(size.toPrecision(15)));
  return { volume, unit, start, ...window };
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
