import type { RunsFigure } from '../../figures/ds-client-log/log-figure.ts';
import { Answer } from './Answer.tsx';
import { Drawing } from './Drawing.tsx';
import { Flags, Tasks } from './Findings.tsx';
import { Kept } from './Kept.tsx';
import { Lines } from './Lines.tsx';
import type { LogActions, LogSession } from './log-session.ts';
import type { LogState } from './log-state.ts';
import type { MorePaths } from './Paths.tsx';
import { pageRows } from './protocol.ts';
import { PrintedLines } from './PrintedLines.tsx';
import { ReadingStrip } from './ReadingStrip.tsx';
import type { Saved } from './save.ts';
import { SetTable } from './SetTable.tsx';
import { Share, type ShareProps } from './Share.tsx';
import type { SiteLinks } from './site-links.ts';
import { virtualAbove } from './table-window.ts';
import { useStages } from './use-stages.ts';
import type { ChartChoice, ChartView } from './set-view.ts';
import type { Arrangement, Corrections } from './view.ts';

interface Props {
  readonly state: LogState;
  readonly actions: LogActions;
  readonly besideProgress: LogSession['besideProgress'];
  readonly live: boolean;
  readonly links: SiteLinks;
  readonly share: Pick<ShareProps, 'link' | 'embed' | 'onReply' | 'lines'>;
  /** The reader has chosen a cell of this log. */
  readonly hasChosen: boolean;
  readonly onArrange: (edit: Partial<Arrangement>) => void;
  readonly onCorrect: (edit: Corrections) => void;
  readonly onChart: (choice: ChartChoice) => Promise<ChartView | null>;
  readonly onDay: (day: number) => Promise<RunsFigure | null>;
  readonly onPaths: (group: number, from: number) => Promise<MorePaths | null>;
  readonly onShow: (row: number) => void;
  readonly onSave: (what: Saved) => void;
}

/** Parts that are drawn in frames of their own, in the order in which they are drawn. */
const turns = [
  'answer',
  'lines',
  'sets',
  'figure',
  'findings',
  'chart',
  'events',
  'reading',
  'paper',
] as const;

/** An open log, part by part: what it says, then its lines, and how it was read. */
export function LogParts(props: Props) {
  const { state, actions, live, links, share, hasChosen } = props;
  const { onArrange, onCorrect, onChart, onDay, onPaths, onShow, onSave } = props;
  const { view, isSample, corrections, late, beside } = state;
  // With a second log, what to do and what was said are those of both.
  const said = beside.kind === 'read' ? beside.view : view;
  const stage = useStages(view, turns.length);
  const isDue = (part: (typeof turns)[number]) => turns.indexOf(part) < stage;
  const isDrawn = state.count > virtualAbove || state.pages.size * pageRows >= state.count;
  const isBusy = stage < turns.length || !view.isJudged || !isDrawn;
  const showing = { live, onShow };
  return (
    <div class="log-parts" aria-busy={isBusy ? true : undefined}>
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
        <Kept isDue={isDue('findings')} of={[view, beside, live]}>
          <Tasks tasks={said.tasks} more={said.tasksMore} {...showing} />
          <Flags flags={view.flags} {...showing} />
        </Kept>
        <Kept isDue={isDue('chart')} of={[view, live, late]}>
          {late && view.chart && (
            <late.SetCharts first={view.chart} {...showing} onChart={onChart} />
          )}
        </Kept>
        <Kept isDue={isDue('paper')} of={[view]}>
          <PrintedLines view={view} />
        </Kept>
      </div>
      <Kept
        isDue
        of={[
          view.secrets,
          view.isExcerpt,
          live,
          state.chosen,
          state.count,
          share.lines.shown,
          late,
        ]}
      >
        <Share
          live={live}
          secrets={view.secrets}
          isExcerpt={view.isExcerpt}
          late={late}
          onLate={actions.warmUp}
          {...share}
        />
      </Kept>
      <Kept isDue={isDue('events')} of={[view, late, beside, live]}>
        {late && !isSample && !view.isExcerpt && (
          <late.Beside
            view={view}
            beside={beside}
            live={live}
            onAdd={actions.addBeside}
            progress={props.besideProgress}
            onStop={actions.stopBeside}
          />
        )}
        {late && (
          <late.EventGroups
            groups={said.groups}
            more={said.groupsMore}
            onPaths={onPaths}
            links={links}
            {...showing}
          />
        )}
      </Kept>
      <Kept isDue={isDue('reading')} of={[view, corrections, live]}>
        {!view.isExcerpt && (
          <ReadingStrip view={view} corrections={corrections} live={live} onCorrect={onCorrect} />
        )}
      </Kept>
      <Kept isDue={isDue('lines')} of={[state, live, hasChosen]}>
        <Lines {...{ state, actions, live, links, hasChosen, onArrange, onSave }} />
      </Kept>
      <Kept isDue={isDue('reading')} of={[view, live, late]}>
        {late && <late.LeftOut view={view} live={live} onSave={() => onSave('left-out')} />}
      </Kept>
    </div>
  );
}
