import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { advise } from '../../../src/core/link-aggregation/advise.ts';
import { analyse, analyseAtHand } from '../../../src/core/link-aggregation/analyse.ts';
import type { Effort } from '../../../src/core/link-aggregation/drawn-outcomes.ts';
import { standardEffort } from '../../../src/core/link-aggregation/drawn-outcomes.ts';
import type { Outcomes } from '../../../src/core/link-aggregation/outcome.ts';
import { remember } from '../../../src/core/link-aggregation/outcome-memory.ts';
import type { OutcomeMemory } from '../../../src/core/link-aggregation/outcome-memory.ts';
import { readPermalink } from '../../../src/core/link-aggregation/permalink.ts';
import { presets } from '../../../src/core/link-aggregation/presets.ts';
import { readScenario } from '../../../src/core/link-aggregation/read-scenario.ts';
import type { Scenario } from '../../../src/core/link-aggregation/scenario.ts';
import { solve } from '../../../src/core/link-aggregation/solve.ts';
import { bytes, bytesPerSecond, seconds } from '../../../src/core/units.ts';
import { scenarios } from './scenarios.ts';

const isAtHand = (scenario: Scenario, memory: OutcomeMemory): boolean =>
  analyseAtHand(scenario, { outcomes: memory, surveys: new Map() }) !== undefined;

const fewDraws: Effort = { ...standardEffort, draws: 200 };

function opened(link: string): Scenario {
  const fields = readPermalink(link);
  const reading = fields.ok ? readScenario(fields.value) : fields;
  if (!reading.ok) throw new Error(`${link}: ${JSON.stringify(reading.problems)}`);
  return reading.value;
}

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

  test('are no more than 200, the latest ones', () => {
    const memory: OutcomeMemory = new Map();
    const scenario = preset('storage-four-shares-lacp');
    const behind = (megabytes: number): Scenario => ({
      ...scenario,
      caps: { ...scenario.caps, disk: bytesPerSecond(megabytes * 1e6) },
    });
    // Two each: the path itself and what a failure leaves of it.
    for (let disk = 100; disk < 202; disk += 1) analyse(behind(disk), standardEffort, memory);
    assert.equal(memory.size, 200);
    assert.ok(isAtHand(behind(201), memory));
    assert.ok(!isAtHand(behind(100), memory));
  });

  test('hold no more than a million values, and always the latest', () => {
    const of = (values: number): Outcomes => ({
      line: Array.from({ length: values }, (_, value) => ({ value, probability: 1 / values })),
      batch: [],
      mean: 1,
      worst: 1,
      best: 1,
      shortest: 1,
      longest: 1,
      method: { kind: 'enumeration', placements: 1 },
    });
    const memory: OutcomeMemory = new Map();
    const names = ['a', 'b', 'c'];
    for (const name of names) remember(memory, name, of(400_000));
    assert.deepEqual([...memory.keys()], ['b', 'c']);
    remember(memory, 'd', of(1_200_000));
    assert.deepEqual([...memory.keys()], ['d']);
  });

  test('serve advice: another volume draws nothing anew, and its figures are the same', () => {
    for (const { scenario } of presets) {
      const memory: OutcomeMemory = new Map();
      // What comes near a window is drawn as often as an answer, so that without one nothing is.
      const free = { ...scenario, job: { ...scenario.job, window: undefined } };
      const other = withVolume(free, 3e12);
      advise(other, analyse(other), memory);
      const kept = memory.size;
      assert.deepEqual(advise(free, analyse(free), memory), advise(free, analyse(free)));
      assert.equal(memory.size, kept);
      const remembered = advise(scenario, analyse(scenario), memory);
      assert.deepEqual(remembered, advise(scenario, analyse(scenario)));
      assert.deepEqual(
        solve(scenario, analyse(scenario), memory),
        solve(scenario, analyse(scenario)),
      );
    }
  });
});

describe('a memory that all share', () => {
  test('changes no figure of any scenario', () => {
    const memory: OutcomeMemory = new Map();
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const remembered = analyse(scenario, fewDraws, memory);
        assert.deepEqual(remembered, analyse(scenario, fewDraws));
      }),
      { numRuns: 60 },
    );
  });

  const twins: readonly (readonly [string, string])[] = [
    ['#v=1&hops=4x1~ip,4x1~ip', '#v=1&hops=4x1~ip,4x1~ip&disk=200'],
    ['#v=1&hops=4x1~ip,4x1~ip', '#v=1&hops=4x1~ip,3x1~ip'],
    ['#v=1&hops=4x1~ip,4x1~ip', '#v=1&hops=4x1~ip,4x1~eight-buckets'],
    ['#v=1&hops=4x1~ip,4x1~ip', '#v=1&hops=4x1~ip,4x2.5~ip'],
    ['#v=1&hops=4x1~ip,4x1~ip&clients=6x1', '#v=1&hops=4x1~ip,4x1~ip&clients=6x10'],
  ];
  for (const [one, other] of twins) {
    test(`does not take ${other} for ${one}`, () => {
      const memory: OutcomeMemory = new Map();
      analyse(opened(one), fewDraws, memory);
      const after = analyse(opened(other), fewDraws, memory);
      assert.deepEqual(after, analyse(opened(other), fewDraws));
    });
  }
});

describe('an answer is at hand', () => {
  test('only where nothing had to be counted or drawn for any part of it', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const memory: OutcomeMemory = new Map();
        const analysis = analyseAtHand(scenario, { outcomes: memory, surveys: new Map() });
        assert.equal(memory.size, 0);
        if (analysis) assert.deepEqual(analysis, analyse(scenario));
      }),
      { numRuns: 100 },
    );
  });

  // A failed link parts what was alike: two hops in a row that place as one, or sixteen paths.
  const drawnAfterFailure = [
    '#v=1&hops=4x1~ip,4x1~ip&hashes=same',
    '#v=1&hops=8x1~ip,8x1~ip&hashes=same&clients=80x1',
    '#v=1&side=storage&hops=4x10~ip,16x1~per-nic&addresses=16&protocol=nfs',
  ];
  for (const link of drawnAfterFailure) {
    test(`not to ${link}, whose failure has to be drawn`, () => {
      const memory: OutcomeMemory = new Map();
      assert.equal(isAtHand(opened(link), memory), false);
      assert.equal(memory.size, 0);
    });
  }

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

  test('to jobs with several connections only once their times have been drawn', () => {
    const scenario = opened('#v=1&side=storage&hops=4x1~ip-port&connections=8&addresses=4');
    const memory: OutcomeMemory = new Map();
    assert.equal(isAtHand(scenario, memory), false);
    const drawn = analyse(scenario, standardEffort, memory);
    assert.equal(isAtHand(scenario, memory), true);
    assert.deepEqual(analyseAtHand(scenario, { outcomes: memory, surveys: new Map() }), drawn);
  });

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

describe('what is kept of a scenario for the next key', () => {
  test('changes no figure of another job, and is not taken for another path', () => {
    const memory = { outcomes: new Map(), surveys: new Map() };
    fc.assert(
      fc.property(scenarios, fc.integer({ min: 1, max: 500 }), (scenario, terabytes) => {
        for (const one of [scenario, withVolume(scenario, terabytes * 1e12), scenario]) {
          const analysis = analyseAtHand(one, memory);
          if (analysis) assert.deepEqual(analysis, analyse(one));
        }
      }),
      { numRuns: 100 },
    );
  });

  test('is that of four scenarios at most', () => {
    const memory = { outcomes: new Map(), surveys: new Map() };
    for (const { scenario } of presets) analyseAtHand(scenario, memory);
    assert.ok(memory.surveys.size > 0 && memory.surveys.size <= 4, String(memory.surveys.size));
  });
});
