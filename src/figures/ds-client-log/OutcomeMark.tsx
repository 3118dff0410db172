import type { Outcome } from '../../core/ds-client-log/outcomes.ts';
import { outcomeWords } from './outcome-words.ts';

/** Each outcome has a shape of its own, so that it is told apart without colour and on paper. */
const shapes: Readonly<Record<Outcome, string>> = {
  completed: 'M3.5 8.5 6.5 11.5 12.5 4.5',
  completed_with_warnings: 'M8 2.5 14 13.5H2ZM8 6.5V9.5M8 11.5V12',
  completed_with_errors: 'M8 1.5 14.5 8 8 14.5 1.5 8ZM8 5V8.5M8 10.5V11',
  incomplete: 'M4 4 12 12M12 4 4 12',
  running_or_unknown: 'M3 8H4M7.5 8H8.5M12 8H13',
};

interface Props {
  readonly outcome: Outcome;
  /** The word is there to be heard and not to be seen, for a grid of many marks. */
  readonly isBrief?: boolean;
}

/**
 * The icon and the word of an outcome. The brief one names its icon: a hidden word beside it, cut off by a
 * box of its own, costs the browser more than the icon, and a grid has a thousand of them.
 */
export function OutcomeMark({ outcome, isBrief = false }: Props) {
  const word = outcomeWords[outcome];
  return (
    <span class="log-outcome" data-outcome={outcome}>
      <svg
        viewBox="0 0 16 16"
        width="16"
        height="16"
        focusable="false"
        {...(isBrief ? { role: 'img', 'aria-label': word } : { 'aria-hidden': 'true' })}
      >
        <path
          d={shapes[outcome]}
          fill="none"
          stroke="currentColor"
          stroke-width="1.75"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      </svg>
      {isBrief ? null : word}
    </span>
  );
}
