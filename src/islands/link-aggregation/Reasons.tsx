import { formatDuration, formatRate } from '../../core/units.ts';
import type { Advice, Analysis } from '../../core/link-aggregation/analysis.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import {
  adviceSentence,
  assumptionSentence,
  findingSentence,
  hopName,
  methodSentence,
} from '../../core/link-aggregation/words.ts';
import { DistributionFigure } from '../../figures/link-aggregation/DistributionFigure.tsx';

interface Props {
  readonly analysis: Analysis;
}

/** The rules that apply, each a sentence. */
export function Why({ analysis }: Props) {
  const sentences = analysis.findings.map((finding) => findingSentence(finding, analysis));
  return (
    <ul>
      {[...new Set(sentences)].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

interface ChangesProps extends Props {
  readonly advice: readonly Advice[];
  readonly live: boolean;
  readonly onApply: (scenario: Scenario) => void;
}

/** What to change, the least effort first; one press opens the changed scenario. */
export function Changes({ analysis, advice, live, onApply }: ChangesProps) {
  if (advice.length === 0) {
    return <p>No change of the choice or the links gives clearly more here.</p>;
  }
  return (
    <ol class="lag-changes">
      {advice.map((one) => {
        const sentence = adviceSentence(one, analysis);
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

const certaintyWords = {
  exact: 'Exact under the assumptions below.',
  model: 'A model: good for planning, not for a promise.',
  'upper-bound': 'A ceiling: the real figure is lower.',
} as const;

/** How far the figures can be trusted, how they were computed and what was taken for granted. */
export function Certainty({ analysis }: Props) {
  const { afterFailure, singleStream } = analysis;
  const hop = afterFailure && analysis.hops[afterFailure.hop];
  return (
    <>
      <p>{`${certaintyWords[analysis.certainty]} ${methodSentence(analysis.method)}`}</p>
      <p>
        {`One connection alone: at most ${formatRate(singleStream.goodput)} of data.`}
        {afterFailure &&
          hop &&
          ` After one more link fails (${hopName(hop)}): ${formatRate(afterFailure.typical.goodput)} of data on average.`}
      </p>
      <ul>
        {analysis.assumptions.map((assumption) => {
          const sentence = assumptionSentence(assumption);
          return <li key={sentence}>{sentence}</li>;
        })}
      </ul>
    </>
  );
}

/** How often each rate comes out. */
export function Outcomes({ analysis }: Props) {
  const { distribution, rate } = analysis;
  const finding =
    distribution.length > 1
      ? `In 90 of 100 placements the links carry ${formatRate(rate.p5.line)} to ${formatRate(rate.p95.line)}.`
      : `Every placement gives ${formatRate(rate.typical.line)} on the links.`;
  return (
    <figure class="lag-figure">
      <DistributionFigure analysis={analysis} finding={finding} />
      <figcaption>{`${finding} Marks are line rates in Gbit/s.`}</figcaption>
    </figure>
  );
}
