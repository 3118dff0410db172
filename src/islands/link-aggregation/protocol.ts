import type { Analysis } from '../../core/link-aggregation/analysis.ts';
import type { Advice } from '../../core/link-aggregation/changes.ts';
import type { FieldProblem } from '../../core/link-aggregation/field-problems.ts';
import type { LinkProblem } from '../../core/link-aggregation/permalink.ts';
import type { Outcomes } from '../../core/link-aggregation/outcome.ts';
import type { Chooser, Scenario } from '../../core/link-aggregation/scenario.ts';

/** What comes of it if a choice that is not known is this one. */
export interface Reading {
  readonly chooser: Chooser;
  readonly scenario: Scenario;
  readonly verdict: string;
}

/** What is computed from a scenario, and what is said about it first. */
export interface Answer {
  readonly analysis: Analysis;
  readonly verdict: string;
  readonly window: string;
  /** Assumptions that the reader replaced, each with the default. */
  readonly overridden: readonly string[];
  /** Both likely readings where a device's choice is not known; otherwise none. */
  readonly readings: readonly Reading[];
}

/** What stands behind an answer. */
export interface Background {
  readonly why: readonly string[];
  /** How far the figures can be trusted, and how they were computed. */
  readonly certainty: string;
  readonly assumptions: readonly string[];
  /** The text for a ticket, with `linkPlace` where the link belongs. */
  readonly ticket: string;
}

/** A change worth making, said in a sentence. */
export type Suggestion = Pick<Advice, 'scenario' | 'planned' | 'fits'> & {
  readonly sentence: string;
};

/** What the job needs in its window, and the changes after which it fits. */
export interface NeedAnswer {
  readonly requirement: string;
  readonly solution: string;
  readonly ways: readonly Suggestion[];
}

/** What follows the answer: it recomputes many scenarios. */
export interface More {
  readonly advice: readonly Suggestion[];
  /** What the list of advice does not say by itself. */
  readonly note?: string | undefined;
  readonly need: NeedAnswer;
}

/** Stands in a ticket for the link, which only the page knows. */
export const linkPlace = '{link}';

/** What may be wrong with what a reader typed or a link holds. */
export type Problem = FieldProblem | LinkProblem;

export interface Question {
  /** The answer itself, or what follows it. */
  readonly kind: 'answer' | 'more';
  /** Counts up, so that an answer can be told from one that came too late. */
  readonly number: number;
  readonly scenario: Scenario;
}

/** The outcomes that a worker remembers, by name: whoever has them need not count them again. */
export type Counted = readonly (readonly [name: string, outcomes: Outcomes])[];

export type Reply =
  | {
      readonly kind: 'answer';
      readonly number: number;
      readonly answer: Answer;
      readonly counted: Counted;
    }
  | { readonly kind: 'more'; readonly number: number; readonly more: More };
