import type { LogOpener } from './log-opener.ts';
import type { LogState, NotRead } from './log-state.ts';
import { nameOf } from './opened-state.ts';
import type { LogSource } from './protocol.ts';
import type { Store } from './store.ts';

const tooMany = 'Two logs are shown together, no more. Open this one by itself.';

/**
 * Opens logs that came at once: the first that can be read, and the one after it beside it. Those that
 * could not be read, and those beyond two, are told. The last failure of all is told by the phase.
 */
export async function openTogether(
  sources: readonly LogSource[],
  state: Store<LogState>,
  opener: Pick<LogOpener, 'open' | 'addBeside'>,
): Promise<void> {
  const notRead: NotRead[] = [];
  let at = 0;
  while (at < sources.length) {
    const source = sources[at];
    at += 1;
    // oxlint-disable-next-line no-await-in-loop -- whether a log is needed depends on the one before
    if (!source || (await opener.open(source))) break;
    const { phase } = state.get();
    // Stopped, or another log was opened meanwhile: these are nobody's business any more.
    if (phase.kind !== 'failed' || phase.isStopped) return;
    if (phase.again) {
      // The reader has not come, and would not for the next one either: they wait together.
      const left = sources.slice(at - 1);
      const again = () => openTogether(left, state, opener);
      return state.set({ ...state.get(), phase: { ...phase, again } });
    }
    if (at < sources.length) notRead.push({ name: phase.name, notes: phase.notes });
  }
  const [second, ...more] = sources.slice(at);
  for (const source of more)
    notRead.push({ name: nameOf(source), notes: [{ severity: 'info', text: tooMany }] });
  if (notRead.length > 0) state.set({ ...state.get(), notRead });
  // Who waits waits for the open log, and not for what is added to it.
  if (second) void opener.addBeside(second);
}
