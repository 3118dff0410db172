import { useRef, useState } from 'preact/hooks';
import {
  plainLink,
  type TypedNumbers as NumberValues,
} from '../../core/ds-client-log/explainer-link.ts';
import type { TypedNumbers } from './protocol.ts';
import type { ReaderClient } from './reader-client.ts';
import type { ExplanationView } from './view.ts';

const noNumbers: TypedNumbers = { online: '', transmitted: '', duration: '' };

export const noValues: NumberValues = plainLink.numbers;

const isSame = (a: TypedNumbers, b: TypedNumbers): boolean =>
  a.online === b.online && a.transmitted === b.transmitted && a.duration === b.duration;

/**
 * The numbers typed in by hand and what they say. `onValues` hears what they come to, and whether the reader
 * of the page typed them: those of a link stand in the address already, and by the time they are answered
 * the next link may.
 */
export function useNumbers(
  client: ReaderClient,
  onValues: (values: NumberValues, isTyped: boolean) => void,
) {
  const [numbers, setNumbers] = useState(noNumbers);
  const [explanations, setExplanations] = useState<readonly ExplanationView[]>([]);
  const turn = useRef(0);
  // What the next edit and the next link start from, drawn or not.
  const latest = useRef(noNumbers);
  const linked = useRef(noNumbers);
  const changeNumbers = async (edit: Partial<TypedNumbers>, isTyped: boolean) => {
    const next = { ...latest.current, ...edit };
    latest.current = next;
    setNumbers(next);
    const own = (turn.current += 1);
    const answer = await client.ask({ kind: 'numbers', numbers: next });
    if (own !== turn.current) return;
    // What was said of the numbers before does not belong to these.
    setExplanations(answer.ok ? answer.answer.explanations : []);
    if (answer.ok) onValues(answer.answer.values, isTyped);
  };
  /** Takes over the numbers of a link; gives what the reader had typed and is not there any more. */
  const followNumbers = (next: TypedNumbers): TypedNumbers | null => {
    const before = latest.current;
    const isTyped = !isSame(before, linked.current) && !isSame(before, noNumbers);
    // A link without numbers leaves those that were typed; those of a link before it go.
    if (isSame(next, before) || (isTyped && isSame(next, noNumbers))) return null;
    linked.current = next;
    void changeNumbers(next, false);
    return isTyped ? before : null;
  };
  return {
    numbers,
    explanations,
    followNumbers,
    changeNumbers: (edit: Partial<TypedNumbers>) => void changeNumbers(edit, true),
  } as const;
}
