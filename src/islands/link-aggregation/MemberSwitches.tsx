import type { Analysis } from '../../core/link-aggregation/analysis.ts';
import { hopName } from '../../core/link-aggregation/words.ts';

interface Props {
  readonly analysis: Analysis;
  readonly live: boolean;
  readonly onToggle: (hop: number, member: number) => void;
}

/** Lets a link fail and come back: the same as a press on it in the figure, for the keyboard. */
export function MemberSwitches({ analysis, live, onToggle }: Props) {
  const groups = analysis.hops.flatMap((hop, index) =>
    hop.members.length > 1 ? [{ hop, index }] : [],
  );
  if (groups.length === 0) return null;
  return (
    <fieldset class="lag-switches" disabled={!live} data-screen-only>
      <legend>Let a link fail and watch the flows move</legend>
      {groups.map(({ hop, index }) => (
        <fieldset key={index} class="lag-buttons">
          <legend>{hopName(hop)}</legend>
          {hop.members.map((member, number) => (
            <button
              key={number}
              type="button"
              class="lag-switch"
              aria-pressed={!member.up}
              aria-label={`Link ${number + 1} down`}
              // The last link that is up cannot fail: nothing could pass.
              disabled={member.up && hop.membersUp === 1}
              onClick={() => onToggle(index, number)}
            >
              {number + 1}
            </button>
          ))}
        </fieldset>
      ))}
    </fieldset>
  );
}
