import type { ComponentChildren } from 'preact';

export interface FieldProps {
  /** Unique on the page. The hint and the error take their ids from it. */
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with the value, in a sentence. */
  readonly problem?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** What every input is tied to: its hint, and its error while there is one. */
export function describedBy({ id, hint, problem }: FieldProps) {
  const ids = [hint && `${id}-hint`, problem && `${id}-error`].filter(Boolean);
  return {
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': problem ? ('true' as const) : undefined,
  };
}

/** Label and hint over an input, error under it: there it never moves the input being typed in. */
export function FieldFrame(props: FieldProps & { readonly children: ComponentChildren }) {
  const { id, label, hint, problem, children } = props;
  return (
    <div class={problem ? 'field field-wrong' : 'field'}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {problem && (
        <p class="field-error" id={`${id}-error`}>
          <span class="visually-hidden">Error: </span>
          {problem}
        </p>
      )}
    </div>
  );
}
