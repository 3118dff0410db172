import { useRef, useState } from 'preact/hooks';
import type { DaysFigure, RunsFigure } from '../../figures/ds-client-log/log-figure.ts';
import { RunTimeline } from '../../figures/ds-client-log/RunTimeline.tsx';

interface Props {
  readonly figure: DaysFigure;
  readonly live: boolean;
  readonly onDay: (day: number) => Promise<RunsFigure | null>;
}

interface Shown {
  readonly of: DaysFigure;
  /** Of the days; -1 while none is chosen. */
  readonly place: number;
  readonly drawn: RunsFigure | null;
  readonly isEmpty: boolean;
}

const nothing = { place: -1, drawn: null, isEmpty: false } as const;

/** Of a log of many days, what went on during one of them, by the hour. */
export function OneDay({ figure, live, onDay }: Props) {
  // Belongs to these days alone: another log may take their place.
  const [shown, setShown] = useState<Shown>({ ...nothing, of: figure });
  const latest = useRef(-1);
  const own = shown.of === figure ? shown : { ...nothing, of: figure };
  const choose = async (place: number) => {
    latest.current = place;
    setShown({ ...own, place });
    const drawn = place < 0 ? null : await onDay(figure.firstDay + place);
    // Only the answer to the last choice is shown.
    if (latest.current === place)
      setShown({ of: figure, place, drawn, isEmpty: place >= 0 && drawn === null });
  };
  return (
    <section class="log-one-day" aria-label="One day by the hour">
      <label class="log-filter">
        One day by the hour
        <select
          value={String(own.place)}
          disabled={!live}
          onChange={({ currentTarget }) => void choose(Number(currentTarget.value))}
        >
          <option value="-1">Choose a day…</option>
          {figure.days.map((day, place) => (
            <option key={day} value={String(place)}>
              {day}
            </option>
          ))}
        </select>
      </label>
      <div aria-live="polite">
        {own.drawn && <RunTimeline figure={own.drawn} />}
        {own.isEmpty && (
          <p>Nothing to draw: no run went on that day, or more than {figure.runsMax} did.</p>
        )}
      </div>
    </section>
  );
}
