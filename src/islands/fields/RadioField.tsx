import type { FieldProps } from './FieldFrame.tsx';
import type { Option } from './SelectField.tsx';

interface Props extends FieldProps {
  readonly options: readonly Option[];
}

/** One of two or three, all in sight. */
export function RadioField({ id, name, label, value, options, problem, onChange }: Props) {
  return (
    <fieldset
      class={problem ? 'field field-wrong' : 'field'}
      aria-describedby={problem ? `${id}-error` : undefined}
    >
      <legend>{label}</legend>
      {problem && (
        <p class="field-error" id={`${id}-error`}>
          <span class="visually-hidden">Error: </span>
          {problem}
        </p>
      )}
      <div class="field-radios">
        {options.map(([option, words]) => (
          <label key={option}>
            <input
              type="radio"
              name={`${id}-${name}`}
              value={option}
              checked={option === value}
              onChange={() => onChange(option)}
            />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
