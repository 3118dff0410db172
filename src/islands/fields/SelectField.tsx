import { describedBy, FieldFrame } from './FieldFrame.tsx';
import type { FieldProps } from './FieldFrame.tsx';

/** A value and what it is called. */
export type Option = readonly [value: string, label: string];

interface Props extends FieldProps {
  readonly options: readonly Option[];
}

/** One of several. A value that is none of them, as from a hand-written link, is shown as it is. */
export function SelectField(props: Props) {
  const { id, name, value, options, onChange } = props;
  const isKnown = options.some(([option]) => option === value);
  return (
    <FieldFrame {...props}>
      <select
        id={id}
        name={name}
        value={value}
        {...describedBy(props)}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {!isKnown && <option value={value}>{value}</option>}
        {options.map(([option, label]) => (
          <option key={option} value={option} selected={option === value}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
