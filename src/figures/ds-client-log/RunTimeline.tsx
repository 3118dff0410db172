import { outcomes, type Outcome } from '../../core/ds-client-log/outcomes.ts';
import { CellText } from './CellText.tsx';
import type { HourMark, Lane, RunsFigure } from './log-figure.ts';
import { outcomeWords } from './outcome-words.ts';

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

interface Scale {
  readonly at: (place: number) => string;
  readonly marks: readonly HourMark[];
  readonly changedAt: readonly number[];
}

/** A short broken line that leads nowhere: how long the run went on is not known. */
const OpenEnd = ({ x }: { readonly x: string }) => (
  <svg x={x} overflow="visible">
    <line class="log-run-open" x1="0" x2="12" y1="11" y2="11" />
  </svg>
);

/** The hours behind a lane, and where the clock was moved. */
const Grid = ({ at, marks, changedAt }: Scale) => (
  <>
    {marks.map(({ at: place, isMidnight }) => (
      <line
        key={place}
        class={isMidnight ? 'log-midnight' : 'log-tick'}
        x1={at(place)}
        x2={at(place)}
        y2="22"
      />
    ))}
    {changedAt.map((place) => (
      <line key={place} class="log-clock" x1={at(place)} x2={at(place)} y2="22" />
    ))}
  </>
);

function Track({ lane, scale }: { readonly lane: Lane; readonly scale: Scale }) {
  const { at } = scale;
  return (
    <svg class="log-track" aria-hidden="true" focusable="false" height="22" width="100%">
      <Grid {...scale} />
      {/* By their place: two that begin before the drawing does are drawn from the same edge. */}
      {lane.runs.map(({ from, to, outcome, isOpen }, place) => (
        <g key={place} data-outcome={outcome}>
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

/** How many runs went on at once: the higher, the more. */
const AtOnce = ({ figure, scale }: { readonly figure: RunsFigure; readonly scale: Scale }) => (
  <div class="log-lane log-at-once">
    <span class="log-lane-name">{figure.atOnce.said}</span>
    <svg class="log-track" aria-hidden="true" focusable="false" height="22" width="100%">
      <Grid {...scale} />
      <svg x="0.5%" y="2" width="97%" height="20" viewBox="0 0 1000 20" preserveAspectRatio="none">
        <path d={figure.atOnce.outline} />
      </svg>
    </svg>
  </div>
);

/** When each run began and ended, a lane for each set, by the clock of the log. */
export function RunTimeline({ figure }: { readonly figure: RunsFigure }) {
  const { length, lanes, caption, marks, changedAt } = figure;
  // A share of the width, and a little room at the right for the signs.
  const at = (place: number): string => `${((place / Math.max(1, length)) * 97 + 0.5).toFixed(2)}%`;
  const scale: Scale = { at, marks, changedAt };
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
            {marks.map(({ at: place, text, isMidnight }) => (
              <text key={place} x={at(place)} y="14" data-midnight={isMidnight}>
                {text}
              </text>
            ))}
          </svg>
        </div>
        {lanes.map((lane) => (
          <div key={lane.name} class="log-lane">
            <span class="log-lane-name" aria-hidden="true">
              <CellText text={lane.name} />
            </span>
            <span class="visually-hidden">{lane.said}</span>
            <Track lane={lane} scale={scale} />
          </div>
        ))}
        {figure.atOnce.peak > 1 && <AtOnce figure={figure} scale={scale} />}
      </div>
      <figcaption>
        {caption}
        {legend.length > 0 && ` ${legend.join(', ')}.`}
      </figcaption>
    </figure>
  );
}
