/** Which activity an event belongs to: by number, by the name in its message, or by the clock alone. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { linkEvents } from '../../../src/core/ds-client-log/event-links.ts';
import { computersIn, wordsOf } from '../../../src/core/ds-client-log/named-computers.ts';
import { setsIn } from '../../../src/core/ds-client-log/named-sets.ts';
import { runningAtWall } from '../../../src/core/ds-client-log/running-at.ts';
import { timeLine } from '../../../src/core/ds-client-log/time-line.ts';
import { runSpans } from '../../../src/core/ds-client-log/run-spans.ts';
import { readLog } from '../../../src/core/ds-client-log/read-log.ts';
import type { AcceptedReading } from '../../../src/core/ds-client-log/reading.ts';
import { accepted, bytesOf, logText } from './text-log.ts';

type Change = Readonly<Record<string, string>>;

/** A run of one hour from `time`, unless a test says otherwise. */
const run = (time: string, name: string, change: Change = {}): Change => ({
  Description: name,
  Start: `2026-03-02 ${time}`,
  End: '',
  Duration: '1:00:00',
  ...change,
});

function eventsOf(...lines: readonly (readonly [time: string, text: string, id?: string])[]) {
  const hasId = lines.some(([, , id]) => id !== undefined);
  const head = `Type\tCategory\tEvent Time\tEvent #\tDescription${hasId ? '\tActivity ID' : ''}`;
  const rows = lines.map(
    ([time, text, id = ''], i) =>
      `Error\tIO\t2026-03-02 ${time}\t${900_000 + i}\t${text}${hasId ? `\t${id}` : ''}`,
  );
  const reading = readLog(bytesOf([head, ...rows, ''].join('\n')));
  assert.ok(reading.kind === 'event-log', 'an event log');
  return reading;
}

const linksOf = (activities: AcceptedReading, events: AcceptedReading) =>
  linkEvents(activities, events).ofEvent.map(({ kind, activities: rows }) => [kind, ...rows]);

const sql = 'EXAMPLE-SQL01 - Orders database';
const web = 'EXAMPLE-WEB03 - IIS content';

describe('an event', () => {
  const two = accepted(logText(run('01:00:00', sql), run('01:30:00', web)));
  const cases = [
    // time, message, link: rows 0 (SQL, 01:00 to 02:00) and 1 (WEB, 01:30 to 02:30)
    ['00:59:59', 'Files not in sync', ['none']],
    ['01:00:00', 'Files not in sync', ['time', 0]], // the first second is in it
    ['01:20:00', 'Files not in sync', ['time', 0]],
    ['01:45:00', 'Files not in sync', ['several', 0, 1]],
    ['02:00:00', 'Files not in sync', ['several', 0, 1]], // and so is the last
    ['02:00:01', 'Files not in sync', ['time', 1]],
    ['02:30:01', 'Files not in sync', ['none']],
    ['01:45:00', `Backup started: ${web}`, ['name', 1]],
    ['01:45:00', 'Access is denied. (\\\\EXAMPLE-WEB03\\C$\\a)', ['name', 1]],
    ['01:45:00', 'Access is denied. (\\\\example-web03.corp.invalid\\C$\\a)', ['name', 1]],
    ['01:20:00', 'Access is denied. (\\\\EXAMPLE-WEB03\\C$\\a)', ['other-computer']],
    ['01:20:00', 'Access is denied. (\\\\192.0.2.7\\C$\\a)', ['time', 0]], // an address names nobody
    ['01:20:00', 'Access is denied. (C:\\Data\\a)', ['time', 0]],
  ] as const;
  for (const [time, text, expected] of cases) {
    it(`at ${time}, "${text}": ${expected.join(' ')}`, () =>
      assert.deepEqual(linksOf(two, eventsOf([time, text])), [expected]));
  }

  it('names a set only by its whole name, and the longest name that it names', () => {
    const [one, ten, data] = ['Host - Set 1', 'Host - Set 10', 'Host - Set 1 - Data'];
    const log = accepted(
      logText(
        run('01:00:00', one),
        run('03:00:00', ten),
        run('05:00:00', one),
        run('05:00:00', data),
      ),
    );
    const named = [
      ['01:10:00', `${one}: cannot open file`, ['name', 0]],
      ['01:10:00', `${ten}: cannot open file`, ['other-set']], // and not Set 1, which runs alone
      ['01:10:00', 'Host - Set 100: cannot open file', ['time', 0]], // no set of the log
      ['01:10:00', `Remote${one}: cannot open file`, ['time', 0]],
      ['03:10:00', `${ten}: cannot open file`, ['name', 1]],
      ['05:10:00', `${data}: cannot open file`, ['name', 3]], // and not both
      ['05:10:00', `${one}: cannot open file`, ['name', 2]],
      ['05:10:00', `${one} after ${data}`, ['several', 2, 3]],
    ] as const;
    for (const [time, text, expected] of named)
      assert.deepEqual(linksOf(log, eventsOf([time, text])), [expected], text);
  });

  it('does not lose its activity to a set that is called by one common word', () => {
    const log = accepted(logText(run('01:00:00', sql), run('05:00:00', 'Files')));
    assert.deepEqual(linksOf(log, eventsOf(['01:10:00', 'Files not in sync'])), [['time', 0]]);
  });

  const numberedLog = (...ids: readonly [string, string]) =>
    accepted(
      [
        'ID\tType\tDescription\tStart\tDuration\tCompletion',
        `${ids[0]}\tBackup\t${sql}\t2026-03-02 01:00:00\t1:00:00\tSucceeded`,
        `${ids[1]}\tBackup\t${web}\t2026-03-02 01:30:00\t1:00:00\tSucceeded`,
        '',
      ].join('\n'),
    );

  it('belongs to no activity when it carries the number of one that is not in the log', () => {
    const events = eventsOf(['01:10:00', 'x', '77'], ['01:10:00', `${sql}: x`, '77']);
    const links = linkEvents(numberedLog('12', '13'), events);
    assert.deepEqual(
      links.ofEvent.map(({ kind }) => kind),
      ['other-number', 'other-number'],
    );
    assert.deepEqual(links.ofActivity(0), []);
    assert.equal(links.possible(0), 0);
  });

  it('goes by time when the activities have no numbers', () => {
    assert.deepEqual(linksOf(two, eventsOf(['01:10:00', 'x', '77'])), [['time', 0]]);
    const empty = numberedLog('0', '0');
    assert.deepEqual(linksOf(empty, eventsOf(['01:10:00', 'x', '77'])), [['time', 0]]);
  });

  it('belongs to no one activity for sure when several carry its number', () => {
    const log = numberedLog('17', '17');
    const events = eventsOf(['01:10:00', 'x', '17']);
    const links = linkEvents(log, events);
    assert.deepEqual(linksOf(log, events), [['shared-number', 0, 1]]);
    assert.deepEqual(links.ofActivity(1), []);
    assert.equal(links.possible(1), 1);
  });

  it('belongs to the activity whose number it carries, whatever the clock says', () => {
    const numbered = numberedLog('17', '18');
    const events = eventsOf(
      ['01:45:00', 'x', '18'],
      ['05:00:00', 'y', '17'],
      ['01:10:00', 'z', '0'],
    );
    assert.deepEqual(linksOf(numbered, events), [
      ['number', 1],
      ['number', 0],
      ['time', 0],
    ]);
  });

  it('of a run without an end belongs to it until its set begins again, for a day at most', () => {
    const open = { End: '', Duration: '', Completion: '' };
    const log = accepted(logText(run('01:00:00', sql, open), run('03:00:00', sql)));
    assert.deepEqual(
      runSpans(log).map(({ isOpen, to, from }) => [isOpen, to - from]),
      [
        [true, 7200],
        [false, 3600],
      ],
    );
    const lone = accepted(logText(run('01:00:00', sql, open)));
    assert.equal(runSpans(lone)[0]?.to, (runSpans(lone)[0]?.from ?? 0) + 86_400);
  });
});

describe('an activity', () => {
  it('has the events that are its own, and counts those it shares', () => {
    const log = accepted(logText(run('01:00:00', sql), run('01:30:00', web)));
    const events = eventsOf(
      ['01:45:00', 'a'],
      ['01:10:00', 'b'],
      ['01:50:00', 'c'],
      ['01:20:00', 'd'],
      ['09:00:00', 'e'],
    );
    const links = linkEvents(log, events);
    assert.deepEqual(links.ofActivity(0), [1, 3]);
    assert.equal(links.possible(0), 2);
    assert.deepEqual(links.ofActivity(1), []);
    assert.equal(links.possible(1), 2);
    assert.deepEqual(links.counts, {
      number: 0,
      'shared-number': 0,
      'other-number': 0,
      name: 0,
      time: 2,
      several: 2,
      'either-hour': 0,
      'other-set': 0,
      'other-computer': 0,
      none: 1,
      'no-time': 0,
    });
    assert.ok(links.overlap);
  });

  it('of other days shares no time with the events', () => {
    const log = accepted(logText(run('01:00:00', sql, { Start: '2026-04-02 01:00:00' })));
    assert.equal(linkEvents(log, eventsOf(['01:45:00', 'a'])).overlap, false);
  });
});

describe('the two logs of the samples', () => {
  const file = (name: string) =>
    readLog(readFileSync(new URL(`../../conformance/data/logs/${name}`, import.meta.url)));
  it('meet: 214 lost paths fall into the backup that found its share gone', () => {
    const activities = file('activity-tab.txt');
    const events = file('eventlog.csv');
    assert.ok(activities.kind !== 'rejected' && events.kind !== 'rejected');
    const { ofEvent, ofActivity } = linkEvents(activities, events);
    const lost = Array.from({ length: events.rowCount }, (_, row) => row).filter((row) =>
      events.fieldText(row, 'text').startsWith('The network name cannot be found.'),
    );
    const line5 = 3; // row 3 of the log stands on line 5
    assert.equal(activities.line(line5), 5);
    assert.equal(lost.length, 214);
    assert.deepEqual([...new Set(lost.map((row) => ofEvent[row]?.activities[0]))], [line5]);
    assert.equal(ofActivity(line5).filter((row) => lost.includes(row)).length, 214);
  });
});

describe('any two logs', () => {
  it('are linked as a look at every pair would link them', () => {
    const second = fc.nat(600);
    const runs = fc.array(fc.tuple(second, fc.nat(300)), { minLength: 1, maxLength: 12 });
    const at = (s: number) =>
      `${String(Math.floor(s / 3600)).padStart(2, '0')}:${String(Math.floor(s / 60) % 60).padStart(2, '0')}:${String(s % 60).padStart(2, '0')}`;
    fc.assert(
      fc.property(runs, fc.array(second, { minLength: 1, maxLength: 30 }), (spans, moments) => {
        const log = accepted(
          logText(
            ...spans.map(([from, length], i) =>
              run(at(from), `Set ${i}`, { Duration: at(length) }),
            ),
          ),
        );
        const events = eventsOf(...moments.map((s) => [at(s), 'x'] as const));
        const { ofEvent } = linkEvents(log, events);
        moments.forEach((s, event) => {
          const running = spans.flatMap(([from, length], row) =>
            from <= s && s <= from + length ? [row] : [],
          );
          assert.deepEqual([...(ofEvent[event]?.activities ?? [])].toSorted(), running.toSorted());
        });
      }),
      { numRuns: 60 },
    );
  });
  it('are linked in steps by their lengths, however many activities run at once', () => {
    const lines = 4000;
    let looks = 0;
    // All begin before the first ends, and then one ends with each event.
    const spans = Array.from({ length: lines }, (_, row) => ({
      row,
      isOpen: false,
      get from() {
        looks += 1;
        return row;
      },
      get to() {
        looks += 1;
        return row + lines;
      },
    }));
    const running = runningAtWall(spans, timeLine([]));
    const counts = Array.from({ length: 2 * lines }, (_, time) => running(time).count);
    assert.deepEqual(
      [counts[0], counts[lines - 1], counts[lines], counts[2 * lines - 1]],
      [1, lines, lines, 1],
    );
    assert.ok(looks <= 10 * lines, `${looks} looks at ${lines} activities`);
  });
  it('name no more than the first 64 of the activities that run at once, and count them all', () => {
    const spans = Array.from({ length: 100 }, (_, row) => ({
      row,
      from: 0,
      to: row < 50 ? 10 : 20,
      isOpen: false,
    }));
    const running = runningAtWall(spans, timeLine([]));
    const [first, then] = [running(10), running(11)];
    assert.deepEqual([first.rows.length, first.rows[0], first.count], [64, 0, 100]);
    assert.deepEqual([then.rows.length, then.rows[0], then.count], [50, 50, 50]);
    assert.equal(running(20), then);
    assert.equal(running(21).count, 0);
  });
});

describe('a set', () => {
  it('is named where no letter or digit joins its name', () => {
    const named = setsIn(['Été', '(old) A', 'A', '']);
    assert.deepEqual([...named('Étés. (old) A')], ['(old) A']);
    assert.deepEqual([...named('1Été A2 Été: A')], ['Été', 'A']);
  });
});

describe('a computer', () => {
  it('is named by a path on it and by nothing else', () => {
    assert.deepEqual(computersIn('x (\\\\EXAMPLE-FS01\\D$\\a) and \\\\example-fs01.corp\\b'), [
      'example-fs01',
    ]);
    assert.deepEqual(computersIn('at C:\\Data, on 192.0.2.7, \\\\192.0.2.7\\c$'), []);
  });
  it('is a word of a description, however it is joined to the set', () => {
    for (const text of [
      'EXAMPLE-FS01 - Home',
      'EXAMPLE-FS01\\Home',
      'Home (EXAMPLE-FS01.corp.invalid)',
    ])
      assert.ok(wordsOf(text).has('example-fs01'), text);
  });
});
