/** The drawing of a night in which the clock was moved: bars as long as their runs took, and what the clock showed. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readLog } from '../../src/core/ds-client-log/read-log.ts';
import { runIntervals } from '../../src/core/ds-client-log/run-intervals.ts';
import { timeLine } from '../../src/core/ds-client-log/time-line.ts';
import { dayOf } from '../../src/core/ds-client-log/wall-time.ts';
import { emptyDesk } from '../../src/islands/ds-client-log/desk.ts';
import { presentTimeline } from '../../src/islands/ds-client-log/present-timeline.ts';
import { marksOf } from '../../src/islands/ds-client-log/time-axis.ts';
import { accepted, logText } from '../core/ds-client-log/text-log.ts';

const file = new URL('../conformance/data/logs/activity-dst-autumn.txt', import.meta.url);

function drawn(reading: ReturnType<typeof accepted>) {
  const figure = presentTimeline(reading);
  assert.ok(figure);
  return figure;
}
const read = readLog(readFileSync(file));
assert.ok(read.kind !== 'rejected');
const autumn = drawn(read);
const run = (Start: string, End: string, Duration: string, Description: string) => ({
  Start: `2026-03-29 ${Start}:00`,
  End: `${End}:00`,
  Duration,
  Description,
});
const spring = drawn(
  accepted(logText(run('01:30', '03:30', '1:00:00', 'A'), run('03:10', '04:10', '1:00:00', 'B'))),
);

describe('the drawing of a night in which the clock was put back', () => {
  test('has a bar for each run, as long as its duration', () => {
    const lengths = autumn.lanes.flatMap(({ name, runs }) =>
      runs.map(({ from, to }) => [name, to - from]),
    );
    assert.deepEqual(lengths, [
      ['EXAMPLE-SQL01 - Orders database', 15_300],
      ['EXAMPLE-FS01 - Home folders', 3600],
      ['EXAMPLE-FS01 - Projects', 1200],
    ]);
  });
  test('shows the repeated hour twice on its axis, an hour apart', () => {
    assert.deepEqual(
      autumn.marks.map(({ text }) => text),
      ['23:00', 'Sun 25 Oct', '01:00', '02:00', '02:00'],
    );
    const gaps = autumn.marks.slice(1).map(({ at }, i) => at - (autumn.marks[i]?.at ?? 0));
    assert.deepEqual(new Set(gaps), new Set([3600]));
    assert.deepEqual(autumn.changedAt, [autumn.marks.at(-1)?.at]);
  });
  test('says what ran at once as it is drawn, and what was done to the clock', () => {
    assert.equal(autumn.atOnce.peak, 3);
    // of 270 minutes: 210 with one, 20 with two, 20 with three, 5 with two, 15 with one
    assert.equal(
      autumn.atOnce.outline,
      'M0 20V13H778V20M778 20V7H852V20M852 20V0H926V20M926 20V7H944V20M944 20V13H1000V20',
    );
    assert.match(autumn.caption, /^At most 3 runs at the same time, first at Sun 25 Oct 2026 02:50 \(the first time\)\./); // prettier-ignore
    assert.match(autumn.caption, /On Sun 25 Oct 2026 the clock was probably put back from 03:00 to 02:00.*stands twice on the axis/); // prettier-ignore
  });
  test('is said with the times of the log, and which of two is meant', () => {
    assert.equal(
      autumn.lanes[1]?.said,
      'EXAMPLE-FS01 - Home folders: Sun 25 Oct 2026 02:30 (the first time) to 02:30 (the second time), completed.',
    );
  });
});

describe('the drawing of a night in which the clock was put forward', () => {
  test('leaves out the hour that was not, and bars overlap for as long as the runs did', () => {
    assert.deepEqual(
      spring.marks.map(({ text }) => text),
      ['03:00', '04:00'],
    );
    // of 100 minutes: 40 with one, 20 with two, 40 with one
    assert.equal(spring.atOnce.outline, 'M0 20V10H400V20M400 20V0H600V20M600 20V10H1000V20');
    assert.match(spring.caption, /put forward from 02:00 to 03:00.*is not on the axis/);
  });
});

test('a run that can have been in either hour is drawn in the first that is free, and the drawing says so', () => {
  const either = (Start: string, End: string, Duration: string, Description: string) => ({
    ...run(Start, End, Duration, Description),
    Start: `2026-10-25 ${Start}:00`,
  });
  const { caption, lanes } = drawn(
    accepted(
      logText(
        either('02:30', '02:30', '1:00:00', 'A'),
        either('02:00', '02:10', '0:10:00', 'B'),
        either('02:00', '02:11', '0:11:00', 'B'),
      ),
    ),
  );
  assert.match(caption, /Of 2 runs within the repeated hour the log does not say in which/);
  const [first, second] = lanes.find(({ name }) => name === 'B')?.runs ?? [];
  assert.equal((second?.from ?? 0) - (first?.from ?? 0), 3600);
});

test('an ordinary night has no word of the clock', () => {
  const { caption, changedAt } = drawn(accepted(logText({}, { Description: 'B' })));
  assert.equal(caption, 'At most 2 runs at the same time, first at Mon 2 Mar 2026 01:00.');
  assert.deepEqual(changedAt, []);
});

describe('one day of a month', () => {
  const month = readLog(
    readFileSync(new URL('../conformance/data/logs/activity-30days.csv', import.meta.url)),
  );
  assert.ok(month.kind !== 'rejected');
  const desk = emptyDesk({ columns: [], messages: [] });
  const opened = desk.open('month', month);
  assert.ok(opened.kind === 'opened' && opened.view.figure?.kind === 'days');
  const { firstDay, days } = opened.view.figure;

  test('holds what went on during it, a run over midnight on both days', () => {
    const overMidnight = runIntervals(month).find(({ from, to }) => dayOf(to) > dayOf(from));
    assert.ok(overMidnight);
    const name = month.fieldText(overMidnight.row, 'description').trim();
    for (const day of [dayOf(overMidnight.from), dayOf(overMidnight.to)])
      assert.ok(desk.day(day).figure?.lanes.some((lane) => lane.name === name));
  });
  test('holds every run of it, each once', () => {
    const day = firstDay + 10;
    const { figure } = desk.day(day);
    const own = runIntervals(month).filter(
      ({ from, to }) => from < (day + 1) * 86_400 && to > day * 86_400,
    );
    assert.equal(figure?.lanes.flatMap(({ runs }) => runs).length, own.length);
    assert.match(figure?.caption ?? '', /same time/);
  });
  test('on which nothing ran is not drawn', () => {
    assert.equal(desk.day(firstDay + days.length + 5).figure, null);
  });
});

describe('a day with a run that ended in another century', () => {
  const runs = [
    { Start: '2026-03-02 01:00:00', End: '2926-03-02 01:00:00', Duration: '', Description: 'A' },
    { Start: '2026-03-02 23:00:00', End: '2026-03-03 02:00:00', Duration: '3:00:00', Description: 'B' }, // prettier-ignore
  ];
  const figure = presentTimeline(accepted(logText(...runs)), dayOf(Date.UTC(2026, 2, 2) / 1000));
  assert.ok(figure);
  const hours = (seconds: number) => seconds / 3600;

  test('is drawn from its first run to four hours after its midnight', () => {
    assert.equal(hours(figure.length), 27);
    assert.deepEqual(
      figure.marks.map(({ text }) => text),
      ['03:00', '06:00', '09:00', '12:00', '15:00', '18:00', '21:00', 'Tue 3 Mar', '03:00'],
    );
  });
  test('has its bars end at the edge, and says when they ended', () => {
    assert.deepEqual(
      figure.lanes.map(({ runs: [bar] }) => bar && [hours(bar.from), hours(bar.to)]),
      [
        [0, 27],
        [22, 25],
      ],
    );
    assert.match(figure.lanes[0]?.said ?? '', /to \w+ 2 Mar 2926 01:00/);
    assert.match(figure.caption, /A bar that reaches an edge goes on beyond it\./);
    assert.doesNotMatch(figure.atOnce.outline, /\d{5}/);
  });
  test('after which it still goes on has both edges, four hours before the day and after it', () => {
    const later = presentTimeline(accepted(logText(...runs)), dayOf(Date.UTC(2026, 5, 1) / 1000));
    assert.equal(hours(later?.length ?? 0), 32);
    assert.equal(later?.atOnce.outline, 'M0 20V0H1000V20');
  });
});

test('an axis of nine hundred years has a dozen marks, each a midnight', () => {
  const marks = marksOf(timeLine([]), 0, 900 * 366 * 86_400);
  assert.ok(marks.length > 5 && marks.length <= 12, String(marks.length));
  assert.ok(marks.every(({ isMidnight }) => isMidnight));
});

test('a grid of days says which days and sets it leaves out', () => {
  const rows = Array.from({ length: 45 }, (_, i) =>
    [2, 28].map((day) => ({
      Description: `Set ${i}`,
      Start: `2026-0${day === 2 ? 1 : 3}-${String(day).padStart(2, '0')} 01:00:00`,
      End: '02:12:40',
    })),
  ).flat();
  const opened = emptyDesk({ columns: [], messages: [] }).open('log', accepted(logText(...rows)));
  assert.ok(opened.kind === 'opened');
  // 2 January to 28 March 2026 are 86 days
  assert.match(opened.view.figure?.caption ?? '', /The last 31 days; 55 days before them are left out\. 40 of 45 sets are drawn/); // prettier-ignore
});
