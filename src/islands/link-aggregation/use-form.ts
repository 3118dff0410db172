import { useRef, useState } from 'preact/hooks';
import { writeScenario } from '../../core/link-aggregation/fields.ts';
import type { ScenarioFields } from '../../core/link-aggregation/fields.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import type { ToldProblem } from './editing.ts';
import type { TextReader, WithReader } from './use-engine.ts';

/** What the form holds, and what has become of it. */
export interface FormState {
  readonly fields: ScenarioFields;
  /** What is wrong with them; the same empty list for as long as nothing is. */
  readonly problems: readonly ToldProblem[];
  /** What the fields ask for, once they have been read; while they cannot be, what they asked before. */
  readonly asked: Scenario | undefined;
  /** How often the reader has changed something; 0 as built. */
  readonly changes: number;
  /** What is wrong with the link in the address bar. */
  readonly notice?: string;
  /** Whether the figures are those of the build, though the link that was opened asks for others. */
  readonly isExample?: boolean | undefined;
  /** That link, while it has not been read, since what reads it did not come. */
  readonly unread?: string | undefined;
}

/** What reads the form and answers it. */
export interface FormEngine {
  /** Is given each scenario that can be read. */
  readonly ask: (scenario: Scenario) => void;
  readonly withReader: WithReader;
}

const none: readonly ToldProblem[] = [];

/** What the fields ask for, or what is wrong with them, in sentences. */
function readWith(
  reader: TextReader,
  fields: ScenarioFields,
): { readonly scenario?: Scenario; readonly problems: readonly ToldProblem[] } {
  const reading = reader.readScenario(fields);
  if (reading.ok) return { scenario: reading.value, problems: none };
  const problems = reading.problems.map((problem) => ({
    ...problem,
    sentence: reader.sentenceOf(problem),
  }));
  return { problems };
}

/**
 * The text of the form, at first that of `initial`. What reads text comes with the engine: until it is
 * there, what is typed is kept and nothing is said of it.
 */
export function useForm(initial: Scenario, { ask, withReader }: FormEngine) {
  const [state, setState] = useState<FormState>(() => ({
    fields: writeScenario(initial),
    problems: none,
    asked: initial,
    changes: 0,
  }));
  // What an edit starts from, so that what edits need not be another function after each key.
  const latest = useRef(state);
  const set = (next: FormState) => {
    latest.current = next;
    setState(next);
  };
  /** Fills the form and has it read. `isFirst`: with what the page was opened with. */
  const show = (fields: ScenarioFields, changes: number, isFirst?: boolean) => {
    const { asked } = latest.current;
    set({ ...latest.current, fields, changes, asked: undefined, unread: undefined });
    withReader((reader) => {
      // The fields may be others by now.
      if (!reader || latest.current.fields !== fields) return;
      const { scenario, problems } = readWith(reader, fields);
      if (scenario) {
        set({ fields, problems, changes, asked: scenario });
        ask(scenario);
        return;
      }
      const isExample = isFirst || latest.current.isExample;
      set({ fields, problems, changes, isExample, asked });
    });
  };
  return { state, latest, set, show };
}
