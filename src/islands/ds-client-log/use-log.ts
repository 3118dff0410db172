import { useEffect, useRef, useState } from 'preact/hooks';
import { plainLink, type ExplainerLink } from '../../core/ds-client-log/permalink.ts';
import type { SharedLines } from '../../core/ds-client-log/shared-lines.ts';
import { arrangementIn, correctionsIn, isArranged } from './log-link.ts';
import type { LogSource } from './protocol.ts';
import { readerClient, type ReaderAddresses, type ReaderFailure } from './reader-client.ts';
import {
  wholeLog,
  type Arrangement,
  type Corrections,
  type ExplanationView,
  type LogView,
  type Note,
  type RowView,
} from './view.ts';

/** What a person does first on a page, long before a log is dropped. */
const firstSigns = ['pointermove', 'pointerdown', 'keydown', 'dragenter'] as const;

/** Rows asked for at a time. */
export const pageRows = 200;

/** A cell, or with `row` null a column. */
export interface Chosen {
  readonly row: number | null;
  readonly column: number;
}

export type Phase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string; readonly stage: string }
  | {
      readonly kind: 'failed';
      readonly name: string;
      readonly notes: readonly Note[];
      /** The reader of the page stopped it: nothing is wrong with the file. */
      readonly isStopped: boolean;
    };

export interface LogState {
  readonly view: LogView;
  readonly isSample: boolean;
  /** The open lines came with a link, and these are they. */
  readonly lines: SharedLines | null;
  /** All that reading needs has been fetched: the network may be cut. */
  readonly isReady: boolean;
  /** Rows as arranged, in pages of `pageRows`; a page that is missing was not asked for yet. */
  readonly pages: ReadonlyMap<number, readonly RowView[]>;
  readonly count: number;
  readonly arrangement: Arrangement;
  readonly corrections: Corrections;
  readonly chosen: Chosen | null;
  readonly explanation: ExplanationView | null;
  /** A line that something outside the table leads to: its place as arranged, and the file's column. */
  readonly target: { readonly place: number; readonly column: number } | null;
  readonly phase: Phase;
}

/** The chosen cell and the line of the file that it stands in; null while none is chosen. */
export function chosenLine({ chosen, pages }: LogState) {
  const row = chosen?.row ?? null;
  if (chosen === null || row === null) return null;
  const line = [...pages.values()].flat().find((shown) => shown.row === row)?.line;
  return line === undefined ? null : { row, column: chosen.column, line };
}

/** What the build shows: the sample, explained. */
export interface FirstLog {
  readonly view: LogView;
  readonly rows: readonly RowView[];
  readonly chosen: Chosen;
  readonly explanation: ExplanationView;
}

const firstState = ({ view, rows, chosen, explanation }: FirstLog): LogState => ({
  view,
  isSample: true,
  lines: null,
  isReady: false,
  pages: new Map([[0, rows]]),
  count: rows.length,
  arrangement: wholeLog,
  corrections: {},
  chosen,
  explanation,
  target: null,
  phase: { kind: 'idle' },
});

function failureNote(failure: ReaderFailure): Note {
  const kept = 'The log from before is still open.';
  switch (failure.kind) {
    case 'cancelled':
      return { severity: 'info', text: `Reading was stopped. ${kept}` };
    case 'too-slow':
      return {
        severity: 'error',
        text: `Reading took longer than ${failure.seconds} seconds and was stopped. Save a shorter range of days and try again. ${kept}`,
      };
    case 'not-started':
      return {
        severity: 'error',
        text: `The reader could not be loaded. Connect to the network once, load this page again, and then try the file. ${kept}`,
      };
    case 'fault':
      return {
        severity: 'error',
        text: `The reader stopped at a fault of its own (${failure.message}). ${kept}`,
      };
    default:
      return failure satisfies never;
  }
}

const nameOf = (source: LogSource): string =>
  source.kind === 'file'
    ? (source.file.name ?? 'the file')
    : source.kind === 'text'
      ? 'pasted text'
      : source.kind === 'lines'
        ? 'the lines from the link'
        : 'the sample';

export interface LogActions {
  readonly open: (source: LogSource) => Promise<boolean>;
  /** Shows a log as a link says, this one and those opened after it. */
  readonly follow: (link: ExplainerLink) => void;
  readonly correct: (edit: Corrections) => void;
  readonly cancel: () => void;
  readonly arrange: (edit: Partial<Arrangement>) => void;
  readonly choose: (chosen: Chosen) => void;
  /** Chooses a cell and leads to it, wherever in the table it stands. */
  readonly showLine: (chosen: Chosen & { readonly row: number }) => void;
  readonly needPage: (page: number) => void;
  readonly dismiss: () => void;
}

/** An open log and what can be done with it. The log itself stays in the worker. */
export function useLog(first: FirstLog, addresses: ReaderAddresses) {
  const [state, setState] = useState(() => firstState(first));
  const [client] = useState(() => readerClient(addresses));
  const source = useRef<LogSource>({ kind: 'sample' });
  const latest = useRef(0);
  const requested = useRef(new Set<number>());
  const opening = useRef(0);
  const linked = useRef<ExplainerLink>(plainLink);
  const edit = (change: Partial<LogState>) => setState((old) => ({ ...old, ...change }));

  useEffect(() => {
    // Who only reads the page does not pay for the reader; who reaches for it has it in time, and
    // from then on the network may be cut.
    const warmUp = () =>
      void client.warmUp().then((isReady) => setState((old) => ({ ...old, isReady })));
    for (const sign of firstSigns) addEventListener(sign, warmUp, { once: true });
    return () => {
      for (const sign of firstSigns) removeEventListener(sign, warmUp);
    };
  }, [client]);

  const read = async (from: LogSource, corrections: Corrections): Promise<boolean> => {
    const name = nameOf(from);
    const turn = (opening.current += 1);
    edit({ phase: { kind: 'reading', name, stage: 'Starting' } });
    const outcome = await client.open(from, corrections, (stage) =>
      edit({ phase: { kind: 'reading', name, stage } }),
    );
    // Another log was opened in the meantime: this one is nobody's business any more.
    if (turn !== opening.current) return false;
    if (!outcome.ok || outcome.answer.kind === 'refused') {
      const notes =
        outcome.ok && outcome.answer.kind === 'refused'
          ? outcome.answer.notes
          : [failureNote(outcome.ok ? { kind: 'cancelled' } : outcome.failure)];
      const isStopped = !outcome.ok && outcome.failure.kind === 'cancelled';
      edit({ phase: { kind: 'failed', name, notes, isStopped } });
      return false;
    }
    const { view, rows } = outcome.answer;
    source.current = from;
    latest.current += 1;
    requested.current.clear();
    edit({
      view,
      isSample: from.kind === 'sample',
      lines: from.kind === 'lines' ? from.lines : null,
      isReady: true,
      pages: new Map([[0, rows]]),
      count: view.rowCount,
      arrangement: wholeLog,
      corrections,
      chosen: null,
      explanation: null,
      target: null,
      phase: { kind: 'idle' },
    });
    const arrangement = arrangementIn(linked.current, view);
    if (isArranged(arrangement)) await show(arrangement);
    return true;
  };

  const show = async (arrangement: Arrangement) => {
    const turn = (latest.current += 1);
    edit({ arrangement });
    const arranged = await client.ask({ kind: 'arrange', arrangement });
    if (!arranged.ok || turn !== latest.current) return;
    const { count } = arranged.answer;
    requested.current.clear();
    const shown = await client.ask({ kind: 'rows', from: 0, to: Math.min(count, pageRows) });
    if (shown.ok && turn === latest.current)
      edit({ count, pages: new Map([[0, shown.answer.rows]]) });
  };

  const needPage = async (page: number) => {
    if (requested.current.has(page)) return;
    requested.current.add(page);
    const turn = latest.current;
    const from = page * pageRows;
    const asked = await client.ask({ kind: 'rows', from, to: from + pageRows });
    if (!asked.ok || turn !== latest.current) return;
    const { rows } = asked.answer;
    setState((old) => ({ ...old, pages: new Map([...old.pages, [page, rows]]) }));
  };

  const choose = async (chosen: Chosen) => {
    edit({ chosen });
    const answer = await client.ask({ kind: 'explain', row: chosen.row, column: chosen.column });
    setState((old) =>
      answer.ok && old.chosen === chosen ? { ...old, explanation: answer.answer.explanation } : old,
    );
  };

  const placeOf = async (row: number): Promise<number | null> => {
    const answer = await client.ask({ kind: 'place', row });
    return answer.ok ? answer.answer.place : null;
  };

  const showLine = async (chosen: Chosen & { readonly row: number }) => {
    let place = await placeOf(chosen.row);
    if (place === null) {
      // The filters hide it: a line that was asked for by name is worth more than they are.
      await show({ ...wholeLog, sorting: state.arrangement.sorting });
      place = await placeOf(chosen.row);
    }
    if (place === null) return;
    edit({ target: { place, column: chosen.column } });
    await choose(chosen);
  };

  /** Lines that came with a link, open at the cell that was chosen there. */
  const showLines = async (lines: SharedLines) => {
    if (!(await read({ kind: 'lines', lines }, {}))) return;
    const told = lines.fields.findIndex((field) => field === 'completion' || field === 'text');
    const column = lines.at ? lines.fields.indexOf(lines.at.field) : Math.max(0, told);
    await choose({ row: lines.at?.row ?? 0, column });
  };

  const actions: LogActions = {
    open: (from) => read(from, correctionsIn(linked.current)),
    follow: (link) => {
      linked.current = link;
      const corrections = correctionsIn(link);
      const arrangement = arrangementIn(link, state.view);
      if (link.lines) return void showLines(link.lines);
      // How another log is to be read says nothing of the sample: it waits for the reader's own.
      if (link.mode === 'example' && Object.keys(corrections).length > 0)
        void read({ kind: 'sample' }, corrections);
      else if (isArranged(arrangement)) void show(arrangement);
    },
    correct: (change) => void read(source.current, { ...state.corrections, ...change }),
    cancel: () => client.cancel(),
    arrange: (change) => void show({ ...state.arrangement, ...change }),
    choose: (chosen) => void choose(chosen),
    showLine: (chosen) => void showLine(chosen),
    needPage: (page) => void needPage(page),
    dismiss: () => edit({ phase: { kind: 'idle' } }),
  };
  return { state, actions, client } as const;
}
