import type { Field } from '../../core/ds-client-log/columns.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import type { Choice } from './view.ts';

/** Sets and types offered as filters; beyond that a list helps nobody. */
const choicesMax = 300;
/** A longer text is no name, and no control shows it. */
const choiceLengthMax = 200;

/** The first different texts of a column with how often each stands in it, by the alphabet. */
export function choicesOf(reading: AcceptedReading, field: Field): readonly Choice[] {
  const { codes, texts } = reading.textCodes(field);
  const perCode = new Uint32Array(texts.length);
  for (const code of codes) perCode[code] = (perCode[code] ?? 0) + 1;
  const counts = new Map<string, number>();
  texts.forEach((written, code) => {
    const text = written.trim();
    if (text === '' || text.length > choiceLengthMax) return;
    const count = counts.get(text);
    if (count === undefined && counts.size >= choicesMax) return;
    counts.set(text, (count ?? 0) + (perCode[code] ?? 0));
  });
  const { compare } = new Intl.Collator('en', { numeric: true });
  return [...counts]
    .map(([value, count]) => ({ value, label: value, count }))
    .toSorted((a, b) => compare(a.label, b.label));
}
