import { useEffect, useRef, useState } from 'preact/hooks';
import { DropTarget } from './DropTarget.tsx';
import { Kept } from './Kept.tsx';
import { linkTo, numbersIn, type Shown } from './log-link.ts';
import { LogParts, type Saved } from './LogParts.tsx';
import { chosenLine, type FirstLog } from './log-state.ts';
import { NumbersMode } from './NumbersMode.tsx';
import { ReadingStatus } from './ReadingStatus.tsx';
import type { ReaderAddresses } from './reader-load.ts';
import { saveFile, saveText } from './save-text.ts';
import type { ShareProps } from './Share.tsx';
import { ShownBefore } from './ShownBefore.tsx';
import { leads, type SiteLinks } from './site-links.ts';
import { SourcePicker } from './SourcePicker.tsx';
import { useStore } from './store.ts';
import { useAddress } from './use-address.ts';
import { useLog } from './use-log.ts';
import { noValues, useNumbers } from './use-numbers.ts';
import type { ChartChoice } from './set-view.ts';
import { wholeLog, type Arrangement, type Corrections } from './view.ts';

export interface LogExplainerProps {
  readonly first: FirstLog;
  readonly addresses: ReaderAddresses;
  readonly links: SiteLinks;
  /** Whether the page's address carries the view: not in an article, whose fragments are headings. */
  readonly addressBar: boolean;
}

const absolute = (path: string): string => new URL(path, location.href).href;

/**
 * What the tool takes up depends on the log that is opened, from 2,000 to 10,000 px and more, and a
 * frame does not grow with it. So the frame is a window of its own that scrolls within itself.
 */
const embedCode = (address: string): string =>
  `<iframe src="${address}" title="DS-Client log explainer" width="100%" height="900" loading="lazy" allow="clipboard-write"></iframe>`;

/** A link with lines holds them and nothing of how their log was read: they are values by then. */
const unchanged = { corrections: {}, arrangement: wholeLog, numbers: noValues } as const;

/** The log explainer. Without a script it shows the sample explained; with one, any log. */
export function LogExplainer({ first, addresses, links, addressBar }: LogExplainerProps) {
  const { session, client } = useLog(first, addresses);
  const { actions, progress } = session;
  const state = useStore(session.state);
  const [values, setValues] = useState(noValues);
  const [live, setLive] = useState(false);
  // Parts that are left alone keep their handlers: these look at what is shown when they are called.
  const typed = useRef(values);
  const shownNow = (): Shown => ({ ...session.state.get(), numbers: typed.current });
  const address = useAddress(addressBar, (link) => {
    actions.follow(link);
    return followNumbers(numbersIn(link));
  });
  const writeAddress = (edit: Partial<Shown>) => address.write(linkTo({ ...shownNow(), ...edit }));
  const { numbers, explanations, changeNumbers, followNumbers } = useNumbers(
    client,
    (numberValues) => {
      typed.current = numberValues;
      setValues(numberValues);
      writeAddress({ numbers: numberValues });
    },
  );

  useEffect(() => setLive(true), []);

  const { view, phase } = state;
  const arrange = (edit: Partial<Arrangement>) => {
    actions.arrange(edit);
    writeAddress({ arrangement: { ...session.state.get().arrangement, ...edit } });
  };
  const correct = (edit: Corrections) => {
    actions.correct(edit);
    writeAddress({ corrections: { ...session.state.get().corrections, ...edit } });
  };
  const showLine = (row: number) => {
    // For a few frames a part may still show the log from before, whose rows are others.
    if (session.state.get().view !== view) return;
    const told = view.columns.find(({ field }) => field === 'completion' || field === 'text');
    actions.showLine({ row, column: told?.index ?? 0 });
  };
  const save = async (what: Saved) => {
    if (what === 'left-out') {
      const answer = await client.ask({ kind: 'left-out' });
      if (answer.ok) saveText('rows-left-out.txt', answer.answer.text);
      return;
    }
    const answer = await client.ask({ kind: 'export', form: what });
    if (answer.ok) saveFile(what === 'csv' ? 'log-lines.csv' : 'log-lines.txt', answer.answer.file);
  };
  const chart = async (choice: ChartChoice) => {
    const answer = await client.ask({ kind: 'chart', choice });
    return answer.ok ? answer.answer.chart : null;
  };
  const day = async (of: number) => {
    const answer = await client.ask({ kind: 'day', day: of });
    return answer.ok ? answer.answer.figure : null;
  };
  const paths = async (group: number, from: number) => {
    const answer = await client.ask({ kind: 'paths', group, from });
    return answer.ok ? answer.answer : null;
  };
  /** Once a log is open, the address says so, unless a link with lines is what is shown. */
  const opening = async (read: Promise<unknown>) => {
    await read;
    const { phase: now, lines } = session.state.get();
    if (now.kind === 'read' && lines === null) address.leaveLines(linkTo(shownNow()));
  };
  const openFiles = (files: Iterable<File>) =>
    void opening(actions.openTogether(Array.from(files, (file) => ({ kind: 'file', file }))));
  const reply = async (withNames: boolean) => {
    const answer = await client.ask({ kind: 'reply', withNames });
    return answer.ok ? answer.answer : null;
  };

  const shareLines: ShareProps['lines'] = {
    chosen: chosenLine(state),
    count: state.count,
    // The same object for as long as the same lines are shown.
    shown: state.pages.get(0),
    link: (lines) => absolute(`${links.tool}${linkTo({ ...shownNow(), ...unchanged, lines })}`),
    onAsk: async (asked) => {
      const answer = await client.ask({ kind: 'share-lines', ...asked });
      return answer.ok ? answer.answer : null;
    },
  };

  return (
    <DropTarget live={live} onDrop={openFiles}>
      {links.isFramed && (
        <p class="log-guide">
          <a {...leads(links, links.tool)}>Open in the knowledge base</a>
        </p>
      )}
      {state.late && (
        <state.late.LinkNoteBox
          followed={address.followed}
          isSample={state.isSample}
          madeWay={state.madeWay}
          onReopen={() => void opening(actions.reopen())}
          onClose={address.closeNote}
        />
      )}
      <SourcePicker
        live={live}
        isReady={state.late !== null}
        onOpen={(source) => void opening(actions.open(source))}
        onFiles={openFiles}
      />
      <ReadingStatus
        phase={phase}
        notRead={state.notRead}
        progress={progress}
        onCancel={actions.cancel}
        onDismiss={actions.dismiss}
        onAgain={(again) => void opening(again())}
      />
      <ShownBefore isOld={phase.kind === 'failed' && !phase.isStopped} name={view.name}>
        <LogParts
          state={state}
          actions={actions}
          besideProgress={session.besideProgress}
          live={live}
          links={links}
          share={{
            link: () => absolute(`${links.tool}${linkTo(shownNow())}`),
            embed: () => embedCode(absolute(links.embed)),
            onReply: reply,
            lines: shareLines,
          }}
          hasChosen={state.chosen !== null && state.chosen !== first.chosen}
          onArrange={arrange}
          onCorrect={correct}
          onChart={chart}
          onDay={day}
          onPaths={paths}
          onShow={showLine}
          onSave={save}
        />
      </ShownBefore>
      <Kept isDue of={[numbers, explanations, live]}>
        <NumbersMode
          numbers={numbers}
          explanations={explanations}
          live={live}
          links={links}
          onChange={changeNumbers}
        />
      </Kept>
    </DropTarget>
  );
}
