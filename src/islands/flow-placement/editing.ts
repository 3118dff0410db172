import type {
  FlowFields,
  FlowFormProblem,
} from '../../core/link-aggregation/placement/flow-form.ts';
import {
  flowFieldLabels,
  flowFormProblemWords,
} from '../../core/link-aggregation/placement/flow-form-words.ts';

/** What a part of the form needs: the text, what is wrong with it, and where to report an edit. */
export interface Editing {
  /** Unique on the page; the start of every id. */
  readonly id: string;
  readonly fields: FlowFields;
  readonly problems: readonly FlowFormProblem[];
  readonly onChange: (edit: Partial<FlowFields>) => void;
}

// A pasted page would otherwise bring a sentence for each of its lines.
const mostSentences = 5;

function sentencesFor(problems: readonly FlowFormProblem[], name: string): string | undefined {
  const own = problems.filter(({ field }) => field === name);
  const shown = own.slice(0, mostSentences).map(flowFormProblemWords);
  if (own.length === 0) return undefined;
  const more = own.length - shown.length;
  return [...shown, ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}

/** The props of the input for one field. */
export const fieldProps = (editing: Editing, name: keyof FlowFields) => ({
  id: `${editing.id}-${name}`,
  name,
  label: flowFieldLabels[name],
  value: editing.fields[name],
  problem: sentencesFor(editing.problems, name),
  onChange: (value: string) => editing.onChange({ [name]: value }),
});

/** The text of the field `down` with a member taken down, or brought up again if it was down. */
export function toggledDown(down: readonly number[], member: number): string {
  const numbers = down.includes(member) ? down.filter((one) => one !== member) : [...down, member];
  return numbers
    .toSorted((a, b) => a - b)
    .map((one) => one + 1)
    .join(', ');
}
