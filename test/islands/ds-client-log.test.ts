/** What the log explainer says of a log, without a page: the desk that the worker holds. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readPermalink } from '../../src/core/ds-client-log/permalink.ts';
import { readLog } from '../../src/core/ds-client-log/read-log.ts';
import { emptyDesk, type Desk } from '../../src/islands/ds-client-log/desk.ts';
import { linkNote } from '../../src/islands/ds-client-log/present-link.ts';
import { tableColumns } from '../../src/islands/ds-client-log/table-columns.ts';
import type { LogView } from '../../src/islands/ds-client-log/view.ts';
import { bytesOf, labels, logText } from '../core/ds-client-log/text-log.ts';

const sample = (name: string): Uint8Array =>
  readFileSync(new URL(`../conformance/data/logs/${name}`, import.meta.url));

function opened(bytes: Uint8Array): { readonly view: LogView; readonly desk: Desk } {
  const desk = emptyDesk({ columns: [], messages: [] });
  const answer = desk.open('a log', readLog(bytes));
  if (answer.kind === 'refused') throw new Error('The log was refused.');
  return { view: answer.view, desk };
}

const set = (name: string, day: number, change: Readonly<Record<string, string>> = {}) => ({
  Description: name,
  Start: `2026-03-0${day} 01:00:00`,
  End: `2026-03-0${day} 02:12:40`,
  ...change,
});

const night = opened(sample('activity-tab.txt'));
const month = opened(sample('activity-30days.csv'));

describe('a run without an end', () => {
  test('is named in the summary, in what to do, in the figure and in the ticket', () => {
    const { view, desk } = night;
    assert.ok(view.answer.includes('No ending recorded: EXAMPLE-MAIL01 - Mail stores.'));
    const task = view.tasks.find(({ what }) => what.includes('no ending recorded'));
    assert.equal(
      task?.what,
      'EXAMPLE-MAIL01 - Mail stores: no ending recorded since Tue 3 Mar 23:30. Still running when the log was saved, or cut off; save the log again later.',
    );
    assert.ok(view.figure?.kind === 'runs');
    const open = view.figure.lanes.flatMap(({ name, runs }) =>
      runs.filter(({ isOpen }) => isOpen).map(() => name),
    );
    assert.deepEqual(open, ['EXAMPLE-MAIL01 - Mail stores']);
    assert.match(
      desk.reply(true).text,
      /EXAMPLE-MAIL01 - Mail stores, Tue 3 Mar 23:30 \(line 25\), no ending recorded/,
    );
  });

  test('is not made up for a log that has no column for an ending', () => {
    const { view } = opened(bytesOf('Description,Start,Online\nEXAMPLE,2026-03-02 01:00:00,5\n'));
    assert.deepEqual(view.tasks, []);
  });
});

describe('each backup set', () => {
  test('stands with its last completed backup, those without one first', () => {
    const rows = night.view.setStatuses.sets.map(({ name, lastCompleted, latest }) => [
      name,
      lastCompleted?.began ?? null,
      latest.outcome,
    ]);
    assert.deepEqual(rows.slice(0, 5), [
      ['EXAMPLE-HV02 - Virtual machines', null, 'incomplete'],
      ['EXAMPLE-VM07 - VM image', null, 'incomplete'],
      // Its synchronisation went well on the next night, and saves nothing.
      ['EXAMPLE-WEB03 - IIS content', null, 'incomplete'],
      ['EXAMPLE-FS01 - Home folders', 'Mon 2 Mar 2026 22:00', 'incomplete'],
      ['EXAMPLE-MAIL01 - Mail stores', 'Mon 2 Mar 2026 23:30', 'running_or_unknown'],
    ]);
    assert.equal(rows.length, 11);
  });

  test('that was caught up says so, and only then', () => {
    const stopped = { Completion: 'User Stopped' };
    const { view } = opened(
      bytesOf(
        logText(
          set('A', 2, stopped),
          set('A', 3),
          set('B', 2, stopped),
          set('C', 2, { Completion: 'Disconnected' }),
        ),
      ),
    );
    const said = view.tasks.map(({ what }) => what);
    assert.match(
      said[0] ?? '',
      /^A; B: User Stopped\. Part of each set was not saved in those runs\. The next run completed of: A\. /,
    );
    assert.doesNotMatch(said[1] ?? '', /next run/);
  });

  test('has its errors told run by run, and not added up', () => {
    const said = night.view.tasks.map(({ what }) => what).join('\n');
    assert.match(said, /EXAMPLE-LNX02 - Web root: 17 errors in each of 2 runs\./);
    assert.match(
      said,
      /FS01 - Home folders: 3 errors in 1 of 2 runs; the other had errors as well and did/,
    );
  });

  const withErrors = { Errors: '3', Completion: 'Completed with Errors' };
  const cutShort = { Errors: '9', Completion: 'Disconnected' };
  const others = [
    [[cutShort], '3 errors in 1 of 2 runs; the other had errors as well and did not finish.'],
    [
      [cutShort, cutShort, {}],
      '3 errors in 1 of 4 runs; 2 more had errors as well and did not finish.',
    ],
    [
      [{ ...cutShort, Completion: 'Parked' }, {}],
      '3 errors in 1 of 3 runs; 1 more had errors as well and has no ending that we know.',
    ],
    // Without errors there is nothing to add: the run stands with those that did not finish.
    [[{ Completion: 'Disconnected' }], '3 errors in 1 of 2 runs.'],
    // A count of several runs is that of each, and no sum.
    [[withErrors, {}], '3 errors each in 2 of 3 runs.'],
    [[{ ...withErrors, Errors: '5' }, {}], '3 to 5 errors each in 2 of 3 runs.'],
    [[{ ...withErrors, Errors: '5' }], '3 to 5 errors in each of 2 runs.'],
    [[{ ...withErrors, Errors: '' }, {}], 'errors in 2 of 3 runs.'],
  ] as const;
  for (const [rest, said] of others)
    test(`says of runs with errors in how many they were: ${said}`, () => {
      const rows = [withErrors, ...rest].map((row, i) => set('A', i + 2, row));
      const { view } = opened(bytesOf(logText(...rows)));
      const tasks = view.tasks.map(({ what }) => what);
      assert.ok(
        tasks.some((what) => what.startsWith(`A: ${said}`)),
        tasks.join('\n'),
      );
    });
});

describe('a possible mass change', () => {
  test('stands first at a level of its own, with what else that run showed', () => {
    const [first, ...rest] = month.view.flags;
    assert.equal(first?.level, 'today');
    assert.match(first?.text ?? '', /files 211,805, usually about 18,203/);
    assert.match(first?.text ?? '', /Online to Transmitted 1\.03 : 1/);
    assert.deepEqual(
      rest.filter(({ row, text }) => row === first?.row || text.includes('attack')),
      [],
    );
    assert.match(month.desk.reply(false).text, /Worth a call today: Set [A-Z]: many more files/);
  });
});

describe('the panel of a cell', () => {
  const facts = (row: Readonly<Record<string, string>>, column: number) =>
    opened(bytesOf(logText(row)))
      .desk.explain(0, column)
      .explanation.facts.map(({ label }) => label);
  const [durationColumn, filesColumn, onlineColumn] = [8, 9, 10];

  test('tells how fast a backup read, and of nothing else that it read', () => {
    assert.ok(facts({}, onlineColumn).includes('Read, on average'));
    assert.ok(!facts({ Type: 'Delete' }, onlineColumn).includes('Read, on average'));
    assert.ok(!facts({ Type: 'Restore' }, onlineColumn).includes('Read, on average'));
  });
  test('tells a speed once: that of Duration stands in its sentence', () => {
    assert.deepEqual(facts({}, durationColumn), []);
  });
  test('speaks of unchanged files for a backup alone', () => {
    const said = (Type: string) =>
      opened(bytesOf(logText({ Type })))
        .desk.explain(0, filesColumn)
        .explanation.sentences.map(({ text }) => text);
    assert.equal(said('Backup').length, 2);
    assert.deepEqual(said('Delete'), ['5 files were affected by this activity.']);
  });
  test('says why a speed says little: too short, or not finished', () => {
    const said = (row: Readonly<Record<string, string>>) =>
      opened(bytesOf(logText(row)))
        .desk.explain(0, durationColumn)
        .explanation.sentences.at(-1)?.text;
    assert.match(said({ Completion: 'Disconnected' }) ?? '', /^The run did not finish, so/);
    assert.match(
      said({ End: '2026-03-02 01:00:20', Duration: '0:00:20' }) ?? '',
      /^Under a minute, such a speed says little/,
    );
  });
});

describe('the text for a ticket', () => {
  test('names each run by set, time, line, state and errors, and nothing by its name', () => {
    const { text } = night.desk.reply(false);
    assert.match(text, /^- Set A, Mon 2 Mar 03:00 \(line 5\), Share Unavailable, 214 errors$/m);
    assert.doesNotMatch(text, /EXAMPLE/);
  });

  test('of an event log has its own heading, each message once, seconds within a minute', () => {
    const { desk } = opened(sample('eventlog.csv'));
    const { text } = desk.reply(true);
    assert.match(text, /^DS-Client event log\n/);
    assert.match(
      text,
      /^- 214 x The network name cannot be found\..*, Mon 2 Mar 2026 03:00:02 to 03:00:38\./m,
    );
    // Without a catalogue every message may hold a name.
    assert.doesNotMatch(desk.reply(false).text, /network name/);
  });
});

test('a log of labels alone says how to save one with lines', () => {
  const { view, desk } = opened(bytesOf(`${labels.join('\t')}\r\n`));
  assert.equal(view.answer.length, 2);
  assert.match(view.answer.join(' '), /no activity.*widen the dates, press Find/);
  assert.doesNotMatch(desk.reply(false).text, /\. \.|0 activities/);
});

test('a column counts as empty only when every cell of it is, in a long log as well', () => {
  const rows = Array.from({ length: 3000 }, (_, i) => ({
    Online: String(i),
    Owner: i === 2999 ? 'EXAMPLE' : ' ',
  }));
  const { view } = opened(bytesOf(logText(...rows)));
  const empty = view.columns.filter(({ isEmpty }) => isEmpty).map(({ header }) => header);
  assert.deepEqual(empty, ['User Name']);
});

test('the table begins with the set and how it ended, and can leave out empty columns', () => {
  const names = (withEmpty: boolean) =>
    tableColumns(month.view, withEmpty).map((c) =>
      c.kind === 'outcome' ? 'outcome' : c.column.header,
    );
  assert.deepEqual(names(false).slice(0, 3), ['Description', 'outcome', 'Completion']);
  assert.ok(!names(false).includes('User Name'));
  assert.equal(names(true).length, month.view.columns.length + 1);
});

describe('a link', () => {
  const noteOf = (fragment: string) => {
    return linkNote({ ...readPermalink(fragment), typed: null });
  };
  test('to a log says that the log is not in it', () => {
    assert.deepEqual(noteOf('#v=1&m=log&sort=online.up'), {
      problems: [],
      wantsLog: true,
      lost: '',
    });
  });
  test('to the sample or to typed numbers needs no word', () => {
    assert.equal(noteOf('#v=1&m=example&sort=online.up'), null);
    assert.equal(noteOf('#v=1&m=line&online=5'), null);
  });
  test('that is too long says so, and what to do', () => {
    const [said = ''] = noteOf(`#v=1&x=${'a'.repeat(9000)}`)?.problems ?? [];
    assert.match(said, /9,006 characters long; this page reads 8,192 at most/);
    assert.match(said, /fewer lines, or for the lines as a file/);
  });
  test('that is full of what nobody knows tells a few of it and counts the rest', () => {
    const parts = Array.from({ length: 900 }, (_, i) => `num=${i}`);
    const { problems } = noteOf(`#v=1&${parts.join('&')}`) ?? { problems: [] };
    assert.equal(problems.length, 6);
    assert.equal(problems.at(-1), 'And 895 more of that kind.');
  });
  test('with a value or a version that nobody knows names it', () => {
    assert.match(noteOf('#v=1&outcome=bogus')?.problems[0] ?? '', /“outcome=bogus”/);
    assert.match(noteOf('#v=9&m=log')?.problems[0] ?? '', /version “9”/);
  });
});
