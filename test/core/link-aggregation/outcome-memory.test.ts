import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse, isAtHand } from '../../../src/core/link-aggregation/analyse.ts';
import { standardEffort } from '../../../src/core/link-aggregation/drawn-outcomes.ts';
import type { OutcomeMemory } from '../../../src/core/link-aggregation/outcome-memory.ts';
import { presets } from '../../../src/core/link-aggregation/presets.ts';
import type { Scenario } from '../../../src/core/link-aggregation/scenario.ts';
import { bytes, bytesPerSecond, seconds } from '../../../src/core/units.ts';

function preset(id: string): Scenario {
  const found = presets.find((one) => one.id === id);
  if (!found) throw new Error(`no preset ${id}`);
  return found.scenario;
}

const withVolume = (scenario: Scenario, volume: number): Scenario => ({
  ...scenario,
  job: { ...scenario.job, volume: bytes(volume) },
});

const counted = ['storage-four-shares-lacp', 'nfs-nconnect'];

describe('outcomes that are remembered', () => {
  for (const { id, scenario } of presets) {
    test(`give ${id} the same figures as outcomes that are counted`, () => {
      const memory: OutcomeMemory = new Map();
      analyse(withVolume(scenario, 3e12), standardEffort, memory);
      const remembered = analyse(scenario, standardEffort, memory);
      assert.deepEqual(remembered, analyse(scenario));
    });
  }

  test('take twice as long for twice the volume, and go as fast', () => {
    for (const id of counted) {
      const [one, two] = [1e13, 2e13].map((volume) => analyse(withVolume(preset(id), volume)));
      assert.ok(one && two);
      assert.deepEqual(two.rate, one.rate);
      const ratio = two.window.batch.p95 / one.window.batch.p95;
      assert.ok(Math.abs(ratio - 2) < 1e-9, `${id}: ${ratio}`);
    }
  });

  test('are no more than 50, the latest ones', () => {
    const memory: OutcomeMemory = new Map();
    const scenario = preset('storage-four-shares-lacp');
    const behind = (megabytes: number): Scenario => ({
      ...scenario,
      caps: { ...scenario.caps, disk: bytesPerSecond(megabytes * 1e6) },
    });
    for (let disk = 100; disk < 130; disk += 1) analyse(behind(disk), standardEffort, memory);
    assert.ok(memory.size <= 50, String(memory.size));
    assert.ok(isAtHand(behind(129), memory));
    assert.ok(!isAtHand(behind(100), memory));
  });
});

describe('an answer is at hand', () => {
  const nothing: OutcomeMemory = new Map();

  test('where it follows by arithmetic or a closed form', () => {
    const others = presets.filter(({ id }) => !counted.includes(id));
    assert.deepEqual(
      others.filter(({ scenario }) => !isAtHand(scenario, nothing)).map(({ id }) => id),
      [],
    );
  });

  for (const id of counted) {
    test(`to ${id} only once its placements have been counted`, () => {
      const memory: OutcomeMemory = new Map();
      assert.equal(isAtHand(preset(id), memory), false);
      analyse(preset(id), standardEffort, memory);
      assert.equal(isAtHand(preset(id), memory), true);
      const sooner = { ...preset(id).job, window: seconds(3600) };
      assert.equal(isAtHand({ ...preset(id), job: sooner }, memory), true);
    });
  }

  test('to no more than a hundred flows', () => {
    const scenario = preset('clients-uplink');
    const of = (count: number): Scenario => {
      const [group] = scenario.traffic.side === 'clients' ? scenario.traffic.groups : [];
      if (!group || scenario.traffic.side !== 'clients') throw new Error('clients are meant');
      return { ...scenario, traffic: { ...scenario.traffic, groups: [{ ...group, count }] } };
    };
    assert.equal(isAtHand(of(100), nothing), true);
    assert.equal(isAtHand(of(101), nothing), false);
  });
});
