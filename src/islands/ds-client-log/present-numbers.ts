import { readDuration } from '../../core/ds-client-log/durations.ts';
import {
  explainFacts,
  noFacts,
  type RunFacts,
  type Sentence,
} from '../../core/ds-client-log/explain.ts';
import { groupingOf, readNumber, type NumberGroup } from '../../core/ds-client-log/numbers.ts';
import { ratioWords } from '../../core/ds-client-log/ratio-words.ts';
import { speedWords } from '../../core/ds-client-log/speed-words.ts';
import type { Answers, TypedNumbers } from './protocol.ts';
import { cellView, type ExplanationView } from './view.ts';

const mebibyte = 1024 ** 2;

type Typed =
  | { readonly kind: 'none' }
  | { readonly kind: 'value'; readonly value: number; readonly assumed?: string }
  | { readonly kind: 'unread'; readonly sentence: string };

/** The mark that one of these texts proves to group digits: 32.216.449.024 does, 1.234 does not. */
const provenMark = (texts: readonly string[]): NumberGroup =>
  texts.map(groupingOf).find((grouping) => grouping !== null && grouping.groups > 1)?.mark ?? null;

/** Of `1.234`, which is 1234 in one country and a fraction in the next, both readings. */
const bothReadings = (text: string): string =>
  `“${text}” can be read in two ways: as ${text.replace(/[.,]/, ',')} bytes, or as ${text.replace(/[.,]/, '.')} of a larger unit. Type the bytes without a mark: ${text.replace(/[.,]/, '')}.`;

const unreadWords = (isUnit: boolean): string =>
  isUnit
    ? 'Type the bytes as the log shows them, without a unit: 32,216,449,024.'
    : 'This is not a number of bytes as the log writes it: 32,216,449,024.';

/**
 * A size typed by hand. A lone mark is read as the numbers beside it prove; where none does, a comma
 * groups digits, as in the examples that stand under the fields, and a dot is not read.
 */
function readTypedBytes(text: string, proven: NumberGroup): Typed {
  const grouping = groupingOf(text);
  const isLone = grouping?.groups === 1 && /[.,]/.test(grouping.mark) && grouping.mark !== proven;
  const isRead = !isLone || (grouping.mark === ',' && proven === null);
  if (!isRead) return { kind: 'unread', sentence: bothReadings(text.trim()) };
  const read = readNumber(text, grouping?.mark ?? null, true);
  if (read.kind === 'unread')
    return { kind: 'unread', sentence: unreadWords(read.code === 'number.has-unit') };
  if (read.kind === 'none' || !isLone) return read;
  const assumed = `The comma was read as the mark between thousands. If it is a decimal mark, type the bytes without a mark.`;
  return { ...read, assumed };
}

/** A duration typed by hand. */
function readTypedDuration(text: string): Typed {
  const read = readDuration(text);
  if (read.kind === 'none') return read;
  if (read.kind === 'value') return { kind: 'value', value: read.seconds };
  return {
    kind: 'unread',
    sentence: 'This is not a duration as the log writes it: 1:12:40.',
  };
}

const valueOf = (typed: Typed): number | null => (typed.kind === 'value' ? typed.value : null);

const ours = (text: string): Sentence => ({ text, mark: 'our-reading' });

/** What is said of a field: why it was not read, or what it says and what was assumed about it. */
function sentencesOf(typed: Typed, said: () => readonly Sentence[]): readonly Sentence[] {
  if (typed.kind === 'unread') return [ours(typed.sentence)];
  const assumed = typed.kind === 'value' ? typed.assumed : undefined;
  return assumed === undefined ? said() : [...said(), ours(assumed)];
}

type Field = keyof TypedNumbers;
type Facts = ExplanationView['facts'];

function readTyped({ online, transmitted, duration }: TypedNumbers): Record<Field, Typed> {
  const proven = provenMark([online, transmitted]);
  return {
    online: readTypedBytes(online, proven),
    transmitted: readTypedBytes(transmitted, proven),
    duration: readTypedDuration(duration),
  };
}

/** What two of the numbers say together. */
function figuresOf({ online, transmitted, durationSeconds }: RunFacts): Facts {
  const reduction = online && transmitted ? ratioWords(online / transmitted) : null;
  const speed =
    transmitted && durationSeconds ? speedWords(transmitted / mebibyte / durationSeconds) : null;
  return [
    ...(reduction === null ? [] : [{ label: 'Online to Transmitted', value: reduction }]),
    ...(speed === null ? [] : [{ label: 'Sent, on average', value: speed }]),
  ];
}

const titles = { online: 'Online', transmitted: 'Transmitted', duration: 'Duration' } as const;
const fieldsInOrder = ['online', 'transmitted', 'duration'] as const;

function explainField(field: Field, written: string, typed: Typed, facts: RunFacts) {
  return {
    title: titles[field],
    place: '',
    sentences: sentencesOf(typed, () => explainFacts(facts, field, written).sentences),
    facts: field === 'transmitted' && typed.kind === 'value' ? figuresOf(facts) : [],
    messageId: null,
    columnId: field,
    written: cellView(written),
    related: null,
  };
}

/** Sentences for the three numbers a person typed; a field left empty says nothing. */
export function explainNumbers(numbers: TypedNumbers): Answers['numbers'] {
  const typed = readTyped(numbers);
  const facts: RunFacts = {
    ...noFacts,
    online: valueOf(typed.online),
    transmitted: valueOf(typed.transmitted),
    durationSeconds: valueOf(typed.duration),
    outcome: 'completed',
  };
  const { online, transmitted, durationSeconds } = facts;
  return {
    explanations: fieldsInOrder
      .filter((field) => typed[field].kind !== 'none')
      .map((field) => explainField(field, numbers[field], typed[field], facts)),
    values: { online, transmitted, durationSeconds, files: null, errors: null, warnings: null },
  };
}
