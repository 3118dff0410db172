import type { Chosen, LogState } from './log-state.ts';
import type { ReaderClient } from './reader-client.ts';
import type { Store } from './store.ts';
import { pageRows } from './protocol.ts';
import { wholeLog, type Arrangement } from './view.ts';

/** The lines of the open log: which are shown, in which order, and which one is explained. */
export interface LogLines {
  /** Shows the lines as arranged. */
  show(arrangement: Arrangement): Promise<void>;
  /** Asks for a page of lines, once. */
  needPage(page: number): Promise<void>;
  /** Explains a cell or a column. */
  choose(chosen: Chosen): Promise<void>;
  /** Explains the chosen cell once more: what the second log says belongs to it. */
  explainAgain(): Promise<void>;
  /** Chooses a cell and leads to it, wherever in the table it stands. */
  showLine(chosen: Chosen & { readonly row: number }): Promise<void>;
  /** Another log is open: what was asked of the one before no longer counts. */
  reset(): void;
}

/** The state of the page, and the reader that answers for it. */
interface Page {
  readonly store: Store<LogState>;
  readonly client: ReaderClient;
  readonly edit: (change: Partial<LogState>) => void;
}

/** Shows lines as arranged, page by page; what an arrangement before the latest brings no longer counts. */
function arranging({ store, client, edit }: Page): Pick<LogLines, 'show' | 'needPage' | 'reset'> {
  const requested = new Set<number>();
  let latest = 0;
  /** How the lines that are shown are arranged; differs from the state while an answer is awaited. */
  let shown = store.get().arrangement;

  /** Only the pages that are there count as asked for. */
  const recall = () => {
    requested.clear();
    for (const page of store.get().pages.keys()) requested.add(page);
  };

  const show: LogLines['show'] = async (arrangement) => {
    const turn = (latest += 1);
    edit({ arrangement, notArranged: null });
    const arranged = await client.ask({ kind: 'arrange', arrangement });
    if (turn !== latest) return;
    if (!arranged.ok) {
      recall();
      const isReading = store.get().phase.kind === 'reading';
      // What becomes of a log that is being read is said there, and by its own words.
      edit({ arrangement: shown, notArranged: isReading ? null : arrangement });
      return;
    }
    const { count, rows } = arranged.answer;
    shown = arrangement;
    requested.clear();
    edit({ count, pages: new Map([[0, rows]]) });
  };

  const needPage: LogLines['needPage'] = async (page) => {
    if (requested.has(page)) return;
    requested.add(page);
    const turn = latest;
    const from = page * pageRows;
    const asked = await client.ask({ kind: 'rows', from, to: from + pageRows });
    if (turn !== latest) return;
    // The table asks again when it is drawn the next time; to draw it now would be to ask for ever.
    if (!asked.ok) requested.delete(page);
    else edit({ pages: new Map([...store.get().pages, [page, asked.answer.rows]]) });
  };

  const reset = () => {
    latest += 1;
    shown = store.get().arrangement;
    recall();
  };
  return { show, needPage, reset };
}

/** Explains cells, and leads to them. */
function choosing(
  { store, client, edit }: Page,
  show: LogLines['show'],
): Pick<LogLines, 'choose' | 'explainAgain' | 'showLine'> {
  const choose: LogLines['choose'] = async (chosen) => {
    edit({ chosen });
    const asked = await client.ask({ kind: 'explain', row: chosen.row, column: chosen.column });
    // What was said of the cell before does not belong to this one.
    if (store.get().chosen === chosen)
      edit({ explanation: asked.ok ? asked.answer.explanation : null });
  };

  const explainAgain: LogLines['explainAgain'] = async () => {
    const { beside, chosen } = store.get();
    if (beside.kind === 'read' && chosen) await choose({ ...chosen });
  };

  const placeOf = async (row: number): Promise<number | null> => {
    const asked = await client.ask({ kind: 'place', row });
    return asked.ok ? asked.answer.place : null;
  };

  const showLine: LogLines['showLine'] = async (chosen) => {
    let place = await placeOf(chosen.row);
    if (place === null) {
      // The filters hide it: a line that was asked for by name is worth more than they are.
      await show({ ...wholeLog, sorting: store.get().arrangement.sorting });
      place = await placeOf(chosen.row);
    }
    if (place === null) return;
    edit({ target: { place, column: chosen.column } });
    await choose(chosen);
  };
  return { choose, explainAgain, showLine };
}

/** The lines of the log that is open in `store`, as `client` reads them. */
export function logLines(store: Store<LogState>, client: ReaderClient): LogLines {
  const page: Page = {
    store,
    client,
    edit: (change) => store.set({ ...store.get(), ...change }),
  };
  const arranged = arranging(page);
  return { ...arranged, ...choosing(page, arranged.show) };
}
