import { DropTarget } from './DropTarget.tsx';
import { Kept } from './Kept.tsx';
import { LogParts } from './LogParts.tsx';
import { chosenLine, type FirstLog } from './log-state.ts';
import { NotDone } from './NotDone.tsx';
import { NumbersMode } from './NumbersMode.tsx';
import { ReadingStatus } from './ReadingStatus.tsx';
import type { ReaderAddresses } from './reader-load.ts';
import type { ShareProps } from './Share.tsx';
import { ShownBefore } from './ShownBefore.tsx';
import { leads, type SiteLinks } from './site-links.ts';
import { SourcePicker } from './SourcePicker.tsx';
import { useExplainer } from './use-explainer.ts';

export interface LogExplainerProps {
  readonly first: FirstLog;
  readonly addresses: ReaderAddresses;
  readonly links: SiteLinks;
  /** Whether the page's address carries the view: not in an article, whose fragments are headings. */
  readonly addressBar: boolean;
}

interface PartProps extends LogExplainerProps {
  readonly tool: ReturnType<typeof useExplainer>;
}

/** Where a log comes in: what a link says of it, a file or pasted lines, and how far reading is. */
function Sources({ links, tool }: PartProps) {
  const { session, state, live, address, leaveLinesAfter, readAgain, openFiles } = tool;
  const { actions, progress } = session;
  const { late, isSample, madeWay, phase, notRead } = state;
  return (
    <>
      {links.isFramed && (
        <p class="log-guide">
          <a {...leads(links, links.tool)}>Open in the knowledge base</a>
        </p>
      )}
      {late && (
        <late.LinkNoteBox
          {...{ isSample, madeWay, followed: address.followed }}
          onReopen={() => void leaveLinesAfter(actions.reopen())}
          onClose={address.closeNote}
        />
      )}
      <SourcePicker
        live={live}
        isReady={late !== null}
        onOpen={(source) => void leaveLinesAfter(actions.open(source))}
        onFiles={openFiles}
      />
      <ReadingStatus
        {...{ phase, notRead, progress }}
        onCancel={() => void leaveLinesAfter(actions.cancel())}
        onDismiss={actions.dismiss}
        onAgain={(again) => void readAgain(again)}
      >
        {late && (
          <late.BesideStatus
            {...state}
            onJoin={(source) => void actions.addBeside(source)}
            onDismiss={actions.dismiss}
          />
        )}
      </ReadingStatus>
    </>
  );
}

/** The log that is open, and what of it can be taken away. */
function OpenLog({ first, links, tool }: PartProps) {
  const { session, state, live, asking, sharing, saving } = tool;
  const { notSaved, save, closeNotSaved } = saving;
  const { phase, view } = state;
  const lines: ShareProps['lines'] = {
    chosen: chosenLine(state),
    count: state.count,
    // The same object for as long as the same lines are shown.
    shown: state.pages.get(0),
    link: sharing.linkWith,
    onAsk: asking.shareLines,
  };
  return (
    <ShownBefore isOld={phase.kind === 'failed' && !phase.isStopped} name={view.name}>
      <LogParts
        {...{ state, live, links }}
        actions={session.actions}
        besideProgress={session.besideProgress}
        share={{ link: sharing.link, embed: sharing.embed, onReply: asking.reply, lines }}
        hasChosen={state.chosen !== null && state.chosen !== first.chosen}
        onArrange={tool.arrange}
        onCorrect={tool.correct}
        onChart={asking.chart}
        onDay={asking.day}
        onPaths={asking.paths}
        onShow={(row) => tool.showLine(view, row)}
        onSave={save}
      />
      {notSaved && (
        <NotDone
          text={notSaved.text}
          leadsTo="log-save"
          onAgain={() => void save(notSaved.what)}
          onClose={closeNotSaved}
        />
      )}
    </ShownBefore>
  );
}

/** The log explainer. Without a script it shows the sample explained; with one, any log. */
export function LogExplainer(props: LogExplainerProps) {
  const tool = useExplainer(props);
  const { live } = tool;
  const { numbers, explanations, changeNumbers } = tool.numbers;
  return (
    <DropTarget live={live} onDrop={tool.openFiles}>
      <Sources {...props} tool={tool} />
      <OpenLog {...props} tool={tool} />
      <Kept isDue of={[numbers, explanations, live]}>
        <NumbersMode
          {...{ numbers, explanations, live }}
          links={props.links}
          onChange={changeNumbers}
        />
      </Kept>
    </DropTarget>
  );
}
