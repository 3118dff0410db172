/** What leaves the machine when somebody puts lines of a log into a link, and what the link says. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Field } from '../../../src/core/ds-client-log/columns.ts';
import { explainCell } from '../../../src/core/ds-client-log/explain.ts';
import { readingOfLines } from '../../../src/core/ds-client-log/lines-reading.ts';
import { linkText, readLinkText } from '../../../src/core/ds-client-log/link-text.ts';
import { masking } from '../../../src/core/ds-client-log/masking.ts';
import { messageMatcher } from '../../../src/core/ds-client-log/messages.ts';
import { plainLink } from '../../../src/core/ds-client-log/explainer-link.ts';
import { readPermalink, writePermalink } from '../../../src/core/ds-client-log/permalink.ts';
import { readLog } from '../../../src/core/ds-client-log/read-log.ts';
import type { AcceptedReading } from '../../../src/core/ds-client-log/reading.ts';
import { secretIn } from '../../../src/core/ds-client-log/secrets.ts';
import { leftOutText, shareLines } from '../../../src/core/ds-client-log/share-lines.ts';
import { catalogue } from '../../conformance/logs.ts';
import { accepted, logText } from './text-log.ts';

const folder = path.join(import.meta.dirname, '..', '..', 'conformance', 'data', 'logs');
const entries = catalogue();

/** The lines as whoever opens the link gets them. */
function received(reading: AcceptedReading, rows: readonly number[]) {
  const sharing = shareLines(reading, rows, null, false);
  if (sharing.kind === 'refused') return sharing;
  const { link, problems } = readPermalink(
    `#${writePermalink({ ...plainLink, lines: sharing.lines })}`,
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(link.lines, sharing.lines);
  return { ...sharing, reading: readingOfLines(sharing.lines) };
}

const ready = (reading: AcceptedReading, rows: readonly number[]) => {
  const got = received(reading, rows);
  assert.ok(got.kind === 'ready');
  return got;
};

describe('the text of a cell in a link', () => {
  it('survives, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = linkText(text);
        assert.match(written, /^[A-Za-z0-9.~-]*$/);
        assert.equal(readLinkText(written), text);
      }),
    );
  });
  it('never throws when it is read, whatever stands there', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readLinkText(text)));
    for (const text of ['~', '~4', '~zz', '~ff', '~ed~a0~80', '%41', 'a b'])
      assert.equal(readLinkText(text), null, text);
  });
  it('can be read by a person', () => {
    assert.equal(linkText('Access is denied'), 'Access.is.denied');
  });
});

describe('lines of a log in a link', () => {
  it('are explained as they are in the log, names aside, in every sample', () => {
    let compared = 0;
    for (const file of globSync('**/activity*.{txt,csv,xls}', { cwd: folder })) {
      const reading = readLog(readFileSync(path.join(folder, file)));
      if (reading.kind === 'rejected') continue;
      const rows = Array.from({ length: Math.min(reading.rowCount, 20) }, (_, row) => row);
      for (const row of rows) {
        const got = received(reading, [row]);
        if (got.kind === 'refused') continue;
        for (const field of got.lines.fields) {
          const own = explainCell(reading, row, field);
          const shared = explainCell(got.reading, 0, field);
          const masked: readonly string[] = own.sentences
            .slice(0, shared.sentences.length)
            .map(({ text }) =>
              got.replaced
                .toSorted((a, b) => b.name.length - a.name.length)
                .reduce((said, { name, mask }) => said.replaceAll(name, mask), text),
            );
          assert.deepEqual(
            shared.sentences.map(({ text }) => text),
            masked,
            `${file}, row ${row}, ${field}`,
          );
          assert.deepEqual(shared.size, own.size);
          compared += 1;
        }
        assert.equal(got.reading.outcome(0), reading.outcome(row));
        assert.equal(got.reading.line(0), reading.line(row));
      }
    }
    assert.ok(compared > 2000, `${compared} cells were compared`);
  });

  it('hold no name of a set, a person, a computer or a path', () => {
    let lines = 0;
    for (const file of globSync('{activity,eventlog}*.{txt,csv}', { cwd: folder })) {
      const reading = readLog(readFileSync(path.join(folder, file)));
      assert.ok(reading.kind !== 'rejected');
      for (let row = 0; row < reading.rowCount; row += 1) {
        const got = received(reading, [row]);
        if (got.kind === 'refused') continue;
        const text = JSON.stringify(got.lines.rows);
        assert.doesNotMatch(text, /EXAMPLE|j\.doe|inetpub|private|Orders/i, `${file}, row ${row}`);
        lines += 1;
      }
    }
    assert.ok(lines > 500, `${lines} lines`);
  });

  it('hold no password that stands behind a name', () => {
    const reading = accepted(
      logText({ 'User Name': 'jdoe', Completion: 'no logon as user jdoe/hunter2' }),
    );
    assert.ok(shareLines(reading, [0], null, false).kind === 'refused');
  });

  it('hold no name in lower case, with spaces, short or within another', () => {
    const reading = accepted(
      logText({
        'User Name': 'Jane Doe',
        Owner: 'jd',
        Description: 'acme-fs01 - Payroll of doe',
        Completion: 'PAYROLL of jane doe on ACME-FS01 read by JD: /home/jane doe/taxes 2025.xls',
      }),
    );
    const { lines } = ready(reading, [0]);
    assert.doesNotMatch(JSON.stringify(lines.rows), /acme|fs01|payroll|jane|doe|\bjd\b|taxes/i);
  });

  it('give the same name the same mask, in cells and in messages', () => {
    const reading = accepted(
      logText(
        { 'User Name': 'EXAMPLE\\j.doe' },
        { Description: 'EXAMPLE-FS01 - Home' },
        { Completion: 'Stopped by EXAMPLE\\j.doe on EXAMPLE-SQL01 - Orders database' },
      ),
    );
    const { lines, replaced } = ready(reading, [0, 1, 2]);
    const cell = (row: number, field: Field) => lines.rows[row]?.cells[lines.fields.indexOf(field)];
    assert.equal(cell(0, 'description'), 'Set A');
    assert.equal(cell(1, 'description'), 'Set B');
    assert.equal(cell(1, 'user'), '', 'empty says that it ran on schedule');
    assert.equal(cell(2, 'completion'), 'Stopped by User 1 on Set A');
    assert.deepEqual(
      replaced.map(({ mask }) => mask),
      ['Set A', 'Set B', 'User 1', 'User 2'],
    );
  });

  it('are not made of a value that could not be read, or of more than twenty lines', () => {
    const reading = accepted(logText({ Online: '-7' }, {}));
    const bad = shareLines(reading, [0], null, false);
    assert.deepEqual(bad, { kind: 'refused', refusals: [{ kind: 'unreadable', line: 2 }] });
    const many = accepted(
      logText(...Array.from({ length: 21 }, (_, i) => ({ Description: `Set ${i}` }))),
    );
    const rows = Array.from({ length: 21 }, (_, i) => i);
    assert.deepEqual(shareLines(many, rows, null, false), {
      kind: 'refused',
      refusals: [{ kind: 'too-many', count: 21 }],
    });
  });

  it('say of a number that a spreadsheet shortened that it is about right, as the log does', () => {
    const reading = accepted(logText({ Online: '3.22E+10' }));
    const got = ready(reading, [0]);
    for (const field of ['online', 'transmitted', 'duration'] as const) {
      const [first] = explainCell(got.reading, 0, field).sentences;
      assert.equal(first?.text, explainCell(reading, 0, field).sentences[0]?.text);
      assert.deepEqual(
        explainCell(got.reading, 0, field).size,
        explainCell(reading, 0, field).size,
      );
    }
    assert.equal(got.reading.fieldText(0, 'online'), 'about 32200000000');
    assert.equal(got.reading.number(0, 'online'), 32_200_000_000);
  });

  it('hold no text in place of a value, in lines that came with a link either', () => {
    const rows = [{ line: 5, cells: ['Set A', 'ACME-FS01'] }];
    const fields = ['description', 'online'] as const;
    const { lines } = ready(readingOfLines({ fields, endHasDate: true, rows, at: null }), [0]);
    assert.deepEqual(lines.rows[0]?.cells, ['Set A', 'Host 1']);
    const secret = [{ line: 5, cells: ['Set A', 'DB_PASSWORD: x'] }];
    const refused = readingOfLines({ fields, endHasDate: true, rows: secret, at: null });
    assert.equal(shareLines(refused, [0], null, false).kind, 'refused');
  });

  it('are refused while a text looks like a secret, and go without it when it is left out', () => {
    const secret = 'password=Fict1onal!';
    const reading = accepted(logText({ Completion: `Pre-command failed: ${secret}` }));
    const refused = shareLines(reading, [0], null, false);
    assert.deepEqual(refused, {
      kind: 'refused',
      refusals: [{ kind: 'secret', line: 2, field: 'completion', secret: 'password' }],
    });
    const without = shareLines(reading, [0], null, true);
    assert.ok(without.kind === 'ready');
    assert.ok(without.lines.rows[0]?.cells.includes(leftOutText));
    assert.ok(!writePermalink({ ...plainLink, lines: without.lines }).includes('Fict1onal'));
  });

  it('never throw and never hold a text that was refused, whatever the cells hold', () => {
    const cell = fc.stringMatching(/^[^\t\r\n"]{0,40}$/);
    fc.assert(
      fc.property(cell, cell, (completion, name) => {
        const reading = readLog(
          new TextEncoder().encode(logText({ Completion: completion, Description: name })),
        );
        if (reading.kind === 'rejected' || reading.rowCount === 0) return;
        const got = received(reading, [0]);
        if (got.kind === 'refused') return;
        for (const text of got.lines.rows[0]?.cells ?? []) {
          const isValue = /^[\d :-]*$/.test(text);
          if (!isValue) assert.equal(secretIn(text), null);
        }
      }),
    );
  });
});

describe('names in a message', () => {
  const cases = [
    // prettier-ignore
    ['Access is denied. (\\\\EXAMPLE-FS01\\D$\\Home\\c.chan\\my notes (old).docx)', 'Access is denied. (Path 1)'],
    [
      'Cannot open C:\\Users\\J Doe\\a.txt: Access is denied.',
      'Cannot open Path 1: Access is denied.',
    ],
    ['Permission denied (/var/www/site/cache/00)', 'Permission denied (Path 1)'],
    ['rsync: /srv/data: No space left on device', 'rsync: Path 1: No space left on device'],
    ['Restore finished: EXAMPLE-LNX01 - etc and home', 'Restore finished: Set A'],
    ['Backup stopped: the share is unavailable.', 'Backup stopped: the share is unavailable.'],
    ['Connection to 192.0.2.17 timed out', 'Connection to Host 1 timed out'],
    ['[sudo] password for j.doe: ', '[sudo] password for User 1: '],
    [
      'Logon failure: unknown user name or bad password.',
      'Logon failure: unknown user name or bad password.',
    ],
    ['Session of EXAMPLE\\j.doe on SQL01 ended', 'Session of User 1 on Host 1 ended'],
    ['See https://portal.example.invalid/t?id=7 now', 'See Address 1 now'],
    ['db01.corp.example.invalid does not answer', 'Host 1 does not answer'],
    ['VSS error 0x80042306: VSS_E_PROVIDER_VETO', 'VSS error 0x80042306: VSS_E_PROVIDER_VETO'],
    ['Files not in sync', 'Files not in sync'],
    ['cannot read "/home/Jane Doe/Taxes 2025.xls"', 'cannot read "Path 1"'],
    ['/home/Jane Doe/Taxes 2025.xls is locked', 'Path 1 is locked'],
    ['Cannot read /home/Jane Doe', 'Cannot read Path 1'],
    ['path:/home/jdoe/x', 'path:Path 1'],
    ['Cannot read /etc/ssl/private/acme-corp.key', 'Cannot read Path 1'],
    ['/usr/local/acme/db is locked', 'Path 1 is locked'],
    ['/etc/sudoers is world writable', '/etc/sudoers is world writable'],
    ['\\srv\\share\\x', 'Path 1'],
    ['\\\\srv\\share\\x', 'Path 1'],
    ['server01 does not respond', 'Host 1 does not respond'],
    ['web-prod-01 and dc01.local', 'Host 1 and Host 2'],
    ['SQL_PROD_01: timeout', 'Host 1: timeout'],
    ['host=fileserver', 'host=Host 1'],
    ['connection to fe80::1 refused', 'connection to Host 1 refused'],
    ['for user jdoe on server', 'for user User 1 on server'],
    ['Account jdoe locked', 'Account User 1 locked'],
    ["user 'John Smith' denied", "user 'User 1' denied"],
    ['CN=Jane Doe,OU=Staff', 'User 1'],
    ['mail to j.doe@acme-01.example.invalid', 'mail to User 1'],
    ['32-bit, 3rd try, 10GB, SHA-256, x64', '32-bit, 3rd try, 10GB, SHA-256, x64'],
  ] as const;
  for (const [text, expected] of cases) {
    it(`${text} goes as ${expected}`, () => assert.equal(masking().message(text), expected));
  }

  const beside = [
    [['jdoe'], [], 'Stopped for JDoe', 'Stopped for User 1'],
    [[], ['acme-fs01 - Payroll'], 'acme-fs01 share Payroll', 'Host 1 share Name 1'],
    [[], ['acme-fs01 - Payroll'], 'ACME-FS01 - PAYROLL failed', 'Set A failed'],
    [['Jane Doe'], [], 'closed by doe', 'closed by Name 1'],
    [['jd'], [], 'Stopped for JD, adjd', 'Stopped for User 1, adjd'],
    [['Set'], ['Set B', 'Set'], 'Set B failed', 'Set A failed'],
    [['jdoe', 'jdoe-adm'], [], 'jdoe-adm and jdoe', 'User 2 and User 1'],
    [['SYSTEM'], ['Network files'], 'not accessed by the system', 'not accessed by the system'],
    [['srv'], [], 'read srv.acme.local', 'read Host 1'],
    [['jdoe'], [], '/home/jdoe/x: jdoe', 'Path 1: User 1'],
  ] as const;
  for (const [users, sets, text, expected] of beside) {
    it(`${text} beside ${[...users, ...sets].join(', ')} goes as ${expected}`, () => {
      const masks = masking();
      for (const name of users) masks.user(name);
      for (const name of sets) masks.set(name);
      assert.equal(masks.message(text), expected);
    });
  }

  it('are the same person in any case', () => {
    const masks = masking();
    assert.equal(masks.user('JDOE'), masks.user('jdoe'));
  });

  it('do not survive in any case, whatever stands around them', () => {
    const name = fc.stringMatching(/^[b-z][a-zäö]{1,6}[qxz]([ ._-][b-z][a-z]{0,5}[qxz])?$/);
    const around = fc.constantFrom(
      '',
      ' ',
      ', ',
      ': ',
      ' - ',
      "'",
      '"',
      '\\',
      '/',
      '(',
      ')',
      '@',
      '=',
      '.',
    );
    const word = fc.constantFrom(
      'failed',
      'user',
      'host',
      'C:\\',
      '/home/',
      'Set A',
      'at',
      '17',
      '::',
    );
    const part = fc.tuple(around, fc.nat(5), fc.boolean(), around, word);
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 6 }),
        fc.array(part, { minLength: 1, maxLength: 6 }),
        (names, parts) => {
          const masks = masking();
          names.forEach((own, i) => (i % 2 === 0 ? masks.user(own) : masks.set(own)));
          const text = parts
            .map(([before, pick, isUpper, after, next]) => {
              const own = names[pick % names.length] ?? '';
              return `${next}${before || ' '}${isUpper ? own.toUpperCase() : own}${after || ' '}`;
            })
            .join(' ');
          const left = masks.message(text).toLowerCase();
          for (const own of names) {
            const whole = new RegExp(
              `(?<![\\p{L}\\p{N}])${own.replaceAll('.', '[.]')}(?![\\p{L}\\p{N}])`,
              'iu',
            );
            assert.doesNotMatch(left, whole, text);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('are found in steps that grow with the text alone, also in hostile cells of 1 MB', () => {
    const units = [
      'a ',
      '/a ',
      '(/',
      ') ',
      '\\a',
      'a.',
      'a-1',
      'CN=a,',
      'user ',
      'a:',
      '"/',
      '::',
      'a@',
    ];
    for (const unit of units) {
      const text = unit.repeat(500_000);
      const masks = masking();
      for (let i = 0; i < 20; i += 1) masks.set(`${text.slice(0, 1500)}${i}`);
      masks.set(text);
      const before = performance.now();
      masks.message(text);
      assert.ok(performance.now() - before < 2000, unit);
    }
  });

  it('leave a message known to the catalogue when sets are called by its words', () => {
    const match = messageMatcher(entries);
    for (const { id, family, text, example } of entries) {
      if (family === 'asigra-completion' || !text) continue;
      const masks = masking();
      masks.set(`acme01 - ${text.split(' ').toReversed().join(' ')} - payroll`);
      assert.equal(match(masks.message(example))?.id, id, masks.message(example));
    }
  });

  it('are replaced without touching what the catalogue knows the message by', () => {
    const match = messageMatcher(entries);
    const changed = entries
      .filter(({ family }) => family !== 'asigra-completion')
      .filter(({ id, example }) => match(masking().message(example))?.id !== id);
    assert.deepEqual(
      changed.map(({ example }) => [example, masking().message(example)]),
      [],
    );
  });
});
