import { formatDuration, formatRate } from '../../core/units.ts';
import type { Analysis } from '../../core/link-aggregation/analysis.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import { hopName } from '../../core/link-aggregation/words.ts';
import { DistributionFigure } from '../../figures/link-aggregation/DistributionFigure.tsx';
import type { Suggestion } from './protocol.ts';
import type { Result } from './use-engine.ts';

interface Props {
  readonly result: Result;
}

interface ChangesProps {
  readonly advice: readonly Suggestion[] | undefined;
  readonly live: boolean;
  readonly onApply: (scenario: Scenario) => void;
}

const Sentences = ({ of }: { readonly of: readonly string[] }) => (
  <ul>
    {of.map((sentence) => (
      <li key={sentence}>{sentence}</li>
    ))}
  </ul>
);

/** What to change, the least effort first; one press opens the changed scenario. */
function Changes({ advice, live, onApply }: ChangesProps) {
  if (!advice) return <p class="lag-quiet">Computing what would help …</p>;
  if (advice.length === 0) {
    return <p>No change of the choice or the links gives clearly more here.</p>;
  }
  return (
    <ol class="lag-changes">
      {advice.map((one) => {
        const { sentence } = one;
        const time = `${formatDuration(one.planned)}, ${one.fits ? 'fits the window' : 'still longer than the window'}.`;
        return (
          <li key={sentence}>
            <span>{`${sentence} ${time}`}</span>
            <button
              type="button"
              class="lag-small"
              disabled={!live}
              aria-label={`Try it: ${sentence}`}
              onClick={() => onApply(one.scenario)}
            >
              Try it
            </button>
          </li>
        );
      })}
    </ol>
  );
}

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
          ` After one more link fails (${hopName(hop)}): ${formatRate(afterFailure.typical.goodput)} of data on average.`}
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
function Outcomes({ analysis }: Pick<Result, 'analysis'>) {
  const { distribution, rate } = analysis;
  const finding =
    distribution.length > 1
      ? `${spread(rate)} Marks are line rates in Gbit/s.`
      : `Every placement gives ${formatRate(rate.typical.line)} on the links.`;
  return (
    <figure class="lag-figure">
      <DistributionFigure analysis={analysis} finding={finding} />
      <figcaption>{finding}</figcaption>
    </figure>
  );
}

interface ReasonsProps {
  readonly result: Result;
  readonly level: 2 | 3 | 4;
  readonly live: boolean;
  readonly onApply: (scenario: Scenario) => void;
}

/** What stands behind the answer: why, what to change, what else may come of it and how sure it is. */
export function Reasons({ result, level, live, onApply }: ReasonsProps) {
  const parts = [
    ['Why', <Sentences of={result.why} />],
    ['What to change', <Changes advice={result.advice} live={live} onApply={onApply} />],
    ['What may come of it', <Outcomes analysis={result.analysis} />],
    ['How sure this is', <Certainty result={result} />],
  ] as const;
  const Heading = `h${level}` as const;
  return (
    <>
      {parts.map(([title, part]) => (
        <section key={title}>
          <Heading class="lag-title">{title}</Heading>
          {part}
        </section>
      ))}
    </>
  );
}
