import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { formatRate } from '../../core/units.ts';
import type { Analysis } from '../../core/link-aggregation/analysis.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import { failing, hopName } from '../../core/link-aggregation/words.ts';
import type { NamedDevice } from '../../core/link-aggregation/placement/named-devices.ts';
import { DistributionFigure } from '../../figures/link-aggregation/DistributionFigure.tsx';
import { Changes, Need } from './Changes.tsx';
import { CheckCommands } from './CheckCommands.tsx';
import type { More } from './protocol.ts';
import type { AdviceStanding } from './standing.ts';
import { useLate } from './use-late.ts';
import type { Whole } from './use-engine.ts';

interface Props {
  readonly result: Whole;
}

const Sentences = ({ of }: { readonly of: readonly string[] }) => (
  <ul>
    {of.map((sentence) => (
      <li key={sentence}>{sentence}</li>
    ))}
  </ul>
);

/** How far the figures can be trusted, how they were computed and what was taken for granted. */
function Certainty({ result: { analysis, certainty, assumptions } }: Props) {
  const { afterFailure, singleStream } = analysis;
  const hop = afterFailure && analysis.hops[afterFailure.hop];
  return (
    <>
      <p>{certainty}</p>
      <p>
        {`One connection alone: at most ${formatRate(singleStream.goodput)} of data.`}
        {afterFailure &&
          hop &&
          ` After ${failing(hop, 'link')} fails (${hopName(hop)}): ${formatRate(afterFailure.mean.goodput)} of data on average.`}
      </p>
      <Sentences of={assumptions} />
    </>
  );
}

function spread({ p5, p95 }: Analysis['rate']): string {
  const [low, high] = [formatRate(p5.line), formatRate(p95.line)];
  return low === high
    ? `At least 90 of 100 placements give ${low} on the links.`
    : `In 90 of 100 placements the links carry ${low} to ${high}.`;
}

/** How often each rate comes out. */
function Outcomes({ analysis }: Pick<Whole, 'analysis'>) {
  const { distribution, rate } = analysis;
  const finding =
    distribution.length > 1
      ? `${spread(rate)} Marks are line rates in Gbit/s.`
      : `Every placement gives ${formatRate(rate.mean.line)} on the links.`;
  return (
    <figure class="lag-figure">
      <DistributionFigure analysis={analysis} finding={finding} />
      <figcaption>{finding}</figcaption>
    </figure>
  );
}

interface ReasonsProps {
  readonly result: Whole;
  readonly more: More;
  /** Whether `more` belongs to this answer, or to one before it. */
  readonly standing: AdviceStanding;
  /** Whether the reader has edited anything; otherwise a link brought the answer. */
  readonly changed: boolean;
  readonly named: readonly NamedDevice[];
  readonly level: 2 | 3 | 4;
  readonly live: boolean;
  readonly onApply: (scenario: Scenario) => void;
  readonly onJob: () => void;
  readonly say: (words: string) => void;
}

type Part = readonly [title: string, content: ComponentChildren, isAdvice?: boolean];

const adviceWords = {
  current: undefined,
  'under-way': 'Working out the changes for these figures. Those shown are for the answer before.',
  failed:
    'These changes are for the answer before. Those for these figures could not be worked out: change a field to try again.',
} as const;

/** What stands behind the answer: why, what to change, what else may come of it and how sure it is. */
export function Reasons(props: ReasonsProps) {
  const { result, more, standing, changed, named, level, live, onApply, onJob, say } = props;
  const before = adviceWords[standing];
  // Nobody waits for a key then, and the advice in sight is for another path altogether.
  const isLate = useLate(before !== undefined, !changed);
  // Advice for an earlier answer can be read but not taken: it would undo what was typed since.
  const list = { live, stale: Boolean(before), onApply: before ? () => say(before) : onApply };
  // What comes of the result alone is drawn once for it, not again with the advice.
  const [why, outcomes, certainty] = useMemo(
    () => [
      <Sentences of={result.why} />,
      <Outcomes analysis={result.analysis} />,
      <Certainty result={result} />,
    ],
    [result],
  );
  const parts: readonly Part[] = [
    ['Why', why],
    ['What to change', <Changes {...list} advice={more.advice} note={more.note} />, true],
    ['What do I need?', <Need {...list} need={more.need} onJob={onJob} />, true],
    ['What may come of it', outcomes],
    ['How sure this is', certainty],
    ...(named.length > 0
      ? [['Commands to check it', <CheckCommands named={named} />] as const]
      : []),
  ];
  const Heading = `h${level}` as const;
  return (
    <>
      {parts.map(([title, part, isAdvice]) => (
        <section
          key={title}
          aria-busy={isAdvice && standing === 'under-way' ? 'true' : undefined}
          class={isAdvice && isLate ? 'lag-before' : undefined}
        >
          <Heading class="lag-title">{title}</Heading>
          {isAdvice && isLate && <p class="lag-before-words">{before}</p>}
          {part}
        </section>
      ))}
    </>
  );
}
