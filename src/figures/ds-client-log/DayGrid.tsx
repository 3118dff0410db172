import { CellText } from './CellText.tsx';
import type { DaysFigure } from './log-figure.ts';
import { OutcomeMark } from './OutcomeMark.tsx';

const dayNumber = (day: string): string => day.split(' ')[1] ?? '';

/** Sets by day, one mark a day: what ran, how it ended, and where there was nothing. */
export function DayGrid({ figure }: { readonly figure: DaysFigure }) {
  const { days, sets, caption } = figure;
  return (
    <figure class="log-figure">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls where it is narrow, and a keyboard must reach that */}
      <section class="log-days" aria-label="Sets by day" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Set</th>
              {days.map((day, i) => (
                <th key={day} scope="col" title={day}>
                  <span class="visually-hidden">{day}</span>
                  <span aria-hidden="true">
                    {(i === 0 || dayNumber(day) === '1') && (
                      <span class="log-month">{day.split(' ')[2]}</span>
                    )}
                    {dayNumber(day)}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sets.map(({ name, outcomes }) => (
              <tr key={name}>
                <th scope="row">
                  <CellText text={name} />
                </th>
                {outcomes.map((outcome, i) =>
                  outcome === null ? (
                    <td key={days[i]} class="log-no-run" aria-label="no run">
                      ·
                    </td>
                  ) : (
                    <td key={days[i]}>
                      <OutcomeMark outcome={outcome} isBrief />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
