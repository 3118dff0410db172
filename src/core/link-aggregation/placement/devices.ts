/**
 * Devices are data: `content/devices/<id>.yaml`, one device or one mode of it. Here is what such an
 * entry says; `read-device.ts` checks it.
 */
import { hashPolicies } from '../scenario.ts';
import type { Chooser } from '../scenario.ts';
import type { PlacementRule } from './place.ts';

/**
 * How sure a statement is. `exact`: the formula is published or read in source. `inputs`: the maker
 * documents which fields count, not the function. `secondary`: someone else's text. `memory`:
 * general knowledge, no text found.
 */
export const confidences = ['exact', 'inputs', 'secondary', 'memory'] as const;
export type Confidence = (typeof confidences)[number];

export const deviceRoles = ['host', 'switch', 'storage'] as const;
export type DeviceRole = (typeof deviceRoles)[number];

/** What the other end must be set to for this device to work as described. */
export const otherEnds = ['nothing', 'static', 'lacp', 'static-or-lacp'] as const;
export type OtherEnd = (typeof otherEnds)[number];

/** A command to type on the device. */
export interface DeviceCommand {
  /** Capital words are to be replaced: `PORT`, `SOURCE-IP`. */
  readonly run: string;
  readonly shows: string;
  /** Whether it names the member of one given flow. */
  readonly perFlow: boolean;
}

export interface DeviceSource {
  readonly title: string;
  readonly url?: string | undefined;
  /** What is worth knowing about the source itself, such as which copy was read. */
  readonly note?: string | undefined;
}

export interface Device {
  readonly name: string;
  readonly vendor: string;
  readonly role: DeviceRole;
  /** Whether the maker sets it so when nobody chooses. */
  readonly default: boolean;
  /** How it picks a member for what it transmits. */
  readonly chooser: Chooser;
  /** Whether it looks at the sender's address alone: two receivers then make no difference. */
  readonly sourceOnly?: boolean | undefined;
  /** How what it receives is spread, where the device itself settles that. Else the other end does. */
  readonly receives?: Chooser | undefined;
  readonly otherEnd: OtherEnd;
  readonly confidence: Confidence;
  /** The rule that names the member of a flow, where there is one. */
  readonly placement?: PlacementRule | undefined;
  readonly sources: readonly DeviceSource[];
  readonly commands: readonly DeviceCommand[];
  readonly notes: readonly string[];
}

/** Whether the device picks by a hash of header fields: only then has a flow a lasting member. */
export const picksByHash = (device: Device): boolean => hashPolicies.has(device.chooser);

/**
 * The rule to ask `place` with: the device's own, or `not-published` with its test command.
 * Undefined where no rule could name a member, because the device does not hash.
 */
export function ruleOfDevice(device: Device): PlacementRule | undefined {
  if (device.placement !== undefined) return device.placement;
  if (!picksByHash(device)) return undefined;
  const testCommand = device.commands.find((command) => command.perFlow)?.run;
  return { kind: 'not-published', testCommand };
}
