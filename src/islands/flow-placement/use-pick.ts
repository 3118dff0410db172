import { useEffect, useRef, useState } from 'preact/hooks';
import type { Choice } from '../../core/link-aggregation/placement/choices.ts';
import { readPickForm } from '../../core/link-aggregation/placement/flow-form.ts';
import type { FlowFields, PickForm } from '../../core/link-aggregation/placement/flow-form.ts';
import { finished, type Steps } from '../../core/steps.ts';
import { pickInSteps } from '../../core/link-aggregation/placement/pick-addresses.ts';
import type {
  PickAnswer,
  PickProgress,
} from '../../core/link-aggregation/placement/pick-addresses.ts';
import { slice } from './slice.ts';

/** Where picking addresses stands. */
export type Picking =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'picking'; readonly progress: PickProgress }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'picked'; readonly form: PickForm; readonly answer: PickAnswer };

type Picks = Steps<Picking, PickProgress>;

function* steps(fields: FlowFields, choices: readonly Choice[]): Picks {
  const reading = readPickForm(fields, choices);
  if (!reading.ok) return { kind: 'unreadable' };
  const form = reading.value;
  const { choice, ...question } = form;
  const answer: PickAnswer = choice.rule
    ? yield* pickInSteps({ ...question, rule: choice.rule })
    : { kind: 'unknown', why: 'function-not-published' };
  return { kind: 'picked', form, answer };
}

/** Goes on until there is an answer or the slice is over. */
function advance(of: Picks): Picking {
  const { done, value } = slice(of);
  return done ? value : { kind: 'picking', progress: value };
}

/** What is asked, and of which devices. */
export interface PickAsked {
  /** Another object asks anew, though it may say the same. */
  readonly asked: FlowFields;
  readonly choices: readonly Choice[];
}

/**
 * The answer to what was asked, worked out in slices between which the page can be used. The first
 * one, which the page is built with, is small and there at once: the page must start as it was built.
 */
export function usePick({ asked, choices }: PickAsked) {
  const [pick, setPick] = useState<Picking>(() => finished(steps(asked, choices)));
  const timer = useRef<number>();
  const isBuilt = useRef(true);

  const stop = () => {
    clearTimeout(timer.current);
    setPick({ kind: 'stopped' });
  };
  useEffect(() => {
    if (isBuilt.current) {
      isBuilt.current = false;
      return undefined;
    }
    const running = steps(asked, choices);
    const go = () => {
      const next = advance(running);
      setPick(next);
      if (next.kind === 'picking') timer.current = window.setTimeout(go);
    };
    go();
    return () => clearTimeout(timer.current);
  }, [asked, choices]);
  return { pick, stop };
}
