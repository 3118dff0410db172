/** Names in any script, case and quotes, and what of a message stays as it is beside them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { folded } from '../../../src/core/ds-client-log/folding.ts';
import { masking } from '../../../src/core/ds-client-log/masking.ts';
import { shareLines } from '../../../src/core/ds-client-log/share-lines.ts';
import { accepted, logText } from './text-log.ts';

describe('what looks like a name', () => {
  const cases = [
    ['ÄRZTEHAUS-SRV: timeout', 'Host 1: timeout'],
    ['MÜLLER–PC offline', 'Host 1 offline'], // with a dash for the hyphen
    ['mu\u0308ller-pc2 offline', 'Host 1 offline'], // the dots as a sign of their own
    ['Ärztehaus\\müller denied', 'User 1 denied'],
    ['J.Müßig@ärztehaus.example.invalid denied', 'User 1 denied'],
    ['\\\\büro-nas\\Öffentlich\\Gehälter 2025.xlsx', 'Path 1'],
    ['/home/jörg öster/steuern.ods is locked', 'Path 1 is locked'],
    ["Cannot open 'D:\\Data Files\\Q1 report.xlsx' now", "Cannot open 'Path 1' now"],
    ['Cannot open „D:\\Daten\\Kunden liste.xlsx“ now', 'Cannot open „Path 1“ now'],
    ['kunden/müller/liste.csv is locked', 'Path 1 is locked'],
    ['$HOME/kunden/liste.csv', '$Path 1'],
    ['the host „zentrale“ is off', 'the host „Host 1“ is off'],
    ['user “Jane Doe” denied', 'user “User 1” denied'],
    ['user «Jane Doe» denied', 'user «User 1» denied'],
    ['user ‚jdoe‘ denied', 'user ‚User 1‘ denied'],
    ['VM "SQL Prod" is running', 'VM "Name 1" is running'],
    ["user O'Brien denied", 'user User 1 denied'],
    ['user Jean-Luc Picard denied', 'user User 1 denied'],
    ['Benutzer jdoe', 'Benutzer User 1'],
    ['Mailbox Jane Doe (jane.doe@acme.invalid)', 'Mailbox Name 1 (User 1)'],
    ['Database PAYROLL: backup failed', 'Database Name 1: backup failed'],
    ['database integrity check failed', 'database integrity check failed'],
    ['The "no new privileges" flag is set', 'The "no new privileges" flag is set'],
    ["The users' files can't be read", "The users' files can't be read"],
    ['read/write error on 02/03/2026, 1/2', 'read/write error on 02/03/2026, 1/2'],
  ] as const;
  for (const [text, expected] of cases)
    it(`${text} goes as ${expected}`, () => assert.equal(masking().message(text), expected));
});

describe('a known name', () => {
  const cases = [
    ['müßig', 'MÜSSIG, Müßig, MÜẞIG, muessig', 'User 1, User 1, User 1, User 1'],
    ['Jo\u0308rg', 'J\u00f6rg, Joerg', 'User 1, User 1'],
    ['Mueller', 'Müller', 'User 1'],
    ['İlker', 'ilker, İLKER', 'User 1, User 1'],
    ['Σίσυφος', 'ΣΊΣΥΦΟΣ', 'User 1'],
    ['jdoe', 'j\u200bdoe, j\u00addoe', 'User 1, User 1'], // signs that nobody sees
    ['Łukasz', 'ŁUKASZ', 'User 1'],
    ['Дмитрий', 'ДМИТРИЙ', 'User 1'],
    ['jdoe', 'jdoes, adjdoe', 'jdoes, adjdoe'], // other names
    ['Jane Doe', 'Files do not match, Doe', 'Files do not match, Name 1'], // "do" is no Doe
    ['Eva Noe', 'There is no room, NOE', 'There is no room, Name 1'],
    ['AA', 'Not a file of aa', 'Not a file of User 1'],
    ['L\u00f6', 'L\u00f6, Loe', 'User 1, User 1'], // itself, however short
  ] as const;
  for (const [name, text, expected] of cases)
    it(`${name} in "${text}" goes as ${expected}`, () => {
      const masks = masking();
      masks.user(name);
      assert.equal(masks.message(text), expected);
    });

  const letter = fc.constantFrom(...'bcdfgqxzäöüßéøåłşñçıΣςдйжqxzqxz');
  const piece = fc
    .array(letter, { minLength: 3, maxLength: 7 })
    .map((letters) => `${letters.join('')}q`);
  const name = fc
    .array(piece, { minLength: 1, maxLength: 3 })
    .chain((words) => fc.constantFrom(' ', '-', '.', '_', '\\').map((sign) => words.join(sign)));
  const forms = [
    (text: string) => text,
    (text: string) => text.toUpperCase(),
    (text: string) => text.toLowerCase(),
    (text: string) => text.normalize('NFD'),
    (text: string) => text.toUpperCase().normalize('NFD'),
    (text: string) => text.split('').join('\u200b'),
  ];
  const around = fc.constantFrom('', '"', "'", '(', '„', ': ', '[', '/', '\\', '@', ', ');

  it('of a set, a user or an owner is in no shared line, however it is written', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        fc.tuple(name, name, name),
        fc.array(fc.tuple(around, fc.nat(2), fc.nat(forms.length - 1), around), {
          minLength: 1,
          maxLength: 5,
        }),
        ([user, owner, set], parts) => {
          const names = [user, owner, set];
          const told = parts.map(
            ([before, which, form, after]) =>
              `failed ${before}${forms[form]?.(names[which] ?? '')}${after}`,
          );
          const reading = accepted(
            logText({
              'User Name': user,
              Owner: owner,
              Description: set,
              Completion: told.join(' '),
            }),
          );
          const shared = shareLines(reading, [0], null, false);
          if (shared.kind === 'refused') return;
          compared += 1;
          const left = folded(shared.lines.rows.flatMap(({ cells }) => cells).join(' | ')).text;
          for (const own of names) {
            const whole = folded(own).text.replaceAll(/[.\\]/g, '\\$&');
            assert.doesNotMatch(
              left,
              new RegExp(`(?<![\\p{L}\\p{N}])${whole}(?![\\p{L}\\p{N}])`, 'u'),
            );
          }
        },
      ),
      { numRuns: 300 },
    );
    assert.ok(compared > 150, `${compared} lines were shared`);
  });

  it('is found in time that grows with the text alone', () => {
    for (const unit of ["'a", '“a', 'a/', 'ä', 'ß', 'a\u0301', 'database A', 'user A B ']) {
      const text = unit.repeat(500_000);
      const masks = masking();
      for (let i = 0; i < 20; i += 1) masks.set(`${text.slice(0, 1500)}${i}`);
      const before = performance.now();
      masks.message(text);
      assert.ok(performance.now() - before < 2000, unit);
    }
  });
});
