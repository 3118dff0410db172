/**
 * How long the main thread of a page was blocked: what the browser's own long-task observer reports,
 * each with the time that the page's thread itself worked in it.
 *
 * The observer measures by the clock on the wall. On a machine that does other work as well, a task of
 * five milliseconds that the system puts aside for sixty is reported as one of sixty-five, and no page
 * can do anything about that. The browser's trace says of the same task how long its thread was running
 * (`tdur`), so that the two can be told apart.
 */
import type { CDPSession, Page } from 'playwright-core';

/** Milliseconds. */
export interface Block {
  /** From the beginning of the watch. */
  readonly at: number;
  /** By the clock on the wall: what the observer reports. */
  readonly wall: number;
  /** Of them, how long the page's own thread was running. */
  readonly own: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds, as all times of a trace. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

interface Entry {
  readonly start: number;
  readonly duration: number;
}

declare global {
  interface Window {
    longTasks?: { readonly start: number; readonly duration: number }[];
  }
}

/** Runs in the page before its own scripts, so that it sees the first of their tasks as well. */
export function observeLongTasks(): void {
  const seen: { readonly start: number; readonly duration: number }[] = [];
  window.longTasks = seen;
  new PerformanceObserver((list) => {
    for (const { startTime: start, duration } of list.getEntries()) seen.push({ start, duration });
  }).observe({ type: 'longtask', buffered: true });
}

const categories = [
  'disabled-by-default-devtools.timeline', // RunTask, with its time on the thread
  'blink.user_timing', // the mark that ties the two clocks together
];

async function traced(
  session: CDPSession,
  work: () => Promise<void>,
): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) =>
    events.push(...(value as unknown as readonly TraceEvent[])),
  );
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories, excludedCategories: ['*'] },
  });
  try {
    await work();
  } finally {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
  }
  return events;
}

const markName = 'main-thread-watched';

/** The time that the thread worked in the task that an entry of the observer is about. */
function ownTime(entry: Entry, tasks: readonly TraceEvent[], clockOffset: number): number {
  const begun = entry.start * 1000 + clockOffset;
  const middle = begun + entry.duration * 500;
  const task = tasks.find(({ ts, dur = 0 }) => ts <= middle && middle <= ts + dur);
  // Without its like in the trace an entry counts in full. The two clocks differ by a millisecond or so.
  return Math.min(entry.duration, (task?.tdur ?? Infinity) / 1000);
}

/** What blocked the main thread of `page` for 50 ms or more while `journey` was made, in order. */
export async function blocksDuring(
  page: Page,
  journey: () => Promise<void>,
): Promise<readonly Block[]> {
  const browser = page.context().browser();
  if (!browser) throw new Error('The page belongs to no browser.');
  const session = await browser.newBrowserCDPSession();
  let markedAt = 0;
  const events = await traced(session, async () => {
    markedAt = await page.evaluate((name) => performance.mark(name).startTime, markName);
    await journey();
    await page.waitForTimeout(100); // entries come after the task is over
  });
  const entries = await page.evaluate(() => window.longTasks ?? []);
  await session.detach();
  const mark = events.find(({ name }) => name === markName);
  if (!mark) throw new Error('The trace does not show the page.');
  const clockOffset = mark.ts - markedAt * 1000;
  const isOfPage = ({ pid, tid }: TraceEvent) => pid === mark.pid && tid === mark.tid;
  const tasks = events.filter((event) => event.name === 'RunTask' && isOfPage(event));
  return entries
    .filter(({ start }) => start >= markedAt)
    .map((entry) => ({
      at: Math.round(entry.start - markedAt),
      wall: Math.round(entry.duration),
      own: Math.round(ownTime(entry, tasks, clockOffset)),
    }));
}

export const inWords = (blocks: readonly Block[]): string =>
  blocks.map(({ at, wall, own }) => `${wall} ms (${own} of its own) after ${at} ms`).join(', ') ||
  'none';
