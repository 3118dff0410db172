import { useEffect, useState } from 'preact/hooks';
import { Answer } from './Answer.tsx';
import { DropTarget } from './DropTarget.tsx';
import { EventGroups } from './EventGroups.tsx';
import { ExplanationPanel } from './ExplanationPanel.tsx';
import { Filters } from './Filters.tsx';
import { LeftOut } from './LeftOut.tsx';
import { LogTable } from './LogTable.tsx';
import { NumbersMode } from './NumbersMode.tsx';
import { ReadingStatus } from './ReadingStatus.tsx';
import { ReadingStrip } from './ReadingStrip.tsx';
import type { ReaderAddresses } from './reader-client.ts';
import { saveText } from './save-text.ts';
import type { SiteLinks } from './site-links.ts';
import { SourcePicker } from './SourcePicker.tsx';
import { useLog, type FirstLog } from './use-log.ts';
import { useNumbers } from './use-numbers.ts';

export interface LogExplainerProps {
  readonly first: FirstLog;
  readonly addresses: ReaderAddresses;
  readonly links: SiteLinks;
}

/** The log explainer. Without a script it shows the sample explained; with one, any log. */
export function LogExplainer({ first, addresses, links }: LogExplainerProps) {
  const { state, actions, client } = useLog(first, addresses);
  const { numbers, explanations, changeNumbers } = useNumbers(client);
  const [live, setLive] = useState(false);
  useEffect(() => setLive(true), []);

  const { view } = state;
  const caption = view.kind === 'activity-log' ? 'Activity log' : 'Event log';
  const completion = view.columns.find(
    ({ field }) => field === 'completion' || field === 'description',
  );
  const showLine = (row: number) => {
    actions.choose({ row, column: completion?.index ?? 0 });
    document.querySelector('.log-table')?.scrollIntoView({ block: 'nearest' });
  };
  const saveLeftOut = async () => {
    const answer = await client.ask({ kind: 'left-out' });
    if (answer.ok) saveText('rows-left-out.txt', answer.answer.text);
  };

  return (
    <DropTarget live={live} onDrop={(file) => void actions.open({ kind: 'file', file })}>
      <SourcePicker live={live} onOpen={actions.open} onReach={actions.warmUp} />
      <ReadingStatus phase={state.phase} onCancel={actions.cancel} onDismiss={actions.dismiss} />
      <Answer view={view} isSample={state.isSample} live={live} onShow={showLine} />
      <EventGroups groups={view.groups} links={links} />
      <ReadingStrip
        view={view}
        corrections={state.corrections}
        live={live}
        onCorrect={actions.correct}
      />
      <section class="log-lines" aria-label="The lines of the log">
        <Filters
          view={view}
          arrangement={state.arrangement}
          count={state.count}
          live={live}
          onArrange={actions.arrange}
        />
        <div class="log-beside">
          <LogTable
            state={state}
            live={live}
            caption={caption}
            onSort={(sorting) => actions.arrange({ sorting })}
            onChoose={actions.choose}
            onNeedPage={actions.needPage}
          />
          <ExplanationPanel explanation={state.explanation} links={links} />
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
