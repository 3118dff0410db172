import type { GroupFields, HopFields, ScenarioFields } from './fields.ts';

/** Where in the text form a problem is. `hop` and `group` count from 0. */
export type FieldPlace =
  | { readonly field: Exclude<keyof ScenarioFields, 'hops' | 'clients'> }
  | { readonly field: 'hops'; readonly hop?: number; readonly part?: keyof HopFields }
  | { readonly field: 'clients'; readonly group?: number; readonly part?: keyof GroupFields };

/** The numbers that a field takes. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** What is wrong with a field. `problem-words.ts` puts it into a sentence with a cure. */
export type FieldFault =
  | { readonly kind: 'empty'; readonly bounds: Bounds }
  | { readonly kind: 'not-a-number'; readonly text: string; readonly bounds: Bounds }
  /** `point` is the same number as it is read here. */
  | { readonly kind: 'decimal-comma'; readonly text: string; readonly point: string }
  /** `1.000`, which is `less` or a thousand times that. */
  | { readonly kind: 'two-ways'; readonly text: string; readonly less: string }
  | { readonly kind: 'not-whole'; readonly text: string; readonly bounds: Bounds }
  | { readonly kind: 'out-of-range'; readonly text: string; readonly bounds: Bounds }
  | { readonly kind: 'not-a-choice'; readonly text: string; readonly choices: readonly string[] }
  | { readonly kind: 'wrong-count'; readonly count: number; readonly bounds: Bounds }
  | { readonly kind: 'speeds-for-members'; readonly speeds: number; readonly members: number }
  | { readonly kind: 'mixed-speeds' }
  | { readonly kind: 'no-such-member'; readonly text: string; readonly members: number }
  /** `text` holds a hyphen between members. */
  | { readonly kind: 'list-or-range'; readonly text: string }
  | { readonly kind: 'all-down'; readonly members: number }
  | { readonly kind: 'address-hash-needs-static' }
  | { readonly kind: 'not-a-device'; readonly text: string }
  | { readonly kind: 'too-many-flows'; readonly flows: number; readonly most: number };

export type FieldProblem = FieldPlace & { readonly fault: FieldFault };
