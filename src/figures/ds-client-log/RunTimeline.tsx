import { formatDay, formatTimeOfDay } from '../../core/ds-client-log/wall-time.ts';
import { outcomes, type Outcome } from '../../core/ds-client-log/outcomes.ts';
import { CellText } from './CellText.tsx';
import { visibleText } from './visible-text.ts';
import type { Lane, RunsFigure } from './log-figure.ts';
import { outcomeWords } from './outcome-words.ts';

const hour = 3600;
const steps = [1, 2, 3, 6, 12, 24].map((hours) => hours * hour);
/** Ticks on the axis at most; more run into each other on a wide page. */
const ticksMax = 11;

/** Whole hours between two moments, a day's beginning always among them. */
function ticksOf(from: number, to: number): readonly number[] {
  const step = steps.find((seconds) => (to - from) / seconds <= ticksMax) ?? 24 * hour;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, i) => first + i * step);
}

/** A sign at the end of a bar, for who cannot tell the colours: a cross for a run cut off. */
const signs = {
  completed: '',
  completed_with_warnings: '△',
  completed_with_errors: '◇',
  incomplete: '×',
  running_or_unknown: '?',
} as const;

const signWords = (outcome: Outcome, lanes: readonly Lane[]): string => {
  const own = lanes.flatMap(({ runs }) => runs).filter((run) => run.outcome === outcome);
  return own.every(({ isOpen }) => isOpen)
    ? 'no ending recorded'
    : outcomeWords[outcome].toLowerCase();
};

interface TrackProps {
  readonly lane: Lane;
  readonly at: (moment: number) => string;
  readonly ticks: readonly number[];
}

/** A short broken line that leads nowhere: how long the run went on is not known. */
const OpenEnd = ({ x }: { readonly x: string }) => (
  <svg x={x} overflow="visible">
    <line class="log-run-open" x1="0" x2="12" y1="11" y2="11" />
  </svg>
);

function Track({ lane, at, ticks }: TrackProps) {
  return (
    <svg class="log-track" aria-hidden="true" focusable="false" height="22" width="100%">
      {ticks.map((tick) => (
        <line
          key={tick}
          class={tick % (24 * hour) === 0 ? 'log-midnight' : 'log-tick'}
          x1={at(tick)}
          x2={at(tick)}
          y1="0"
          y2="22"
        />
      ))}
      {lane.runs.map(({ from, to, outcome, isOpen }) => (
        <g key={from} data-outcome={outcome}>
          {isOpen ? (
            <OpenEnd x={at(from)} />
          ) : (
            <line class="log-run" x1={at(from)} x2={at(to)} y1="11" y2="11" />
          )}
          <line class="log-run-start" x1={at(from)} x2={at(from)} y1="5" y2="17" />
          <text x={at(to)} y="16" dx={isOpen ? 14 : 4}>
            {signs[outcome]}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** One sentence a lane, for who hears the figure; every figure in it stands in the table as well. */
function laneSentence({ name, runs }: Lane): string {
  const said = runs.map(({ from, to, outcome, isOpen }) =>
    isOpen
      ? `${formatDay(from)} ${formatTimeOfDay(from).slice(0, 5)}, no ending recorded`
      : `${formatDay(from)} ${formatTimeOfDay(from).slice(0, 5)} to ${formatTimeOfDay(to).slice(0, 5)}, ${outcomeWords[outcome].toLowerCase()}`,
  );
  return `${visibleText(name)}: ${said.slice(0, 12).join('; ')}${said.length > 12 ? `; and ${said.length - 12} more` : ''}.`;
}

/** When each run began and ended, a lane for each set, on the clock of the log. */
export function RunTimeline({ figure }: { readonly figure: RunsFigure }) {
  const { from, to, lanes, caption } = figure;
  // A share of the width, and a little room at the right for the signs.
  const at = (moment: number): string =>
    `${(((moment - from) / Math.max(1, to - from)) * 97 + 0.5).toFixed(2)}%`;
  const ticks = ticksOf(from, to);
  const seen = new Set(lanes.flatMap(({ runs }) => runs.map(({ outcome }) => outcome)));
  const legend = outcomes
    .filter((outcome) => seen.has(outcome) && signs[outcome] !== '')
    .map((outcome) => `${signs[outcome]} ${signWords(outcome, lanes)}`);
  return (
    <figure class="log-figure">
      <div class="log-lanes">
        <div class="log-lane" aria-hidden="true">
          <span />
          <svg class="log-axis" height="20" width="100%">
            {ticks.map((tick) => (
              <text key={tick} x={at(tick)} y="14" data-midnight={tick % (24 * hour) === 0}>
                {tick % (24 * hour) === 0
                  ? formatDay(tick).replace(/ \d{4}$/, '')
                  : formatTimeOfDay(tick).slice(0, 5)}
              </text>
            ))}
          </svg>
        </div>
        {lanes.map((lane) => (
          <div key={lane.name} class="log-lane">
            <span class="log-lane-name" aria-hidden="true">
              <CellText text={lane.name} />
            </span>
            <span class="visually-hidden">{laneSentence(lane)}</span>
            <Track lane={lane} at={at} ticks={ticks} />
          </div>
        ))}
      </div>
      <figcaption>
        {caption}
        {legend.length > 0 && ` ${legend.join(', ')}.`}
      </figcaption>
    </figure>
  );
}
