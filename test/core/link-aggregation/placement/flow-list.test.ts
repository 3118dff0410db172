import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  flowListInSteps,
  formatFlow,
  formatFlowList,
} from '../../../../src/core/link-aggregation/placement/flow-list.ts';
import { flowProblemWords } from '../../../../src/core/link-aggregation/placement/flow-problem-words.ts';
import { finished } from '../../../../src/core/steps.ts';
import { flows } from './examples.ts';

describe('flow lists', () => {
  it('stands for each address of a range', () => {
    const list = flows('192.168.10.21-40 -> 192.168.10.10:8400');
    assert.equal(list.length, 20);
    assert.equal(formatFlow(list[0]!), '192.168.10.21 -> 192.168.10.10:8400');
    assert.equal(formatFlow(list[19]!), '192.168.10.40 -> 192.168.10.10:8400');
  });

  it('pairs each source with each destination, sources outermost', () => {
    const list = flows('10.0.0.1-2:1000-1001 -> 10.0.1.1:53, 10.0.1.9:53 udp');
    assert.deepEqual(list.map(formatFlow), [
      '10.0.0.1:1000 -> 10.0.1.1:53 udp',
      '10.0.0.1:1000 -> 10.0.1.9:53 udp',
      '10.0.0.1:1001 -> 10.0.1.1:53 udp',
      '10.0.0.1:1001 -> 10.0.1.9:53 udp',
      '10.0.0.2:1000 -> 10.0.1.1:53 udp',
      '10.0.0.2:1000 -> 10.0.1.9:53 udp',
      '10.0.0.2:1001 -> 10.0.1.1:53 udp',
      '10.0.0.2:1001 -> 10.0.1.9:53 udp',
    ]);
  });

  it('reads back what it writes, with ports, MAC addresses, IPv6, UDP and VLAN', () => {
    const text = [
      '10.20.0.5:1001@52:54:00:00:00:10 -> 10.20.0.80:2049@02:a0:98:00:00:01',
      '[2001:db8::1]:40000 -> [2001:db8::2]:443 udp vlan 100 priority 5',
      '2001:db8::1@52:54:00:00:00:10 -> 2001:db8::2 vlan 7',
    ].join('\n');
    assert.equal(formatFlowList(flows(text)), text);
  });

  it('takes an arrow sign, comments, blank lines and any case of the options', () => {
    const list = flows('# clients', '', '10.0.0.1 → 10.0.0.2 UDP VLAN 5 # first');
    assert.equal(formatFlowList(list), '10.0.0.1 -> 10.0.0.2 udp vlan 5');
  });

  it('names the line and the problem, of every line that has one', () => {
    const text =
      '10.0.0.1 10.0.0.2\n10.0.0.1 -> 10.0.0.2\n10.0.0.1 -> 10.0.0.2:99999\n10.0.0.300 -> x';
    const reading = finished(flowListInSteps(text));
    assert.ok(!reading.ok);
    assert.deepEqual(
      reading.problems.map(({ line, kind, text: piece }) => [line, kind, piece]),
      [
        [1, 'no-arrow', '10.0.0.1 10.0.0.2'],
        [3, 'not-a-port', '99999'],
        [4, 'octet-too-large', '10.0.0.300'],
        [4, 'not-an-ip-address', 'x'],
      ],
    );
  });

  it('refuses what it cannot mean', () => {
    const rows = [
      ['', 'no-flows'],
      ['# only a comment', 'no-flows'],
      ['10.0.0.1 -> 10.0.0.2 -> 10.0.0.3', 'more-than-one-arrow'],
      ['10.0.0.1 -> 10.0.0.2 quickly', 'not-an-option'],
      ['10.0.0.1 -> 10.0.0.2 vlan 5000', 'not-an-option'],
      ['10.0.0.1 -> 2001:db8::1', 'families-differ'],
      ['10.0.0.0/20 -> 10.1.0.0/20', 'too-many-flows'],
      ['10.0.0.1:5-2 -> 10.0.0.2', 'range-backwards'],
      ['10.0.0.1@x -> 10.0.0.2', 'not-a-mac-address'],
      ['10.0.0.1@00:00:00:00:00:01@x -> 10.0.0.2', 'not-a-mac-address'],
      ['-> 10.0.0.2', 'not-an-ip-address'],
    ] as const;
    for (const [text, problem] of rows) {
      const reading = finished(flowListInSteps(text));
      assert.equal(!reading.ok && reading.problems[0].kind, problem, text);
    }
  });

  it('refuses at once what is longer than any list, however much of it is empty', () => {
    for (const text of ['\n'.repeat(100_000), 'a'.repeat(1_000_000)]) {
      const steps = flowListInSteps(text);
      const { done, value } = steps.next();
      assert.ok(done && !value.ok && value.problems[0].kind === 'too-long');
    }
    assert.match(
      flowProblemWords({ kind: 'too-long', line: 1, text: '' }),
      /^At most 5,000 lines and 250,000 characters can be read\./,
    );
  });

  it('is read in steps, so that whoever reads it can stop or do something else', () => {
    const text = Array.from({ length: 1000 }, (_, line) => `10.0.0.1:${line} -> 10.0.0.2:1`);
    const steps = flowListInSteps(text.join('\n'));
    let stops = 0;
    while (!steps.next().done) stops += 1;
    assert.ok(stops >= 50, `${stops} stops`);
    assert.equal(flows(...text).length, 1000);
  });
});
