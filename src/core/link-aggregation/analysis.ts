import type { BitsPerSecond } from '../units.ts';
import type { Bottleneck } from './bottleneck.ts';
import type { Finding } from './findings.ts';
import type { HopAnalysis, FlowLoad } from './hop-loads.ts';
import type { Method } from './outcome.ts';
import type { Device } from './path-devices.ts';
import type { Rate, RateRange } from './rate.ts';
import type { Certainty, Assumption } from './trust.ts';
import type { WindowAnalysis } from './window.ts';

/** Everything the calculator knows about a scenario. */
export interface Analysis {
  readonly rate: RateRange;
  /** What the links could carry if every choice were perfect. */
  readonly capacity: Rate;
  /** One connection, alone. */
  readonly singleStream: Rate;
  /**
   * After one more member fails on the bottleneck hop, a fastest one where they differ: on average.
   * Absent where a single member is left.
   */
  readonly afterFailure?: { readonly hop: number; readonly mean: Rate };
  readonly efficiency: number;
  readonly hops: readonly [HopAnalysis, ...HopAnalysis[]];
  /** The flows of the placement that is drawn. */
  readonly flows: readonly FlowLoad[];
  /** The end of the path where data starts, in the direction of the scenario. */
  readonly origin: Device;
  readonly destination: Device;
  readonly bottleneck: Bottleneck;
  readonly window: WindowAnalysis;
  readonly findings: readonly Finding[];
  readonly certainty: Certainty;
  readonly method: Method;
  readonly assumptions: readonly Assumption[];
  /** Line rate and its probability, for the second figure; ascending. */
  readonly distribution: readonly { readonly line: BitsPerSecond; readonly probability: number }[];
}
