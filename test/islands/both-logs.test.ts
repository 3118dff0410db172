/** What an activity log and an event log of the same days say together: each message, path and task once. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { catalogue } from '../conformance/logs.ts';
import type { EventGroup } from '../../src/core/ds-client-log/events.ts';
import { commonFolder, pathIn } from '../../src/core/ds-client-log/event-paths.ts';
import { readLog } from '../../src/core/ds-client-log/read-log.ts';
import { emptyDesk } from '../../src/islands/ds-client-log/desk.ts';
import { messagesToActOn } from '../../src/islands/ds-client-log/present-messages.ts';
import { accepted, logText } from '../core/ds-client-log/text-log.ts';

const sample = (name: string) =>
  readLog(readFileSync(new URL(`../conformance/data/logs/${name}`, import.meta.url)));

/** The desk with one log open and the other beside it, and what the page shows of the second. */
function both(open: ReturnType<typeof sample>, other: ReturnType<typeof sample>) {
  const desk = emptyDesk({ columns: [], messages: catalogue() });
  const opened = desk.open('one', open);
  const beside = desk.addBeside('other', other);
  assert.ok(opened.kind === 'opened' && beside.kind === 'added');
  return { desk, view: opened.view, beside: beside.view };
}

const [activities, events] = [sample('activity-tab.txt'), sample('eventlog.csv')];
const night = both(activities, events);
const turned = both(events, activities);

const eventLog = (...lines: readonly (readonly [time: string, text: string])[]) =>
  accepted(
    [
      'Type\tCategory\tEvent Time\tEvent #\tDescription',
      ...lines.map(([time, text]) => `Error\tIO\t2026-03-02 ${time}\t900001\t${text}`),
      '',
    ].join('\n'),
  );

describe('how the events of a second log are counted', () => {
  const first = (...lines: readonly (readonly [time: string, text: string])[]) =>
    both(accepted(logText({})), eventLog(...lines)).beside.summary[0];
  test('of several, each belongs to an activity of its own', () => {
    assert.equal(
      first(['01:10:00', 'A.'], ['01:20:00', 'B.']),
      'other, event log, is linked. Of 2 events, 2 belong to one activity each.',
    );
  });
  test('of one, it belongs to one', () => {
    assert.equal(
      first(['01:10:00', 'A.']),
      'other, event log, is linked. Of 1 event, 1 belongs to one activity.',
    );
  });
});

describe('the paths of a message', () => {
  const lost = night.beside.groups[0];
  test('stand with it, how many they are and where', () => {
    assert.equal(lost?.count, 214);
    assert.equal(
      lost.paths.says,
      '214 different paths, all under \\\\EXAMPLE-WEB03\\C$\\inetpub\\',
    );
    assert.equal(lost.paths.first[0]?.text.text, '\\\\EXAMPLE-WEB03\\C$\\inetpub\\site000\\web.config'); // prettier-ignore
  });
  test('can all be asked for, and none is lost between the first and the rest', () => {
    const { first, more } = lost?.paths ?? { first: [], more: 0 };
    const rest = night.desk.paths(0, first.length);
    assert.equal(first.length + more, 214);
    assert.equal(rest.paths.length + rest.more, more);
    const last = night.desk.paths(0, 213);
    assert.deepEqual(
      [last.paths.map(({ text }) => text.text), last.more],
      [['\\\\EXAMPLE-WEB03\\C$\\inetpub\\site213\\web.config'], 0],
    );
  });
  test('stand with an event log alone as well, and with the line of the activity', () => {
    assert.deepEqual(turned.view.groups[0]?.paths, lost?.paths);
    const line5 = night.desk.explain(3, 12).explanation.related?.lines[0];
    assert.equal(line5?.paths.first.length, 3);
    assert.equal(line5.paths.more, 211);
  });
  test('are named once each, with how often', () => {
    const { view } = both(
      eventLog(['01:00:00', 'Access is denied. (/a/b)'], ['01:00:01', 'Access is denied. (/a/b)']),
      activities,
    );
    assert.equal(view.groups[0]?.paths.says, 'The same in all 2 lines');
    assert.deepEqual(view.groups[0]?.paths.first.map(({ count }) => count), [2]); // prettier-ignore
  });

  test('of very many lines are told for the first of them, and all can be asked for', () => {
    const lines = Array.from({ length: 6000 }, (_, i) => ['01:00:00', `Access is denied. (/a/${i % 5500})`] as const); // prettier-ignore
    const { view, desk } = both(eventLog(...lines), activities);
    assert.equal(view.groups[0]?.paths.says, '5,000 different paths in the first 5,000 of 6,000 lines'); // prettier-ignore
    assert.deepEqual(desk.paths(0, 5400).paths.length, 100);
  });

  const paths = [
    ['Permission denied (/srv/data/report.txt)', '/srv/data/report.txt'],
    ['Access is denied. (\\\\H\\D$\\a (1).txt)', '\\\\H\\D$\\a (1).txt'], // a name with brackets
    ['Access is denied. (C:\\a (1).txt)', 'C:\\a (1).txt'],
    ['Logon failure (user) (/a/b)', '/a/b'],
    ['Access is denied. (Home\\a.txt)', 'Home\\a.txt'],
    ['VSS: failed (0x8004230F)', 'VSS: failed (0x8004230F)'], // no path: the whole line
    ['Files not in sync', 'Files not in sync'],
  ] as const;
  for (const [text, expected] of paths)
    test(`of ${text} is ${expected}`, () => assert.equal(pathIn(text), expected));

  const folders = [
    [['/a/b/c', '/a/b/d'], '/a/b/'],
    [['/a/b', '/a/bc'], '/a/'],
    [['\\\\H\\C$\\x', '\\\\H\\D$\\x'], '\\\\H\\'],
    [['\\\\H\\C$\\x', '\\\\K\\C$\\x'], null],
    [['/a/b'], null], // one path needs no folder
    [['a', 'b'], null],
  ] as const;
  for (const [texts, expected] of folders)
    test(`${texts.join(' and ')} lie in ${expected ?? 'no common folder'}`, () =>
      assert.equal(commonFolder(texts.map((text) => ({ text, count: 1 }))), expected));
});

describe('many messages within minutes', () => {
  const burstOf = (text: (i: number) => string) => {
    const lines = Array.from({ length: 25 }, (_, i) => [`01:00:${String(i).padStart(2, '0')}`, text(i)] as const); // prettier-ignore
    return both(eventLog(...lines), activities).view.groups[0]?.burst ?? '';
  };
  test('are one outage where the message is of a thing that comes and goes', () => {
    assert.match(burstOf((i) => `The network name cannot be found. (/a/${i})`), /: one outage, not 25 faults\./); // prettier-ignore
  });
  test('are most likely one cause where it is of rights, which do not come and go', () => {
    assert.match(burstOf((i) => `Permission denied (/a/${i})`), /: most likely one cause, not 25 faults\./); // prettier-ignore
  });
  test('are no outage where all are about one path', () => {
    assert.match(burstOf(() => 'The network name cannot be found. (/a/b)'), /all about the same path: one cause/); // prettier-ignore
  });
});

describe('what to do', () => {
  const whats = night.beside.tasks.map(({ what }) => what);
  const detailed = night.beside.tasks.flatMap(({ details }) => details);
  const said = [...whats, ...detailed];

  test('comes from both logs, each thing once', () => {
    for (const text of [
      /Share Unavailable/,
      /The network name cannot be found\. \(214 times\.\)/,
      /Permission denied\. \(17 times\.\)/,
      /you must have a tty to run sudo/,
      /Files not in sync/,
      /no ending recorded/,
    ])
      assert.equal(said.filter((one) => text.test(one)).length, 1, String(text));
  });
  test('has a message with the task whose reason it is, and names who acts', () => {
    const share = night.beside.tasks.find(({ what }) => what.includes('Share Unavailable'));
    assert.deepEqual([share?.who, share?.details.length], ['You', 1]);
    const home = night.beside.tasks.find(({ what }) => what.includes('3 errors in 1 of 2 runs'));
    assert.equal(home?.details.length, 3);
    assert.doesNotMatch(home?.what ?? '', /The Event Log of the line names/);
    assert.equal(night.beside.tasks.find(({ what }) => what.startsWith('Files not in sync'))?.who, 'Your provider'); // prettier-ignore
  });
  test('says during what a message of no task came, and between what the logs do not decide', () => {
    assert.match(said.join('\n'), /Files not in sync\. During EXAMPLE-WEB03 - IIS content\./);
    assert.match(said.join('\n'), /While these were running: EXAMPLE-LNX02 - Web root; and, with no errors in its line, EXAMPLE-LNX01 - etc and home\./); // prettier-ignore
  });
  test('says what the open event log has of a run, and does not ask to open it', () => {
    assert.match(said.join('\n'), /LNX02 - Web root: 17 errors in each of 2 runs\. Lines of the event log may be of those runs or of others that ran then\./); // prettier-ignore
    assert.match(said.join('\n'), /Look in the Event Log of this activity for the message about the shadow copy\. Lines of the event log may be of that run/); // prettier-ignore
    const quiet = both(
      accepted(logText({ Errors: '3', Completion: 'Completed with Errors' })),
      eventLog(['23:00:00', 'Permission denied (/a/b)']),
    );
    assert.match(quiet.beside.tasks[0]?.what ?? '', /The event log has no message of that run\./);
    const [errorsColumn, line4] = [4, 2];
    const sentences = night.desk.explain(line4, errorsColumn).explanation.sentences;
    assert.deepEqual(sentences.map(({ text }) => text), ['17 errors were counted: items that this run did not save.']); // prettier-ignore
  });
  test('puts runs that counted errors first where an error may be of several', () => {
    const denied = turned.beside.groups.find(({ message }) => message.text.startsWith('Permission')); // prettier-ignore
    assert.match(denied?.during[0]?.text ?? '', /while these were running: EXAMPLE-LNX02 - Web root; and, with no errors in its line, EXAMPLE-LNX01 - etc and home\. Whose, the logs do not say\./); // prettier-ignore
    assert.ok(events.kind !== 'rejected');
    const row = Array.from({ length: events.rowCount }, (_, i) => i).find((i) => events.fieldText(i, 'text').startsWith('Permission')); // prettier-ignore
    const names = turned.desk.explain(row ?? -1, 4).explanation.related?.lines.map(({ text }) => text.text); // prettier-ignore
    assert.match(names?.[0] ?? '', /LNX02/);
    assert.match(names?.[1] ?? '', /LNX01/);
  });
  test('is the same whichever of the two is opened first, and leads to lines of that one', () => {
    assert.deepEqual(
      turned.beside.tasks.map(({ what, who, details }) => ({ what, who, details })),
      night.beside.tasks.map(({ what, who, details }) => ({ what, who, details })),
    );
    const share = turned.beside.tasks.find(({ what }) => what.includes('Share Unavailable'));
    assert.ok(events.kind !== 'rejected');
    assert.match(events.fieldText(share?.row ?? -1, 'text'), /^The network name cannot be found/);
  });
  test('keeps a message that is not in the catalogue', () => {
    assert.match(said.join('\n'), /1 message is not in our catalogue: An event text that is in no catalogue/); // prettier-ignore
  });
  test('has every message, however many sets ended with errors', () => {
    const rows = Array.from({ length: 205 }, (_, i) => ({
      Description: `Set ${i}`,
      Errors: '3',
      Completion: 'Completed with Errors',
    }));
    const { beside } = both(
      accepted(logText(...rows)),
      eventLog(['23:00:00', 'Permission denied (/a/b)'], ['23:00:01', 'Of no catalogue']),
    );
    const told = beside.tasks.map(({ what }) => what).join('\n');
    assert.match(told, /^Permission denied/m);
    assert.match(told, /^1 message is not in our catalogue/m);
    assert.equal(beside.tasks.length, 200);
    assert.equal(beside.tasksMore, 7);
  });
  test('is found in time that grows with the log alone', () => {
    const group = { entry: catalogue()[0], message: 'a', severity: 'Error', rows: [1] };
    const groups = Array.from({ length: 40_000 }, () => group as unknown as EventGroup);
    const before = performance.now();
    assert.equal(messagesToActOn(groups, false)[0]?.rows.length, 40_000);
    assert.ok(performance.now() - before < 1000);
  });
  test('is not cut: an event log with more than eight messages has them all', () => {
    assert.equal(turned.view.tasks.length, 10 + 1);
    assert.equal(turned.view.tasksMore, 0);
  });
});

describe('the ticket of both', () => {
  test('has the runs, the events and the tasks of both, and no name', () => {
    const { text } = night.desk.reply(false);
    assert.match(text, /^DS-Client activity log and event log\n/);
    assert.match(text, /^5 of 24 activities did not finish/m);
    assert.match(text, /^243 events, /m);
    assert.match(text, /^- You: Set A: Share Unavailable\..*\n {4}- The network name cannot be found\. \(214 times\.\)/m); // prettier-ignore
    assert.match(text, /^- Your provider: Files not in sync\. During Set A\./m);
    assert.match(text, /^- 214 x The network name cannot be found\. Error, /m);
    assert.doesNotMatch(text, /EXAMPLE|in no catalogue \(fictional\)/);
  });
  test('does not quote the line of a message that is known by a pattern, which may hold a name', () => {
    const entry = catalogue().find(({ text, pattern }) => text === undefined && pattern);
    assert.ok(entry);
    const { desk } = both(eventLog(['01:00:00', entry.example]), activities);
    const { text } = desk.reply(false);
    assert.ok(text.includes(entry.label));
    assert.ok(entry.label === entry.example || !text.includes(entry.example));
  });
  test('says how many things to do it leaves out', () => {
    const rows = Array.from({ length: 45 }, (_, i) => ({
      Description: `Set ${i}`,
      Errors: '3',
      Completion: 'Completed with Errors',
    }));
    const desk = emptyDesk({ columns: [], messages: catalogue() });
    const opened = desk.open('one', accepted(logText(...rows)));
    assert.ok(opened.kind === 'opened');
    assert.equal(opened.view.tasks.length, 45);
    assert.match(desk.reply(true).text, /^- 5 more things to do, all sets with errors, are left out of this text; the log explainer shows them$/m); // prettier-ignore
  });
  test('leaves out sets of which only errors are told before any message', () => {
    const rows = Array.from({ length: 45 }, (_, i) => ({
      Description: `Set ${i}`,
      Errors: '3',
      Completion: 'Completed with Errors',
    }));
    const { desk } = both(
      accepted(logText(...rows)),
      eventLog(['23:00:00', 'Permission denied (/a/b)']),
    );
    assert.match(desk.reply(true).text, /^- You: Permission denied\./m);
    assert.match(desk.reply(true).text, /^- 6 more things to do, all sets with errors, are/m);
  });
  test('leaves out what is no error before what is one', () => {
    const lines = Array.from({ length: 44 }, (_, i) => ['01:00:00', `Remark ${i} of no catalogue`]);
    const log = [
      'Type\tCategory\tEvent Time\tEvent #\tDescription',
      ...lines.map(([time, text]) => `Information\tIO\t2026-03-02 ${time}\t1\t${text}`),
      'Error\tIO\t2026-03-02 01:00:00\t1\tThe one error of no catalogue',
      '',
    ].join('\n');
    const { desk } = both(accepted(log), activities);
    const { text } = desk.reply(true);
    assert.match(text, /^- 1 x The one error of no catalogue\./m);
    assert.match(text, /^- 5 more messages, none an error, are left out of this text; the event log has them$/m); // prettier-ignore
  });
});

test('flags are not cut without a word, and those about the reading never', () => {
  const days = Array.from({ length: 3 }, (_, i) => `2026-03-0${i + 2}`);
  const rows = Array.from({ length: 250 }, (_, i) =>
    days.map((day) => ({
      Description: `Set ${i}`,
      Start: `${day} 01:00:00`,
      End: `${day} 02:12:40`,
      Errors: '3',
      Completion: 'Completed with Errors',
    })),
  ).flat();
  const desk = emptyDesk({ columns: [], messages: [] });
  const opened = desk.open('one', accepted(logText(...rows, { Online: '-5' })));
  assert.ok(opened.kind === 'opened');
  const { flags } = opened.view;
  assert.match(flags[200]?.text ?? '', /^50 more of these findings/);
  assert.equal(flags.at(-1)?.level, 'grey');
});

test('a second log that is given up in the middle leaves the pair from before', () => {
  const { desk } = both(activities, events);
  const other = eventLog(['01:00:00', 'Something else']);
  const steps = desk.linkBeside('another', other);
  const shares: number[] = [];
  for (let step = steps.next(); !step.done && step.value < 1; step = steps.next())
    shares.push(step.value);
  assert.ok(shares.length >= 2, 'it can be given up between its parts');
  assert.deepEqual(desk.reply(false), night.desk.reply(false));
  steps.next();
  assert.notDeepEqual(desk.reply(false), night.desk.reply(false));
});
