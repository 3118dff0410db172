/** What is said of runs that were cut short: which kind of activity it was, and what was not saved. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readLog } from '../../src/core/ds-client-log/read-log.ts';
import { emptyDesk } from '../../src/islands/ds-client-log/desk.ts';
import { bytesOf, logText } from '../core/ds-client-log/text-log.ts';

type Cells = Readonly<Record<string, string>>;

function said(...rows: readonly Cells[]) {
  const desk = emptyDesk({ columns: [], messages: [] });
  const answer = desk.open('a log', readLog(bytesOf(logText(...rows))));
  if (answer.kind === 'refused') throw new Error('The log was refused.');
  const { view } = answer;
  return {
    answer: view.answer,
    tasks: view.tasks.map(({ what }) => what),
    ticket: (withNames: boolean) => desk.reply(withNames).text.split('\n'),
  };
}

const cut = (Description: string, change: Cells = {}): Cells => ({
  Description,
  Completion: 'Disconnected',
  ...change,
});
/** The same a night later: an exact copy of a line counts once. */
const later: Cells = { Start: '2026-03-03 01:00:00', End: '2026-03-03 02:12:40' };
const latest: Cells = { Start: '2026-03-04 01:00:00', End: '2026-03-04 02:12:40' };
const nothing = { Files: '0', Transmitted: '0' };
const open = { End: '', Duration: '', Completion: '' };
const startOf = (tasks: readonly string[]) => tasks.map((what) => what.split(' The Event Log')[0]);

describe('a run that was cut short and is no backup', () => {
  const { answer, tasks, ticket } = said(
    cut('A', { Type: 'Restore' }),
    cut('A', { Type: 'Synchronization' }),
    cut('B'),
    cut('B', { Type: 'Daily Admin' }),
    cut('C', { Type: 'DailyAdmin' }),
  );

  test('is named with its type in the summary', () => {
    assert.ok(
      answer.includes(
        'Not finished: A, Restore; A, Synchronization; B; B, Daily Admin; C, DailyAdmin.',
      ),
      answer.join('\n'),
    );
  });

  test('is something to do of its own, and nothing is said of what it saved', () => {
    assert.deepEqual(startOf(tasks), [
      'A, Restore: Disconnected.',
      'A, Synchronization: Disconnected.',
      'B: Disconnected. Part of the set was not saved in that run.',
      // One type, spelled in two ways.
      'B, Daily Admin; C, DailyAdmin: Disconnected.',
    ]);
  });

  test('is named with its type in the ticket, without names in our spelling', () => {
    const lines = ticket(false);
    for (const line of [
      '- Set A, Restore, Mon 2 Mar 01:00 (line 2), Disconnected',
      '- Set B, Mon 2 Mar 01:00 (line 4), Disconnected',
      '- Set C, Daily Admin, Mon 2 Mar 01:00 (line 6), Disconnected',
    ])
      assert.ok(lines.includes(line), lines.join('\n'));
  });

  test('of a type that may be a name is named so in no ticket without names', () => {
    const odd = said(cut('A', { Type: 'ACME-FS01' }), cut('A', { Type: 'Restore (北京)' }));
    const masked = odd.ticket(false).join('\n');
    assert.match(masked, /^- Set A, a type not in our list, Mon 2 Mar/m);
    assert.match(masked, /^- Set A, Restore, Mon 2 Mar/m);
    assert.doesNotMatch(masked, /ACME|北京/);
    assert.match(odd.ticket(true).join('\n'), /^- A, ACME-FS01, Mon 2 Mar/m);
  });

  test('is named with its type as well where no ending is recorded', () => {
    const restore = said({ Type: 'Restore', Description: 'A', ...open });
    assert.ok(restore.answer.includes('No ending recorded: A, Restore.'));
    assert.match(restore.tasks[0] ?? '', /^A, Restore: no ending recorded since Mon 2 Mar 01:00\./);
  });
});

describe('what backups that were cut short did not save', () => {
  const cases = [
    [[cut('A', nothing)], 'Nothing was saved in that run.'],
    [[cut('A')], 'Part of the set was not saved in that run.'],
    [[cut('A', nothing), cut('B', nothing)], 'Nothing was saved in those runs.'],
    [[cut('A'), cut('B')], 'Part of each set was not saved in those runs.'],
    // Two runs, and one set.
    [[cut('A'), cut('A', later)], 'Part of the set was not saved in those runs.'],
    [
      [cut('A', nothing), cut('A', later), cut('A', latest)],
      'Nothing was saved in 1 of those 3 runs; in the others, part of the set was not saved.',
    ],
    [
      [cut('A', nothing), cut('B')],
      'Nothing was saved in 1 of those 2 runs (A); in the other, part of the set was not saved.',
    ],
    [
      [cut('A', nothing), cut('B'), cut('C')],
      'Nothing was saved in 1 of those 3 runs (A); in the others, part of each set was not saved.',
    ],
    // A restore beside it says nothing of a backup, and does not make it say nothing.
    [[cut('A', nothing), cut('A', { Type: 'Restore' })], 'Nothing was saved in that run.'],
  ] as const;
  for (const [rows, expected] of cases)
    test(`${rows.map((row) => `${row['Description']} ${row['Files'] ?? '5'} files`).join(', ')}: ${expected}`, () => {
      const [first = ''] = said(...rows).tasks;
      assert.equal(first.replace(/^[^:]*: Disconnected\. | The Event Log.*$/g, ''), expected);
    });
});
