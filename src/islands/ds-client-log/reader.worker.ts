import { readingOfLines } from '../../core/ds-client-log/lines-reading.ts';
import { openLog } from '../../core/ds-client-log/read-log.ts';
import { answerAt, emptyDesk, readOptions, type Desk } from './desk.ts';
import { inflateCapped } from './inflate.ts';
import type { Answered, Asked, LogSource, Question } from './protocol.ts';
import { sampleLog, sampleName } from './sample-log.ts';

/** Files beyond this are refused before they are read. */
const fileBytesMax = 256 * 1024 * 1024;

const say = (message: Answered): void => postMessage(message);

let desk: Desk | null = null;

type Unread = Exclude<LogSource, { readonly kind: 'lines' }>;

async function bytesOf(source: Unread): Promise<{ name: string; bytes: Uint8Array }> {
  switch (source.kind) {
    case 'sample':
      return { name: sampleName, bytes: new TextEncoder().encode(sampleLog) };
    case 'text':
      return { name: 'pasted text', bytes: new TextEncoder().encode(source.text) };
    case 'file': {
      const { file } = source;
      return { name: file.name ?? 'file', bytes: new Uint8Array(await file.arrayBuffer()) };
    }
    default:
      return source satisfies never;
  }
}

const isTooBig = (source: Unread): boolean =>
  source.kind === 'file' && source.file.size > fileBytesMax;

async function open(id: number, question: Extract<Question, { kind: 'open' }>): Promise<void> {
  const { source, corrections, catalogue } = question;
  desk ??= emptyDesk(catalogue);
  if (source.kind === 'lines') {
    const opened = desk.open('lines from a link', readingOfLines(source.lines), true);
    say({ id, kind: 'answer', answer: opened });
    return;
  }
  if (isTooBig(source)) {
    const text = 'This file is larger than 256 MiB. Save a shorter range of days and try again.';
    say({ id, kind: 'answer', answer: { kind: 'refused', notes: [{ severity: 'error', text }] } });
    return;
  }
  say({ id, kind: 'progress', stage: 'Taking in the file' });
  const { name, bytes } = await bytesOf(source);
  say({ id, kind: 'progress', stage: 'Working out columns, numbers and dates' });
  const reading = await openLog(bytes, inflateCapped, readOptions(corrections));
  say({ id, kind: 'answer', answer: desk.open(name, reading) });
}

async function answer({ id, question }: Asked): Promise<void> {
  try {
    if (question.kind === 'open') return await open(id, question);
    desk ??= emptyDesk({ columns: [], messages: [] });
    say({ id, kind: 'answer', answer: answerAt(desk, question) });
  } catch (error) {
    say({ id, kind: 'fault', message: error instanceof Error ? error.message : String(error) });
  }
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => void answer(data));
