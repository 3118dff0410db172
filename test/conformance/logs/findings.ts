import type { CaseOutcome } from '../report.ts';
import type { Compare } from './check-table.ts';
import type { HeldInBrowser } from './held-in-browser.ts';

const failuresShown = 6;

export interface Judged {
  readonly outcome: CaseOutcome;
  readonly remarks: readonly string[];
  readonly heldInBrowser: readonly HeldInBrowser[];
}

/** What came of one sample so far. */
export class Findings {
  readonly #id: string;
  readonly failures: string[] = [];
  readonly uncovered: string[] = [];
  readonly remarks: string[] = [];
  readonly heldInBrowser: HeldInBrowser[] = [];

  constructor(id: string) {
    this.#id = id;
  }

  readonly compare: Compare = (what, expected, actual) => {
    const [wanted, came] = [JSON.stringify(expected), JSON.stringify(actual)];
    if (wanted !== came) {
      this.failures.push(`${what}: expected ${wanted}, came ${came?.slice(0, 200)}`);
    }
  };

  readonly remark = (text: string): void => void this.remarks.push(`${this.#id}: ${text}`);

  #outcome(): CaseOutcome {
    const id = this.#id;
    const { length } = this.failures;
    const more = length > failuresShown ? ` (and ${length - failuresShown} more)` : '';
    const shown = this.failures.slice(0, failuresShown).join('; ') + more;
    if (length > 0) return { id, outcome: 'failed', detail: shown };
    if (this.uncovered.length === 0) return { id, outcome: 'passed' };
    return { id, outcome: 'not covered', detail: this.uncovered.join('; ') };
  }

  judged(): Judged {
    return {
      outcome: this.#outcome(),
      remarks: this.remarks,
      heldInBrowser: this.heldInBrowser,
    };
  }
}
