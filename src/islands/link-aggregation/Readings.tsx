import { chooserNames } from '../../core/link-aggregation/words.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import type { Reading } from './protocol.ts';

interface Props {
  readonly readings: readonly Reading[];
  readonly live: boolean;
  readonly onTake: (scenario: Scenario) => void;
}

/** Both likely results where it is not known what a device chooses by. */
export function Readings({ readings, live, onTake }: Props) {
  if (readings.length === 0) return null;
  return (
    <div class="lag-readings">
      {readings.map(({ chooser, scenario, verdict }) => (
        <div key={chooser}>
          <strong>{`If it chooses by ${chooserNames[chooser]}`}</strong>
          <span>{verdict}</span>
          <button
            type="button"
            class="lag-small"
            disabled={!live}
            onClick={() => onTake(scenario)}
          >{`Take ${chooserNames[chooser]}`}</button>
        </div>
      ))}
    </div>
  );
}
