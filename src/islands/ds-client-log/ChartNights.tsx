import { OutcomeMark } from '../../figures/ds-client-log/OutcomeMark.tsx';
import type { ChartNight } from '../../figures/ds-client-log/set-chart.ts';

interface Props {
  readonly nights: readonly ChartNight[];
  /** What the figures are of. */
  readonly label: string;
}

/** The nights of a chart as a table. */
export const ChartNights = ({ nights, label }: Props) => (
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
