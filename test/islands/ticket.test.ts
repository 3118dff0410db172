/** What the text for a ticket says of names and of secrets, with names and without. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readingOfLines } from '../../src/core/ds-client-log/lines-reading.ts';
import { readLog } from '../../src/core/ds-client-log/read-log.ts';
import { emptyDesk, type Desk } from '../../src/islands/ds-client-log/desk.ts';
import { catalogue } from '../conformance/logs.ts';
import { bytesOf, logText } from '../core/ds-client-log/text-log.ts';

const messages = catalogue();

function deskWith(text: string): Desk {
  const desk = emptyDesk({ columns: [], messages });
  const opened = desk.open('a log', readLog(bytesOf(text)));
  assert.equal(opened.kind, 'opened');
  return desk;
}

/** An event log of one line for each of these messages. */
const events = (...lines: readonly string[]): Desk =>
  deskWith(
    [
      'Type\tCategory\tTime\tEvent #\tDescription\tUser',
      ...lines.map((text, i) => `Error\tIO\t2026-03-02 03:00:0${i % 10}\t9000${i}\t${text}\tj.doe`),
      '',
    ].join('\r\n'),
  );

describe('the ticket of an event log without names', () => {
  const cases = [
    ['ssh: connect to host acme-lnx01 port 22: Connection refused', /acme/],
    ['jdoe is not in the sudoers file.', /jdoe/],
    [
      "Sorry, user jdoe is not allowed to execute '/opt/acme/x' as root on acmelnx.",
      /jdoe|acme|opt/,
    ],
    ['ssh: Could not resolve hostname acmelnx: Name or service not known', /acme/],
    ['Sorry, user J.DOE may not run sudo on zentrale.', /j\.doe|zentrale/i],
    ["sudo: I'm sorry j.doe. I'm afraid I can't do that", /j\.doe/],
  ] as const;
  for (const [message, name] of cases)
    test(`says "${message}" without its names`, () => {
      const desk = events(message);
      assert.match(desk.reply(true).text, name);
      assert.doesNotMatch(desk.reply(false).text, name);
      assert.doesNotMatch(desk.reply(false).text, /not in our catalogue/);
    });

  test('says every message that the catalogue knows in the words of the catalogue alone', () => {
    for (const { example, family, text, label } of messages) {
      if (family === 'asigra-completion') continue;
      const said = events(example).reply(false).text;
      assert.ok(said.includes(`- 1 x ${text ?? label}`), example);
      assert.doesNotMatch(said, /example-lnx01|192\.0\.2|backup\.svc/);
    }
  });

  test('quotes no severity that is no word of messages', () => {
    const desk = deskWith(
      'Type,Category,Time,Event #,Description,User\nACME-FS01,IO,2026-03-02 03:00:00,1,Access is denied.,x\n',
    );
    assert.match(desk.reply(true).text, /ACME-FS01/);
    assert.doesNotMatch(desk.reply(false).text, /ACME/);
  });
});

describe('a ticket that says “you”', () => {
  const you = /^“You” is the customer whose DS-Client wrote the log\.$/m;
  test('says who that is, for whoever it is sent on to', () => {
    assert.match(deskWith(logText({ Completion: 'Share Unavailable' })).reply(false).text, you);
    assert.match(events('Access is denied.').reply(true).text, you);
  });
  test('says it only then', () => {
    assert.doesNotMatch(deskWith(logText({})).reply(false).text, you);
  });
});

describe('the ticket of an activity log without names', () => {
  test('quotes the type of an activity only where it is one of the DS-Client', () => {
    const withErrors = { Errors: '3', Completion: 'Completed with Errors' };
    const rows = [
      { ...withErrors, Type: 'Restore' },
      { ...withErrors, Type: 'ACME-FS01' },
    ];
    const desk = deskWith(logText(...rows));
    assert.match(desk.reply(true).text, /, ACME-FS01: 3 errors/);
    assert.match(desk.reply(false).text, /Set A, Restore: 3 errors/);
    assert.doesNotMatch(desk.reply(false).text, /ACME/);
  });
});

describe('a text for a ticket that looks as if it held a secret', () => {
  const what = (desk: Desk, withNames: boolean) =>
    desk.reply(withNames).secrets.map((secret) => secret.what);

  test('says so, wherever the text stands', () => {
    const secret = 'MYSQL_PWD=Fict1onal';
    assert.deepEqual(what(events(`Pre-command failed: ${secret}`), true), ['a password']);
    const run = (row: Readonly<Record<string, string>>) =>
      what(deskWith(logText({ Completion: 'Share Unavailable', ...row })), true);
    assert.deepEqual(run({ Description: `EXAMPLE - ${secret}` }), ['a password']);
    // A state that nobody knows is not quoted, so that there is nothing to ask for.
    assert.deepEqual(run({ Completion: `Stopped: ${secret}` }), []);
    assert.deepEqual(
      run({ Type: `Job ${secret}`, Errors: '3', Completion: 'Completed with Errors' }),
      ['a password'],
    );
  });

  test('says so of a secret that is cut short where the text is', () => {
    const key = '0123456789abcdef'.repeat(2);
    const desk = events(`${'Very '.repeat(57)}long: ${key}`);
    assert.ok(desk.reply(true).text.includes(key.slice(0, 5)));
    assert.ok(!desk.reply(true).text.includes(key));
    assert.deepEqual(what(desk, true), ['a key: a long row of letters and digits']);
  });

  test('has none without names, and asks for no address of e-mail', () => {
    assert.deepEqual(what(events('DB_PASSWORD: x'), false), []);
    assert.deepEqual(what(events('mail to j.doe@example.invalid failed'), true), []);
    assert.deepEqual(what(events('mail to j.doe@example.invalid, pin: 1234'), true), [
      'a password',
    ]);
  });

  test('has none where every message is one of the catalogue', () => {
    const examples = messages.filter(({ family }) => family !== 'asigra-completion');
    for (const { example } of examples) assert.deepEqual(what(events(example), true), [], example);
  });
});

test('lines that came with a link say what in them looks like a secret', () => {
  const lines = {
    fields: ['description', 'completion'] as const,
    endHasDate: true,
    rows: [{ line: 5, cells: ['Set A', 'Kennwort: geheim'] }],
    at: null,
  };
  const desk = emptyDesk({ columns: [], messages });
  const opened = desk.open('lines', readingOfLines(lines), true);
  assert.ok(opened.kind === 'opened');
  assert.deepEqual(
    opened.view.secrets.map(({ text }) => text.text),
    ['Kennwort: geheim'],
  );
});

test('the ticket of two linked logs says of either what looks like a secret', () => {
  const desk = deskWith(logText({ Description: 'EXAMPLE - Set' }));
  const lines = `Type\tCategory\tTime\tEvent #\tDescription\tUser\nError\tIO\t2026-03-02 01:30:00\t1\tDB_PASSWORD: x\t\n`;
  assert.equal(desk.addBeside('events', readLog(bytesOf(lines))).kind, 'added');
  assert.equal(desk.reply(true).secrets.length, 1);
  assert.equal(desk.reply(false).secrets.length, 0);
});
