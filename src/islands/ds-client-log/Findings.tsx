import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import type { FlagView, Task } from './view.ts';

interface Showing {
  readonly live: boolean;
  /** Shows the line a task or a flag is about. */
  readonly onShow: (row: number) => void;
}

const levelWords = {
  today: 'Worth a call today',
  red: 'Look at this',
  amber: 'Worth a look',
  blue: 'Good to know',
  grey: 'About this reading',
} as const;

function ShowLine({ row, live, onShow }: Showing & { readonly row: number | null }) {
  if (row === null) return null;
  return (
    <button type="button" class="log-quiet" disabled={!live} onClick={() => onShow(row)}>
      Show the line
    </button>
  );
}

/** What there is to do, with whose it is before it. */
export function Tasks({ tasks, live, onShow }: Showing & { readonly tasks: readonly Task[] }) {
  if (tasks.length === 0) return null;
  return (
    <section class="log-tasks">
      <h3>What to do, and who</h3>
      <ul>
        {tasks.map(({ what, who, row }) => (
          <li key={what}>
            <span class="log-who">{who}</span>
            <span>
              <CellText text={what} /> <ShowLine row={row} live={live} onShow={onShow} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const FlagList = ({ flags, live, onShow }: Showing & { readonly flags: readonly FlagView[] }) => (
  <ul>
    {flags.map(({ level, text, because, row }) => (
      <li key={text} data-level={level}>
        <span class="log-level">{levelWords[level]}</span>
        <span>
          <CellText text={text} /> {because && <span class="log-because">{because}</span>}{' '}
          <ShowLine row={row} live={live} onShow={onShow} />
        </span>
      </li>
    ))}
  </ul>
);

type FlagsProps = Showing & { readonly flags: readonly FlagView[] };

/** What must not be found only by scrolling: it stands right under the answer. */
export function Today({ flags, ...showing }: FlagsProps) {
  const today = flags.filter(({ level }) => level === 'today');
  if (today.length === 0) return null;
  return (
    <section class="log-flags log-today" aria-label="Worth a call today">
      <FlagList flags={today} {...showing} />
    </section>
  );
}

/** Everything else that stands out, the gravest first. */
export function Flags({ flags, ...showing }: FlagsProps) {
  const rest = flags.filter(({ level }) => level !== 'today');
  if (rest.length === 0) return null;
  return (
    <section class="log-flags">
      <h3>What else stands out</h3>
      <FlagList flags={rest} {...showing} />
    </section>
  );
}
