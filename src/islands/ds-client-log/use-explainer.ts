import { useEffect, useRef, useState } from 'preact/hooks';
import { failureNote } from './failure-words.ts';
import { linkTo, numbersIn, type Shown } from './log-link.ts';
import type { LogExplainerProps } from './LogExplainer.tsx';
import { logQuestions } from './log-questions.ts';
import type { LogSession } from './log-session.ts';
import type { ReaderClient } from './reader-client.ts';
import type { Saved } from './save.ts';
import { shareLinks } from './share-links.ts';
import { useStore } from './store.ts';
import { useAddress } from './use-address.ts';
import { useLog } from './use-log.ts';
import { noValues, useNumbers } from './use-numbers.ts';
import type { Arrangement, Corrections, LogView } from './view.ts';

type Given = Pick<LogExplainerProps, 'first' | 'addresses' | 'links' | 'addressBar'>;

/** What is shown, and the address as a link to it. */
function useShown({ first, addresses, links, addressBar }: Given) {
  const { session, client } = useLog(first, addresses);
  // Parts that are left alone keep their handlers: these look at what is shown when they are called.
  const typed = useRef(noValues);
  const shownNow = (): Shown => ({ ...session.state.get(), numbers: typed.current });
  const address = useAddress(addressBar, (link) => {
    session.actions.follow(link);
    return numbers.followNumbers(numbersIn(link));
  });
  const writeAddress = (edit: Partial<Shown>) => {
    // Lines of a link are about to be shown: what is done meanwhile is over with them, and they are not.
    if (!session.isReadingLines()) address.write(linkTo({ ...shownNow(), ...edit }));
  };
  const numbers = useNumbers(client, (values, isTyped) => {
    typed.current = values;
    if (isTyped) writeAddress({ numbers: values });
  });
  const sharing = shareLinks(links, shownNow);
  return { session, client, address, writeAddress, numbers, sharing, shownNow };
}

const notCome = failureNote({ kind: 'not-started', message: '' }, 'Nothing was saved.').text;

/** Saving, and what could not be saved: the parts that make a file did not come, or the worker failed. */
function useSaving({ state, actions }: LogSession, client: ReaderClient) {
  const [notSaved, setNotSaved] = useState<{ what: Saved; text: string } | null>(null);
  const save = async (what: Saved) => {
    // What is told once more is told anew.
    setNotSaved(null);
    if (!state.get().late) await actions.warmUp();
    const { late } = state.get();
    const text = late ? await late.save(client, what) : notCome;
    setNotSaved(text === null ? null : { what, text });
  };
  return { notSaved, save, closeNotSaved: () => setNotSaved(null) };
}

/** The state of the tool and what can be done with it; each change of what is shown is in the address. */
export function useExplainer(given: Given) {
  const { session, client, address, writeAddress, numbers, sharing, shownNow } = useShown(given);
  const { actions } = session;
  const state = useStore(session.state);
  const [live, setLive] = useState(false);

  const arrange = (edit: Partial<Arrangement>) => {
    actions.arrange(edit);
    writeAddress({ arrangement: { ...session.state.get().arrangement, ...edit } });
  };
  const correct = (edit: Corrections) => {
    actions.correct(edit);
    writeAddress({ corrections: { ...session.state.get().corrections, ...edit } });
  };
  /** Leads to a line of the log that `view` is of. */
  const showLine = (view: LogView, row: number) => {
    // For a few frames a part may still show the log from before, whose rows are others.
    if (session.state.get().view !== view) return;
    const told = view.columns.find(({ field }) => field === 'completion' || field === 'text');
    actions.showLine({ row, column: told?.index ?? 0 });
  };
  /** Once a log is open, or was not read, the address says what is shown, unless a link is still followed. */
  const leaveLinesAfter = async (read: unknown) => {
    await read;
    if (!session.isReadingLines()) address.leaveLines(linkTo(shownNow()));
  };
  /** Lines that do not come once more either are still to come: they stay in the address. */
  const readAgain = async (again: () => Promise<unknown>) => {
    await again();
    if (session.state.get().phase.kind === 'read') await leaveLinesAfter(null);
  };
  const openFiles = (files: Iterable<File>) =>
    void leaveLinesAfter(
      actions.openTogether(Array.from(files, (file) => ({ kind: 'file', file }))),
    );

  useEffect(() => {
    setLive(true);
    // What was dropped before is handed over by the page's first script (shell/keep-dropped.js): here,
    // where a link was followed already. As with a log that is dropped later, it wins over lines of a link.
    dispatchEvent(new CustomEvent('log-tool-ready', { detail: openFiles }));
  }, []);

  const asking = logQuestions(client);
  const saving = useSaving(session, client);
  return {
    session,
    state,
    live,
    address,
    numbers,
    sharing,
    asking,
    arrange,
    correct,
    showLine,
    saving,
    leaveLinesAfter,
    readAgain,
    openFiles,
  };
}
