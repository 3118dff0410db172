/** Until when a log tells: by then a set that has not run is missing, whatever kind of row is the last. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { logFlags } from '../../../src/core/ds-client-log/flags.ts';
import { logEndOf } from '../../../src/core/ds-client-log/log-end.ts';
import { formatIsoWall } from '../../../src/core/ds-client-log/wall-time.ts';
import { accepted, logText } from './text-log.ts';

type Row = Readonly<Record<string, string>>;
const date = (day: number): string => `2026-03-${String(day).padStart(2, '0')}`;
const hour = (clock: string): Row => ({ End: '', Duration: '1:00:00', Time: clock });

/** One row a day, an hour long, from one day to another. */
const nightly = (from: number, to: number, clock: string, fields: Row = {}): readonly Row[] =>
  Array.from({ length: to - from + 1 }, (_, i) => ({
    ...hour(clock),
    Start: `${date(from + i)} ${clock}:00`,
    End: `${date(from + i)} ${String(Number(clock.slice(0, 2)) + 1)}${clock.slice(2)}:00`,
    ...fields,
  }));
const admin = { Type: 'Daily Admin', Description: 'Daily Admin' };
const lone = (fields: Row): Row => ({ ...admin, End: '', Duration: '0:10:00', ...fields });

const endOf = (...rows: readonly Row[]): string =>
  formatIsoWall(logEndOf(accepted(logText(...rows))));
const missed = (...rows: readonly Row[]) =>
  logFlags(accepted(logText(...rows)))
    .filter(({ kind }) => kind === 'missed-run')
    .map(({ set, nights }) => [set, nights.map((night) => Number(night.slice(8)))]);

describe('the end of a log', () => {
  const [one = {}, two = {}] = nightly(1, 2, '21:00');
  const cases: readonly (readonly [string, readonly Row[], string])[] = [
    ['is the end of its last run', [one, two], '2026-03-02T22:00:00'],
    [
      'is that of a row of any kind',
      [one, lone({ Start: `${date(3)} 05:00:00` })],
      '2026-03-03T05:10:00',
    ],
    [
      'is the start of a run that has no end',
      [one, lone({ Start: `${date(3)} 05:00:00`, Duration: '' })],
      '2026-03-03T05:00:00',
    ],
    [
      'is not the year 9999',
      [one, two, lone({ Start: '9999-03-02 05:00:00' })],
      '2026-03-02T22:00:00',
    ],
    [
      'is no row that stands a year after all others',
      [one, two, lone({ Start: '2027-03-02 05:00:00' })],
      '2026-03-02T22:00:00',
    ],
    [
      'is a row half a year after all others',
      [one, two, lone({ Start: '2026-09-02 05:00:00' })],
      '2026-09-02T05:10:00',
    ],
    // A log is chosen by days: what began on the 3rd need not be in it.
    [
      'is within the day of its last start',
      [one, { ...two, Duration: '4:00:00', End: '' }],
      '2026-03-02T23:59:59',
    ],
    [
      'is no end that cannot be',
      [one, two, { ...one, End: '', Duration: '99:99:99' }],
      '2026-03-02T22:00:00',
    ],
    ['is found of one row', [one], '2026-03-01T22:00:00'],
  ];
  for (const [what, rows, expected] of cases) {
    it(what, () => assert.equal(endOf(...rows), expected));
  }
});

describe('a set that has stopped', () => {
  it('is missing as long as any row is in the log', () =>
    assert.deepEqual(missed(...nightly(1, 5, '21:00'), ...nightly(1, 9, '05:00', admin)), [
      ['EXAMPLE-SQL01 - Orders database', [6, 7, 8]], // the 9th had not come to 21:00
    ]));
  it('is missing on the last night, though it begins last', () => {
    const first = nightly(1, 6, '21:00', { Description: 'FIRST' });
    const last = nightly(1, 5, '21:30', { Description: 'LAST' });
    assert.deepEqual(missed(...first, ...last), [['LAST', [6]]]); // FIRST went on until 22:00
  });
  it('is not missing when it has come as late before', () => {
    const first = nightly(1, 6, '21:00', { Description: 'FIRST' });
    const late = nightly(1, 5, '21:30', { Description: 'LATE' }).map((row, i) =>
      i === 2 ? { ...row, Start: `${date(3)} 22:10:00`, End: `${date(3)} 23:10:00` } : row,
    );
    assert.deepEqual(missed(...first, ...late), []);
  });
  it('is not missing for one wrong date of another', () => {
    for (const Start of ['9999-03-02 05:00:00', '2036-03-05 05:00:00'])
      assert.deepEqual(missed(...nightly(1, 5, '21:00'), lone({ Start })), []);
  });
  it('is not missing where a run has begun and has no end', () => {
    const [open = {}] = nightly(6, 6, '21:00', { End: '', Duration: '', Completion: '' });
    assert.deepEqual(missed(...nightly(1, 5, '21:00'), open, ...nightly(1, 7, '05:00', admin)), []);
  });
});
