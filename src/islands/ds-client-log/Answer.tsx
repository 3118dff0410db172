import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import { DayGrid } from '../../figures/ds-client-log/DayGrid.tsx';
import { RunTimeline } from '../../figures/ds-client-log/RunTimeline.tsx';
import { Flags, Tasks, Today } from './Findings.tsx';
import { PrintedLines } from './PrintedLines.tsx';
import { SetTable } from './SetTable.tsx';
import type { LogView } from './view.ts';

interface Props {
  readonly view: LogView;
  readonly isSample: boolean;
  readonly live: boolean;
  /** Shows the line a task or a flag is about. */
  readonly onShow: (row: number) => void;
}

/** What the log says in a sentence, set by set, then what to do about it and what else stands out. */
export function Answer({ view, isSample, live, onShow }: Props) {
  const [first = '', ...rest] = view.answer;
  const showing = { live, onShow };
  return (
    <div class="log-answer">
      <p class="log-of">
        {isSample ? (
          'A sample, with hosts that do not exist'
        ) : (
          <CellText text={view.name.slice(0, 120)} />
        )}
      </p>
      <h2>{first}</h2>
      <Today flags={view.flags} {...showing} />
      {rest.map((sentence) => (
        <p key={sentence}>
          <bdi>{sentence}</bdi>
        </p>
      ))}
      <SetTable statuses={view.setStatuses} />
      {view.figure?.kind === 'runs' && <RunTimeline figure={view.figure} />}
      {view.figure?.kind === 'days' && <DayGrid figure={view.figure} />}
      <Tasks tasks={view.tasks} {...showing} />
      <Flags flags={view.flags} {...showing} />
      <PrintedLines view={view} />
    </div>
  );
}
