import { visibleText } from '../../figures/ds-client-log/visible-text.ts';
import { groupThousands } from '../../core/units.ts';
import type { Outcome } from '../../core/ds-client-log/outcomes.ts';
import { wholeLog, type Arrangement, type Choice, type LogView } from './view.ts';

interface Props {
  readonly view: LogView;
  readonly arrangement: Arrangement;
  readonly count: number;
  readonly live: boolean;
  readonly onArrange: (edit: Partial<Arrangement>) => void;
}

interface FilterProps {
  readonly id: string;
  readonly label: string;
  readonly all: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly live: boolean;
  readonly onChoose: (value: string) => void;
}

function Filter({ id, label, all, value, choices, live, onChoose }: FilterProps) {
  if (choices.length < 2) return null;
  return (
    <label class="log-filter" for={id}>
      {label}
      <select
        id={id}
        value={value}
        disabled={!live}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {visibleText(choice.label)} ({groupThousands(String(choice.count))})
          </option>
        ))}
      </select>
    </label>
  );
}

/** Which lines the table shows, and how many of all that is. */
export function Filters({ view, arrangement, count, live, onArrange }: Props) {
  const { outcome, type, set } = arrangement;
  const isFiltered = outcome !== '' || type !== '' || set !== '';
  const number = (value: number) => groupThousands(String(value));
  return (
    <fieldset class="log-filters">
      <legend class="visually-hidden">Lines shown</legend>
      <Filter
        id="log-outcome"
        label="Outcome"
        all="Every outcome"
        value={outcome}
        choices={view.outcomes}
        live={live}
        onChoose={(value) => onArrange({ outcome: value as Outcome | '' })}
      />
      <Filter
        id="log-type"
        label="Type"
        all="Every type"
        value={type}
        choices={view.types}
        live={live}
        onChoose={(value) => onArrange({ type: value })}
      />
      <Filter
        id="log-set"
        label="Node and set"
        all="Every set"
        value={set}
        choices={view.sets}
        live={live}
        onChoose={(value) => onArrange({ set: value })}
      />
      <output class="log-count">
        {isFiltered
          ? `${number(count)} of ${number(view.rowCount)} lines`
          : `${number(view.rowCount)} ${view.rowCount === 1 ? 'line' : 'lines'}`}
        {isFiltered && (
          <button
            type="button"
            class="log-quiet"
            onClick={() => onArrange({ ...wholeLog, sorting: arrangement.sorting })}
          >
            Show all lines
          </button>
        )}
      </output>
    </fieldset>
  );
}
