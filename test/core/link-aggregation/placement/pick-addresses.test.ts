import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatIp } from '../../../../src/core/link-aggregation/placement/addresses.ts';
import { parseEndpoints } from '../../../../src/core/link-aggregation/placement/endpoint-text.ts';
import {
  pickAddresses,
  type PickAnswer,
  type PickedAddress,
  pickInSteps,
} from '../../../../src/core/link-aggregation/placement/pick-addresses.ts';
import { value } from './examples.ts';

const ends = (text: string) => value(parseEndpoints(text));
const texts = (picked: readonly PickedAddress[]) =>
  picked.map(({ address }) => (address.ip ? formatIp(address.ip) : ''));
const membersOf = (picked: readonly PickedAddress[]) =>
  picked.map(({ placements }) =>
    placements.map((placement) => (placement.kind === 'exact' ? placement.member : placement.kind)),
  );

function found(answer: PickAnswer): readonly PickedAddress[] {
  assert.ok(answer.kind === 'found', JSON.stringify(answer));
  return answer.picked;
}

describe('picking storage addresses', () => {
  it('proposes consecutive addresses where XOR of last octets is the rule (N03)', () => {
    const picked = found(
      pickAddresses({
        rule: { kind: 'xor-last-octet' },
        members: { count: 4 },
        hosts: ends('192.168.10.10'),
        candidates: ends('192.168.10.50-80'),
        wanted: 4,
      }),
    );
    assert.deepEqual(
      texts(picked),
      [50, 51, 52, 53].map((last) => `192.168.10.${last}`),
    );
    assert.deepEqual(membersOf(picked), [[0], [1], [2], [3]]);
  });

  it('finds addresses that serve every host at once', () => {
    const picked = found(
      pickAddresses({
        rule: { kind: 'linux', policy: 'layer2+3' },
        members: { count: 3 },
        hosts: ends('192.168.10.10-13@52:54:00:00:00:10'),
        candidates: ends('192.168.10.50-200@02:a0:98:00:00:01'),
        wanted: 3,
      }),
    );
    for (const host of [0, 1, 2, 3]) {
      const members = membersOf(picked).map((row) => row[host]);
      assert.equal(new Set(members).size, 3, `host ${host} uses ${members.join()}`);
    }
  });

  it('proves that addresses four apart cannot work, and that no pair of them does (N04)', () => {
    const answer = pickAddresses({
      rule: { kind: 'xor-last-octet' },
      members: { count: 4 },
      hosts: ends('192.168.10.10'),
      candidates: ends('192.168.10.50, 192.168.10.54, 192.168.10.58, 192.168.10.62'),
      wanted: 2,
    });
    assert.ok(answer.kind === 'none');
    assert.equal(answer.why, 'range-exhausted');
    assert.equal(answer.best.length, 1);
  });

  it('knows that more addresses than members that are up cannot all differ', () => {
    const answer = pickAddresses({
      rule: { kind: 'xor-last-octet' },
      members: { count: 4, down: [1] },
      hosts: ends('192.168.10.10'),
      candidates: ends('192.168.10.50-80'),
      wanted: 4,
    });
    assert.ok(answer.kind === 'none');
    assert.equal(answer.why, 'fewer-members-up');
    assert.equal(answer.best.length, 3);
  });

  it('satisfies both readings of vSphere IP hash across subnets', () => {
    const picked = found(
      pickAddresses({
        rule: { kind: 'vmware-ip-hash' },
        members: { count: 3 },
        hosts: ends('10.1.1.20'),
        candidates: ends('10.1.3.1-60'),
        wanted: 3,
      }),
    );
    for (const reading of [0, 1]) {
      const members = picked.map(({ placements: [placement] }) =>
        placement?.kind === 'ambiguous'
          ? placement.readings[reading]?.member
          : placement?.kind === 'exact' && placement.member,
      );
      assert.equal(new Set(members).size, 3, members.join());
    }
  });

  it('turns the question round for reading, where the storage decides', () => {
    const question = {
      rule: { kind: 'linux', policy: 'layer3+4' },
      members: { count: 3 },
      hosts: ends('10.0.0.9:40001'),
      candidates: ends('10.0.0.50-90:2049'),
      wanted: 3,
    } as const;
    const writing = found(pickAddresses(question));
    const reading = found(pickAddresses({ ...question, sender: 'storage' }));
    assert.notDeepEqual(texts(writing), texts(reading));
  });

  it('does not propose an address that a host has', () => {
    const picked = found(
      pickAddresses({
        rule: { kind: 'xor-last-octet' },
        members: { count: 2 },
        hosts: ends('10.0.0.51'),
        candidates: ends('10.0.0.50-53'),
        wanted: 2,
      }),
    );
    assert.ok(!texts(picked).includes('10.0.0.51'));
  });

  it('says what is missing or unknown instead of proposing anything', () => {
    const base = { members: { count: 4 }, hosts: ends('10.0.0.1'), wanted: 2 };
    const candidates = ends('10.0.0.50-60');
    const rows = [
      [{ kind: 'linux', policy: 'layer2+3' }, 'needs-source-mac'],
      [{ kind: 'cisco-buckets' }, 'function-not-published'],
    ] as const;
    for (const [rule, why] of rows) {
      assert.deepEqual(pickAddresses({ ...base, rule, candidates }), { kind: 'unknown', why });
    }
    const nothing = pickAddresses({ ...base, rule: { kind: 'xor-last-octet' }, candidates: [] });
    assert.equal(nothing.kind, 'nothing-asked');
  });
});

describe('picking in steps', () => {
  const question = {
    rule: { kind: 'vmware-ip-hash' },
    members: { count: 15 },
    hosts: ends('10.1.0.1-3, 10.3.7.1-9'),
    candidates: ends('10.2.0.0/20'),
    wanted: 15,
  } as const;

  it('hands over often, says how far it is, and never goes back', () => {
    const steps = pickInSteps(question);
    const done = { placing: [0], searching: [0] };
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      const { kind, done: now, of } = step.value;
      assert.ok(now <= of, `${kind}: ${now} of ${of}`);
      done[kind].push(now);
    }
    // 12 hosts and 4096 addresses: no more than 256 placements or 16 steps without handing over.
    assert.ok(done.placing.length > (12 * 4000) / 256);
    for (const [most, counts] of [
      [256, done.placing],
      [16, done.searching],
    ] as const) {
      const gaps = counts.slice(1).map((count, index) => count - (counts[index] ?? 0));
      assert.ok(gaps.every((gap) => gap > 0 && gap <= most));
    }
    assert.ok(step.done && step.value.kind === 'undecided');
  });

  it('comes to the same as without a pause', () => {
    const small = { ...question, candidates: ends('10.2.0.0/24'), wanted: 3 };
    const steps = pickInSteps(small);
    let step = steps.next();
    while (!step.done) step = steps.next();
    assert.deepEqual(step.value, pickAddresses(small));
  });
});
