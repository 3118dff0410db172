import { useMemo } from 'preact/hooks';
import type { Choice } from '../../core/link-aggregation/placement/choices.ts';
import {
  defaultFlowFields,
  readBundle,
  readPickForm,
} from '../../core/link-aggregation/placement/flow-form.ts';
import type { FlowFields } from '../../core/link-aggregation/placement/flow-form.ts';
import { flowFieldLabels } from '../../core/link-aggregation/placement/flow-form-words.ts';
import { fitsFlowLink, writeFlowLink } from '../../core/link-aggregation/placement/flow-link.ts';
import { answerWords } from '../../core/link-aggregation/placement/summary-words.ts';
import { useSpoken } from '../share/use-spoken.ts';
import { toggledDown } from './editing.ts';
import { useDetails } from './use-details.ts';
import type { DetailsById } from './use-details.ts';
import { useFlowForm } from './use-flow-form.ts';
import { usePlacement } from './use-placement.ts';
import { useProblemWords } from './use-problem-words.ts';

/** What the page gives the tool; it must be the same at build and in the browser. */
export interface ToolProps {
  /** Unique on the page; the start of every id. */
  readonly id: string;
  /** The devices of the catalogue and the formulas, in the order of the menu. */
  readonly choices: readonly Choice[];
  /** What is known of the device that the page starts with. */
  readonly details: DetailsById;
  /** Where the same of all devices lies. */
  readonly detailsPath: string;
  readonly toolPath: string;
  readonly embedPath: string;
  readonly embedded: boolean;
}

/** What is wrong with the fields of the picker: they are read again only when one of them has changed. */
function usePickProblems(fields: FlowFields, choices: readonly Choice[]) {
  const { device, members, down, hosts, range, wanted, sender } = fields;
  return useMemo(() => {
    const reading = readPickForm(fields, choices);
    return reading.ok ? [] : reading.problems;
  }, [device, members, down, hosts, range, wanted, sender, choices]);
}

/** The form, what came of it, and the link that opens it. */
function useQuestion({ choices, detailsPath, details: built }: ToolProps) {
  const form = useFlowForm();
  const { fields, addresses } = form;
  const placement = usePlacement(fields, choices);
  const pickProblems = usePickProblems(fields, choices);
  const { choice } = placement.question;
  const { details, start } = useDetails(detailsPath, built, choice.like ?? choice.id);
  const link = useMemo(() => writeFlowLink(fields, addresses), [fields, addresses]);
  return {
    form,
    placement,
    pickProblems,
    details,
    link,
    isStale: placement.problems.length > 0,
    isTooLong: !fitsFlowLink(link),
    fetchDetails: start,
  };
}

/** What is said: the answer, what is wrong, and to who cannot see it the newest of both. */
function useWords({ form, placement, pickProblems, ...is }: ReturnType<typeof useQuestion>) {
  const { placed, question, problems, isPending } = placement;
  const { fields, linkProblems, addresses, changes } = form;
  const isWrong =
    is.isStale || pickProblems.length > 0 || is.isTooLong || linkProblems !== undefined;
  const { words, start } = useProblemWords(isWrong);
  const answer = answerWords(placed.summary, question);
  const places = [...new Set(problems.map(({ field }) => flowFieldLabels[field]))].join('; ');
  const tooLong = is.isTooLong ? words.longLinkWords(is.link, addresses) : undefined;
  const newest = [is.isStale ? `Not computed: ${places}.` : answer, tooLong];
  const [said, say] = useSpoken(newest.filter(Boolean).join(' '), changes > 0 && !isPending);
  return {
    words,
    answer,
    tooLong,
    said,
    say,
    notice: linkProblems && words.linkWords(linkProblems, fields === defaultFlowFields),
    wrong: is.isStale ? places : undefined,
    fetchWords: start,
  };
}

/** Whether the flows are those that the page is built with. */
export const isSample = ({ flows }: FlowFields): boolean => flows === defaultFlowFields.flows;

/** Everything that the parts of the tool show, and what can be done there. */
export function useTool(props: ToolProps) {
  const asked = useQuestion(props);
  const said = useWords(asked);
  const { form, placement } = asked;
  const { fields, change } = form;
  return {
    ...asked,
    ...said,
    isAnswered: form.live && !asked.isStale && !placement.isPending,
    editing: {
      id: props.id,
      fields,
      problems: placement.problems,
      words: said.words,
      onChange: change,
    },
    toggle: (member: number) => {
      // Of the fields, not of the answer: that may still be under way when the next one goes down.
      const bundle = readBundle(fields, props.choices);
      if (bundle.ok) change({ down: toggledDown(bundle.value.members.down ?? [], member) });
    },
    /** The reader comes near: what a change may need can be fetched now. */
    reach: () => {
      void asked.fetchDetails();
      said.fetchWords();
    },
  };
}
