import type { BitsPerSecond, Seconds } from '../units.ts';
import type { Rate } from './rate.ts';
import type { Chooser, Scenario } from './scenario.ts';

/** A change worth making. `advice-words.ts` says it in a sentence. */
export type Change =
  | { readonly kind: 'change-chooser'; readonly hop: number; readonly to: Chooser }
  | { readonly kind: 'more-connections'; readonly to: number }
  | { readonly kind: 'more-addresses'; readonly to: number }
  | { readonly kind: 'port-for-each-path'; readonly to: number }
  | { readonly kind: 'faster-cards'; readonly to: BitsPerSecond }
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

/** What came of the search for changes that give more. */
export interface Advised {
  /** The least effort first. */
  readonly listed: readonly Advice[];
  /** Whether a change was left out because so many connections take too long to compute. */
  readonly untried: boolean;
}
