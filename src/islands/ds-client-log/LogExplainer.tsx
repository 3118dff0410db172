import { useEffect, useState } from 'preact/hooks';
import { readPermalink } from '../../core/ds-client-log/permalink.ts';
import { Answer } from './Answer.tsx';
import { DropTarget } from './DropTarget.tsx';
import { EventGroups } from './EventGroups.tsx';
import { ExplanationPanel } from './ExplanationPanel.tsx';
import { Filters } from './Filters.tsx';
import { LeftOut } from './LeftOut.tsx';
import { linkTo, numbersIn, type Shown } from './log-link.ts';
import { LogTable } from './LogTable.tsx';
import { NumbersMode } from './NumbersMode.tsx';
import { ReadingStatus } from './ReadingStatus.tsx';
import { ReadingStrip } from './ReadingStrip.tsx';
import type { ReaderAddresses } from './reader-client.ts';
import { saveText } from './save-text.ts';
import { Share } from './Share.tsx';
import type { SiteLinks } from './site-links.ts';
import { SourcePicker } from './SourcePicker.tsx';
import { useLog, type FirstLog } from './use-log.ts';
import { noValues, useNumbers } from './use-numbers.ts';
import type { Arrangement, Corrections } from './view.ts';

export interface LogExplainerProps {
  readonly first: FirstLog;
  readonly addresses: ReaderAddresses;
  readonly links: SiteLinks;
  /** Whether the page's address carries the view: not in an article, whose fragments are headings. */
  readonly addressBar: boolean;
}

const absolute = (path: string): string => new URL(path, location.href).href;

const embedCode = (address: string): string =>
  `<iframe src="${address}" title="DS-Client log explainer" width="100%" height="1400" loading="lazy"></iframe>`;

/** The log explainer. Without a script it shows the sample explained; with one, any log. */
export function LogExplainer({ first, addresses, links, addressBar }: LogExplainerProps) {
  const { state, actions, client } = useLog(first, addresses);
  const [values, setValues] = useState(noValues);
  const [live, setLive] = useState(false);
  const shown: Shown = { ...state, numbers: values };
  const writeAddress = (edit: Partial<Shown>) => {
    if (addressBar) history.replaceState(history.state, '', linkTo({ ...shown, ...edit }));
  };
  const { numbers, explanations, changeNumbers } = useNumbers(client, (numberValues) => {
    setValues(numberValues);
    writeAddress({ numbers: numberValues });
  });

  useEffect(() => {
    setLive(true);
    if (!addressBar || !location.hash.includes('=')) return;
    const { link } = readPermalink(location.hash);
    const typed = numbersIn(link);
    actions.follow(link);
    if (Object.values(typed).some((text) => text !== '')) changeNumbers(typed);
  }, []);

  const { view } = state;
  const caption = view.kind === 'activity-log' ? 'Activity log' : 'Event log';
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
    actions.choose({ row, column: told?.index ?? 0 });
    document.querySelector('.log-lines')?.scrollIntoView({ block: 'start' });
  };
  const saveLeftOut = async () => {
    const answer = await client.ask({ kind: 'left-out' });
    if (answer.ok) saveText('rows-left-out.txt', answer.answer.text);
  };
  const reply = async (withNames: boolean) => {
    const answer = await client.ask({ kind: 'reply', withNames });
    return answer.ok ? answer.answer.text : null;
  };

  return (
    <DropTarget live={live} onDrop={(file) => void actions.open({ kind: 'file', file })}>
      <SourcePicker live={live} isReady={state.isReady} onOpen={actions.open} />
      <ReadingStatus phase={state.phase} onCancel={actions.cancel} onDismiss={actions.dismiss} />
      <Answer view={view} isSample={state.isSample} live={live} onShow={showLine} />
      <Share
        live={live}
        link={() => absolute(`${links.tool}${linkTo(shown)}`)}
        embed={() => embedCode(absolute(links.embed))}
        hasSecrets={view.hasSecrets}
        onReply={reply}
      />
      <EventGroups groups={view.groups} links={links} />
      <ReadingStrip view={view} corrections={state.corrections} live={live} onCorrect={correct} />
      <section class="log-lines" aria-label="The lines of the log">
        <Filters
          view={view}
          arrangement={state.arrangement}
          count={state.count}
          live={live}
          onArrange={arrange}
        />
        <div class="log-beside">
          <LogTable
            state={state}
            live={live}
            caption={caption}
            onSort={(sorting) => arrange({ sorting })}
            onChoose={actions.choose}
            onNeedPage={actions.needPage}
          />
          <ExplanationPanel
            explanation={state.explanation}
            links={links}
            follows={state.chosen !== null && state.chosen !== first.chosen}
          />
        </div>
        <p class="log-guide">
          <a href={links.columns}>Every column explained, with worked examples</a>
        </p>
      </section>
      <LeftOut view={view} live={live} onSave={() => void saveLeftOut()} />
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
