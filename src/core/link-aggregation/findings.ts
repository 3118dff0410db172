import type { BitsPerSecond, BytesPerSecond, Seconds } from '../units.ts';
import type { Device } from './path-devices.ts';
import type { Chooser } from './scenario.ts';
import type { Counted, OneKeyReason } from './sees.ts';

/** A rule that applies. `finding-words.ts` says it in a sentence. */
export type Finding =
  | { readonly kind: 'sender-decides'; readonly hop: number; readonly from: Device }
  | {
      readonly kind: 'one-key';
      readonly hop: number;
      readonly chooser: Chooser;
      readonly because: OneKeyReason;
      readonly members: number;
      /** What the device chooses by is not known: `chooser` is the likely one that is told of. */
      readonly supposed?: true;
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
      /** The mean time over that of an even spread, which no job of its own can undercut. */
      readonly slowdown: number;
      /** Not where jobs have several connections: they go on over those that are free. */
      readonly isWaitedFor: boolean;
    }
  | {
      readonly kind: 'slow-cards-last';
      readonly clients: number;
      readonly nic: BitsPerSecond;
      /** How long one of them takes with the whole path for itself. */
      readonly alone: Seconds;
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
      /** The one that every other finding is about: the slower. */
      readonly told: 'ip' | 'ip-port';
    };
