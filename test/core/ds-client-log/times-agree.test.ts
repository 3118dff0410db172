import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { explainCell } from '../../../src/core/ds-client-log/explain.ts';
import { logFlags } from '../../../src/core/ds-client-log/flags.ts';
import { accepted, labels, logText } from './text-log.ts';

const timeFlags = ['clock-change-likely', 'times-disagree'];

describe('start, end and duration of a run', () => {
  // prettier-ignore
  const cases = [
    // start, end, duration, what is flagged
    ['2026-03-02 01:00:00',       '2026-03-02 02:12:40',       '1:12:40', ''],
    ['2026-03-02 01:00:00',       '2026-03-02 02:12:42',       '1:12:40', ''], // shown in whole seconds
    ['2026-03-02 01:00:00',       '2026-03-02 02:12:43',       '1:12:40', 'times-disagree'],
    ['2026-03-02 22:00:00',       '01:41:07',                  '3:41:07', ''], // the date follows from the duration
    ['2026-03-02 22:00:00',       '05:00:00',                  '3:41:07', 'times-disagree'],
    ['2026-03-29 01:30:00',       '03:30:00',                  '1:00:00', 'clock-change-likely'],
    ['2026-10-25 02:50:00',       '02:10:00',                  '0:20:00', 'clock-change-likely'],
    ['2026-03-02T22:00:00+01:00', '2026-03-02T21:30:00+01:00', '1:00:00', 'times-disagree'],
    ['2026-03-02T22:00:00+01:00', '2026-03-02T21:00:00Z',      '2:00:00', 'times-disagree'], // two zones
    ['2026-03-02 01:00:00',       '2026-03-02 00:30:00',       '',        'times-disagree'],
    ['2026-03-02 01:00:00',       '2026-03-02 02:30:00',       '',        ''], // nothing to hold it against
    ['2026-03-02 01:00:00',       '',                          '',        ''], // still running
  ] as const;
  for (const [Start, End, Duration, expected] of cases) {
    it(`${Start} to ${End || 'nothing'} in ${Duration || 'no time'}: ${expected || 'nothing to say'}`, () => {
      const reading = accepted(logText({ Start, End, Duration }));
      const kinds = logFlags(reading).map(({ kind }) => kind);
      assert.equal(kinds.filter((kind) => timeFlags.includes(kind)).join(), expected);
      // No code of the vocabulary says this: each cell can be read for itself.
      assert.deepEqual(reading.diagnostics, []);
      const isSaid = (field: 'start' | 'end' | 'duration'): boolean =>
        /do not agree|before the start/.test(
          explainCell(reading, 0, field)
            .sentences.map(({ text }) => text)
            .join(' '),
        );
      const isWrong = expected === 'times-disagree';
      assert.deepEqual([isSaid('start'), isSaid('end')], [isWrong, isWrong]);
      if (Duration !== '') assert.equal(isSaid('duration'), isWrong);
    });
  }
  it('name the end that the other two give', () => {
    const reading = accepted(logText({ End: '2026-03-02 05:00:00' }));
    const said = explainCell(reading, 0, 'end').sentences.map(({ text }) => text);
    assert.ok(said.some((text) => text.includes('give Mon 2 Mar 2026 02:12:40 as the end')));
  });
  it('of a log without durations are flagged where an end stands before its start', () => {
    const bare = logText({ End: '2026-03-02 00:30:00', Duration: '' });
    const reading = accepted(
      bare.replace(labels.join('\t'), labels.join('\t').replace('Duration', 'Lasted')),
    );
    assert.ok(logFlags(reading).some(({ kind }) => kind === 'times-disagree'));
  });
});
