/** What an event says by the word in its column of severity. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { severityOf } from '../../../src/core/ds-client-log/events.ts';

describe('how grave an event is', () => {
  // prettier-ignore
  const cases = [
    // as written,   how grave
    ['Error',        'error'],
    ['ERR',          'error'],
    ['Warning',      'warning'],
    ['warn',         'warning'],
    ['Information',  'information'],
    ['Info',         'information'],
    ['',             'untold'],
    ['No error',     'untold'], // the word itself comes first
    ['Disk',         'untold'], // another column that was taken for it
  ] as const;
  for (const [severity, expected] of cases)
    test(`“${severity}” is ${expected}`, () => assert.equal(severityOf({ severity }), expected));
});
