import { useEffect, useRef } from 'preact/hooks';
import { formatByteRate, formatDuration, formatRate, significant } from '../../core/units.ts';
import type { Analysis } from '../../core/link-aggregation/analysis.ts';
import type { Rate, RateRange } from '../../core/link-aggregation/rate.ts';
import { fewLongSentence } from '../../core/link-aggregation/batch-words.ts';
import { meanLabel, rangeRow } from '../../core/link-aggregation/range.ts';
import { figureFinding } from '../../figures/link-aggregation/finding.ts';
import { PathFigure } from '../../figures/link-aggregation/PathFigure.tsx';
import { PathTable } from '../../figures/link-aggregation/PathTable.tsx';
import type { Result } from './use-engine.ts';

interface Props {
  readonly result: Result;
}

const flash = { pseudoElement: '::before', duration: 1400, easing: 'ease-out' };

/** Text that is marked for a moment when it is another than before: after that has been painted. */
export function Marked({ text, changed }: { readonly text: string; readonly changed: boolean }) {
  const mark = useRef<HTMLSpanElement>(null);
  const marked = useRef(text);
  useEffect(() => {
    if (marked.current === text) return;
    marked.current = text;
    if (changed && !matchMedia('(prefers-reduced-motion: reduce)').matches)
      mark.current?.animate({ opacity: [1, 0] }, flash);
  }, [text]);
  return (
    <span ref={mark} class="lag-mark">
      {text}
    </span>
  );
}

interface CardProps {
  readonly name: string;
  readonly rate: Rate;
  readonly changed: boolean;
}

const terabytes = ({ perHour }: Rate): string => `${significant(perHour / 1e12)} TB/h`;

function RateCard({ name, rate, changed }: CardProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>
          <Marked text={formatRate(rate.goodput)} changed={changed} />
        </strong>
        <span>{formatByteRate(rate.perSecond)}</span>
        <span>{terabytes(rate)}</span>
        <small>{`${formatRate(rate.line)} line`}</small>
      </dd>
    </div>
  );
}

/** Worst to best, and the mean apart from them; one card where chance has no say. */
export function RangeStrip({
  rate: rates,
  changed,
}: {
  readonly rate: RateRange;
  readonly changed: boolean;
}) {
  const row = rangeRow({ rate: rates });
  const { mean } = rates;
  const isOne = new Set(row.map(({ rate }) => formatRate(rate.goodput))).size === 1;
  return (
    <>
      <dl class="lag-range" aria-label="Data rate, from worst to best">
        {isOne ? (
          <RateCard name="Worst to best" rate={mean} changed={changed} />
        ) : (
          row.map(({ key, label, rate }) => (
            <RateCard key={key} name={label} rate={rate} changed={changed} />
          ))
        )}
      </dl>
      {!isOne && (
        <p class="lag-mean">
          {`${meanLabel}: ${formatRate(mean.goodput)} of data, ${formatByteRate(mean.perSecond)}, ${terabytes(mean)}; ${formatRate(mean.line)} line.`}
        </p>
      )}
    </>
  );
}

/** The path with its links, one placement of the flows and the same as a table. */
export function AnswerFigure({
  result: { scenario, analysis, verdict },
  onMember,
}: Props & {
  readonly onMember: ((hop: number, member: number) => void) | undefined;
}) {
  const finding = figureFinding(analysis);
  return (
    <figure class="lag-figure">
      <PathFigure
        scenario={scenario}
        analysis={analysis}
        finding={`${verdict} ${finding}`}
        onMember={onMember}
      />
      <figcaption>{`${finding} One placement of the flows is drawn, near the mean rate.`}</figcaption>
      <PathTable analysis={analysis} finding={finding} />
    </figure>
  );
}

const against = (window: number, seconds: number): string =>
  seconds <= window ? 'fits' : 'too long';

/** How long the job takes in each way of starting it, against the window if there is one. */
export function WindowTable({ analysis }: { readonly analysis: Analysis }) {
  const { queue, batch, naive, window: limit } = analysis.window;
  const rows = [
    ['A queue that never empties', queue],
    ['All at once, on average', batch.mean],
    ['All at once, 95 in 100 by', batch.p95],
    ['Volume over capacity, as often printed', naive],
  ] as const;
  const few = fewLongSentence(analysis.window);
  return (
    <>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">Jobs start</th>
            <th scope="col">Time</th>
            {limit !== undefined && <th scope="col">{`Window ${formatDuration(limit)}`}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, time]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{formatDuration(time)}</td>
              {limit !== undefined && (
                <td class={time > limit ? 'lag-late' : undefined}>{against(limit, time)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {few && <p class="lag-few">{few}</p>}
    </>
  );
}
