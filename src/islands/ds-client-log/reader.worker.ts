import { readingOfLines } from '../../core/ds-client-log/lines-reading.ts';
import type { Reading } from '../../core/ds-client-log/reading.ts';
import { openLog } from '../../core/ds-client-log/read-log.ts';
import { answerAt, emptyDesk, readOptions, type Desk } from './desk.ts';
import { inflateCapped } from './inflate.ts';
import type { Answered, Asked, Catalogue, LogSource, Progress, Question } from './protocol.ts';
import {
  besideWay,
  openingWay,
  progressTeller,
  type ProgressTeller,
  type Way,
} from './progress.ts';
import { sampleLog, sampleName } from './sample-log.ts';
import type { Corrections, Note } from './view.ts';
import { bytesOfFile, FileNotOpened } from './file-bytes.ts';

/** Files beyond this are refused before they are read. */
const fileBytesMax = 256 * 1024 * 1024;

/** Up to this many lines a log is judged in the time of a few frames and shown with its findings. */
const judgedAtOnceMax = 20_000;

const say = (message: Answered): void => postMessage(message);

const noCatalogue: Catalogue = { columns: [], messages: [] };
let desk: Desk | null = null;
/** How the dates of the open log are to be read: as corrected, or as found. */
let corrected: Pick<Corrections, 'dateOrder'> = {};

/** Lets questions that have come in meanwhile be answered. */
const turn = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));

type Unread = Exclude<LogSource, { readonly kind: 'lines' }>;

function bytesOf(source: Unread, progress: ProgressTeller): Promise<Uint8Array> {
  switch (source.kind) {
    case 'sample':
      return Promise.resolve(new TextEncoder().encode(sampleLog));
    case 'text':
      return Promise.resolve(new TextEncoder().encode(source.text));
    case 'file':
      return bytesOfFile(source.file, (done, total) => progress.tell('taking-in', done, total));
    default:
      return source satisfies never;
  }
}

function nameOf(source: LogSource): string {
  switch (source.kind) {
    case 'sample':
      return sampleName;
    case 'text':
      return 'pasted text';
    case 'lines':
      return 'lines from a link';
    case 'file':
      return source.file.name ?? 'file';
    default:
      return source satisfies never;
  }
}

const isTooBig = (source: LogSource): boolean =>
  source.kind === 'file' && source.file.size > fileBytesMax;

type Open = Extract<Question, { readonly kind: 'open' }>;

async function readingOf(
  source: LogSource,
  corrections: Corrections,
  progress: ProgressTeller,
): Promise<Reading> {
  if (source.kind === 'lines') return readingOfLines(source.lines);
  const bytes = await bytesOf(source, progress);
  return openLog(bytes, inflateCapped, {
    ...readOptions(corrections),
    onProgress: (share) => progress.tell('reading', share * bytes.length, bytes.length),
  });
}

const tooBig: Note = {
  severity: 'error',
  text: 'This file is larger than 256 MiB. Save a shorter range of days and try again.',
};

const notOpened: Note = {
  severity: 'error',
  text: 'The browser could not open this. If it is a folder, open it and drop the files that are in it. If it is a file, another program may be using it, or it was moved or changed: choose it once more.',
};

const refuse = (id: number, note: Note): void =>
  say({ id, kind: 'answer', answer: { kind: 'refused', notes: [note] } });

const tellerOf = (id: number, way: Way): ProgressTeller =>
  progressTeller(way, (progress: Progress) => say({ id, kind: 'progress', progress }));

async function open(id: number, { source, corrections, catalogue }: Open): Promise<void> {
  if (isTooBig(source)) return refuse(id, tooBig);
  const progress = tellerOf(id, openingWay);
  const reading = await readingOf(source, corrections, progress);
  const laid = emptyDesk(catalogue);
  const opened = laid.lay(nameOf(source), reading, source.kind === 'lines');
  desk = laid;
  corrected = corrections.dateOrder ? { dateOrder: corrections.dateOrder } : {};
  if (opened.kind === 'refused') return say({ id, kind: 'answer', answer: opened });
  const { rowCount } = opened.view;
  const isLarge = rowCount > judgedAtOnceMax;
  if (isLarge) say({ id, kind: 'lines', opened });
  progress.tell('judging', 0, rowCount);
  const steps = laid.judge();
  let step = steps.next();
  while (!step.done) {
    progress.tell('judging', Math.round(step.value * rowCount), rowCount);
    // oxlint-disable-next-line no-await-in-loop -- the next part waits for questions about the lines
    if (isLarge) await turn();
    step = steps.next();
  }
  say({ id, kind: 'answer', answer: { ...opened, view: step.value } });
}

/** Counts second logs, asked for and stopped: one that is not the latest ends at its next step. */
let besideTurn = 0;

async function addBeside(id: number, laid: Desk, source: LogSource): Promise<void> {
  const own = (besideTurn += 1);
  const isWanted = () => own === besideTurn;
  if (isTooBig(source)) return refuse(id, tooBig);
  const progress = tellerOf(id, besideWay);
  // The same DS-Client wrote both: a date order that is wrong for the one is wrong for the other.
  const reading = await readingOf(source, corrected, progress);
  const rows = reading.kind === 'rejected' ? 0 : reading.rowCount;
  progress.tell('linking', 0, rows);
  await turn();
  const steps = laid.linkBeside(nameOf(source), reading);
  while (isWanted()) {
    const step = steps.next();
    if (step.done) return say({ id, kind: 'answer', answer: step.value });
    progress.tell('linking', Math.round(step.value * rows), rows);
    // oxlint-disable-next-line no-await-in-loop -- the next step waits for questions, and for Stop
    await turn();
  }
  say({ id, kind: 'cancelled' });
}

async function answer({ id, question }: Asked): Promise<void> {
  try {
    if (question.kind === 'open') return await open(id, question);
    desk ??= emptyDesk(noCatalogue);
    if (question.kind === 'beside') return await addBeside(id, desk, question.source);
    if (question.kind === 'stop-beside') {
      besideTurn += 1;
      return say({ id, kind: 'answer', answer: { kind: 'stopped' } });
    }
    say({ id, kind: 'answer', answer: answerAt(desk, question) });
  } catch (error) {
    if (error instanceof FileNotOpened) return refuse(id, notOpened);
    say({ id, kind: 'fault', message: error instanceof Error ? error.message : String(error) });
  }
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => void answer(data));
