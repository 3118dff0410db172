import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { concurrency } from '../../../src/core/ds-client-log/concurrency.ts';
import { exportRows, neutralised } from '../../../src/core/ds-client-log/export.ts';
import { flagWords } from '../../../src/core/ds-client-log/flag-words.ts';
import { logFlags } from '../../../src/core/ds-client-log/flags.ts';
import { backupSets, outliers } from '../../../src/core/ds-client-log/history.ts';
import { logMetrics, rowMetrics } from '../../../src/core/ds-client-log/metrics.ts';
import { isBackupType } from '../../../src/core/ds-client-log/outcomes.ts';
import { formatIsoWall } from '../../../src/core/ds-client-log/wall-time.ts';
import { accepted, logText } from './text-log.ts';

const run = (from: number, to: number) => ({ row: 0, from, to, isEither: false });

describe('concurrency', () => {
  const cases = [
    // runs, peak, busy seconds
    [[run(0, 10), run(10, 20)], 1, 20], // one ends as the next begins
    [[run(0, 10), run(9, 20)], 2, 20],
    [[run(0, 10), run(5, 5)], 1, 10], // a run without length counts nowhere
    [[run(0, 10), run(20, 30)], 1, 20],
    [[], 0, 0],
  ] as const;
  for (const [runs, peak, busySeconds] of cases) {
    it(`of ${JSON.stringify(runs.map((r) => [r.from, r.to]))} is ${peak}`, () => {
      const found = concurrency(runs);
      assert.equal(found.peak, peak);
      assert.equal(found.busySeconds, busySeconds);
    });
  }
});

describe('a row', () => {
  it('of the guide reads 7.047 MiB/s and is reduced 6,144.8 times', () => {
    const metrics = rowMetrics(accepted(logText({})), 0);
    assert.equal(metrics.readMebibytesPerSecond?.toFixed(3), '7.047');
    assert.equal(metrics.reduction, 6144.8);
  });
  it('without Transmitted has no reduction, and without a length no speed', () => {
    const metrics = rowMetrics(accepted(logText({ Transmitted: '0', Duration: '0:00:00' })), 0);
    assert.equal(metrics.reduction, null);
    assert.equal(metrics.readMebibytesPerSecond, null);
  });
  it('with a bad value is in no sum, and is counted', () => {
    const reading = accepted(logText({ Online: '-5' }, { Files: '1' }));
    const metrics = logMetrics(reading);
    assert.equal(metrics.excluded, 1);
    assert.equal(metrics.backupOnlineTotal, 32_216_449_024);
  });
});

describe('the span of a log', () => {
  const span = (...rows: readonly Readonly<Record<string, string>>[]) => {
    const { firstStart, lastEnd } = logMetrics(accepted(logText(...rows)));
    return [firstStart ?? 0, lastEnd ?? 0].map(formatIsoWall);
  };
  const first = { Start: '2026-03-01 22:00:00', End: '2026-03-01 23:00:00', Duration: '1:00:00' };
  it('begins with a run whose size cannot be read', () =>
    assert.deepEqual(span({ ...first, Online: '30 GB' }, {}), [
      '2026-03-01T22:00:00',
      '2026-03-02T02:12:40',
    ]));
  it('does not begin with a run whose end comes before its start', () =>
    assert.deepEqual(span({ ...first, End: '2026-03-01 21:30:00', Duration: '-0:30:00' }, {}), [
      '2026-03-02T01:00:00',
      '2026-03-02T02:12:40',
    ]));
});

describe('what counts as a backup', () => {
  const kinds = [
    ['Backup', true],
    ['CDPBackup', true],
    ['CDP Backup', true],
    ['', true], // no type written: taken for a backup
    ['Restore', false],
    ['Daily Admin', false],
    ['Verschoben', false], // a type that we do not know
  ] as const;
  for (const [type, expected] of kinds) {
    it(`is the same for sums, ratio and history: ${JSON.stringify(type)} ${expected ? 'does' : 'does not'}`, () => {
      assert.equal(isBackupType(type), expected);
      const reading = accepted(logText({ Type: type }, { Type: 'Restore' }));
      assert.equal(logMetrics(reading).backupOnlineTotal, expected ? 32_216_449_024 : 0);
      assert.equal(rowMetrics(reading, 0).reduction !== null, expected);
      assert.deepEqual(
        backupSets(reading).map((set) => set.rows),
        expected ? [[0]] : [],
      );
    });
  }
  it('is every run of a log without the column', () => {
    const without = logText({}, { Files: '1' })
      .split('\r\n')
      .map((line) => line.split('\t').toSpliced(1, 1).join('\t'))
      .join('\r\n');
    const reading = accepted(without);
    assert.equal(reading.columnOf('type'), -1);
    assert.equal(logMetrics(reading).backupOnlineTotal, 2 * 32_216_449_024);
    assert.deepEqual(
      backupSets(reading).map((set) => set.rows),
      [[0, 1]],
    );
  });
});

describe('an outlier', () => {
  it('needs seven values, a modified z over 3.5 and a factor of two', () => {
    assert.deepEqual(outliers([10, 11, 10, 11, 10, 100]), []); // six
    assert.deepEqual(
      outliers([10, 11, 10, 11, 10, 11, 100]).map((o) => o.index),
      [6],
    );
    assert.deepEqual(outliers([100, 101, 100, 101, 100, 101, 150]), []); // far out, not twice
    assert.deepEqual(
      outliers([5, 5, 5, 5, 5, 5, 50]).map((o) => o.index),
      [6],
    ); // MAD is 0
  });
});

describe('flags', () => {
  const night = (day: number, fields: Readonly<Record<string, string>> = {}) => ({
    Start: `2026-03-${String(day).padStart(2, '0')} 22:00:00`,
    End: `2026-03-${String(day).padStart(2, '0')} 23:12:40`,
    ...fields,
  });
  const kinds = (...rows: readonly Readonly<Record<string, string>>[]): readonly string[] =>
    logFlags(accepted(logText(...rows))).map((flag) => flag.kind);

  it('name a run that was not seen, and its night', () => {
    const flags = logFlags(accepted(logText(night(1), night(2), night(3), night(5), night(6))));
    assert.deepEqual(
      flags.map((f) => [f.kind, f.nights]),
      [['missed-run', ['2026-03-04']]],
    );
  });
  it('name a set that did not finish two nights running', () => {
    const stopped = { Completion: 'Disconnected' };
    assert.deepEqual(kinds(night(1, stopped), night(2, stopped)), [
      'incomplete',
      'incomplete',
      'failed-repeatedly',
    ]);
  });
  it('say from when to when a set did not finish, and whether a run was completed since', () => {
    const stopped = { Completion: 'Disconnected' };
    const said = (...rows: readonly Readonly<Record<string, string>>[]) =>
      logFlags(accepted(logText(...rows)))
        .filter(({ kind }) => kind === 'failed-repeatedly')
        .map((found) => [found.level, flagWords(found).says.replace(/.*?: /, '')]);
    const streak = '2 runs in a row did not finish, from Sun 1 Mar 2026 to Mon 2 Mar 2026.';
    const failed = [night(1, stopped), night(2, stopped)];
    assert.deepEqual(said(...failed), [['red', streak]]);
    assert.deepEqual(said(...failed, night(3)), [
      ['amber', `${streak} A run was completed after them, on Tue 3 Mar 2026.`],
    ]);
    // One that may still be going settles nothing.
    assert.deepEqual(said(...failed, night(3, { Completion: '', End: '' })), [['red', streak]]);
    assert.deepEqual(
      said(...failed, night(3), night(4, stopped), night(5, stopped)).map(([level]) => level),
      ['red', 'amber'],
    );
  });
  it('name the same number of errors three nights running', () => {
    const errors = { Errors: '17', Completion: 'Completed with Errors' };
    assert.deepEqual(kinds(night(1, errors), night(2, errors)), []);
    assert.deepEqual(kinds(night(1, errors), night(2, errors), night(3, errors)), ['same-errors']);
  });
  it('name no number of errors of runs that were cut short', () => {
    const cut = { Errors: '214', Completion: 'Share Unavailable' };
    const found = kinds(night(1, cut), night(2, cut), night(3, cut));
    assert.ok(!found.includes('same-errors'));
    // Between completed runs it is passed over, as it says nothing of their files.
    const errors = { Errors: '17', Completion: 'Completed with Errors' };
    assert.deepEqual(kinds(night(1, errors), night(2, errors), night(3, cut), night(4, errors)), [
      'incomplete',
      'same-errors',
    ]);
  });
});

describe('a date that no DS-Client can have written', () => {
  const odd = (...starts: readonly string[]) =>
    logFlags(accepted(logText(...starts.map((Start) => ({ Start, End: '' }))))).filter(
      ({ kind }) => kind === 'odd-year',
    );
  it('is flagged with its line, calmly, and changes nothing', () => {
    const [flag] = odd('2026-03-01 22:00:00', '9999-03-02 22:00:00', '0203-03-02 22:00:00');
    assert.deepEqual(flag?.rows, [1, 2]);
    assert.equal(flag?.startDate, '9999-03-02');
    assert.equal(flag?.level, 'amber');
  });
  it('is flagged where the year is 1, which is how programs write that there is no date', () => {
    const [flag] = odd('2026-03-01 22:00:00', '0001-01-01 00:00:00');
    assert.deepEqual([flag?.rows, flag?.startDate], [[1], '0001-01-01']);
  });
  it('is not one of the years of a log', () => {
    assert.deepEqual(odd('1998-03-01 22:00:00', '2026-03-02 22:00:00', '2060-03-02 22:00:00'), []);
  });
});

describe('a sum over numbers that a spreadsheet shortened', () => {
  const sumsOf = (...onlines: readonly string[]) => {
    const rows = onlines.map((Online, i) => ({ Online, Files: String(i) }));
    const reading = accepted(logText(...rows));
    const { backupOnlineTotal, exact } = logMetrics(reading);
    return [backupOnlineTotal, exact.online, reading.diagnostics.map(({ code }) => code).join()];
  };
  it('is about right, and so is what it is made of', () => {
    assert.deepEqual(sumsOf('3.22E+10', '1000'), [32_200_001_000, false, 'number.scientific']);
    assert.deepEqual(sumsOf('32200000000', '1000'), [32_200_001_000, true, '']);
  });
  it('stays finite, whatever stands in the cells', () => {
    const rows = ['1E+400', '9E+307', '9E+307', '1000'];
    assert.deepEqual(sumsOf(...rows), [1000, true, 'number.implausible']);
  });
});

describe('an exported cell', () => {
  const cases = [
    ["=cmd|'/C calc'!A0", false, "'=cmd|'/C calc'!A0"],
    ['  =1+1', false, "'  =1+1"],
    ['\t=1+1', false, "'\t=1+1"],
    ['\r=1+1', false, "'\r=1+1"],
    ['\0=1+1', false, "'\0=1+1"],
    ['\ufeff=1+1', false, "'\ufeff=1+1"],
    ['\u200b@SUM(1)', false, "'\u200b@SUM(1)"],
    ['\uff1d1+1', false, "'\uff1d1+1"],
    ['\uff0b1', false, "'\uff0b1"],
    ['\uff0d1', false, "'\uff0d1"],
    ['\uff20x', false, "'\uff20x"],
    ['-734,003,200', false, "'-734,003,200"], // in a column of text it is calculated
    ['-734,003,200', true, '-734,003,200'], // a plain number of a numeric column stays one
    ['-2+3', true, "'-2+3"],
    ['EXAMPLE-FS01 - Home', false, 'EXAMPLE-FS01 - Home'],
  ] as const;
  for (const [text, isNumeric, expected] of cases) {
    it(`${JSON.stringify(text)} becomes ${JSON.stringify(expected)}`, () => {
      assert.equal(neutralised(text, isNumeric), expected);
    });
  }
  it('round trips through the reader', () => {
    const reading = accepted(logText({ Description: 'a "b", c\u00e9' }, { Files: '7' }));
    for (const form of ['csv', 'tsv'] as const) {
      const again = accepted(exportRows(reading, form));
      assert.equal(again.rowCount, 2);
      assert.equal(again.fieldText(0, 'description'), 'a "b", c\u00e9');
      assert.equal(again.number(0, 'online'), 32_216_449_024);
    }
  });
});
