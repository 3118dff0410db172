import type {
  FlowFields,
  FlowFormProblem,
} from '../../core/link-aggregation/placement/flow-form.ts';
import { flowFieldLabels } from '../../core/link-aggregation/placement/flow-form-words.ts';
import { writeMembers } from '../../core/link-aggregation/listed-members.ts';
import type { ProblemWords } from './use-problem-words.ts';

/** What a part of the form needs: the text, what is wrong with it, and where to report an edit. */
export interface Editing {
  /** Unique on the page; the start of every id. */
  readonly id: string;
  readonly fields: FlowFields;
  readonly problems: readonly FlowFormProblem[];
  /** What is said of it. */
  readonly words: ProblemWords;
  readonly onChange: (edit: Partial<FlowFields>) => void;
}

/** The props of the input for one field. */
export function fieldProps(
  { id, fields, problems, words, onChange }: Editing,
  name: keyof FlowFields,
) {
  const own = problems.filter(({ field }) => field === name);
  return {
    id: `${id}-${name}`,
    name,
    label: flowFieldLabels[name],
    value: fields[name],
    problem: own.length > 0 ? words.fieldWords(own) : undefined,
    onChange: (value: string) => onChange({ [name]: value }),
  };
}

/** The text of the field `down` with a member taken down, or brought up again if it was down. */
export function toggledDown(down: readonly number[], member: number): string {
  const numbers = down.includes(member) ? down.filter((one) => one !== member) : [...down, member];
  return writeMembers(numbers.map((one) => one + 1));
}
