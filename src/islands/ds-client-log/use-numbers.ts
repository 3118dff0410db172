import { useRef, useState } from 'preact/hooks';
import type { TypedNumbers } from './protocol.ts';
import type { ReaderClient } from './reader-client.ts';
import type { ExplanationView } from './view.ts';

export const noNumbers: TypedNumbers = { online: '', transmitted: '', duration: '' };

/** The numbers typed in by hand and what they say. */
export function useNumbers(client: ReaderClient) {
  const [numbers, setNumbers] = useState(noNumbers);
  const [explanations, setExplanations] = useState<readonly ExplanationView[]>([]);
  const turn = useRef(0);
  const changeNumbers = async (edit: Partial<TypedNumbers>) => {
    const next = { ...numbers, ...edit };
    setNumbers(next);
    const own = (turn.current += 1);
    const answer = await client.ask({ kind: 'numbers', numbers: next });
    if (answer.ok && own === turn.current) setExplanations(answer.answer.explanations);
  };
  return {
    numbers,
    explanations,
    changeNumbers: (edit: Partial<TypedNumbers>) => void changeNumbers(edit),
  } as const;
}
