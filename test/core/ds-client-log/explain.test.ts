import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogue } from '../../conformance/logs.ts';
import type { Field } from '../../../src/core/ds-client-log/columns.ts';
import { diagnosticWords } from '../../../src/core/ds-client-log/diagnostic-words.ts';
import { severities, type DiagnosticCode } from '../../../src/core/ds-client-log/diagnostics.ts';
import { explainCell } from '../../../src/core/ds-client-log/explain.ts';
import { flagWords } from '../../../src/core/ds-client-log/flag-words.ts';
import { flagKinds, type Flag } from '../../../src/core/ds-client-log/flags.ts';
import { completionEntries } from '../../../src/core/ds-client-log/messages.ts';
import {
  guideExample,
  onlineAndTransmitted,
} from '../../../src/core/ds-client-log/worked-example.ts';
import { accepted, logText } from './text-log.ts';

const completions = completionEntries(catalogue());
const sentences = (row: Readonly<Record<string, string>>, field: Field): string =>
  explainCell(accepted(logText(row)), 0, field, completions)
    .sentences.map((sentence) => sentence.text)
    .join(' ');

describe('the worked example of the guide', () => {
  it('is computed, in binary units: 30 GiB + 4 MiB, and 1 MiB + 4 MiB', () => {
    const { online, transmitted } = onlineAndTransmitted(guideExample);
    assert.equal(online, 32_216_449_024);
    assert.equal(transmitted, 5_242_880);
  });
});

describe('what a cell says', () => {
  const cases: readonly (readonly [Readonly<Record<string, string>>, Field, RegExp])[] = [
    [{}, 'user', /Nobody started this by hand/],
    [{ 'User Name': 'EXAMPLE\\j.doe' }, 'user', /j\.doe started this by hand/],
    [{}, 'online', /30\.004 GiB \(32,216,449,024 bytes\).*its whole size counts/],
    [{ Type: 'Restore', Online: '44040192' }, 'online', /42 MiB \(44,040,192 bytes\) was restored/],
    [{}, 'transmitted', /5 MiB \(5,242,880 bytes\).*0\.016 % of Online, 1 part in 6,145/],
    [{ Transmitted: '0', Files: '0', Online: '0' }, 'transmitted', /no file was touched/],
    // Most activities send nothing, and have changed nothing to send.
    [
      { Type: 'Daily Admin', Transmitted: '0', Files: '0', Online: '0' },
      'transmitted',
      /^Nothing was sent\.$/,
    ],
    [{ Transmitted: '40000000000' }, 'transmitted', /More was sent than the files measure/],
    [{}, 'duration', /1 hour 12 minutes 40 seconds.*7\.05 MiB read per second/],
    [{ Online: '44646400' }, 'duration', /that is 10 KiB read per second/], // in 4360 seconds
    [
      { Errors: '17', Completion: 'Completed with Errors' },
      'errors',
      /^17 errors were counted: items that this run did not save\./,
    ],
    [
      { Errors: '3', Completion: 'Completed with Errors' },
      'completion',
      /3 errors were counted.*did not remove what was saved earlier/,
    ],
    [
      { Completion: 'Share Unavailable', Files: '0', Online: '0', Transmitted: '0' },
      'completion',
      /Nothing from this set was saved in this run\. First check: Is the server on/,
    ],
    // Of a lost connection there is nothing in the set to change, whoever acts.
    [
      { Completion: 'Disconnected' },
      'completion',
      /interrupted at that time\. You begin with this check; your provider does what is needed on DS-Client or the storage\.$/,
    ],
    [{ Online: '30 GB' }, 'online', /^1 number has a unit/],
    [{ Online: '3.22E+10' }, 'online', /^About 29\.989 GiB.*shortened by a spreadsheet/],
    [{ Online: '3.22E+10' }, 'transmitted', /^5 MiB.*That is about 0\.016 % of Online/],
    [{ Online: '3.22E+10' }, 'duration', /At about 29\.989 GiB that is/],
    [{ Transmitted: '4026531840' }, 'transmitted', /12\.5 % of Online, 1 part in 8/],
    [{ Type: 'Restore' }, 'duration', /7\.05 MiB per second/],
    [{ Completion: 'User Stopped' }, 'completion', /part of this set was not saved/],
    [{ Completion: 'Verschoben' }, 'completion', /do not know the word "Verschoben"/],
    [{ Completion: '', End: '', Duration: '' }, 'completion', /Still running/],
    [
      { Start: '2026-03-02 22:00:00', End: '01:41:07', Duration: '3:41:07' },
      'end',
      /Mon 2 Mar 2026 22:00:00 to Tue 3 Mar 2026 01:41:07.*follows from the duration/,
    ],
    // Of a run that was cut off it is not known that the data was restored.
    [{ Type: 'Restore', Online: '44040192', Completion: 'User Stopped' }, 'online', /was affected/],
    [{ Type: 'Delete', Completion: 'Exception' }, 'type', /^A deletion: it removes data/],
    // Both scales: the word says how it ended, the counts say with what.
    [
      { Errors: '3', Completion: 'Succeeded' },
      'completion',
      /3 errors were counted.*The word alone says.*completed with errors\.$/,
    ],
    [{ Warnings: '2', Completion: 'Succeeded' }, 'completion', /completed with warnings\.$/],
    [{ Errors: '' }, 'completion', /^Ran to the end\. No number of errors stands beside it/],
    // A line that says how the run ended is of no run that goes on.
    [{ End: '', Duration: '' }, 'start', /No end was written for it\.$/],
    [{ End: '', Duration: '' }, 'end', /no end was written, though the line says/],
    [{ End: '', Duration: '' }, 'duration', /^Empty: no duration was written/],
    [{ Online: '' }, 'online', /^Empty: no figure was written/],
    [{ End: '' }, 'start', /By the duration it ended on Mon 2 Mar 2026 02:12:40/],
    [{ Completion: '', End: '', Duration: '', Online: '' }, 'online', /had no figure yet/],
    [{ Completion: '', End: '' }, 'completion', /^No completion was written/],
    [
      { End: '00:30:00', Duration: '' },
      'end',
      /Tue 3 Mar 2026 00:30:00.*if the run took less than/,
    ],
    [
      { Start: '2026-10-25 02:30:00', End: '02:30:00', Duration: '1:00:00' },
      'start',
      /clock was probably put back.*1 hour, is right/,
    ],
  ];
  for (const [row, field, expected] of cases) {
    it(`${field} of ${JSON.stringify(row)}`, () => {
      assert.match(sentences(row, field), expected);
    });
  }

  it('links a completion to its page', () => {
    const reading = accepted(logText({ Completion: 'Share Unavailable' }));
    const explanation = explainCell(reading, 0, 'completion', completions);
    assert.equal(explanation.catalogueId, 'completion-share-unavailable');
    assert.equal(explanation.who, 'customer');
  });

  it('never calls data safe and never speaks of an attack', () => {
    const all = flagKinds.map((kind) => {
      const words = flagWords({
        kind,
        level: 'grey',
        set: 'A',
        rows: [0],
        startDate: '2026-03-02',
        nights: ['2026-03-02'],
        silent: { since: '2026-03-01', nights: ['2026-03-02'], count: 1 },
        count: 2,
        outlier: { value: 10, usual: 2 },
        streak: { lastDate: '2026-03-03', completedDate: '2026-03-04' },
        seconds: 3600,
        plateau: { from: 0, to: 7200, seconds: 7200, handovers: 3 },
        change: { seconds: -3600, at: 0, isSure: false },
      });
      return `${words.says} ${words.todo} ${words.caveat}`;
    });
    for (const text of all) assert.doesNotMatch(text, /\bdata is safe\b|\battack\b|\bransom/i);
  });
});

describe('what a flag says', () => {
  const words = (fields: Partial<Flag>) => {
    const { says, todo, caveat } = flagWords({
      kind: 'rows-left-out',
      level: 'grey',
      set: 'A',
      rows: [],
      startDate: '2026-02-28',
      nights: ['2026-02-28', '2026-03-01'],
      silent: null,
      count: 1,
      outlier: null,
      streak: null,
      seconds: null,
      plateau: null,
      change: null,
      ...fields,
    });
    return `${says} ${todo} ${caveat}`;
  };
  it('speaks of one row as one', () => {
    assert.equal(
      words({}),
      '1 row is left out. It is listed with the reason and can be saved as a file. It counts in nothing.',
    );
    assert.match(words({ count: 2 }), /2 rows .* Each is listed with its reason .* They count in/);
    assert.match(words({ kind: 'rows-excluded' }), /It is marked in the table/);
  });
  it('writes a day with its weekday, as the rest of the page does', () => {
    assert.match(
      words({ kind: 'missed-run', count: 2 }),
      /no run seen on Sat 28 Feb 2026, Sun 1 Mar 2026\./,
    );
    assert.match(words({ kind: 'mass-change' }), /changed on Sat 28 Feb 2026,/);
  });
  it('writes long durations to the minute', () => {
    const slow = (value: number, usual: number) =>
      words({ kind: 'slow-run', outlier: { value, usual } });
    assert.match(slow(15_504, 4293), /\(4 hours 18 minutes, usually about 1 hour 12 minutes: 3\.6/);
    assert.match(slow(95, 30), /\(1 minute 35 seconds, usually about 30 seconds: 3\.2/);
  });
});

describe('every diagnostic code', () => {
  for (const code of Object.keys(severities) as DiagnosticCode[]) {
    it(`${code} has a sentence`, () => {
      const words = diagnosticWords({
        code,
        severity: severities[code],
        count: 2,
        places: [
          { row: 1, facts: { format: 'png', cols: 3, encoding: 'utf-8', looks_like: 'unknown' } },
        ],
      });
      assert.match(words.says, /^[A-Z0-9].*[.)]$/);
      if (words.todo !== '') assert.match(words.todo, /[.]$/);
    });
  }
});
