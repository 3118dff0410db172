/** What stands out in a log, and which line is shown of it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { presentFlags } from '../../src/islands/ds-client-log/present-findings.ts';
import { accepted, logText } from '../core/ds-client-log/text-log.ts';

const night = (day: number, fields: Readonly<Record<string, string>>) => ({
  Start: `2026-03-0${day} 22:00:00`,
  End: `2026-03-0${day} 23:12:40`,
  ...fields,
});

describe('the line that is shown', () => {
  const cases = [
    ['of runs in a row that did not finish', { Completion: 'Disconnected' }],
    ['of the same number of errors in a row', { Completion: 'Completed', Errors: '17' }],
  ] as const;
  for (const [what, fields] of cases) {
    test(`${what} is that of the latest run`, () => {
      const reading = accepted(logText(...[1, 2, 3].map((day) => night(day, fields))));
      assert.deepEqual(
        presentFlags(reading).map(({ row }) => row),
        [2],
      );
    });
  }
});
