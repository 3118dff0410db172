import { CellText } from './CellText.tsx';
import type { DaysFigure } from './log-figure.ts';
import { OutcomeMark } from './OutcomeMark.tsx';

const dayNumber = (day: string): string => day.split(' ')[1] ?? '';
/** "Mar 2026" of "Mon 2 Mar 2026" */
const monthOf = (day: string): string => day.split(' ').slice(2).join(' ');
/** Under fewer days than this only the name of a month has room. */
const yearDaysMin = 4;
/** More days than these are on no phone at once. */
const phoneDaysMax = 10;

/** The months over their days. A name stays in sight as long as a day of its month is; each day is told with its date. */
function MonthRow({ days }: { readonly days: readonly string[] }) {
  const months = [...new Set(days.map(monthOf))];
  return (
    <tr class="log-months" aria-hidden="true">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the corner over the names has nothing to say */}
      <td />
      {months.map((month) => {
        const count = days.filter((day) => monthOf(day) === month).length;
        return (
          <td key={month} colSpan={count}>
            <span class="log-month">{count < yearDaysMin ? month.split(' ')[0] : month}</span>
          </td>
        );
      })}
    </tr>
  );
}

/** Sets by day, one mark a day: what ran, how it ended, and where there was nothing. */
export function DayGrid({ figure }: { readonly figure: DaysFigure }) {
  const { days, sets, caption } = figure;
  return (
    <figure class="log-figure">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls where it is narrow, and a keyboard must reach that */}
      <section class="log-days" aria-label="Sets by day" tabIndex={0}>
        <table>
          <thead>
            <MonthRow days={days} />
            <tr>
              <th scope="col">Set</th>
              {days.map((day) => (
                <th key={day} scope="col" title={day}>
                  <span class="visually-hidden">{day}</span>
                  <span aria-hidden="true">{dayNumber(day)}</span>
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
      <figcaption>
        {days.length > phoneDaysMax && (
          <span class="log-days-more">
            {days.length} days: scroll sideways for the earlier ones.
          </span>
        )}
        {caption}
      </figcaption>
    </figure>
  );
}
