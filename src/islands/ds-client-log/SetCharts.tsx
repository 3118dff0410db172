import { useEffect, useState } from 'preact/hooks';
import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import { SetChart } from '../../figures/ds-client-log/SetChart.tsx';
import { visibleText } from '../../figures/ds-client-log/visible-text.ts';
import { ChartNights } from './ChartNights.tsx';
import { NightWalk } from './NightWalk.tsx';
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

interface ChooserProps<Value extends string | number> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly live: boolean;
  readonly onChoose: (value: string) => void;
}

const Chooser = <Value extends string | number>(props: ChooserProps<Value>) => (
  <label class="log-filter">
    {props.label}
    <select
      value={props.value}
      disabled={!props.live}
      onChange={({ currentTarget }) => props.onChoose(currentTarget.value)}
    >
      {props.options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  </label>
);

interface ChoicesProps extends Pick<Props, 'live'> {
  readonly of: ChartView;
  readonly asked: ChartChoice;
  readonly onChange: (edit: Partial<ChartChoice>) => void;
}

/** Which set the chart is of, and which of its figures. */
const Choices = ({ of, asked, live, onChange }: ChoicesProps) => (
  <div class="log-filters">
    <Chooser
      label="Set"
      value={asked.set}
      options={of.sets.map((name, value) => ({ value, label: visibleText(name) }))}
      live={live}
      onChoose={(set) => onChange({ set: Number(set) })}
    />
    <Chooser
      label="Figure"
      value={asked.measure}
      options={of.measures}
      live={live}
      onChoose={(measure) => onChange({ measure: measure as ChartChoice['measure'] })}
    />
  </div>
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
  const label = measures.find(({ value }) => value === measure)?.label ?? '';
  return (
    <section class="log-charts" aria-labelledby="log-charts">
      <h3 id="log-charts">Night by night</h3>
      <Choices of={view} asked={asked} live={live} onChange={(edit) => void change(edit)} />
      <p>
        <CellText text={sets[set] ?? ''} />, {label.toLowerCase()}: {drawing.finding}
      </p>
      <SetChart drawing={drawing} chosen={chosen} />
      <NightWalk {...{ nights, chosen, live, onShow }} onChoose={setPlace} />
      <ChartNights nights={nights} label={label} />
      <p class="log-place">{drawing.caption}</p>
    </section>
  );
}
