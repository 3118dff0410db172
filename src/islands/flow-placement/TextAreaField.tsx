import { useState } from 'preact/hooks';
import { isTooLong, linesOf } from '../../core/link-aggregation/placement/flow-list.ts';
import { refusedWords } from '../../core/link-aggregation/placement/placement-words.ts';
import { describedBy, FieldFrame } from '../fields/FieldFrame.tsx';
import type { FieldProps } from '../fields/FieldFrame.tsx';

/**
 * Text of several lines. Like the others it keeps whatever was typed, except for a piece of text, from the
 * clipboard or dropped, with which it would be longer than can be read: the browser lays out each of a
 * hundred thousand lines, and the page stood still for as long.
 */
export function TextAreaField(props: FieldProps & { readonly rows: number }) {
  const { id, name, value, rows, onChange } = props;
  const [refused, refuse] = useState<string>();
  const shown = { ...props, problem: refused ?? props.problem };
  const guard = (event: InputEvent) => {
    const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
    const isPiece = text.length > 1 && isTooLong(`${value}${text}`);
    if (isPiece) event.preventDefault();
    refuse(isPiece ? refusedWords(linesOf(text), text.length) : undefined);
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
