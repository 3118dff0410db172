/** Dates and numbers of a log: which order and which signs its cells speak for. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { valueFields } from '../../../src/core/ds-client-log/columns.ts';
import { formatIsoWall } from '../../../src/core/ds-client-log/wall-time.ts';
import { accepted, codesOf, logText } from './text-log.ts';

describe('the order of day and month', () => {
  const night = { Start: '02/03/2026 22:00:00', End: '03/03/2026 01:41:07', Duration: '3:41:07' };

  it('is proved by a run over midnight', () => {
    const { detection } = accepted(logText(night));
    assert.equal(detection.dateOrder, 'DMY');
    assert.deepEqual(detection.dateOrderCertainty, { kind: 'proved', by: 'run-over-midnight' });
  });
  it('is proved by a part over 12', () => {
    const { detection } = accepted(
      logText({ Start: '3/25/2026 1:00:00', End: '3/25/2026 2:12:40' }),
    );
    assert.equal(detection.dateOrder, 'MDY');
    assert.deepEqual(detection.dateOrderCertainty, { kind: 'proved', by: 'part-over-12' });
  });
  it('is assumed by the shorter span where nothing proves it', () => {
    const { detection } = accepted(
      logText(
        { Start: '02/03/2026 01:00:00', End: '02/03/2026 02:12:40' },
        { Start: '03/03/2026 01:00:00', End: '03/03/2026 02:12:40' },
      ),
    );
    assert.equal(detection.dateOrder, 'DMY');
    assert.deepEqual(detection.dateOrderCertainty, { kind: 'assumed', because: 'shortest-span' });
  });
  const at = (start: string, end = start) => ({
    Start: `${start} 22:00:00`,
    End: `${end} 23:12:40`,
    Duration: start === end ? '1:12:40' : '25:12:40',
  });
  const orderOf = (...rows: readonly Readonly<Record<string, string>>[]) => {
    const { detection, diagnostics } = accepted(logText(...rows));
    const { dateOrder, dateOrderCertainty } = detection;
    const by = dateOrderCertainty?.kind === 'proved' ? dateOrderCertainty.by : 'not proved';
    const mixed = diagnostics.find(({ code }) => code === 'date.mixed-formats')?.count ?? 0;
    return { dateOrder, by, mixed };
  };
  it('is not turned round by one stray date where runs over midnight prove it', () => {
    const rows = [at('03/02/2026', '03/03/2026'), at('03/04/2026', '03/05/2026')];
    assert.deepEqual(orderOf(...rows, at('25/03/2026')), {
      dateOrder: 'MDY',
      by: 'run-over-midnight',
      mixed: 2,
    });
  });
  it('is what the large majority of parts over 12 proves', () => {
    const rows = ['14', '15', '16', '17'].map((d) => at(`03/${d}/2026`));
    assert.deepEqual(orderOf(at('25/03/2026'), ...rows), {
      dateOrder: 'MDY',
      by: 'part-over-12',
      mixed: 2,
    });
    assert.equal(orderOf(at('03/25/2026'), at('14/03/2026'), at('15/03/2026')).dateOrder, 'DMY');
  });
  it('is proved by a lone part over 12 where nothing speaks against it', () => {
    assert.deepEqual(orderOf(at('03/02/2026'), at('04/02/2026'), at('25/02/2026')), {
      dateOrder: 'DMY',
      by: 'part-over-12',
      mixed: 0,
    });
  });
  it('is only assumed where the proofs are equal', () => {
    assert.equal(orderOf(at('25/03/2026'), at('03/26/2026')).by, 'not proved');
  });
  it('can be given by hand', () => {
    const reading = accepted(logText(night), { dateOrder: 'MDY' });
    assert.deepEqual(reading.detection.dateOrderCertainty, { kind: 'given' });
    assert.equal(formatIsoWall(reading.number(0, 'start') ?? 0), '2026-02-03T22:00:00');
  });
});

describe('an end that shows a time of day only', () => {
  const cases = [
    // start, end, duration, end with its date
    ['2026-03-02 22:00:00', '01:41:07', '3:41:07', '2026-03-03T01:41:07'],
    ['2026-03-06 18:00:00', '20:30:00', '74:30:00', '2026-03-09T20:30:00'],
    ['2026-10-25 02:30:00', '02:30:00', '1:00:00', '2026-10-25T02:30:00'], // clocks went back
    ['2026-10-25 02:50:00', '02:10:00', '0:20:00', '2026-10-25T02:10:00'], // end before start
    ['2026-03-02 22:00:00', '01:00:00', '', '2026-03-03T01:00:00'], // the next such time
  ] as const;
  for (const [Start, End, Duration, expected] of cases) {
    it(`${Start} + ${Duration || 'an unknown time'} ends at ${expected}`, () => {
      const reading = accepted(logText({ Start, End, Duration }));
      assert.equal(reading.detection.endHasDate, false);
      assert.equal(formatIsoWall(reading.number(0, 'end') ?? 0), expected);
    });
  }
});

describe('the values of a column at once', () => {
  it('are those of its rows one by one, those worked out from other columns included', () => {
    const text = logText({ Errors: '' }, { Files: 'many' }, { Online: '32,216,449,024' });
    const without = text.replace('\tDuration', '\tLasted').replaceAll('1:12:40', '');
    for (const reading of [accepted(text), accepted(without)]) {
      for (const field of valueFields) {
        const each = Array.from({ length: 3 }, (_, row) => reading.number(row, field));
        const once = [...reading.valuesOf(field)];
        assert.deepEqual(
          once.map((value) => (Number.isNaN(value) ? null : value)),
          each,
          field,
        );
      }
    }
  });
});

describe('a lone group of three digits', () => {
  const cases = [
    // Files, Online, files read, codes
    ['12,000', '32,216,449,024', 12_000, ''], // another column proves the comma
    ['12,000', '3,22,16,449', 12_000, 'number.indian-grouping'], // so does one of India
    ['12.000', '3,22,16,449', null, 'number.indian-grouping,number.ambiguous-separator'],
    ['12,000', '32216449024', null, 'number.ambiguous-separator'], // nothing proves it
  ] as const;
  for (const [Files, Online, expected, codes] of cases) {
    it(`${Files} beside ${Online} is ${expected ?? 'not read'}`, () => {
      const text = logText({ Files, Online });
      assert.equal(accepted(text).number(0, 'files'), expected);
      assert.equal(codesOf(text).toSorted().join(), codes.split(',').toSorted().join());
    });
  }
});
