import { Kept } from './Kept.tsx';
import { Lines } from './Lines.tsx';
import { LogAnswer } from './LogAnswer.tsx';
import { saidOf, turns, type LogPartsProps, type PartProps } from './log-turns.ts';
import { pageRows } from './protocol.ts';
import { ReadingStrip } from './ReadingStrip.tsx';
import { Share } from './Share.tsx';
import { virtualAbove } from './table-window.ts';
import { useStages } from './use-stages.ts';

/** The second log, and what was said during the runs. */
function EventsPart(props: PartProps) {
  const { state, actions, besideProgress, live, isDue } = props;
  const { view, isSample, late, beside } = state;
  const { groups, groupsMore } = saidOf(state);
  return (
    <Kept isDue={isDue('events')} of={[view, late, beside, live]}>
      {late && !isSample && !view.isExcerpt && (
        <late.Beside
          {...{ view, beside, live }}
          onAdd={actions.addBeside}
          progress={besideProgress}
          onStop={actions.stopBeside}
        />
      )}
      {late && <late.EventGroups {...props} groups={groups} more={groupsMore} />}
    </Kept>
  );
}

/** The lines of the log, between how it was read and what was left out of it. */
function LinesPart(props: PartProps) {
  const { state, live, hasChosen, isDue, onCorrect, onSave } = props;
  const { view, corrections, late } = state;
  return (
    <>
      <Kept isDue={isDue('reading')} of={[view, corrections, live]}>
        {!view.isExcerpt && <ReadingStrip {...{ view, corrections, live, onCorrect }} />}
      </Kept>
      <Kept isDue={isDue('lines')} of={[state, live, hasChosen]}>
        <Lines {...props} />
      </Kept>
      <Kept isDue={isDue('reading')} of={[view, live, late]}>
        {late && <late.LeftOut view={view} live={live} onSave={() => onSave('left-out')} />}
      </Kept>
    </>
  );
}

/** An open log, part by part: what it says, then its lines, and how it was read. */
export function LogParts(props: LogPartsProps) {
  const { state, live, share } = props;
  const { view, late, chosen, count } = state;
  const { secrets, isExcerpt } = view;
  const stage = useStages(view, turns.length);
  const isDrawn = count > virtualAbove || state.pages.size * pageRows >= count;
  const isBusy = stage < turns.length || !view.isJudged || !isDrawn;
  const part: PartProps = { ...props, isDue: (turn) => turns.indexOf(turn) < stage };
  return (
    <div class="log-parts" aria-busy={isBusy ? true : undefined}>
      <LogAnswer {...part} />
      <Kept isDue of={[secrets, isExcerpt, live, chosen, count, share.lines.shown, late]}>
        <Share {...{ live, secrets, isExcerpt, late, ...share }} onLate={props.actions.warmUp} />
      </Kept>
      <EventsPart {...part} />
      <LinesPart {...part} />
    </div>
  );
}
