import type { ComponentChild } from 'preact';
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

/** Shown at once; the others are folded away, with how many they are. */
const shownAtOnce = 8;

/** A list of which nothing is lost: its first items, and the rest behind a line that counts them. */
function Folded<Item>({
  items,
  more,
  children,
}: {
  readonly items: readonly Item[];
  readonly more: string;
  readonly children: (item: Item) => ComponentChild;
}) {
  if (items.length === 0) return null;
  // One item takes no more room than the line that folds it away.
  const shown = items.length === shownAtOnce + 1 ? items.length : shownAtOnce;
  const rest = items.slice(shown);
  return (
    <>
      <ul>{items.slice(0, shown).map(children)}</ul>
      {rest.length > 0 && (
        <details class="log-folded">
          <summary>
            {rest.length} {more}
          </summary>
          <ul>{rest.map(children)}</ul>
        </details>
      )}
    </>
  );
}

type TasksProps = Showing & { readonly tasks: readonly Task[]; readonly more: number };

/** What there is to do, with whose it is before it. */
export function Tasks({ tasks, more, ...showing }: TasksProps) {
  if (tasks.length === 0) return null;
  return (
    <section class="log-tasks">
      <h3>What to do, and who</h3>
      <Folded items={tasks} more="more to do">
        {({ what, who, row, details }) => (
          <li key={what}>
            <span class="log-who">{who}</span>
            <div>
              <CellText text={what} /> <ShowLine row={row} {...showing} />
              {details.length > 0 && (
                <ul class="log-reasons">
                  {details.map((text) => (
                    <li key={text}>
                      <CellText text={text} />
                    </li>
                  ))}
                </ul>
              )}
            </div>
          </li>
        )}
      </Folded>
      {more > 0 && <p>{more} more sets ended with errors: filter the table below by outcome.</p>}
    </section>
  );
}

const FlagItem = ({ level, text, because, row, ...showing }: FlagView & Showing) => (
  <li data-level={level}>
    <span class="log-level">{levelWords[level]}</span>
    <span>
      <CellText text={text} /> {because && <span class="log-because">{because}</span>}{' '}
      <ShowLine row={row} {...showing} />
    </span>
  </li>
);

type FlagsProps = Showing & { readonly flags: readonly FlagView[] };

/** What must not be found only by scrolling: it stands right under the answer. */
export function Today({ flags, ...showing }: FlagsProps) {
  const today = flags.filter(({ level }) => level === 'today');
  if (today.length === 0) return null;
  return (
    <section class="log-flags log-today" aria-label="Worth a call today">
      <ul>
        {today.map((flag) => (
          <FlagItem key={flag.text} {...flag} {...showing} />
        ))}
      </ul>
    </section>
  );
}

/** Everything else that stands out, the gravest first; what is about the reading is never folded away. */
export function Flags({ flags, ...showing }: FlagsProps) {
  const rest = flags.filter(({ level }) => level !== 'today');
  if (rest.length === 0) return null;
  const isGrey = ({ level }: FlagView) => level === 'grey';
  const greys = rest.filter(isGrey);
  const others = rest.filter((flag) => !isGrey(flag));
  const item = (flag: FlagView) => <FlagItem key={flag.text} {...flag} {...showing} />;
  return (
    <section class="log-flags">
      <h3>{others.length > 0 ? 'What else stands out' : 'What to bear in mind'}</h3>
      <Folded items={others} more="more that stand out">
        {item}
      </Folded>
      {greys.length > 0 && <ul>{greys.map(item)}</ul>}
    </section>
  );
}
