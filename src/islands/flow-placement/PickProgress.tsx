import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PickProgress as Progress } from '../../core/link-aggregation/placement/pick-addresses.ts';
import { groupThousands } from '../../core/units.ts';

const progressWords = { placing: 'Flows placed', searching: 'Sets of addresses tried' } as const;

interface Props {
  readonly progress: Progress;
  readonly onStop: () => void;
  /** The focus went with the button that had it. */
  readonly onFocusLost: () => void;
}

/** How far the search is, and the way to stop it. */
export function PickProgress({ progress: { kind, done, of }, onStop, onFocusLost }: Props) {
  const stop = useRef<HTMLButtonElement>(null);
  // Before it is taken away: afterwards nobody knows where the focus was.
  useLayoutEffect(
    () => () => {
      if (stop.current !== null && stop.current === document.activeElement) onFocusLost();
    },
    [],
  );
  return (
    <div class="fp-progress">
      <label>
        {`${progressWords[kind]}: ${groupThousands(String(done))} of ${kind === 'searching' ? 'at most ' : ''}${groupThousands(String(of))}`}
        <progress max={of} value={done} />
      </label>
      <button type="button" class="fp-small" ref={stop} onClick={onStop}>
        Stop
      </button>
    </div>
  );
}
