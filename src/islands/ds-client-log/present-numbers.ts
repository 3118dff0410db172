import { readDuration } from '../../core/ds-client-log/durations.ts';
import { explainFacts, noFacts, type Sentence } from '../../core/ds-client-log/explain.ts';
import { groupingOf, readNumber } from '../../core/ds-client-log/numbers.ts';
import { significant } from '../../core/units.ts';
import { ratioWords } from './present-words.ts';
import type { Answers, TypedNumbers } from './protocol.ts';
import { cellView } from './view.ts';

const mebibyte = 1024 ** 2;

type Typed =
  | { readonly kind: 'none' }
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'unread'; readonly sentence: string };

/** A size typed by hand: whatever groups its digits, since bytes have no fractions. */
export function readTypedBytes(text: string): Typed {
  const read = readNumber(text, groupingOf(text)?.mark ?? null, true);
  if (read.kind !== 'unread') return read;
  return {
    kind: 'unread',
    sentence:
      read.code === 'number.has-unit'
        ? 'Type the bytes as the log shows them, without a unit: 32,216,449,024.'
        : 'This is not a number of bytes as the log writes it: 32,216,449,024.',
  };
}

/** A duration typed by hand. */
export function readTypedDuration(text: string): Typed {
  const read = readDuration(text);
  if (read.kind === 'none') return read;
  if (read.kind === 'value') return { kind: 'value', value: read.seconds };
  return {
    kind: 'unread',
    sentence: 'This is not a duration as the log writes it: 1:12:40.',
  };
}

const valueOf = (typed: Typed): number | null => (typed.kind === 'value' ? typed.value : null);

const unreadSentence = (typed: Typed): readonly Sentence[] | null =>
  typed.kind === 'unread' ? [{ text: typed.sentence, mark: 'our-reading' }] : null;

/** Sentences for the three numbers a person typed; a field left empty says nothing. */
export function explainNumbers(numbers: TypedNumbers): Answers['numbers'] {
  const online = readTypedBytes(numbers.online);
  const transmitted = readTypedBytes(numbers.transmitted);
  const duration = readTypedDuration(numbers.duration);
  const facts = {
    ...noFacts,
    online: valueOf(online),
    transmitted: valueOf(transmitted),
    durationSeconds: valueOf(duration),
    outcome: 'completed' as const,
  };
  const reduction =
    facts.online && facts.transmitted
      ? [{ label: 'Online to Transmitted', value: ratioWords(facts.online / facts.transmitted) }]
      : [];
  const sent =
    facts.transmitted && facts.durationSeconds
      ? [
          {
            label: 'Sent, on average',
            value: `${significant(facts.transmitted / mebibyte / facts.durationSeconds)} MiB/s`,
          },
        ]
      : [];
  const fields = [
    ['online', 'Online', online, []],
    ['transmitted', 'Transmitted', transmitted, [...reduction, ...sent]],
    ['duration', 'Duration', duration, []],
  ] as const;
  const explanations = fields
    .filter(([, , typed]) => typed.kind !== 'none')
    .map(([field, title, typed, extra]) => ({
      title,
      place: '',
      sentences: unreadSentence(typed) ?? explainFacts(facts, field, numbers[field]).sentences,
      facts: typed.kind === 'value' ? extra : [],
      messageId: null,
      columnId: field,
      written: cellView(numbers[field]),
      related: null,
    }));
  return {
    explanations,
    values: {
      online: facts.online,
      transmitted: facts.transmitted,
      durationSeconds: facts.durationSeconds,
      files: null,
      errors: null,
      warnings: null,
    },
  };
}
