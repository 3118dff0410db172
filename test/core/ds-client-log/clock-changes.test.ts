/** The night in which the clock was moved: overlap, concurrency, window and events agree on when things were. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { clockChanges } from '../../../src/core/ds-client-log/clock-changes.ts';
import { linkEvents } from '../../../src/core/ds-client-log/event-links.ts';
import { logFlags } from '../../../src/core/ds-client-log/flags.ts';
import { logMetrics } from '../../../src/core/ds-client-log/metrics.ts';
import { readLog } from '../../../src/core/ds-client-log/read-log.ts';
import { runIntervals } from '../../../src/core/ds-client-log/run-intervals.ts';
import { takenTimes } from '../../../src/core/ds-client-log/taken-times.ts';
import { timeLine, timeLineOf } from '../../../src/core/ds-client-log/time-line.ts';
import {
  daysFromCivil,
  formatIsoWall,
  formatTimeOfDay,
} from '../../../src/core/ds-client-log/wall-time.ts';
import { accepted, logText } from './text-log.ts';

type Run = readonly [start: string, end: string, duration: string, set?: string];

const autumn = '2026-10-25';
const spring = '2026-03-29';
const wall = (date: string, time: string): number => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return daysFromCivil(year, month, day) * 86_400 + hours * 3600 + minutes * 60;
};

/** A log of one night; a start before noon is on its second day. */
const log = (date: string, ...runs: readonly Run[]) =>
  accepted(
    logText(
      ...runs.map(([start, end, duration, set], i) => ({
        Description: set ?? `Set ${i}`,
        Start: `${date} ${start}:00`,
        End: end === '' ? '' : `${end}:00`,
        Duration: `${duration}:00`,
      })),
    ),
  );

const changesOf = (reading: ReturnType<typeof log>) =>
  clockChanges(reading).map(({ seconds, at, isSure, rows }) => [
    seconds / 3600,
    formatTimeOfDay(at).slice(0, 5),
    isSure ? 'sure' : 'one of several',
    rows,
  ]);

describe('when the clock was moved', () => {
  const cases = [
    // what ran, by how many hours, at what the clock showed, whether another hour is possible
    [autumn, [['02:30', '02:30', '1:00']], [[-1, '03:00', 'sure', [0]]]],
    [autumn, [['02:50', '02:10', '0:20']], [[-1, '03:00', 'sure', [0]]]],
    [autumn, [['01:50', '01:10', '0:20']], [[-1, '02:00', 'sure', [0]]]], // Britain, America
    [autumn, [['00:30', '04:30', '5:00']], [[-1, '03:00', 'one of several', [0]]]],
    // the second run goes past 03:00 with times that agree
    [autumn, [['00:30', '04:30', '5:00'], ['01:30', '03:10', '1:40']], [[-1, '02:00', 'one of several', [0]]]], // prettier-ignore
    [spring, [['01:30', '03:30', '1:00']], [[1, '02:00', 'sure', [0]]]],
    [spring, [['02:15', '03:45', '0:30']], [[1, '02:00', 'sure', [0]]]], // begun in the hour that was not
    [spring, [['01:30', '03:30', '1:00'], ['02:15', '03:45', '0:30']], [[1, '02:00', 'sure', [0, 1]]]], // prettier-ignore
    [spring, [['01:30', '02:30', '1:00']], []],
    // the second was over before the hour that is usual for the first: clocks go one after the other
    [autumn, [['00:30', '04:30', '5:00'], ['00:40', '02:10', '0:30']], [[-1, '03:00', 'one of several', [0]]]], // prettier-ignore
    // in a week and more every hour of the day lies seven times
    [autumn, [['02:30', '2026-11-02 01:30', '192:00']], []],
    // five runs that know nothing of it: the one that is off is odd by itself
    [spring, [['01:30', '03:30', '1:00'], ...Array.from({ length: 5 }, () => ['01:00', '04:00', '3:00'] as const)], []], // prettier-ignore
  ] as const;
  for (const [date, runs, expected] of cases) {
    it(`${date}: ${runs
      .slice(0, 2)
      .map((run) => run.join(' '))
      .join('; ')}`, () => {
      assert.deepEqual(changesOf(log(date, ...runs)), expected);
    });
  }

  it('is taken from no log that is off by an hour oftener than clocks are moved', () => {
    const rows = Array.from({ length: 30 }, (_, i) => ({
      Start: `2026-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + i / 2).slice(0, 1).padStart(2, '0')} 02:30:00`, // prettier-ignore
      End: '02:30:00',
      Duration: '1:00:00',
      Description: `Set ${i}`,
    }));
    assert.deepEqual(clockChanges(accepted(logText(...rows))).length <= 20, true);
  });
});

/** Milliseconds that some work took; quadratic, the rows below took from three to ten seconds. */
function took(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

describe('a log of many long or repeated runs', () => {
  const many = 20_000;
  it('is searched for the hour of one run of eleven years in less than two seconds', () => {
    const long = Array.from({ length: many }, (_, i) => ({
      Description: `Set ${i}`,
      Start: '2026-01-01 00:00:00',
      End: '2037-05-29 15:00:00',
      Duration: '99999:00:00',
    }));
    const reading = accepted(logText({ ...long[0], End: '2037-05-29 14:00:00' }, ...long));
    assert.ok(took(() => assert.deepEqual(clockChanges(reading), [])) < 2000);
  });
  it('has one change for all the runs that went over it', () => {
    const over = Array.from({ length: many }, (): Run => ['02:30', '02:30', '1:00']);
    assert.equal(clockChanges(log(autumn, ...over))[0]?.rows.length, many);
  });
  it('of one set within the repeated hour has a place for each in less than two seconds', () => {
    // Each with its own count of files: a row that stands twice is counted once.
    const within = Array.from({ length: many }, (_, i) => ({
      Start: `${autumn} 02:00:00`,
      End: `${autumn} 02:00:00`,
      Duration: '0:00:00',
      Files: String(i),
    }));
    const reading = accepted(logText(...within));
    const line = timeLine([{ seconds: -3600, at: wall(autumn, '03:00'), isSure: true, rows: [] }]);
    let places: readonly number[] = [];
    assert.ok(took(() => (places = runIntervals(reading, line).map(({ from }) => from))) < 2000);
    // of runs without a length none is beside another
    assert.equal(places.length, many);
    assert.ok(places.every((from) => from < wall(autumn, '03:00')));
  });
});

describe('the stretches that are taken', () => {
  const taken = (...runs: readonly (readonly [number, number])[]) => {
    const times = takenTimes();
    for (const [from, to] of runs) times.take(from, to);
    return times;
  };
  it('are half open: one may begin as another ends, and nothing overlaps a moment on an edge', () => {
    const times = taken([10, 20], [30, 40], [15, 25], [40, 50]);
    const asked = [[0, 10], [25, 30], [9, 11], [24, 26], [39, 41], [40, 40], [45, 45], [50, 60]]; // prettier-ignore
    assert.deepEqual(
      asked.map(([from = 0, to = 0]) => times.isTaken(from, to)),
      [false, false, true, true, true, false, true, false],
    );
  });
  it('are the same as those of a list that is looked through', () => {
    const runs = Array.from({ length: 400 }, (_, i): readonly [number, number] => {
      const from = (i * 7919) % 997;
      return [from, from + ((i * 31) % 5)];
    });
    const times = takenTimes();
    runs.forEach(([from, to], i) => {
      const own = runs.slice(0, i);
      const expected = own.some(([begins, ends]) => begins < to && from < ends);
      assert.equal(times.isTaken(from, to), expected, `${from} to ${to}`);
      times.take(from, to);
    });
  });
});

describe('the time line of a night', () => {
  const at = (date: string, seconds: number, hour: string) =>
    timeLine([{ seconds, at: wall(date, hour), isSure: true, rows: [] }]);
  const clocks = (line: ReturnType<typeof at>, date: string, time: string) =>
    line.placesOf(wall(date, time)).map((place) => (place - wall(date, '00:00')) / 60);

  it('in autumn has two places for each time of the hour that was repeated', () => {
    const line = at(autumn, -3600, '03:00');
    assert.deepEqual(clocks(line, autumn, '01:59'), [119]);
    assert.deepEqual(clocks(line, autumn, '02:00'), [120, 180]);
    assert.deepEqual(clocks(line, autumn, '02:59'), [179, 239]);
    assert.deepEqual(clocks(line, autumn, '03:00'), [240]);
  });
  it('in spring joins 02:00 and 03:00, and reads a time between them by the old clock', () => {
    const line = at(spring, 3600, '02:00');
    assert.deepEqual(clocks(line, spring, '01:59'), [119]);
    assert.deepEqual(clocks(line, spring, '02:15'), [135]);
    assert.deepEqual(clocks(line, spring, '03:00'), [120]);
  });
  it('gives each place the time that the clock showed', () => {
    const line = at(autumn, -3600, '03:00');
    const shown = (minutes: number) =>
      formatTimeOfDay(line.wallAt(wall(autumn, '00:00') + minutes * 60)).slice(0, 5);
    assert.deepEqual([179, 180, 239, 240].map(shown), ['02:59', '02:00', '02:59', '03:00']);
  });
});

describe('what went on at once', () => {
  const peak = (date: string, ...runs: readonly Run[]) => {
    const { concurrency, lastEnd } = logMetrics(log(date, ...runs));
    return [concurrency.peak, concurrency.busySeconds / 60, formatTimeOfDay(lastEnd ?? 0).slice(0, 5)]; // prettier-ignore
  };
  const cases = [
    // runs, most at once, busy minutes, last end
    // 02:30 to 02:30 an hour later, and a run from 02:50 to 02:10: both went over the change
    [
      autumn,
      [
        ['02:30', '02:30', '1:00'],
        ['02:50', '02:10', '0:20'],
      ],
      [2, 60, '02:30'],
    ],
    // the first ended at 02:30 by the new clock, before the second began at 03:05
    [
      autumn,
      [
        ['02:30', '02:30', '1:00'],
        ['03:05', '03:15', '0:10'],
      ],
      [1, 70, '03:15'],
    ],
    // half open: one ends as the next begins
    [
      autumn,
      [
        ['02:30', '02:30', '1:00'],
        ['03:00', '03:10', '0:10'],
      ],
      [1, 70, '03:10'],
    ],
    // 02:40 to 03:10 with 30 minutes between: it can only have begun by the new clock
    [
      autumn,
      [
        ['02:30', '02:30', '1:00'],
        ['02:40', '03:10', '0:30'],
      ],
      [1, 90, '03:10'],
    ],
    // the latest moment is 02:10 by the new clock, though the old one had shown 02:55
    [
      autumn,
      [
        ['02:50', '02:10', '0:20'],
        ['02:50', '02:55', '0:05'],
      ],
      [2, 20, '02:10'],
    ],
    // an hourly set runs twice at 02:00, and never beside itself
    [autumn, [['01:30', '02:30', '2:00'], ['02:00', '02:10', '0:10', 'H'], ['02:00', '02:10', '0:10', 'H']], [2, 120, '02:30']], // prettier-ignore
    // 01:30 to 03:30 is one hour; the other began 10 minutes after the change
    [
      spring,
      [
        ['01:30', '03:30', '1:00'],
        ['03:10', '03:40', '0:30'],
      ],
      [2, 70, '03:40'],
    ],
    [
      spring,
      [
        ['01:30', '03:30', '1:00'],
        ['03:30', '03:40', '0:10'],
      ],
      [1, 70, '03:40'],
    ],
    // a log without the column End has an end all the same
    [
      '2026-03-02',
      [
        ['01:00', '', '1:00'],
        ['01:30', '', '1:00'],
      ],
      [2, 90, '02:30'],
    ],
  ] as const;
  for (const [date, runs, expected] of cases) {
    it(`${date}: ${runs.map((run) => run.slice(0, 3).join(' ')).join('; ')}`, () => {
      assert.deepEqual(peak(date, ...runs.map((run): Run => [...run] as unknown as Run)), expected);
    });
  }
});

describe('the sample of an autumn night', () => {
  const file = new URL('../../conformance/data/logs/activity-dst-autumn.txt', import.meta.url);
  const reading = readLog(readFileSync(file));
  assert.ok(reading.kind !== 'rejected');

  it('has three runs at once from 02:50 on, as long as their durations', () => {
    const { concurrency, firstStart, lastEnd } = logMetrics(reading);
    assert.equal(concurrency.peak, 3);
    assert.equal(formatIsoWall(concurrency.firstReachedAt ?? 0), '2026-10-25T02:50:00');
    assert.equal(formatIsoWall(firstStart ?? 0), '2026-10-24T23:00:00');
    assert.equal(formatIsoWall(lastEnd ?? 0), '2026-10-25T02:30:00');
    assert.deepEqual(
      runIntervals(reading).map(({ from, to }) => to - from),
      [3600, 1200, 15_300],
    );
    const line = timeLineOf(reading);
    assert.deepEqual(
      runIntervals(reading).map(({ to }) => formatTimeOfDay(line.wallAt(to))),
      ['02:30:00', '02:10:00', '02:15:00'],
    );
  });
  it('is flagged once, by the day on which the clock was moved', () => {
    const flags = logFlags(reading).filter(({ kind }) => kind === 'clock-change-likely');
    assert.deepEqual(
      flags.map(({ startDate, count }) => [startDate, count]),
      [['2026-10-25', 3]],
    );
  });
});

describe('what is known of a change', () => {
  const run = (Start: string, End: string, Duration: string, row = {}) => ({
    Description: `Set ${Start}`,
    Start: `2026-10-${Start}`,
    End: `2026-10-${End}`,
    Duration,
    ...row,
  });
  const hourOf = (...rows: readonly Readonly<Record<string, string>>[]) =>
    clockChanges(accepted(logText(...rows))).map(({ at }) => formatTimeOfDay(at).slice(0, 5));
  // 03:00 is one of the hours that it leaves open, and the usual one.
  const night = run('25 00:30:00', '25 04:30:00', '5:00:00');

  it('is not lessened by a run whose times agree only because it has no duration', () => {
    assert.deepEqual(hourOf(night, run('25 01:30:00', '25 03:10:00', '1:40:00')), ['02:00']);
    assert.deepEqual(hourOf(night, run('25 01:30:00', '25 03:10:00', '')), ['03:00']);
  });
  it('is not lessened by a row with a value that could not be read', () => {
    const bad = run('25 01:30:00', '25 03:10:00', '1:40:00', { Online: '-5' });
    assert.deepEqual(hourOf(night, bad), ['03:00']);
  });

  const kinds = (...rows: readonly Readonly<Record<string, string>>[]) =>
    logFlags(accepted(logText(...rows)))
      .filter(({ kind }) => kind === 'clock-change-likely' || kind === 'hour-off')
      .map(({ kind, rows: own }) => [kind, own]);
  const long = run('15 22:00:00', '28 21:00:00', '312:00:00'); // thirteen days, an hour off

  it('explains a run of more than a week as well, which by itself shows no hour', () => {
    assert.deepEqual(kinds(night, long), [['clock-change-likely', [0, 1]]]);
    assert.deepEqual(kinds(long), [['hour-off', [0]]]);
  });
  it('explains no long run that was over before, and none that is off the other way', () => {
    const before = run('02 22:00:00', '15 21:00:00', '312:00:00');
    const forward = run('15 22:00:00', '28 23:00:00', '312:00:00');
    assert.deepEqual(kinds(night, before)[1], ['hour-off', [1]]);
    assert.deepEqual(kinds(night, forward)[1], ['hour-off', [1]]);
  });
});

describe('a set in the night of a change', () => {
  const kinds = (date: string, ...runs: readonly Run[]) =>
    logFlags(log(date, ...runs.map(([a, b, c]): Run => [a, b, c, 'A'])))
      .filter(({ kind }) => kind === 'overlaps-itself')
      .map(({ rows }) => rows);
  it('overlaps itself where the durations say so', () => {
    assert.deepEqual(kinds(autumn, ['02:30', '02:30', '1:00'], ['02:50', '02:10', '0:20']), [[0, 1]]); // prettier-ignore
    assert.deepEqual(kinds(spring, ['01:30', '03:30', '1:00'], ['03:10', '03:40', '0:30']), [[0, 1]]); // prettier-ignore
  });
  it('does not where only the clock says so', () => {
    assert.deepEqual(kinds(autumn, ['01:30', '02:30', '2:00'], ['03:00', '03:10', '0:10']), []);
    assert.deepEqual(kinds(autumn, ['01:30', '01:55', '0:25'], ['02:30', '02:20', '0:50'], ['02:25', '03:20', '0:55']), []); // prettier-ignore
  });
  it('does not where either hour is possible', () => {
    assert.deepEqual(kinds(autumn, ['01:55', '02:00', '1:05'], ['02:10', '02:20', '0:10'], ['02:15', '02:25', '0:10']), []); // prettier-ignore
  });
});

describe('a start in the hour that the clock passed over', () => {
  const skipped = (...runs: readonly Run[]) =>
    logFlags(log(spring, ...runs))
      .filter(({ kind }) => kind === 'skipped-hour')
      .map(({ rows, startDate }) => [rows, startDate]);
  it('is flagged where the log shows which hour it was', () => {
    assert.deepEqual(skipped(['01:30', '03:30', '1:00'], ['02:15', '03:45', '0:30']), [[[1], spring]]); // prettier-ignore
    assert.deepEqual(skipped(['01:30', '03:30', '1:00'], ['03:15', '03:45', '0:30']), []);
    assert.deepEqual(skipped(['00:30', '05:30', '4:00'], ['02:15', '02:45', '0:30']), []);
  });
});

describe('an event in the night of a change', () => {
  const linked = (runs: readonly Run[], ...times: readonly string[]) => {
    const rows = times.map((time) => `Error\tIO\t${autumn} ${time}:00\t900001\tx`);
    const events = accepted(['Type\tCategory\tEvent Time\tEvent #\tDescription', ...rows, ''].join('\n')); // prettier-ignore
    return linkEvents(log(autumn, ...runs), events).ofEvent.map(({ kind, activities }) => [kind, ...activities]); // prettier-ignore
  };
  it('belongs to the run that was going both times, and to neither for sure where two hours differ', () => {
    // 01:30 to 02:15 by the new clock (1:45), and 02:40 to 02:50 by the new one
    const runs: readonly Run[] = [['01:30', '02:15', '1:45'], ['02:40', '03:20', '0:40']]; // prettier-ignore
    assert.deepEqual(linked(runs, '01:45', '02:10', '02:30', '02:50', '03:10'), [
      ['time', 0],
      ['time', 0], // the first 02:10 and the second are both within it
      ['either-hour', 0], // it was over by the second 02:30
      ['several', 0, 1], // the first 02:50 is of the one, the second of the other
      ['time', 1],
    ]);
  });
});
