import type { BitsPerSecond, Bytes, BytesPerSecond, Seconds } from '../units.ts';
import type { Chooser, Scenario } from './scenario.ts';

/** One rate in the units that people compare. The first is on the wire, the others are data. */
export interface Rate {
  /** Ethernet line rate, framing included: what an interface counter is compared with. */
  readonly line: BitsPerSecond;
  /** Application data. */
  readonly goodput: BitsPerSecond;
  readonly perSecond: BytesPerSecond;
  /** Data moved in an hour; print it with `formatDecimal` (TB) or `formatBinary` (TiB). */
  readonly perHour: Bytes;
}

/**
 * What may come of it. `worst` and `best` are bounds, `p5`, `median` and `p95` percentiles. A reader is
 * told the median as what is typical; the mean is never called so.
 */
export interface RateRange {
  readonly worst: Rate;
  readonly p5: Rate;
  readonly median: Rate;
  /** The mean, to plan a steady queue with. It has no place in the order of the others. */
  readonly mean: Rate;
  readonly p95: Rate;
  readonly best: Rate;
}

/** A device on the path. The number counts switches where there is more than one. */
export type Device =
  | { readonly kind: 'clients' }
  | { readonly kind: 'agent' }
  | { readonly kind: 'storage' }
  | { readonly kind: 'switch'; readonly number: number; readonly of: number };

/** What a device's keys stand for. */
export type Counted = 'clients' | 'addresses' | 'connections' | 'destinations';

/** What a chooser sees of the flows that cross its hop. */
export type Sees =
  /** The choice needs no key: one link, frames in turn, or one port for each address. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'one-key'; readonly because: OneKeyReason }
  | {
      readonly kind: 'keys';
      readonly count: number;
      readonly of: Counted;
      /** A hash places them; otherwise they are dealt out in turn. */
      readonly byChance: boolean;
    };

/** Why everything on a hop looks the same to the device that chooses. */
export type OneKeyReason =
  | 'behind-router'
  | 'one-address-pair'
  | 'one-mac-pair'
  | 'one-destination'
  | 'one-connection'
  | 'one-client'
  | 'arp-needs-ipv4';

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

/** What keeps the result from being higher. */
export type Bottleneck =
  | { readonly kind: 'hop'; readonly hop: number; readonly why: 'choice' | 'capacity' }
  /** Several hops let equally little through. */
  | { readonly kind: 'hops-alike'; readonly hops: readonly number[]; readonly why: 'choice' }
  | { readonly kind: 'client-nics' }
  | { readonly kind: 'disk' }
  | { readonly kind: 'path-policy'; readonly policy: 'failover' | 'round-robin' }
  /** Every hop lets its full capacity through, and the hops are equal. */
  | { readonly kind: 'none' };

/** How far a figure can be trusted. */
export type Certainty = 'exact' | 'model' | 'upper-bound';

/** How it was computed. */
export type Method =
  | { readonly kind: 'arithmetic' }
  | { readonly kind: 'closed-form' }
  | { readonly kind: 'enumeration'; readonly placements: number }
  | { readonly kind: 'simulation'; readonly draws: number; readonly seed: number };

/** How long the job takes. */
export interface WindowAnalysis {
  /** If finished jobs are always followed by new ones. */
  readonly queue: Seconds;
  /** If all start together and nothing follows: the time until the last one ends. */
  readonly batch: {
    readonly best: Seconds;
    readonly p5: Seconds;
    readonly median: Seconds;
    readonly mean: Seconds;
    readonly p95: Seconds;
    readonly worst: Seconds;
  };
  /** Volume over the full capacity, the figure that most calculators print. */
  readonly naive: Seconds;
  /** Flows on the fullest link of the narrowest hashed hop, on average. */
  readonly fullestLink: number;
  /** What the verdict compares with the window: `queue` or the p95 of the batch, as the scenario starts. */
  readonly planned: Seconds;
  /** Undefined where the scenario has none; then `fits` and `spare` are too. */
  readonly window: Seconds | undefined;
  readonly fits: boolean | undefined;
  /** Window less planned time; negative when it does not fit. */
  readonly spare: Seconds | undefined;
}

/** A rule that applies. `finding-words.ts` says it in a sentence. */
export type Finding =
  | { readonly kind: 'sender-decides'; readonly hop: number; readonly from: Device }
  | {
      readonly kind: 'one-key';
      readonly hop: number;
      readonly chooser: Chooser;
      readonly because: OneKeyReason;
      readonly members: number;
    }
  | { readonly kind: 'one-link-only'; readonly hop: number; readonly members: number }
  | {
      readonly kind: 'some-idle';
      readonly hop: number;
      readonly busy: number;
      readonly members: number;
      readonly keys: number;
      readonly of: Counted;
    }
  | { readonly kind: 'all-busy'; readonly hop: number; readonly members: number }
  | {
      readonly kind: 'fullest-link';
      readonly hop: number;
      readonly flows: number;
      readonly ofFlows: number;
      readonly of: Counted;
      readonly slowdown: number;
    }
  | {
      readonly kind: 'two-hashes';
      readonly hops: readonly number[];
      readonly together: BitsPerSecond;
      readonly alone: BitsPerSecond;
    }
  | { readonly kind: 'uneven-buckets'; readonly hop: number; readonly weights: readonly number[] }
  | { readonly kind: 'per-packet-reorders'; readonly hop: number }
  | {
      readonly kind: 'arp-in-turn';
      readonly hop: number;
      readonly clients: number;
      readonly members: number;
    }
  | {
      readonly kind: 'port-for-each-address';
      readonly hop: number;
      readonly used: number;
      readonly members: number;
    }
  | { readonly kind: 'slower-nics-idle'; readonly hop: number; readonly idle: number }
  | {
      readonly kind: 'mpio-paths';
      /** A session goes from each of these ports to each of these addresses, so many times. */
      readonly hostPorts: number;
      readonly addresses: number;
      readonly connections: number;
      readonly policy: 'round-robin' | 'least-queue' | 'failover';
    }
  | { readonly kind: 'slow-path-holds-round-robin'; readonly hop: number }
  | { readonly kind: 'lacp-under-iscsi'; readonly hop: number }
  | {
      readonly kind: 'members-down';
      readonly hop: number;
      readonly down: number;
      readonly up: number;
    }
  | { readonly kind: 'client-nics-limit'; readonly offered: BitsPerSecond }
  | { readonly kind: 'disk-limit'; readonly disk: BytesPerSecond }
  | { readonly kind: 'single-connection'; readonly most: BitsPerSecond }
  | {
      readonly kind: 'unknown-chooser';
      readonly hop: number;
      readonly ip: BitsPerSecond;
      readonly ipPort: BitsPerSecond;
    };

/** A change worth making. `advice-words.ts` says it in a sentence. */
export type Change =
  | { readonly kind: 'change-chooser'; readonly hop: number; readonly to: Chooser }
  | { readonly kind: 'more-connections'; readonly to: number }
  | { readonly kind: 'more-addresses'; readonly to: number }
  | { readonly kind: 'port-for-each-path'; readonly to: number }
  | { readonly kind: 'path-policy'; readonly to: 'round-robin' | 'least-queue' }
  | { readonly kind: 'repair-members'; readonly hop: number }
  | { readonly kind: 'more-members'; readonly hop: number; readonly to: number }
  | { readonly kind: 'faster-links'; readonly hop: number; readonly to: BitsPerSecond };

/** Changes that only help together, or one, and what they give. */
export interface Advice {
  readonly changes: readonly [Change, ...Change[]];
  /** What the scenario becomes: write it as a link to open it in the calculator. */
  readonly scenario: Scenario;
  /** What it carries on average. */
  readonly mean: Rate;
  /** `mean` over the mean now. */
  readonly gain: number;
  /** Planned time for the job after the change. */
  readonly planned: Seconds;
  /** Undefined where the scenario has no window. */
  readonly fits: boolean | undefined;
}

/** What was taken for granted. `finding-words.ts` says it in a sentence. */
export type Assumption =
  | { readonly kind: 'uniform-hash' }
  | { readonly kind: 'independent-hashes' }
  | { readonly kind: 'same-hashes' }
  | { readonly kind: 'equal-jobs' }
  | { readonly kind: 'fair-shares' }
  | { readonly kind: 'equal-bytes-per-path' }
  /** The part of the protocol's bytes that is data. */
  | { readonly kind: 'iscsi-headers'; readonly data: number }
  | { readonly kind: 'no-file-headers' }
  | { readonly kind: 'full-frames'; readonly mtu: number }
  | { readonly kind: 'no-reordering-loss' }
  | { readonly kind: 'storage-shares-one-mac' }
  | { readonly kind: 'network-only' }
  | { readonly kind: 'reduction'; readonly ratio: number };

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
