/**
 * Whom one can ask which member a flow takes: a device of the catalogue, or a formula by itself, for
 * a device that is not in it.
 */
import type { Chooser } from '../scenario.ts';
import { type Confidence, type Device, ruleOfDevice } from './devices.ts';
import type { LinuxPolicy } from './linux-bonding.ts';
import type { PlacementRule } from './place.ts';

export interface Choice {
  /** The device's id, or `formula.` and a name: what a link carries. */
  readonly id: string;
  readonly name: string;
  /** The heading of the menu under which it stands. */
  readonly vendor: string;
  readonly chooser: Chooser;
  readonly confidence: Confidence;
  /** Whether it looks at the sender's address alone. */
  readonly sourceOnly?: boolean | undefined;
  /** Without one the device does not hash, and a flow has no lasting member. */
  readonly rule?: PlacementRule | undefined;
  /** The device whose sources, commands and notes hold for a formula. */
  readonly like?: string | undefined;
}

/** A device as a choice. Where the fields hashed are unknown, so is the function. */
export function choiceOfDevice(id: string, device: Device): Choice {
  const { name, vendor, chooser, sourceOnly, confidence } = device;
  const testCommand = device.commands.find((command) => command.perFlow)?.run;
  const unknown: PlacementRule | undefined =
    chooser === 'unknown' ? { kind: 'not-published', testCommand } : undefined;
  return {
    id,
    name,
    vendor,
    chooser,
    sourceOnly,
    confidence,
    rule: ruleOfDevice(device) ?? unknown,
  };
}

const vendor = 'A formula, whatever the device';

const linux = (policy: LinuxPolicy, chooser: Chooser, like: string): Choice => ({
  id: `formula.linux-${policy.replace('+', '-')}`,
  name: `Linux, ${policy}`,
  vendor,
  chooser,
  confidence: 'exact',
  rule: { kind: 'linux', policy },
  like: `linux-8023ad-${like}`,
});

const aix = (hashMode: 'default' | 'dst_port' | 'src_port' | 'src_dst_port'): Choice => ({
  id: `formula.aix-${hashMode.replaceAll('_', '-')}`,
  name: `AIX, hash mode ${hashMode}`,
  vendor,
  chooser: hashMode === 'default' ? 'ip' : 'ip-port',
  confidence: 'exact',
  rule: { kind: 'aix', hashMode },
  like: hashMode === 'default' ? 'ibm-aix-default' : 'ibm-aix-src-dst-port',
});

/** Every formula that can be computed, and last the textbook model, under its own name. */
export const formulas: readonly Choice[] = [
  linux('layer2', 'mac', 'layer2'),
  linux('layer2+3', 'ip', 'layer23'),
  linux('layer3+4', 'ip-port', 'layer34'),
  linux('encap2+3', 'ip', 'encap23'),
  {
    ...linux('encap3+4', 'ip-port', 'encap34'),
    name: 'Linux, encap3+4, forwarded traffic',
    rule: { kind: 'linux', policy: 'encap3+4', traffic: 'forwarded' },
  },
  linux('vlan+srcmac', 'one-link', 'vlan-srcmac'),
  {
    ...linux('layer2', 'mac', 'layer2'),
    id: 'formula.linux-layer2-before-5.15',
    name: 'Linux before 5.15, layer2',
    rule: { kind: 'linux', policy: 'layer2', ethertypeAs: 'memory' },
  },
  {
    ...linux('layer2+3', 'ip', 'layer23'),
    id: 'formula.linux-layer2-3-before-5.15',
    name: 'Linux before 5.15, layer2+3',
    rule: { kind: 'linux', policy: 'layer2+3', ethertypeAs: 'memory' },
  },
  {
    id: 'formula.vmware-ip-hash',
    name: 'VMware, IP hash',
    vendor,
    chooser: 'ip',
    confidence: 'exact',
    rule: { kind: 'vmware-ip-hash' },
    like: 'vsphere-ip-hash',
  },
  ...(['ip', 'mac'] as const).map((balance): Choice => ({
    id: `formula.netapp-legacy-${balance}`,
    name: `NetApp before 7.3.2, ${balance === 'ip' ? 'IP' : 'MAC'}`,
    vendor,
    chooser: balance,
    confidence: 'exact',
    rule: { kind: 'netapp-legacy', balance },
    like: `netapp-legacy-${balance}`,
  })),
  ...(['default', 'dst_port', 'src_port', 'src_dst_port'] as const).map(aix),
  {
    id: 'formula.teaching-xor',
    name: 'Textbook XOR (teaching model, no device)',
    vendor,
    chooser: 'eight-buckets',
    confidence: 'secondary',
    rule: { kind: 'cisco-teaching-xor' },
    like: 'cisco-catalyst',
  },
];
