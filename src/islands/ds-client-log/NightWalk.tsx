import { OutcomeMark } from '../../figures/ds-client-log/OutcomeMark.tsx';
import type { ChartNight } from '../../figures/ds-client-log/set-chart.ts';
import { nightWords } from './night-words.ts';

interface Props {
  readonly nights: readonly ChartNight[];
  /** The place of the night that is told. */
  readonly chosen: number;
  readonly live: boolean;
  readonly onChoose: (place: number) => void;
  /** Shows the line of a night. */
  readonly onShow: (row: number) => void;
}

interface ToldProps extends Pick<Props, 'live' | 'onShow'> {
  readonly night: ChartNight;
}

const Told = ({ night, live, onShow }: ToldProps) => (
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
);

/** The chart of a set, walked night by night: where one is, and what that night says. */
export function NightWalk({ nights, chosen, live, onChoose, onShow }: Props) {
  const night = nights[chosen];
  if (!night) return null;
  return (
    <div class="log-chart-walk">
      <input
        type="range"
        aria-label="Night"
        min={0}
        max={nights.length - 1}
        value={chosen}
        disabled={!live}
        aria-valuetext={nightWords(night)}
        onInput={({ currentTarget }) => onChoose(Number(currentTarget.value))}
      />
      <Told night={night} live={live} onShow={onShow} />
    </div>
  );
}
