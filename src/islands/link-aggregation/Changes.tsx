import { formatDuration } from '../../core/units.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import type { NeedAnswer, Suggestion } from './protocol.ts';

interface ListProps {
  readonly of: readonly Suggestion[];
  readonly live: boolean;
  /** Whether the changes are for an earlier answer. */
  readonly stale: boolean;
  readonly onApply: (scenario: Scenario) => void;
  readonly words: (suggestion: Suggestion) => string;
}

/** Changes in the order of effort; one press opens the changed scenario. */
function ChangeList({ of, live, stale, onApply, words }: ListProps) {
  return (
    <ol class="lag-changes">
      {/* By its place: the button that has the focus keeps it when new changes take those of before. */}
      {of.map((one, place) => (
        <li key={place}>
          <span>{words(one)}</span>
          <button
            type="button"
            class="lag-small"
            disabled={!live}
            aria-disabled={stale}
            aria-label={`Try it: ${one.sentence}`}
            onClick={() => onApply(one.scenario)}
          >
            Try it
          </button>
        </li>
      ))}
    </ol>
  );
}

type Props = Omit<ListProps, 'of' | 'words'>;

function inTime({ sentence, planned, fits }: Suggestion): string {
  const time = `${sentence} ${formatDuration(planned)}`;
  if (fits === undefined) return `${time}.`;
  return `${time}, ${fits ? 'fits the window' : 'longer than the window'}.`;
}

interface ChangesProps extends Props {
  readonly advice: readonly Suggestion[];
  readonly note: string | undefined;
}

/** What to change for a higher rate, each with its recomputed figure. */
export const Changes = ({ advice, note, ...list }: ChangesProps) => (
  <>
    {advice.length > 0 && <ChangeList {...list} of={advice} words={inTime} />}
    {note && <p>{note}</p>}
  </>
);

interface NeedProps extends Props {
  readonly need: NeedAnswer;
  /** Leads to the volume and the window among the inputs. */
  readonly onJob: () => void;
}

/** The inverse: a volume and a window in, the cheapest changes out. */
export function Need({ need, onJob, ...list }: NeedProps) {
  return (
    <>
      <p>{need.requirement}</p>
      <p>{need.solution}</p>
      {need.ways.length > 0 && (
        <ChangeList {...list} of={need.ways} words={({ sentence }) => sentence} />
      )}
      <button
        type="button"
        class="lag-small"
        disabled={!list.live}
        data-screen-only
        onClick={onJob}
      >
        Change volume or window
      </button>
    </>
  );
}
