import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answerOfActivities } from '../../src/islands/ds-client-log/present-answer.ts';
import { emptyDesk } from '../../src/islands/ds-client-log/desk.ts';
import { logMetrics } from '../../src/core/ds-client-log/metrics.ts';
import { readLog } from '../../src/core/ds-client-log/read-log.ts';
import { accepted, bytesOf, labels, logText } from '../core/ds-client-log/text-log.ts';

/** A log of one backup without some of its columns. */
function withoutColumns(...left: readonly string[]): string {
  const keeps = labels.map((label) => !left.includes(label));
  const lines = logText({}).trimEnd().split('\r\n');
  return lines
    .map((line) =>
      line
        .split('\t')
        .filter((_, col) => keeps[col])
        .join('\t'),
    )
    .join('\n');
}

describe('what the answer says about the sizes of backups', () => {
  const about = (text: string): string => {
    const reading = accepted(text);
    const last = answerOfActivities(reading, logMetrics(reading)).at(-1) ?? '';
    return last.startsWith('The backups') ? last : '';
  };
  const read = 'read 30 GiB (32,216,449,024 bytes) of changed files';
  const sent = 'sent 5 MiB (5,242,880 bytes)';
  const cases = [
    ['a log with both sizes', logText({}), `The backups ${read} and ${sent}.`],
    ['a log without Online', withoutColumns('Online'), `The backups ${sent}.`],
    ['a log without Transmitted', withoutColumns('Transmitted'), `The backups ${read}.`],
    ['a log without either', withoutColumns('Online', 'Transmitted'), ''],
    ['backups that have no Online yet', logText({ Online: '' }), `The backups ${sent}.`],
    [
      'an Online that a spreadsheet rounded, which says nothing of Transmitted',
      logText({ Online: '3.22E+10' }),
      `The backups read 30 GiB (about 32,200,000,000 bytes) of changed files and ${sent}.`,
    ],
    [
      'an Online of 0',
      logText({ Online: '0' }),
      `The backups read 0 bytes of changed files and ${sent}.`,
    ],
  ] as const;
  for (const [what, text, expected] of cases) {
    it(`${what}: ${expected || 'nothing'}`, () => assert.equal(about(text), expected));
  }
});

describe('the days that the answer names', () => {
  const at = (clock: string, change: Readonly<Record<string, string>> = {}) => ({
    Description: `Set of ${clock}`,
    Start: `2026-03-02 ${clock}`,
    Duration: '0:20:00',
    End: `2026-03-02 ${clock.replace(':00:', ':20:')}`,
    ...change,
  });
  const open = { End: '', Duration: '', Completion: '' };
  const cases = [
    ['go to the last end', [at('01:00:00'), at('09:00:00')], 'Mon 2 Mar 2026 01:00 to 09:20.'],
    [
      'go on to a start after it that has no end',
      [at('01:00:00'), at('09:00:00'), at('10:00:00', open)],
      'Mon 2 Mar 2026 01:00 to 10:00, when the last one began.',
    ],
    // What began before the last end lies within them.
    [
      'go to the last end that an open run began before',
      [at('01:00:00'), at('08:00:00', open), at('09:00:00')],
      'Mon 2 Mar 2026 01:00 to 09:20.',
    ],
    [
      'go to the last start where there is no end at all',
      [at('01:00:00', open), at('10:00:00', open)],
      'Mon 2 Mar 2026 01:00 to 10:00, when the last one began.',
    ],
    [
      'have no end of a single run without one',
      [at('01:00:00', open)],
      'from Mon 2 Mar 2026 01:00.',
    ],
  ] as const;
  for (const [what, rows, expected] of cases)
    it(what, () => {
      const reading = accepted(logText(...rows));
      const [, counts = ''] = answerOfActivities(reading, logMetrics(reading));
      assert.ok(counts.includes(`, ${expected}`), counts);
    });
});

describe('the large sentence of an activity log', () => {
  const errors = { Completion: 'Completed with Errors' };
  const stopped = { Completion: 'User Stopped' };
  const open = { End: '', Duration: '', Completion: '' };
  const cases = [
    [[{}], 'The activity ran to its end.'],
    [[errors], 'The activity ran to its end, with errors.'],
    [[stopped], 'The activity did not finish.'],
    [[open], 'The activity has no ending that we know.'],
    [[errors, errors], 'All 2 activities ran to the end, with errors.'],
    [[errors, {}], '1 of 2 activities ended with errors; the rest ran to the end.'],
    [[stopped, {}], '1 of 2 activities did not finish.'],
    [[{}, {}], 'All 2 activities ran to the end.'],
  ] as const;
  for (const [rows, expected] of cases)
    it(expected, () => {
      const reading = accepted(
        logText(...rows.map((row, i) => ({ Description: `Set ${i}`, ...row }))),
      );
      assert.equal(answerOfActivities(reading, logMetrics(reading))[0], expected);
    });
});

describe('the answer of an event log', () => {
  const said = (...lines: readonly string[]) => {
    const head = 'Type\tCategory\tTime\tEvent #\tDescription';
    const rows = lines.map((line, i) => line.replace('|', `\tIO\t2026-03-02 03:0${i}:00\t${i}\t`));
    const desk = emptyDesk({ columns: [], messages: [] });
    const answer = desk.open('events', readLog(bytesOf([head, ...rows, ''].join('\n'))));
    assert.ok(answer.kind === 'opened');
    return answer.view.answer.join(' ').replace(/, Mon 2 Mar 2026 [^a-z]*(to [^a-z]*)?:/, ':');
  };
  const cases = [
    [['Error|A.'], 'There is one event in this log. 1 event: 1 error, no warnings.'],
    [
      ['Error|A.', 'Error|A.'],
      'All 2 events say the same. 2 events: 2 errors (all the same), no warnings.',
    ],
    [
      ['Error|A.', 'Error|B.', 'Warning|C.'],
      '3 events say 3 different things. 3 events: 2 errors (2 different), 1 warning.',
    ],
  ] as const;
  for (const [lines, expected] of cases) it(expected, () => assert.equal(said(...lines), expected));
});
