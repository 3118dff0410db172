import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import type { BesideState, FormerLog, LogState } from './log-state.ts';
import type { LogSource } from './protocol.ts';
import { leadTo, Refusal } from './Refusal.tsx';

interface Props extends Pick<LogState, 'view' | 'isSample' | 'phase' | 'beside' | 'former'> {
  readonly onJoin: (source: LogSource) => void;
  readonly onDismiss: () => void;
}

const kindWords = { 'activity-log': 'activity log', 'event-log': 'event log' } as const;

type JoinProps = Pick<Props, 'onJoin'> & { readonly other: FormerLog };

/** The log that made way is of the other kind: the two are a pair more often than not. */
const Join = ({ other, onJoin }: JoinProps) => (
  <p class="log-progress">
    <span>
      The {kindWords[other.view.kind]} <CellText text={other.view.name.slice(0, 80)} />, which was
      open before, is not shown any more. Two logs of the same DS-Client can be shown together.
    </span>
    <button
      type="button"
      class="button"
      onClick={() => {
        leadTo('log-status');
        onJoin(other.source);
      }}
    >
      Open both together
    </button>
  </p>
);

/** Two logs of the reader's own and of both kinds: not the sample, and not lines of a link. */
const isPair = ({ view, isSample }: Props, former: FormerLog): boolean =>
  !isSample &&
  !view.isExcerpt &&
  (former.source.kind === 'file' || former.source.kind === 'text') &&
  former.view.kind !== view.kind;

/** What became of the one that was chosen last. */
function Fate({ beside, onDismiss }: Pick<Props, 'onDismiss'> & { readonly beside: BesideState }) {
  if (beside.kind === 'none') return null;
  if (beside.kind === 'reading')
    return (
      // Where it stands among the parts, it is spoken how far this is.
      <p aria-hidden="true">
        <CellText text={beside.name.slice(0, 80)} /> is being read as well.
      </p>
    );
  return (
    <>
      {beside.kind === 'read' && (
        <p>
          <CellText text={beside.view.summary[0] ?? ''} />
        </p>
      )}
      {beside.refused && <Refusal {...beside.refused} onDismiss={onDismiss} />}
    </>
  );
}

/** The second log in the status at the top: it stands far below, where nobody looks who chose two files. */
export function BesideStatus(props: Props) {
  const { phase, beside, former, onJoin, onDismiss } = props;
  if (phase.kind === 'reading' || phase.kind === 'failed') return null;
  const isAlone = beside.kind === 'none' || beside.kind === 'refused';
  return (
    <>
      <Fate beside={beside} onDismiss={onDismiss} />
      {isAlone && phase.kind === 'read' && former && isPair(props, former) && (
        <Join other={former} onJoin={onJoin} />
      )}
    </>
  );
}
