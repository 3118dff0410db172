import { activityFields, eventFields, type Field } from '../../core/ds-client-log/columns.ts';
import type { DateOrder } from '../../core/ds-client-log/dates.ts';
import type { Delimiter } from '../../core/ds-client-log/delimited-rows.ts';
import type { NumberGroup } from '../../core/ds-client-log/numbers.ts';
import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import { useGrowing } from './use-stages.ts';
import { fieldWords } from './field-words.ts';
import { cellView, type Corrections, type Decision, type LogView } from './view.ts';

interface Props {
  readonly view: LogView;
  readonly corrections: Corrections;
  readonly live: boolean;
  readonly onCorrect: (corrections: Corrections) => void;
}

const choices = {
  delimiter: [
    ['\t', 'Tab'],
    [';', 'Semicolon'],
    [',', 'Comma'],
    ['|', 'Bar'],
  ],
  dateOrder: [
    ['MDY', 'Month, day, year'],
    ['DMY', 'Day, month, year'],
    ['YMD', 'Year, month, day'],
  ],
  numberGroup: [
    [',', 'Comma'],
    ['.', 'Full stop'],
    ["'", 'Apostrophe'],
    ['\u00a0', 'No-break space'],
    ['\u202f', 'Narrow space'],
    [' ', 'Space'],
  ],
} as const;

function correction(kind: keyof typeof choices, value: string): Corrections {
  switch (kind) {
    case 'delimiter':
      return { delimiter: value as Delimiter };
    case 'dateOrder':
      return { dateOrder: value as DateOrder };
    case 'numberGroup':
      return { numberGroup: value as NumberGroup };
    default:
      return kind satisfies never;
  }
}

interface DecisionProps {
  readonly decision: Decision;
  readonly live: boolean;
  readonly onCorrect: Props['onCorrect'];
}

function DecisionRow({ decision, live, onCorrect }: DecisionProps) {
  const { label, value, certainty, correct, current } = decision;
  return (
    <div class="log-decision">
      <dt>{label}</dt>
      <dd>
        {value}
        {certainty && <span class="log-certainty"> ({certainty})</span>}
        {correct && (
          <label class="log-correct">
            <span class="visually-hidden">Correct: {label}</span>
            <select
              value={current}
              disabled={!live}
              onChange={({ currentTarget }) => onCorrect(correction(correct, currentTarget.value))}
            >
              {!choices[correct].some(([key]) => key === current) && (
                <option value={current}>As read</option>
              )}
              {choices[correct].map(([key, words]) => (
                <option key={key} value={key}>
                  {words}
                </option>
              ))}
            </select>
          </label>
        )}
      </dd>
    </div>
  );
}

/** A control for each of these; the table names the others. */
const columnsMapped = 60;
/** Each control has a choice for every field: more of them take longer than a frame. */
const columnsPerFrame = 12;

function ColumnMapping({ view, corrections, live, onCorrect }: Props) {
  const fields: readonly Field[] = view.kind === 'activity-log' ? activityFields : eventFields;
  const choose = (index: number, value: string) => {
    const field = fields.find((known) => known === value) ?? null;
    // A field stands in one column: whichever held it gives it up.
    const freed = view.columns.filter((c) => field !== null && c.field === field);
    const changes = Object.fromEntries([...freed.map((c) => [c.index, null]), [index, field]]);
    onCorrect({ mapping: { ...corrections.mapping, ...changes } });
  };
  const shown = useGrowing(view.columns, columnsPerFrame).slice(0, columnsMapped);
  return (
    <details class="log-mapping">
      <summary>What each column holds</summary>
      <ul>
        {shown.map(({ index, header, field, certainty }) => {
          const label = cellView(header.trim() || `Column ${index + 1}`);
          return (
            <li key={index}>
              <label for={`log-column-${index}`}>
                <CellText text={label.text} more={label.more} />
                {certainty !== 'known' && <span class="log-certainty"> ({certainty})</span>}
              </label>
              <select
                id={`log-column-${index}`}
                value={field ?? ''}
                disabled={!live}
                onChange={({ currentTarget }) => choose(index, currentTarget.value)}
              >
                <option value="">Not used</option>
                {fields.map((known) => (
                  <option key={known} value={known}>
                    {fieldWords[known]}
                  </option>
                ))}
              </select>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** Every decision of the reader, each in words, and correctable where it can be wrong. */
export function ReadingStrip({ view, corrections, live, onCorrect }: Props) {
  const brief = view.decisions
    .filter(({ correct, label }) => correct !== null || label === 'Rows')
    .map(({ value, certainty }) => (certainty ? `${value} (${certainty})` : value));
  return (
    <details class="log-reading">
      <summary>
        <span class="log-reading-title">How I read this</span>
        <span class="log-reading-brief">{brief.join(' · ')}</span>
      </summary>
      <dl>
        {view.decisions.map((decision) => (
          <DecisionRow key={decision.label} decision={decision} live={live} onCorrect={onCorrect} />
        ))}
      </dl>
      {view.notes.length > 0 && (
        <ul class="log-notes">
          {view.notes.map(({ severity, text }) => (
            <li key={text} data-severity={severity}>
              <CellText text={text} />
            </li>
          ))}
        </ul>
      )}
      <ColumnMapping view={view} corrections={corrections} live={live} onCorrect={onCorrect} />
    </details>
  );
}
