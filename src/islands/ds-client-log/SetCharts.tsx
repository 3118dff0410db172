import { useEffect, useState } from 'preact/hooks';
import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import { OutcomeMark } from '../../figures/ds-client-log/OutcomeMark.tsx';
import type { ChartNight } from '../../figures/ds-client-log/set-chart.ts';
import { SetChart } from '../../figures/ds-client-log/SetChart.tsx';
import { visibleText } from '../../figures/ds-client-log/visible-text.ts';
import { nightWords } from './night-words.ts';
import { useChart } from './use-chart.ts';
import type { ChartChoice, ChartView } from './set-view.ts';

interface Props {
  /** The chart that is shown first; another log brings another. */
  readonly first: ChartView;
  readonly live: boolean;
  readonly onChart: (choice: ChartChoice) => Promise<ChartView | null>;
  /** Shows the line of a night. */
  readonly onShow: (row: number) => void;
}

const Nights = ({
  nights,
  label,
}: {
  readonly nights: readonly ChartNight[];
  readonly label: string;
}) => (
  <details class="log-chart-table">
    <summary>The same as a table</summary>
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and a keyboard must reach that */}
    <section class="log-region log-region-short" aria-label="The chart as a table" tabIndex={0}>
      <table class="log-table">
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col" data-align="number">
              {label}
            </th>
            <th scope="col">Outcome</th>
            <th scope="col">Remark</th>
          </tr>
        </thead>
        <tbody>
          {nights.map(({ day, value, outcome, remark }) => (
            <tr key={day}>
              <td>{day}</td>
              <td data-align="number">{value}</td>
              <td>{outcome === null ? 'No run' : <OutcomeMark outcome={outcome} />}</td>
              <td>{remark}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </details>
);

/** How long a set takes and how much it moves, night by night. */
export function SetCharts({ first, live, onChart, onShow }: Props) {
  const { view, asked, change } = useChart({ first, onChart });
  const { sets, measures, set, measure, drawing } = view;
  const [place, setPlace] = useState<number | null>(null);
  // The nights of another log or set are others.
  useEffect(() => setPlace(null), [first, set]);
  const { nights } = drawing;
  const chosen = Math.min(place ?? nights.length - 1, nights.length - 1);
  const night = nights[chosen];
  const label = measures.find(({ value }) => value === measure)?.label ?? '';
  return (
    <section class="log-charts" aria-labelledby="log-charts">
      <h3 id="log-charts">Night by night</h3>
      <div class="log-filters">
        <label class="log-filter">
          Set
          <select
            value={asked.set}
            disabled={!live}
            onChange={({ currentTarget }) => void change({ set: Number(currentTarget.value) })}
          >
            {sets.map((name, i) => (
              <option key={i} value={i}>
                {visibleText(name)}
              </option>
            ))}
          </select>
        </label>
        <label class="log-filter">
          Figure
          <select
            value={asked.measure}
            disabled={!live}
            onChange={({ currentTarget }) =>
              void change({ measure: currentTarget.value as ChartChoice['measure'] })
            }
          >
            {measures.map(({ value, label: name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p>
        <CellText text={sets[set] ?? ''} />, {label.toLowerCase()}: {drawing.finding}
      </p>
      <SetChart drawing={drawing} chosen={chosen} />
      {night && (
        <div class="log-chart-walk">
          <input
            type="range"
            aria-label="Night"
            min={0}
            max={nights.length - 1}
            value={chosen}
            disabled={!live}
            aria-valuetext={nightWords(night)}
            onInput={({ currentTarget }) => setPlace(Number(currentTarget.value))}
          />
          <p>
            {nightWords(night)}
            {night.outcome !== null && (
              <>
                {' '}
                <OutcomeMark outcome={night.outcome} />
              </>
            )}{' '}
            {night.row !== null && (
              <button
                type="button"
                class="log-quiet"
                disabled={!live}
                onClick={() => night.row !== null && onShow(night.row)}
              >
                Show the line
              </button>
            )}
          </p>
        </div>
      )}
      <Nights nights={nights} label={label} />
      <p class="log-place">{drawing.caption}</p>
    </section>
  );
}
