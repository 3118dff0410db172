import type { Outcome } from '../../core/ds-client-log/outcomes.ts';
import { outcomeWords } from './outcome-words.ts';
import type { ChartNight, SetChartDrawing } from './set-chart.ts';

/** A mark for each outcome, so that they are told apart without colour: drawn about its middle. */
const marks: Readonly<Record<Outcome | 'none', string>> = {
  completed: 'M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0',
  completed_with_warnings: 'M0-4 4.5 4h-9Z',
  completed_with_errors: 'M0-5 5 0 0 5-5 0Z',
  incomplete: 'M-4-4 4 4M4-4-4 4',
  running_or_unknown: 'M-4 0h8',
  none: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0',
};

const markWords = { ...outcomeWords, none: 'No run in the log' } as const;

/** Above the axis, where a day without a figure has its mark. */
const floor = 97;

/** At the foot of the chart, the mark of a run that was completed would say that its figure is 0. */
const isMarked = ({ y, outcome }: ChartNight): boolean =>
  y !== null || !outcome?.startsWith('completed');

const percent = (place: number): string => `${place.toFixed(2)}%`;

const Mark = ({ night, isChosen }: { readonly night: ChartNight; readonly isChosen: boolean }) => (
  <svg x={percent(night.x)} y={percent(night.y ?? floor)} overflow="visible">
    {night.isOutlier && <circle class="log-far" r="8" />}
    <path
      class="log-point"
      data-outcome={night.outcome ?? 'none'}
      data-chosen={isChosen}
      d={marks[night.outcome ?? 'none']}
    />
  </svg>
);

interface Props {
  readonly drawing: SetChartDrawing;
  /** The night that is pointed at. */
  readonly chosen: number;
}

/**
 * One figure of a set over time: the usual, what is far from it, what failed and what is missing. For
 * the eye alone: `drawing.finding` says it in a sentence, and its nights belong into a table beside it.
 */
export function SetChart({ drawing, chosen }: Props) {
  const { nights, lines, xTicks, yTicks, usual } = drawing;
  const at = nights[chosen];
  const kinds = [...new Set(nights.map(({ outcome }) => outcome ?? 'none'))];
  return (
    <>
      <div class="log-chart" aria-hidden="true">
        <svg class="log-chart-scale">
          {yTicks.map(({ at: y, text }) => (
            <text key={text} x="100%" y={percent(y)} dy="0.35em">
              {text}
            </text>
          ))}
        </svg>
        <svg class="log-chart-plot">
          {yTicks.map(({ at: y }) => (
            <line key={y} class="log-tick" x2="100%" y1={percent(y)} y2={percent(y)} />
          ))}
          {usual && (
            <line class="log-usual" x2="100%" y1={percent(usual.y)} y2={percent(usual.y)} />
          )}
          {at && <line class="log-here" x1={percent(at.x)} x2={percent(at.x)} y2="100%" />}
          {lines.map(([x1, y1, x2, y2]) => (
            <line
              key={x1}
              class="log-course"
              x1={percent(x1)}
              y1={percent(y1)}
              x2={percent(x2)}
              y2={percent(y2)}
            />
          ))}
          {nights.map(
            (night, i) =>
              isMarked(night) && <Mark key={night.day} night={night} isChosen={i === chosen} />,
          )}
        </svg>
        <svg class="log-chart-days">
          {xTicks.map(({ at: x, text, rank }) => (
            <text key={text} x={percent(x)} y="1em" data-rank={rank}>
              {text}
            </text>
          ))}
        </svg>
      </div>
      <ul class="log-key" aria-label="Marks">
        {kinds.map((kind) => (
          <li key={kind}>
            <svg viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">
              <path class="log-point" data-outcome={kind} d={marks[kind]} />
            </svg>
            {markWords[kind]}
          </li>
        ))}
        {usual && <li class="log-key-usual">{usual.text}</li>}
        {nights.some(({ isOutlier }) => isOutlier) && (
          <li>
            <svg viewBox="-10 -10 20 20" width="20" height="20" aria-hidden="true">
              <circle class="log-far" r="8" />
            </svg>
            Far from the usual
          </li>
        )}
      </ul>
    </>
  );
}
