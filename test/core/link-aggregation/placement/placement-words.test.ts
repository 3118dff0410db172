import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type FlowListProblem,
  flowListInSteps,
} from '../../../../src/core/link-aggregation/placement/flow-list.ts';
import {
  place,
  type PlacementRule,
} from '../../../../src/core/link-aggregation/placement/place.ts';
import { flowProblemWords } from '../../../../src/core/link-aggregation/placement/flow-problem-words.ts';
import {
  gapWords,
  pickWords,
} from '../../../../src/core/link-aggregation/placement/placement-words.ts';
import { placementWords } from '../../../../src/core/link-aggregation/placement/placed-words.ts';
import { finished } from '../../../../src/core/steps.ts';
import { flows } from './examples.ts';

describe('words about placements', () => {
  it('say the member as people count, the doubt, or the gap', () => {
    const [flow] = flows('10.1.1.20 -> 10.1.3.31');
    assert.ok(flow);
    const rows: readonly (readonly [PlacementRule, number, string])[] = [
      [{ kind: 'vmware-ip-hash' }, 4, 'This flow takes member 4 of 4.'],
      [
        { kind: 'vmware-ip-hash' },
        3,
        'The maker’s texts differ: member 3 of 3 by the product documentation, member 2 of 3 by the support blog.',
      ],
      [
        { kind: 'cisco-teaching-xor' },
        2,
        'In the textbook model this is member 2 of 2. A real switch may choose another.',
      ],
      [{ kind: 'cisco-buckets' }, 2, gapWords('function-not-published')],
    ];
    for (const [rule, count, sentence] of rows) {
      assert.equal(placementWords(place(rule, flow, { count }), count), sentence);
    }
  });

  it('name line, piece and cure of a problem', () => {
    const reading = finished(flowListInSteps('10.0.0.1 -> 10.0.0.2\n10.0.0.1 -> 10.0.0.2:99999'));
    assert.ok(!reading.ok);
    assert.equal(
      flowProblemWords(reading.problems[0]),
      'Line 2: “99999” is not a port. Ports run from 0 to 65535.',
    );
    const long: FlowListProblem = { kind: 'no-arrow', line: 1, text: 'x'.repeat(1000) };
    assert.ok(flowProblemWords(long).length < 130);
  });

  it('of a proposal show ports as its own fields take them', () => {
    const words = pickWords({ kind: 'unknown', why: 'needs-ports' }, 2);
    assert.match(words, /^Ports count here\. .*10\.0\.0\.1:40000 and 10\.0\.0\.2:8400\.$/);
    assert.doesNotMatch(words, /->/);
  });

  it('say whether the search for addresses was a proof', () => {
    assert.match(
      pickWords({ kind: 'none', why: 'range-exhausted', best: [] }, 4),
      /every combination/,
    );
    assert.match(pickWords({ kind: 'undecided', best: [] }, 4), /stopped before it was complete/);
  });
});
