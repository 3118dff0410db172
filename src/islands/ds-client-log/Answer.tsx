import { groupThousands } from '../../core/units.ts';
import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import { Today } from './Findings.tsx';
import type { LogView } from './view.ts';

interface Props {
  readonly view: LogView;
  readonly isSample: boolean;
  readonly live: boolean;
  /** Shows the line a flag is about. */
  readonly onShow: (row: number) => void;
}

/** Holds the place of the answer of a large log, so that the lines do not move when it comes. */
function Awaited({ view }: { readonly view: LogView }) {
  const toLines = () => document.querySelector('.log-lines')?.scrollIntoView();
  return (
    <div class="log-awaited">
      <h2>{groupThousands(String(view.rowCount))} lines are read.</h2>
      <p>
        What they say together is still being worked out and will stand here. The lines themselves
        can be looked at, sorted and asked about already.
      </p>
      <button type="button" class="button" onClick={toLines}>
        Go to the lines
      </button>
    </div>
  );
}

/** What the log says: one large sentence, what must not wait, then smaller sentences. */
export function Answer({ view, isSample, live, onShow }: Props) {
  const [first = '', ...rest] = view.answer;
  return (
    <>
      <p class="log-of">
        {isSample ? (
          'A sample, with hosts that do not exist'
        ) : (
          <CellText text={view.name.slice(0, 120)} />
        )}
      </p>
      {view.isJudged ? <h2>{first}</h2> : <Awaited view={view} />}
      <Today flags={view.flags} live={live} onShow={onShow} />
      {rest.map((sentence) => (
        <p key={sentence}>
          <CellText text={sentence} />
        </p>
      ))}
    </>
  );
}
