import type { ComponentChildren } from 'preact';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import { AnswerFigure, Marked } from './Answer.tsx';
import { toggledMember } from './editing.ts';
import { MemberSwitches } from './MemberSwitches.tsx';
import { Overridden } from './Overridden.tsx';
import { Readings } from './Readings.tsx';
import type { Edit } from './use-calculator.ts';
import type { Result } from './use-engine.ts';

interface AnswerProps {
  readonly result: Result;
  /** The strip of its range. */
  readonly range: ComponentChildren;
  readonly changed: boolean;
  readonly live: boolean;
  readonly onApply: (scenario: Scenario) => void;
}

/** What is read first: a sentence and the range. */
export const Headline = ({ result, range, changed, live, onApply }: AnswerProps) => (
  <>
    {/* The region at the end of the tool is what screen readers are told of: one, after a pause. */}
    <output class="lag-verdict" aria-live="off">
      <Marked text={result.verdict} changed={changed} />
    </output>
    {range}
    <Overridden of={result.overridden} />
    <Readings readings={result.readings} live={live} onTake={onApply} />
  </>
);

interface DrawnProps {
  readonly result: Result;
  readonly live: boolean;
  readonly change: (edit: Edit) => void;
}

/** The figure, and what lets its links fail. */
export function Drawn({ result, live, change }: DrawnProps) {
  const toggle = (hop: number, member: number) =>
    change((fields) => toggledMember(fields, hop, member));
  return (
    <>
      <AnswerFigure result={result} onMember={live ? toggle : undefined} />
      <MemberSwitches analysis={result.analysis} live={live} onToggle={toggle} />
    </>
  );
}
