import { describedBy, FieldFrame } from './FieldFrame.tsx';
import type { FieldProps } from './FieldFrame.tsx';

interface Props extends FieldProps {
  /** What stands behind the input: `Gbit/s`. The label should name it too where it is read alone. */
  readonly suffix?: string;
}

/** A number as text: it keeps whatever was typed, and the reader of the whole form judges it. */
export function TextField(props: Props) {
  const { id, name, value, suffix, onChange } = props;
  return (
    <FieldFrame {...props}>
      <span class="field-line">
        <input
          id={id}
          name={name}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          spellcheck={false}
          value={value}
          {...describedBy(props)}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
        {suffix && <span aria-hidden="true">{suffix}</span>}
      </span>
    </FieldFrame>
  );
}
