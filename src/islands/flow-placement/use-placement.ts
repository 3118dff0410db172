import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Choice } from '../../core/link-aggregation/placement/choices.ts';
import { flowQuestionInSteps } from '../../core/link-aggregation/placement/flow-form.ts';
import type {
  FlowFields,
  FlowFormProblem,
  FlowQuestion,
} from '../../core/link-aggregation/placement/flow-form.ts';
import { finished } from '../../core/steps.ts';
import type { Steps } from '../../core/steps.ts';
import {
  failuresInSteps,
  placementInSteps,
} from '../../core/link-aggregation/placement/summary.ts';
import type { Failure, PlacedQuestion } from '../../core/link-aggregation/placement/summary.ts';

import { slice } from './slice.ts';

/** What failures move: counted, not to be told by the rule, or too much to count at each key press. */
export type Failing = readonly Failure[] | 'not-told' | 'too-many';

interface Placed {
  readonly question: FlowQuestion;
  readonly placed: PlacedQuestion;
  readonly failing: Failing;
}

type Outcome =
  | ({ readonly kind: 'placed' } & Placed)
  | { readonly kind: 'unreadable'; readonly problems: readonly FlowFormProblem[] };

// Each is placed anew for each failure: for more the answer would be long in coming.
const mostPlacements = 8192;

/** Whether each flow has its member, or two that are known. */
export const isPlaced = ({ summary: { kind } }: PlacedQuestion): boolean =>
  kind === 'placed' || kind === 'two-readings';

function* failingInSteps(question: FlowQuestion, result: PlacedQuestion): Steps<Failing> {
  const { rule } = question.choice;
  if (!rule || !isPlaced(result)) return 'not-told';
  if (result.placed.length * question.members.count > mostPlacements) return 'too-many';
  return (yield* failuresInSteps(rule, question, result.placed)) ?? 'not-told';
}

function* steps(fields: FlowFields, choices: readonly Choice[]): Steps<Outcome> {
  const reading = yield* flowQuestionInSteps(fields, choices);
  if (!reading.ok) return { kind: 'unreadable', problems: reading.problems };
  const question = reading.value;
  const placed = yield* placementInSteps(question);
  const failing = yield* failingInSteps(question, placed);
  return { kind: 'placed', question, placed, failing };
}

/** A question that is being worked on, and what came of it once it has been. */
interface Run {
  readonly of: Steps<Outcome>;
  outcome?: Outcome;
}

function goOn(run: Run): void {
  const { done, value } = slice(run.of);
  if (done) run.outcome = value;
}

/** What the page is built with is small and there at once: the page must start as it was built. */
function begin(of: Steps<Outcome>, isFirst: boolean, isLong: boolean): Run {
  const run: Run = isFirst ? { of, outcome: finished(of) } : { of };
  if (!isFirst && !isLong) goOn(run);
  return run;
}

// Characters of a list that the browser is busy with itself: it lays out every line of the field.
const longList = 20_000;

const none: readonly FlowFormProblem[] = [];

/**
 * The members of the flows that the fields ask about. A question of some hundred flows is answered before
 * the key press that asked it is painted. A longer one is worked on in slices between which the page can
 * be used, and the last answer stays until then, as it does while something cannot be read.
 */
export function usePlacement(fields: FlowFields, choices: readonly Choice[]) {
  const { device, members, down, flows } = fields;
  const [, draw] = useState(0);
  const last = useRef<Placed & { readonly shown: FlowFields }>();
  const run = useMemo(
    () => begin(steps(fields, choices), last.current === undefined, flows.length > longList),
    [device, members, down, flows, choices],
  );
  useEffect(() => {
    if (run.outcome) return undefined;
    let timer = 0;
    const go = () => {
      goOn(run);
      if (run.outcome) draw((times) => times + 1);
      else timer = window.setTimeout(go);
    };
    timer = window.setTimeout(go);
    return () => clearTimeout(timer);
  }, [run]);
  const { outcome } = run;
  if (outcome?.kind === 'placed') last.current = { ...outcome, shown: fields };
  if (!last.current) throw new Error('the default question cannot be read');
  return {
    ...last.current,
    isPending: outcome === undefined,
    problems: outcome?.kind === 'unreadable' ? outcome.problems : none,
  };
}
