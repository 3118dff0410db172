/** From what a YAML file holds to a device that cannot be wrong in shape, or every problem it has. */
import { failed, isNonEmpty, ok, type Result } from '../../result.ts';
import { choosers } from '../fields.ts';
import {
  confidences,
  type Device,
  type DeviceCommand,
  deviceRoles,
  type DeviceSource,
  otherEnds,
  picksByHash,
} from './devices.ts';
import { type DeviceProblem, FieldReader } from './field-reader.ts';
import { linuxPolicies } from './linux-bonding.ts';
import type { PlacementRule } from './place.ts';

// The first stands in for a kind that cannot be read, and so must ask for no further field.
const ruleKinds = ['cisco-buckets', 'vmware-ip-hash', 'linux', 'netapp-legacy', 'aix'] as const;
const aixHashModes = ['default', 'dst_port', 'src_dst_port', 'src_port'] as const;

/** Teaching models and rules stated by hand are not offered: they are nobody's device. */
function readRule(fields: FieldReader): PlacementRule | undefined {
  const kind = fields.oneOf('kind', ruleKinds);
  switch (kind) {
    case 'linux':
      return { kind, policy: fields.oneOf('policy', linuxPolicies) };
    case 'netapp-legacy':
      return { kind, balance: fields.oneOf('balance', ['ip', 'mac'] as const) };
    case 'aix':
      return { kind, hashMode: fields.oneOf('hashMode', aixHashModes) };
    case 'vmware-ip-hash':
    case 'cisco-buckets':
      return { kind };
    default:
      return kind satisfies never;
  }
}

const readSource = (fields: FieldReader): DeviceSource => ({
  title: fields.text('title'),
  url: fields.optionalUrl('url'),
  note: fields.optionalText('note'),
});

const readCommand = (fields: FieldReader): DeviceCommand => ({
  run: fields.text('run'),
  shows: fields.text('shows'),
  perFlow: fields.flag('perFlow'),
});

const readFields = (fields: FieldReader): Device => ({
  name: fields.text('name'),
  vendor: fields.text('vendor'),
  role: fields.oneOf('role', deviceRoles),
  default: fields.flag('default'),
  chooser: fields.oneOf('chooser', choosers),
  sourceOnly: fields.has('sourceOnly') ? fields.flag('sourceOnly') : undefined,
  receives: fields.has('receives') ? fields.oneOf('receives', choosers) : undefined,
  otherEnd: fields.oneOf('otherEnd', otherEnds),
  confidence: fields.oneOf('confidence', confidences),
  placement: fields.has('placement') ? fields.nested('placement', readRule) : undefined,
  sources: fields.list('sources', readSource),
  commands: fields.list('commands', readCommand),
  notes: fields.texts('notes'),
});

const publishedRules: ReadonlySet<string> = new Set([
  'linux',
  'vmware-ip-hash',
  'netapp-legacy',
  'aix',
]);

/** What each field may say alone and both may not say together. */
function contradictions(device: Device): readonly DeviceProblem[] {
  const published = device.placement !== undefined && publishedRules.has(device.placement.kind);
  const buckets = device.placement?.kind === 'cisco-buckets';
  const exact = device.confidence === 'exact';
  return [
    // A hash that is called exact has a formula, and a formula is exact.
    exact && picksByHash(device) && !published && 'exact-without-a-formula',
    published && !exact && 'formula-not-called-exact',
    buckets !== (device.chooser === 'eight-buckets') && 'buckets-without-their-rule',
    device.confidence !== 'memory' && device.sources.length === 0 && 'no-source',
    device.commands.length === 0 && 'no-command',
  ].flatMap((text) =>
    text === false ? [] : [{ kind: 'contradiction' as const, field: 'confidence', text }],
  );
}

/** Reads one entry. Unknown fields are problems: a misspelt one would otherwise be lost silently. */
export function readDevice(value: unknown): Result<Device, DeviceProblem> {
  const problems: DeviceProblem[] = [];
  const fields = new FieldReader(value, '', problems);
  const device = readFields(fields);
  fields.finish();
  const found: readonly DeviceProblem[] = problems;
  if (isNonEmpty(found)) return failed(...found);
  const against = contradictions(device);
  return isNonEmpty(against) ? failed(...against) : ok(device);
}
