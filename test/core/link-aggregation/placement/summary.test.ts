import assert from 'node:assert/strict';
import { finished } from '../../../../src/core/steps.ts';
import { describe, it } from 'node:test';
import type { Chooser } from '../../../../src/core/link-aggregation/scenario.ts';
import {
  type Choice,
  choiceOfDevice,
  formulas,
} from '../../../../src/core/link-aggregation/placement/choices.ts';
import type { Device } from '../../../../src/core/link-aggregation/placement/devices.ts';
import { flowTicket } from '../../../../src/core/link-aggregation/placement/flow-ticket.ts';
import { fullFlow } from '../../../../src/core/link-aggregation/placement/full-flow.ts';
import type { PlacementRule } from '../../../../src/core/link-aggregation/placement/place.ts';
import {
  failuresInSteps,
  placeQuestion,
} from '../../../../src/core/link-aggregation/placement/summary.ts';
import {
  answerWords,
  certaintyWords,
  figureWords,
} from '../../../../src/core/link-aggregation/placement/summary-words.ts';
import {
  asksWithoutPorts,
  deviceQuestion,
} from '../../../../src/core/link-aggregation/placement/test-command.ts';
import { flows } from './examples.ts';

const choice = (chooser: Chooser, rule?: PlacementRule): Choice => ({
  id: 'one',
  name: 'A device',
  vendor: 'Any',
  chooser,
  confidence: 'inputs',
  rule,
});
const legacy = choice('ip', { kind: 'netapp-legacy', balance: 'ip' });
const vmware = choice('ip', { kind: 'vmware-ip-hash' });
const catalyst = choice('eight-buckets', { kind: 'cisco-buckets' });
const catalystPorts = choice('eight-buckets-port', { kind: 'not-published' });
const secret = choice('ip', { kind: 'not-published' });

const linux = choice('ip-port', { kind: 'linux', policy: 'layer3+4' });
const local = choice('ip-port', { kind: 'linux', policy: 'encap3+4' });
const aix = choice('ip-port', { kind: 'aix', hashMode: 'dst_port' });

const question = (of: Choice, count: number, list: string, down: readonly number[] = []) => ({
  choice: of,
  members: { count, down },
  flows: flows(...list.split('; ')),
});

function answer(...asked: Parameters<typeof question>): string {
  const one = question(...asked);
  return answerWords(placeQuestion(one).summary, one);
}

describe('the answer in a sentence', () => {
  const twenty = '192.168.10.10 -> 192.168.10.21-40';
  // prettier-ignore
  const cases = [
    // Twenty consecutive addresses: five for each value of the last two bits.
    [answer(vmware, 4, twenty),                          '20 flows use all 4 members: 5, 5, 5, 5.'],
    // Four apart: the last two bits never change (H15).
    [answer(vmware, 4, '10.0.0.8 -> 10.0.0.1, 10.0.0.5, 10.0.0.9, 10.0.0.13'), 'All 4 flows take member 2: three idle.'],
    [answer(vmware, 4, '10.0.0.8 -> 10.0.0.1'),          'This flow takes member 2: three idle.'],
    [answer(vmware, 4, '10.0.0.8 -> 10.0.0.1-3'),        '3 flows use 3 of 4 members: 0, 1, 1, 1. One idles.'],
    [answer(vmware, 1, twenty),                          'All 20 flows take member 1, the only one that is up.'],
    // 10.0.0.1 to 10.0.0.3-6: 2, 2, 1, 1 of three; the next one up takes over.
    [answer(legacy, 3, '10.0.0.1 -> 10.0.0.3-6', [2]),   '4 flows use both members that are up: 2, 2, down.'],
    [answer(vmware, 4, twenty, [0]),                     'No member can be named: where flows go after a failure is not documented.'],
    [answer(legacy, 4, `${twenty}; 2001:db8::1 -> 2001:db8::2`), '1 of 21 flows cannot be placed: the rule is described for IPv4 only.'],
    // 20 XOR 31 = 11 (2 of 3) by octets, 0A010114 XOR 0A01031F = 523 (1 of 3) by whole addresses (H07).
    [answer(vmware, 3, '10.1.1.20 -> 10.1.3.31'),        'The maker’s two texts differ for 1 flow: 0, 0, 1 by the product documentation, 0, 1, 0 by the support blog.'],
    // 4 (1 - (3/4)^4) = 2.734 (section 2.1 of the model)
    [answer(secret, 4, '10.0.0.1 -> 10.0.0.11-14'),      'Only the device itself can say which member each flow takes. 4 different pairs of IP addresses, spread evenly, use 2.73 of 4 members on average.'],
    // 3 - 2 (5/8)^20 - (6/8)^20 = 2.997: never quite three
    [answer(catalyst, 3, twenty),                        'Only the device itself can say which member each flow takes. 20 different pairs of IP addresses, spread evenly, use nearly 3 of 3 members on average.'],
    // Two connections on 3, 3 and 2 eighths: 106/64 = 1.66
    [answer(catalystPorts, 3, '10.0.0.1:1-2 -> 10.0.0.2:5'), 'Only the device itself can say which member each flow takes. 2 different connections, spread evenly, use 1.66 of 3 members on average.'],
    [answer(secret, 4, '10.0.0.1:1-9 -> 10.0.0.2:5'),    'All 9 flows look the same to this device, so one member carries them all. Which one, only the device can say.'],
    [answer(secret, 4, '10.0.0.1 -> 10.0.0.2'),          'Only the device itself can say which member this flow takes.'],
    // One sender is one key to a device that looks at senders alone.
    [answer({ ...secret, sourceOnly: true }, 4, twenty), 'All 20 flows look the same to this device, so one member carries them all. Which one, only the device can say.'],
    [answer({ ...secret, sourceOnly: true }, 2, '10.0.0.1, 10.0.0.2 -> 10.0.0.11-14'), 'Only the device itself can say which member each flow takes. 2 different senders, spread evenly, use 1.5 of 2 members on average.'],
    // 4 (1 - (3/4)^3) = 2.3125: the ports of clients are not known, and only a condition says more
    [answer(linux, 4, '10.0.0.11-13 -> 10.0.0.1:8400'),  'No member can be named: ports are missing. If the missing ports are drawn at random, as clients draw them, 3 flows use 2.31 of 4 members on average.'],
    // Those with ports are placed; of the two without, 2 (1 - (1/2)^2) = 1.5.
    [answer(linux, 2, '10.0.0.11-12 -> 10.0.0.1:8400; 10.0.0.13:5 -> 10.0.0.1:8400'), '2 of 3 flows cannot be placed: ports are missing. If the missing ports are drawn at random, as clients draw them, 2 flows use 1.5 of 2 members on average.'],
    [answer(linux, 4, '10.0.0.11 -> 10.0.0.1:8400'),     'No member can be named: ports are missing.'],
    // Only the receiver's port counts: it may well be one and the same.
    [answer(aix, 4, '10.0.0.11-13 -> 10.0.0.1'),         'No member can be named: ports are missing.'],
    // A station behind a router looks like the router: nothing is known of how many differ.
    [answer(choice('mac', { kind: 'linux', policy: 'layer2' }), 4, twenty), 'No member can be named: the sender’s MAC address is missing.'],
    [answer(choice('per-packet'), 4, twenty),            'Each packet takes the next member, so a flow has no member of its own.'],
  ] as const;
  for (const [given, wanted] of cases) it(wanted, () => assert.equal(given, wanted));

  it('speaks of the textbook model only by its name', () => {
    const teaching = formulas.find(({ rule }) => rule?.kind === 'cisco-teaching-xor');
    assert.ok(teaching);
    const one = question(teaching, 2, '1.1.1.1 -> 2.2.2.2');
    const { summary } = placeQuestion(one);
    assert.match(answerWords(summary, one), /^In the textbook model only: /);
    assert.match(certaintyWords(one, summary), /no device/);
  });

  it('does not call a contradiction exact', () => {
    const exact = { ...vmware, confidence: 'exact' } as const;
    const certainty = (count: number) => {
      const one = question(exact, count, '10.1.1.20 -> 10.1.3.31');
      return certaintyWords(one, placeQuestion(one).summary);
    };
    assert.match(certainty(4), /^Exact/);
    assert.match(certainty(3), /^Not settled/);
  });
});

describe('a device that does not hash is not said to count fields', () => {
  // prettier-ignore
  const cases = [
    ['per-nic',         'Documented: each address has its own port. Which one is up to your set-up.'], // MPIO, Multichannel
    ['per-packet',      'Documented: the maker says what decides.'],                                   // sequential
    ['one-link',        'Documented: the maker says what decides.'],                                   // by virtual port
    ['per-destination', 'Documented: the maker says what decides.'],                                   // Intel ALB
  ] as const;
  for (const [chooser, wanted] of cases) {
    it(chooser, () => {
      const one = question(choice(chooser), 4, '10.0.0.10 -> 10.0.0.20-27');
      assert.equal(certaintyWords(one, placeQuestion(one).summary), wanted);
    });
  }
  it('one that does is', () => {
    const one = question(secret, 4, '10.0.0.10 -> 10.0.0.20-27');
    assert.match(certaintyWords(one, placeQuestion(one).summary), /^Documented inputs: /);
  });
});

it('an average over unknown ports is not called exact', () => {
  const one = question({ ...linux, confidence: 'exact' }, 4, '10.0.0.11-13 -> 10.0.0.1:8400');
  assert.match(certaintyWords(one, placeQuestion(one).summary), /The average is not/);
});

describe('no answer is called exact, though its rule is', () => {
  const certainty = (of: Choice, count: number, list: string, down?: readonly number[]) => {
    const one = question({ ...of, confidence: 'exact' }, count, list, down);
    return certaintyWords(one, placeQuestion(one).summary);
  };
  const layer2 = choice('mac', { kind: 'linux', policy: 'layer2' });
  // prettier-ignore
  const cases = [
    ['MAC addresses are missing',     certainty(layer2, 4, '10.0.0.1 -> 10.0.0.2')],
    ['the port of one flow is missing', certainty(aix, 4, '10.0.0.1:5 -> 10.0.0.2:7; 10.0.0.1 -> 10.0.0.2')],
    ['IPv6 is not described',         certainty(legacy, 4, '2001:db8::1 -> 2001:db8::2')],
    ['nor is a failure',              certainty(vmware, 4, '10.0.0.8 -> 10.0.0.1', [0])],
  ] as const;
  const wanted =
    'The rule is exact: published, or read in the source code. It names no member where what it needs is missing or not documented.';
  for (const [why, given] of cases) it(why, () => assert.equal(given, wanted));
});

describe('the caption of the figure', () => {
  const caption = (...asked: Parameters<typeof question>) => {
    const one = question(...asked);
    return figureWords(placeQuestion(one).summary, one);
  };
  // prettier-ignore
  const cases = [
    [caption(vmware, 4, '10.0.0.8 -> 10.0.0.1-8'),  'Each carries 2 flows.'],
    [caption(vmware, 4, '10.0.0.8 -> 10.0.0.1-5'),  'Member 2 is the fullest, with 2 of 5 flows.'],
    [caption(vmware, 4, '10.0.0.8 -> 10.0.0.1-6'),  'Two members are the fullest, with 2 of 6 flows each.'],
    [caption(vmware, 4, '10.0.0.8 -> 10.0.0.1'),    'Member 2 carries everything.'],
    [caption(linux, 4, '10.0.0.8 -> 10.0.0.1-6'),   'What each would carry on average if the missing ports are drawn at random; not where a flow is.'],
    [caption(linux, 4, '10.0.0.8 -> 10.0.0.1-6; 10.0.0.8:1 -> 10.0.0.1:2'), 'What cannot be named is not drawn.'],
    [caption(secret, 4, '10.0.0.8 -> 10.0.0.1-6'),  'What each would carry on average if the hash spreads evenly; not where a flow is.'],
  ] as const;
  for (const [given, wanted] of cases) it(wanted, () => assert.equal(given, wanted));
});

describe('one more failure', () => {
  it('moves the flows of the member, and others where all are dealt anew', () => {
    const failures = (of: Choice) => {
      const one = question(of, 3, '10.128.60.1 -> 10.128.60.3-6');
      assert.ok(of.rule);
      return finished(failuresInSteps(of.rule, one, placeQuestion(one).placed));
    };
    // Members 2, 2, 1, 1 (H09); the next one that is up takes over.
    assert.deepEqual(failures(legacy), [
      { member: 0, own: 0, others: 0 },
      { member: 1, own: 2, others: 0 },
      { member: 2, own: 2, others: 0 },
    ]);
    // Hashes 2, 5, 4, 7: without member 2 over two: 0, 1, 0, 1.
    const dealt = failures(choice('ip', { kind: 'xor-last-octet' }));
    assert.deepEqual(dealt?.[2], { member: 2, own: 2, others: 1 });
    assert.equal(failures(vmware), undefined);
  });
});

describe('a choice', () => {
  it('is a formula once, each with an id that a link can carry', () => {
    assert.equal(new Set(formulas.map(({ id }) => id)).size, formulas.length);
    for (const { id } of formulas) assert.match(id, /^formula\.[a-z0-9.-]+$/);
  });

  it('asks the device itself where the fields that it hashes are not known', () => {
    const device: Device = {
      name: 'A switch',
      vendor: 'Any',
      role: 'switch',
      default: true,
      chooser: 'unknown',
      otherEnd: 'nothing',
      confidence: 'inputs',
      sources: [],
      commands: [{ run: 'show it', shows: 'The member.', perFlow: true }],
      notes: [],
    };
    const rule = { kind: 'not-published', testCommand: 'show it' };
    assert.deepEqual(choiceOfDevice('a', device).rule, rule);
    assert.equal(choiceOfDevice('a', { ...device, chooser: 'one-link' }).rule, undefined);
  });
});

describe('what to ask the device', () => {
  const asked = (testCommand: string, list = '10.0.0.1:5@52:54:00:00:00:10 -> 10.0.0.2:6') => {
    const one = question(choice('ip-port', { kind: 'not-published', testCommand }), 4, list);
    const [first] = placeQuestion(one).placed;
    assert.ok(first);
    return [deviceQuestion(first), asksWithoutPorts('ip-port', first)] as const;
  };

  it('has the addresses of the flow, and keeps what only the reader knows', () => {
    assert.deepEqual(
      asked('show ip SOURCE-IP DESTINATION-IP mac SOURCE-MAC DESTINATION-MAC PORT'),
      ['show ip 10.0.0.1 10.0.0.2 mac 52:54:00:00:00:10 DESTINATION-MAC PORT', true],
    );
    assert.deepEqual(asked('show SOURCE-PORT DESTINATION-PORT'), ['show 5 6', false]);
  });

  it('is nothing where the member is known', () => {
    const [first] = placeQuestion(question(vmware, 4, '10.0.0.1 -> 10.0.0.2')).placed;
    assert.ok(first);
    assert.equal(deviceQuestion(first), undefined);
  });
});

describe('a flow that lacks something, in full', () => {
  const full = (of: Choice, list: string) => {
    const one = question(of, 4, list);
    const [first] = placeQuestion(one).placed;
    assert.ok(first && of.rule);
    return fullFlow(of.rule, first, one.members);
  };
  const layer2 = choice('mac', { kind: 'linux', policy: 'layer2' });
  // prettier-ignore
  const cases = [
    // The issue's own example: the clients' ports are not known.
    [linux,  '192.168.10.21-40 -> 192.168.10.10:8400', '192.168.10.21:50000 -> 192.168.10.10:8400', ['50000']],
    [linux,  '10.0.0.1:8400 -> 10.0.0.2',              '10.0.0.1:8400 -> 10.0.0.2:50000',           ['50000']],
    [linux,  '10.0.0.1 -> 10.0.0.2 udp vlan 7',        '10.0.0.1:50000 -> 10.0.0.2:8400 udp vlan 7', ['50000', '8400']],
    [linux,  '2001:db8::1 -> 2001:db8::2',             '[2001:db8::1]:50000 -> [2001:db8::2]:8400', ['50000', '8400']],
    [layer2, '10.0.0.1 -> 10.0.0.2@52:54:00:00:00:77', '10.0.0.1@52:54:00:00:00:10 -> 10.0.0.2@52:54:00:00:00:77', ['52:54:00:00:00:10']],
  ] as const;
  for (const [of, list, line, examples] of cases) {
    it(list, () => {
      const told = full(of, list);
      assert.deepEqual([told?.line, told?.examples], [line, examples]);
      const one = question(of, 4, line); // what is recommended has an answer
      assert.equal(placeQuestion(one).summary.kind, 'placed');
    });
  }

  it('is not asked for where no member could be named even so', () => {
    assert.equal(full(local, '10.0.0.1 -> 10.0.0.2'), undefined); // drawn at random all the same
    assert.equal(full(secret, '10.0.0.1 -> 10.0.0.2'), undefined);
    assert.equal(full(linux, '10.0.0.1:1 -> 10.0.0.2:2'), undefined);
  });
});

describe('the ticket', () => {
  it('says what was asked, how certain it is, and keeps to twenty flows', () => {
    const one = question(vmware, 4, '10.0.0.1 -> 10.0.0.11-40');
    const lines = flowTicket(
      one,
      placeQuestion(one),
      {
        sources: [{ title: 'A book' }],
        commands: [{ run: 'look', shows: 'it', perFlow: false }],
        notes: [],
      },
      'https://example.org/#v=1',
    ).split('\n');
    assert.equal(lines[0], 'Which link does this flow take? A device, 4 members');
    assert.equal(lines[4], '10.0.0.1 -> 10.0.0.11: This flow takes member 3 of 4.');
    assert.deepEqual(lines.slice(-4), [
      'and 10 more flows, in the CSV file.',
      'Source: A book',
      'Check: look (it)',
      'Open it: https://example.org/#v=1',
    ]);
    assert.equal(lines.length, 28);
  });

  it('says so where the flows are too many for a link', () => {
    const one = question(vmware, 4, '10.0.0.1 -> 10.0.0.11-40');
    const ticket = flowTicket(one, placeQuestion(one), undefined, undefined);
    assert.match(ticket, /\nThe flows are too many for a link\. The CSV file has all of them\.$/);
  });
});
