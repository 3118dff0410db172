import type { ComponentProps } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Answer } from './Answer.tsx';
import { DropTarget } from './DropTarget.tsx';
import { EventGroups } from './EventGroups.tsx';
import { LeftOut } from './LeftOut.tsx';
import { Lines } from './Lines.tsx';
import { LinkNoteBox } from './LinkNoteBox.tsx';
import { linkTo, numbersIn, type Shown } from './log-link.ts';
import { NumbersMode } from './NumbersMode.tsx';
import { ReadingStatus } from './ReadingStatus.tsx';
import { ReadingStrip } from './ReadingStrip.tsx';
import type { ReaderAddresses } from './reader-client.ts';
import { saveText } from './save-text.ts';
import { Share } from './Share.tsx';
import { ShownBefore } from './ShownBefore.tsx';
import { leads, type SiteLinks } from './site-links.ts';
import { SourcePicker } from './SourcePicker.tsx';
import { useAddress } from './use-address.ts';
import { chosenLine, useLog, type FirstLog } from './use-log.ts';
import { noValues, useNumbers } from './use-numbers.ts';
import { wholeLog, type Arrangement, type Corrections } from './view.ts';

export interface LogExplainerProps {
  readonly first: FirstLog;
  readonly addresses: ReaderAddresses;
  readonly links: SiteLinks;
  /** Whether the page's address carries the view: not in an article, whose fragments are headings. */
  readonly addressBar: boolean;
}

const absolute = (path: string): string => new URL(path, location.href).href;

const embedCode = (address: string): string =>
  `<iframe src="${address}" title="DS-Client log explainer" width="100%" height="2400" loading="lazy" allow="clipboard-write"></iframe>`;

/** A link with lines holds them and nothing of how their log was read: they are values by then. */
const unchanged = { corrections: {}, arrangement: wholeLog, numbers: noValues } as const;

/** The log explainer. Without a script it shows the sample explained; with one, any log. */
export function LogExplainer({ first, addresses, links, addressBar }: LogExplainerProps) {
  const { state, actions, client } = useLog(first, addresses);
  const [values, setValues] = useState(noValues);
  const [live, setLive] = useState(false);
  const shown: Shown = { ...state, numbers: values };
  const address = useAddress(addressBar, (link) => {
    const typed = numbersIn(link);
    actions.follow(link);
    if (Object.values(typed).some((text) => text !== '')) changeNumbers(typed);
  });
  const writeAddress = (edit: Partial<Shown>) => address.write(linkTo({ ...shown, ...edit }));
  const { numbers, explanations, changeNumbers } = useNumbers(client, (numberValues) => {
    setValues(numberValues);
    writeAddress({ numbers: numberValues });
  });

  useEffect(() => setLive(true), []);

  const { view } = state;
  const told = view.columns.find(({ field }) => field === 'completion' || field === 'text');
  const arrange = (edit: Partial<Arrangement>) => {
    actions.arrange(edit);
    writeAddress({ arrangement: { ...state.arrangement, ...edit } });
  };
  const correct = (edit: Corrections) => {
    actions.correct(edit);
    writeAddress({ corrections: { ...state.corrections, ...edit } });
  };
  const showLine = (row: number) => {
    actions.showLine({ row, column: told?.index ?? 0 });
  };
  const saveLeftOut = async () => {
    const answer = await client.ask({ kind: 'left-out' });
    if (answer.ok) saveText('rows-left-out.txt', answer.answer.text);
  };
  const reply = async (withNames: boolean) => {
    const answer = await client.ask({ kind: 'reply', withNames });
    return answer.ok ? answer.answer.text : null;
  };

  const { phase } = state;
  const shareLines: ComponentProps<typeof Share>['lines'] = {
    chosen: chosenLine(state),
    count: state.count,
    // The same object for as long as the same lines are shown.
    shown: state.pages.get(0),
    link: (lines) => absolute(`${links.tool}${linkTo({ ...shown, ...unchanged, lines })}`),
    onAsk: async (asked) => {
      const answer = await client.ask({ kind: 'share-lines', ...asked });
      return answer.ok ? answer.answer : null;
    },
  };

  return (
    <DropTarget live={live} onDrop={(file) => void actions.open({ kind: 'file', file })}>
      {links.isFramed && (
        <p class="log-guide">
          <a {...leads(links, links.tool)}>Open in the knowledge base</a>
        </p>
      )}
      {address.note && (
        <LinkNoteBox note={address.note} isSample={state.isSample} onClose={address.closeNote} />
      )}
      <SourcePicker live={live} isReady={state.isReady} onOpen={actions.open} />
      <ReadingStatus phase={phase} onCancel={actions.cancel} onDismiss={actions.dismiss} />
      <ShownBefore isOld={phase.kind === 'failed' && !phase.isStopped} name={view.name}>
        <Answer view={view} isSample={state.isSample} live={live} onShow={showLine} />
        <Share
          live={live}
          link={() => absolute(`${links.tool}${linkTo(shown)}`)}
          embed={() => embedCode(absolute(links.embed))}
          hasSecrets={view.hasSecrets}
          isExcerpt={view.isExcerpt}
          onReply={reply}
          lines={shareLines}
        />
        <EventGroups groups={view.groups} links={links} />
        {!view.isExcerpt && (
          <ReadingStrip
            view={view}
            corrections={state.corrections}
            live={live}
            onCorrect={correct}
          />
        )}
        <Lines
          state={state}
          actions={actions}
          live={live}
          links={links}
          hasChosen={state.chosen !== null && state.chosen !== first.chosen}
          onArrange={arrange}
        />
        <LeftOut view={view} live={live} onSave={() => void saveLeftOut()} />
      </ShownBefore>
      <NumbersMode
        numbers={numbers}
        explanations={explanations}
        live={live}
        links={links}
        onChange={changeNumbers}
      />
    </DropTarget>
  );
}
