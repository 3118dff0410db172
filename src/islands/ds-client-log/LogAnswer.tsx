import { Answer } from './Answer.tsx';
import { Drawing } from './Drawing.tsx';
import { Flags, Tasks } from './Findings.tsx';
import { Kept } from './Kept.tsx';
import { saidOf, type PartProps } from './log-turns.ts';
import { PrintedLines } from './PrintedLines.tsx';
import { SetTable } from './SetTable.tsx';

/** What an open log says: the answer, its drawings, and what to do. */
export function LogAnswer({ state, live, isDue, onShow, onDay, onChart }: PartProps) {
  const { view, isSample, late, beside } = state;
  const { tasks, tasksMore } = saidOf(state);
  const showing = { live, onShow };
  return (
    <div class="log-answer">
      <Kept isDue={isDue('answer')} of={[view, isSample, live]}>
        <Answer view={view} isSample={isSample} {...showing} />
      </Kept>
      <Kept isDue={isDue('sets')} of={[view]}>
        <SetTable statuses={view.setStatuses} />
      </Kept>
      <Kept isDue={isDue('figure')} of={[view, late]}>
        <Drawing figure={view.figure} late={late} />
      </Kept>
      <Kept isDue={isDue('figure')} of={[view, live, late]}>
        {late && view.figure?.kind === 'days' && (
          <late.OneDay figure={view.figure} live={live} onDay={onDay} />
        )}
      </Kept>
      <Kept isDue={isDue('tasks')} of={[view, beside, live]}>
        <Tasks tasks={tasks} more={tasksMore} {...showing} />
      </Kept>
      <Kept isDue={isDue('flags')} of={[view, live]}>
        <Flags flags={view.flags} {...showing} />
      </Kept>
      <Kept isDue={isDue('chart')} of={[view, live, late]}>
        {late && view.chart && <late.SetCharts first={view.chart} {...showing} onChart={onChart} />}
      </Kept>
      <Kept isDue={isDue('paper')} of={[view]}>
        <PrintedLines view={view} />
      </Kept>
    </div>
  );
}
