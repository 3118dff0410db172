import type { TargetedInputEvent } from 'preact';
import { useState } from 'preact/hooks';
import { isTooLong, linesOf } from '../../core/link-aggregation/placement/flow-list.ts';
import { describedBy, FieldFrame } from '../fields/FieldFrame.tsx';
import type { FieldProps } from '../fields/FieldFrame.tsx';
import type { ProblemWords } from './use-problem-words.ts';

interface Props extends FieldProps {
  readonly rows: number;
  readonly words: ProblemWords;
}

/** What a field would have held, and what it held when that was refused. */
interface Refused {
  readonly lines: number;
  readonly characters: number;
  readonly value: string;
}

/** What a field would hold with a piece of text: what is selected gives way to it. */
function wholeWith(piece: string, { inputType }: InputEvent, field: HTMLTextAreaElement): string {
  const { value, selectionStart, selectionEnd } = field;
  // What is dropped goes where the pointer is, and nothing gives way to it.
  if (inputType === 'insertFromDrop') return value + piece;
  return value.slice(0, selectionStart) + piece + value.slice(selectionEnd);
}

/**
 * Text of several lines. Like the others it keeps whatever was typed, except for a piece of text, from the
 * clipboard or dropped, with which it would be longer than can be read: the browser lays out each of a
 * hundred thousand lines, and the page stood still for as long.
 */
export function TextAreaField(props: Props) {
  const { id, name, value, rows, words, onChange } = props;
  const [refused, refuse] = useState<Refused>();
  // A link that is opened brings another value, of which nothing was refused.
  const isRefused = refused?.value === value;
  const shown = isRefused
    ? { ...props, problem: words.refusedWords(refused.lines, refused.characters) }
    : props;
  const guard = (event: TargetedInputEvent<HTMLTextAreaElement>) => {
    const piece = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
    const whole = wholeWith(piece, event, event.currentTarget);
    const isTooMuch = piece.length > 1 && isTooLong(whole);
    if (isTooMuch) event.preventDefault();
    refuse(isTooMuch ? { lines: linesOf(whole), characters: whole.length, value } : undefined);
  };
  return (
    <FieldFrame {...shown}>
      <textarea
        id={id}
        name={name}
        class="fp-text"
        rows={rows}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={value}
        {...describedBy(shown)}
        onBeforeInput={guard}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}
