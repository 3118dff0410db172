import type { BitsPerSecond } from '../units.ts';
import type { Device } from './path-devices.ts';
import type { Chooser } from './scenario.ts';
import type { Sees } from './sees.ts';

/** One member of a hop in the placement that is drawn. */
export interface MemberLoad {
  readonly up: boolean;
  readonly speed: BitsPerSecond;
  /** Indices into `Analysis.flows` of the flows that this member carries. */
  readonly flows: readonly number[];
  /** Line rate that it carries. */
  readonly load: BitsPerSecond;
}

export interface HopAnalysis {
  /** The device that transmits, hence decides, in the direction of the scenario. */
  readonly from: Device;
  readonly to: Device;
  /** What `from` chooses by. */
  readonly chooser: Chooser;
  readonly sees: Sees;
  /** A placement of the flows near the mean, always the same for the same scenario; index = member. */
  readonly members: readonly MemberLoad[];
  /** Members that carry anything, on average. */
  readonly expectedBusy: number;
  readonly membersUp: number;
  /** All members that are up, together. */
  readonly capacity: BitsPerSecond;
  /** What the choice lets through on this hop alone, on average, if nothing else were in the way. */
  readonly expectedAlone: BitsPerSecond;
}

/** One flow of the placement that is drawn: a connection, or a client whose connections stay together. */
export interface FlowLoad {
  /** Client or storage address, from 0. */
  readonly owner: number;
  /** Client group, or 0 for storage. */
  readonly group: number;
  /** Connection of that owner, from 0. */
  readonly connection: number;
  /** The member that it takes on each hop, by hop; -1 where its frames go over all members. */
  readonly members: readonly number[];
  readonly load: BitsPerSecond;
}
