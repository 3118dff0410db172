/** The checks of the conformance runner can fail: each is shown a reading that breaks it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkInvariants, checkMust } from '../../conformance/logs/check-invariants.ts';
import { faultOf, heldInBrowser } from '../../conformance/logs/held-in-browser.ts';
import type { AcceptedReading } from '../../../src/core/ds-client-log/reading.ts';
import { accepted, logText } from './text-log.ts';

const good = (): AcceptedReading => accepted(logText({}, { Files: '1' }, { Online: '-5' }));

function differences(check: (compare: (...of: unknown[]) => void) => void): readonly string[] {
  const found: string[] = [];
  check((what, expected, actual) => {
    if (JSON.stringify(expected) !== JSON.stringify(actual)) found.push(String(what));
  });
  return found;
}

const must = (sentence: string, reading: AcceptedReading): readonly string[] =>
  differences((compare) => void checkMust(sentence, reading, compare));

describe('the invariants of a reading', () => {
  it('hold for a good one', () => {
    assert.deepEqual(
      differences((compare) => checkInvariants(good(), compare)),
      [],
    );
  });
  it('notice a row that got lost', () => {
    const lost = { ...good(), rowsTotal: 4 };
    assert.deepEqual(
      differences((compare) => checkInvariants(lost, compare)),
      ['rows kept and set aside make the whole'],
    );
  });
});

describe('a sentence on rows that are left out', () => {
  const sentence = 'rows 1-3 are excluded from throughput and concurrency';
  it('is broken by a row that counts', () => {
    assert.equal(must(sentence, good()).length, 2); // only the third has a bad value
  });
  it('is broken by a row that is nowhere', () => {
    assert.equal(must('row 9 is excluded from throughput', good()).length, 1);
  });
  it('is kept by a row that was set aside', () => {
    const short = accepted(logText({}, {}).replace(/\tCompleted\r\n$/, '\r\n'));
    const [aside] = short.setAside;
    assert.ok(aside?.row);
    assert.deepEqual(must(`row ${aside.row} is excluded from throughput`, short), []);
  });
});

describe('a sentence that a browser test holds', () => {
  for (const held of heldInBrowser) {
    it(`${held.sentence}`, () => {
      assert.equal(faultOf(held), null);
      assert.match(faultOf(held, () => "test('another', () => {})") ?? '', /no test/);
    });
  }
});
