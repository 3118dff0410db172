import { DayGrid } from '../../figures/ds-client-log/DayGrid.tsx';
import { RunTimeline } from '../../figures/ds-client-log/RunTimeline.tsx';
import type { FlagView, LogView, Task } from './view.ts';

interface Props {
  readonly view: LogView;
  readonly isSample: boolean;
  readonly live: boolean;
  /** Shows the line a task or a flag is about. */
  readonly onShow: (row: number) => void;
}

const levelWords = {
  red: 'Look at this',
  amber: 'Worth a look',
  blue: 'Good to know',
  grey: 'About this reading',
} as const;

function ShowLine({ row, live, onShow }: Pick<Props, 'live' | 'onShow'> & { row: number | null }) {
  if (row === null) return null;
  return (
    <button type="button" class="log-quiet" disabled={!live} onClick={() => onShow(row)}>
      Show the line
    </button>
  );
}

function Tasks({
  tasks,
  live,
  onShow,
}: Omit<Props, 'view' | 'isSample'> & { tasks: readonly Task[] }) {
  if (tasks.length === 0) return null;
  return (
    <section class="log-tasks">
      <h3>What to do, and who</h3>
      <ul>
        {tasks.map(({ what, who, row }) => (
          <li key={what}>
            <span class="log-who">{who}</span>
            <span>
              <bdi>{what}</bdi> <ShowLine row={row} live={live} onShow={onShow} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Flags({
  flags,
  live,
  onShow,
}: Omit<Props, 'view' | 'isSample'> & { flags: readonly FlagView[] }) {
  if (flags.length === 0) return null;
  return (
    <section class="log-flags">
      <h3>What else stands out</h3>
      <ul>
        {flags.map(({ level, text, because, row }) => (
          <li key={text} data-level={level}>
            <span class="log-level">{levelWords[level]}</span>
            <span>
              <bdi>{text}</bdi> {because && <span class="log-because">{because}</span>}{' '}
              <ShowLine row={row} live={live} onShow={onShow} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the log says in a sentence, then what to do about it and what else stands out. */
export function Answer({ view, isSample, live, onShow }: Props) {
  const [first = '', ...rest] = view.answer;
  return (
    <div class="log-answer">
      <p class="log-of">
        {isSample ? 'A sample, with hosts that do not exist' : <bdi>{view.name.slice(0, 120)}</bdi>}
      </p>
      <h2>{first}</h2>
      {rest.map((sentence) => (
        <p key={sentence}>
          <bdi>{sentence}</bdi>
        </p>
      ))}
      {view.figure?.kind === 'runs' && <RunTimeline figure={view.figure} />}
      {view.figure?.kind === 'days' && <DayGrid figure={view.figure} />}
      <Tasks tasks={view.tasks} live={live} onShow={onShow} />
      <Flags flags={view.flags} live={live} onShow={onShow} />
    </div>
  );
}
