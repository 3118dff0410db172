import { useRef, useState } from 'preact/hooks';
import {
  plainLink,
  type TypedNumbers as NumberValues,
} from '../../core/ds-client-log/permalink.ts';
import type { TypedNumbers } from './protocol.ts';
import type { ReaderClient } from './reader-client.ts';
import type { ExplanationView } from './view.ts';

const noNumbers: TypedNumbers = { online: '', transmitted: '', duration: '' };

export const noValues: NumberValues = plainLink.numbers;

/** The numbers typed in by hand and what they say. */
export function useNumbers(client: ReaderClient, onValues: (values: NumberValues) => void) {
  const [numbers, setNumbers] = useState(noNumbers);
  const [explanations, setExplanations] = useState<readonly ExplanationView[]>([]);
  const turn = useRef(0);
  const changeNumbers = async (edit: Partial<TypedNumbers>) => {
    const next = { ...numbers, ...edit };
    setNumbers(next);
    const own = (turn.current += 1);
    const answer = await client.ask({ kind: 'numbers', numbers: next });
    if (!answer.ok || own !== turn.current) return;
    setExplanations(answer.answer.explanations);
    onValues(answer.answer.values);
  };
  return {
    numbers,
    explanations,
    changeNumbers: (edit: Partial<TypedNumbers>) => void changeNumbers(edit),
  } as const;
}
