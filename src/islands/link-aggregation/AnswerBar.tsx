import { formatDuration, formatRate } from '../../core/units.ts';
import { meanLabel } from '../../core/link-aggregation/range.ts';
import type { Analysis } from '../../core/link-aggregation/analysis.ts';

interface Props {
  readonly analysis: Analysis;
  /** Whether the fields ask for something else than `analysis` answers. */
  readonly stale: boolean;
  readonly live: boolean;
  readonly onAnswer: () => void;
}

/**
 * The answer in one line, kept in sight while the inputs are edited: where they lie below the answer,
 * it is off the screen. It leads back to the answer.
 */
export function AnswerBar({ analysis: { rate, window }, stale, live, onAnswer }: Props) {
  return (
    <button type="button" class="lag-bar" data-screen-only disabled={!live} onClick={onAnswer}>
      <span>
        {`${meanLabel} `}
        <strong>{formatRate(rate.mean.goodput)}</strong>,
      </span>
      <span>{formatDuration(window.planned)}</span>
      {stale && <span class="lag-stale">Out of date</span>}
      <span class="lag-bar-way">Answer</span>
    </button>
  );
}
