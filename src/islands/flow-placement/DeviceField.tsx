import type { Choice } from '../../core/link-aggregation/placement/choices.ts';
import { describedBy, FieldFrame } from '../fields/FieldFrame.tsx';
import type { FieldProps } from '../fields/FieldFrame.tsx';

interface Props extends FieldProps {
  readonly choices: readonly Choice[];
}

/** Devices under their makers, in the order given. A value that is none of them is shown as it is. */
export function DeviceField(props: Props) {
  const { id, name, value, choices, onChange } = props;
  const vendors = [...new Set(choices.map(({ vendor }) => vendor))];
  const isKnown = choices.some((choice) => choice.id === value);
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
        {vendors.map((vendor) => (
          <optgroup key={vendor} label={vendor === 'Any' ? 'Any device' : vendor}>
            {choices
              .filter((choice) => choice.vendor === vendor)
              .map((choice) => (
                <option key={choice.id} value={choice.id} selected={choice.id === value}>
                  {choice.name}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </FieldFrame>
  );
}
