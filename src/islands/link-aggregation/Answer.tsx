import { formatByteRate, formatDuration, formatRate, significant } from '../../core/units.ts';
import type { Analysis, Rate } from '../../core/link-aggregation/analysis.ts';
import { figureFinding } from '../../figures/link-aggregation/finding.ts';
import { PathFigure } from '../../figures/link-aggregation/PathFigure.tsx';
import { PathTable } from '../../figures/link-aggregation/PathTable.tsx';
import type { Result } from './use-engine.ts';

interface Props {
  readonly result: Result;
}

/** Text that is marked for a moment when it is another than before. */
export function Marked({ text, changed }: { readonly text: string; readonly changed: boolean }) {
  return (
    <span key={text} class={changed ? 'lag-changed' : undefined}>
      {text}
    </span>
  );
}

const rangeNames = [
  ['worst', 'Worst'],
  ['p5', 'Low (p5)'],
  ['typical', 'Typical'],
  ['p95', 'High (p95)'],
  ['best', 'Best'],
] as const;

function RateCell({
  name,
  rate,
  changed,
}: {
  readonly name: string;
  readonly rate: Rate;
  readonly changed: boolean;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>
          <Marked text={formatByteRate(rate.perSecond)} changed={changed} />
        </strong>
        <span>{`${significant(rate.perHour / 1e12)} TB/h`}</span>
        <span>{`${formatRate(rate.line)} line`}</span>
      </dd>
    </div>
  );
}

/** Worst to best, never a bare mean: data rate first, then what an hour moves and what a counter shows. */
export function RangeStrip({
  analysis,
  changed,
}: {
  readonly analysis: Analysis;
  readonly changed: boolean;
}) {
  return (
    <dl class="lag-range" aria-label="Data rate, from worst to best">
      {rangeNames.map(([key, name]) => (
        <RateCell key={key} name={name} rate={analysis.rate[key]} changed={changed} />
      ))}
    </dl>
  );
}

/** The path with its links, a typical placement of the flows and the same as a table. */
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
      <figcaption>{`${finding} One typical placement of the flows is drawn.`}</figcaption>
      <PathTable analysis={analysis} finding={finding} />
    </figure>
  );
}

const against = (window: number, seconds: number): string =>
  seconds <= window ? 'fits' : 'too long';

/** How long the job takes in each way of starting it, against the window if there is one. */
export function WindowTable({
  result: { analysis, window },
  changed,
}: Props & { readonly changed: boolean }) {
  const { queue, batch, naive, window: limit } = analysis.window;
  const rows = [
    ['A queue that never empties', queue],
    ['All at once, typical', batch.typical],
    ['All at once, 95 in 100 by', batch.p95],
    ['Volume over capacity, as often printed', naive],
  ] as const;
  return (
    <div class="lag-window">
      <p>
        <Marked text={window} changed={changed} />
      </p>
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
    </div>
  );
}
