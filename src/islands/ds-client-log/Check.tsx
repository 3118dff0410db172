import type { ComponentChildren } from 'preact';

interface Props {
  readonly checked: boolean;
  readonly live: boolean;
  readonly onCheck: (checked: boolean) => void;
  readonly children: ComponentChildren;
}

/** A box to tick, and beside it what that does. */
export const Check = ({ checked, live, onCheck, children }: Props) => (
  <label class="log-check">
    <input
      type="checkbox"
      checked={checked}
      disabled={!live}
      onChange={({ currentTarget }) => onCheck(currentTarget.checked)}
    />
    <span>{children}</span>
  </label>
);
