import { describedBy, FieldFrame } from '../fields/FieldFrame.tsx';
import type { FieldProps } from '../fields/FieldFrame.tsx';

/** Text of several lines. Like the others it keeps whatever was typed. */
export function TextAreaField(props: FieldProps & { readonly rows: number }) {
  const { id, name, value, rows, onChange } = props;
  return (
    <FieldFrame {...props}>
      <textarea
        id={id}
        name={name}
        class="fp-text"
        rows={rows}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={value}
        {...describedBy(props)}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}
