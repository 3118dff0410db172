import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { advise } from '../../../src/core/link-aggregation/advise.ts';
import { analyse } from '../../../src/core/link-aggregation/analyse.ts';
import {
  requirementSentence,
  solutionSentence,
  waySentence,
} from '../../../src/core/link-aggregation/need-words.ts';
import { presets } from '../../../src/core/link-aggregation/presets.ts';
import { idealLinks, requirementOf, solve } from '../../../src/core/link-aggregation/solve.ts';
import {
  adviceSentence,
  changesSentence,
} from '../../../src/core/link-aggregation/advice-words.ts';
import {
  gigabits,
  hours,
  megabytesPerSecond,
  seconds,
  terabytes,
} from '../../../src/core/units.ts';
import { linkedScenario } from './linked-scenario.ts';
import { presetScenario } from './preset-scenario.ts';

/** Advice for every preset, computed once. */
const advised = new Map(
  presets.map(({ id, scenario }) => [id, advise(scenario, analyse(scenario)).listed]),
);

const advice = (id: string) => advised.get(id) ?? assert.fail(id);

describe('advice', () => {
  test('a team without help from the switch: hash addresses over a link group, four times as much', () => {
    const [first] = advice('clients-alb');
    assert.deepEqual(first?.changes, [{ kind: 'change-chooser', hop: 0, to: 'ip' }]);
    assert.ok(Math.abs((first?.gain ?? 0) - 3.987315) < 1e-5);
  });

  test('is none that ends the job later', () => {
    const share = linkedScenario('#v=1&side=storage&hops=4x1~ip-port&connections=8');
    for (const scenario of [share, ...presets.map((preset) => preset.scenario)]) {
      const analysis = analyse(scenario);
      for (const { changes, planned } of advise(scenario, analysis).listed) {
        assert.ok(planned <= analysis.window.planned, JSON.stringify(changes));
      }
    }
  });

  test('spreads one share with eight connections over addresses, which ends it sooner', () => {
    const scenario = linkedScenario('#v=1&side=storage&hops=4x1~ip-port&connections=8');
    const kinds = advise(scenario, analyse(scenario)).listed.flatMap(({ changes }) => changes);
    assert.ok(kinds.some(({ kind }) => kind === 'more-addresses'));
  });

  test('clients behind a router: the same cure', () => {
    assert.deepEqual(advice('clients-routed-mac')[0]?.changes, [
      { kind: 'change-chooser', hop: 0, to: 'ip' },
    ]);
  });

  test('nconnect before an address hash: hash ports there too', () => {
    assert.deepEqual(advice('nfs-nconnect-ip')[0]?.changes, [
      { kind: 'change-chooser', hop: 1, to: 'ip-port' },
    ]);
  });

  test('one share: no single hash helps, so changes come together', () => {
    const kinds = advice('storage-one-share').map(({ changes }) => changes.map(({ kind }) => kind));
    assert.deepEqual(kinds, [
      ['change-chooser', 'change-chooser', 'more-connections'],
      ['port-for-each-path'],
      ['faster-links', 'faster-links'],
    ]);
  });

  test('failover only: use all paths', () => {
    const scenario = presetScenario('iscsi-mpio');
    assert.equal(scenario.traffic.side, 'storage');
    const traffic = { ...scenario.traffic, pathPolicy: 'failover' } as const;
    const waiting = { ...scenario, traffic };
    const [first] = advise(waiting, analyse(waiting)).listed;
    assert.deepEqual(first?.changes, [{ kind: 'path-policy', to: 'round-robin' }]);
    assert.ok(Math.abs((first?.gain ?? 0) - 4) < 1e-9);
  });

  test('each figure is that of the changed scenario, opened by itself', () => {
    for (const { id } of presets) {
      for (const { scenario, mean } of advice(id)) {
        const opened = analyse(scenario, { draws: 50, seed: 1 });
        // A simulation is drawn more often when it is opened, so its figure may differ a little.
        const { kind } = opened.method;
        if (kind === 'simulation' || kind === 'drawn-times') continue;
        assert.ok(Math.abs(opened.rate.mean.line / mean.line - 1) < 1e-9, id);
      }
    }
  });

  test('each advice gives at least a twentieth more than the one before it', () => {
    for (const { id } of presets) {
      let best = 1;
      for (const { gain } of advice(id)) {
        assert.ok(gain >= best * 1.05 * (1 - 1e-12), id);
        best = gain;
      }
    }
  });

  test('the words name the devices and the figure', () => {
    const scenario = presetScenario('clients-alb');
    const analysis = analyse(scenario);
    const [first] = advise(scenario, analysis).listed;
    assert.ok(first);
    assert.equal(
      adviceSentence(first, analysis),
      'Let the switch hash IP addresses over a link group (LACP or static) between the switch and the media agent. That gives 3.75 Gbit/s of data on average, 4 times as much.',
    );
  });
});

describe('where a member is down', () => {
  // prettier-ignore
  const cases = [
    ['#v=1&hops=4x1~ip~down.2', [
      'Repair the member that is down between the switch and the media agent. That gives 3.75 Gbit/s of data on average, 1.3 times as much.',
      'Repair the member that is down between the switch and the media agent. Use 8 members between the switch and the media agent. That gives 7.01 Gbit/s of data on average, 2.5 times as much.',
    ]],
    // The limit is the last hop once the other is repaired, which brings little by itself.
    ['#v=1&hops=2x10~mac,4x1~ip~down.2,3x1~ip', [
      'Repair the member that is down between switch 2 and switch 3. That gives 2.78 Gbit/s of data on average, 1.04 times as much.',
      'Repair the member that is down between switch 2 and switch 3. Use 6 members between switch 3 and the media agent. That gives 3.63 Gbit/s of data on average, 1.4 times as much.',
    ]],
    // What is down on a hop that does not limit is left out.
    ['#v=1&hops=2x10~mac~down.1,4x1~ip', [
      'Use 8 members between switch 2 and the media agent. That gives 7.01 Gbit/s of data on average, 1.9 times as much.',
    ]],
  ] as const;
  for (const [link, sentences] of cases) {
    test(link, () => {
      const scenario = linkedScenario(link);
      const analysis = analyse(scenario);
      const said = advise(scenario, analysis).listed.map((one) => adviceSentence(one, analysis));
      assert.deepEqual(said.slice(0, sentences.length), sentences);
    });
  }

  test('several are repaired in one sentence', () => {
    const analysis = analyse(linkedScenario('#v=1&hops=4x1~ip~down.1,3x1~ip~down.3'));
    const repairs = [0, 1].map((hop) => ({ kind: 'repair-members', hop }) as const);
    assert.equal(
      changesSentence(repairs, analysis),
      'Repair the members that are down between switch 1 and switch 2 and between switch 2 and the media agent.',
    );
  });
});

describe('what a window needs', () => {
  test('10 TB in 8 hours: 2.78 Gbit/s of data, three 1GbE links if chosen perfectly', () => {
    const need = requirementOf({ volume: terabytes(10), window: hours(8) }, 1448 / 1538);
    assert.ok(Math.abs(need.goodput / 1e9 - 80 / 28.8) < 1e-9);
    assert.equal(need.terabytesPerHour, 1.25);
    assert.equal(idealLinks(need, gigabits(1)), 3);
  });

  test('a job that fits needs nothing', () => {
    const scenario = presetScenario('iscsi-mpio');
    assert.equal(solve(scenario, analyse(scenario)).solution.kind, 'fits-already');
  });

  test('every way that is offered fits, and no kind of change is offered twice', () => {
    for (const { scenario } of presets) {
      const { solution } = solve(scenario, analyse(scenario));
      if (solution.kind !== 'changes') continue;
      const names = solution.ways.map(({ changes }) => changes.map(({ kind }) => kind).join());
      assert.equal(new Set(names).size, names.length);
      const { window = seconds(0) } = scenario.job;
      for (const { planned } of solution.ways) assert.ok(planned <= window);
    }
  });

  test('slow disks are said to be the limit, not cured with links', () => {
    const scenario = {
      ...presetScenario('clients-lacp'),
      caps: { reduction: 1, disk: megabytesPerSecond(50) },
    };
    assert.equal(solve(scenario, analyse(scenario)).solution.kind, 'not-the-links');
  });

  test('is said in sentences', () => {
    const scenario = presetScenario('clients-alb');
    const analysis = analyse(scenario);
    const need = solve(scenario, analysis);
    assert.equal(
      requirementSentence(scenario, need),
      '10 TB in 8 h need 2.78 Gbit/s of data: 3 links of 1 Gbit/s, if every choice were perfect.',
    );
    assert.equal(
      solutionSentence(need.solution, analysis),
      'Each of these does it, the least effort first.',
    );
    assert.equal(need.solution.kind, 'changes');
    const last = need.solution.kind === 'changes' ? need.solution.ways.at(-1) : undefined;
    assert.ok(last);
    assert.equal(
      waySentence(last, analysis),
      'Use 5 Gbit/s links between the switch and the media agent. The job then takes 4 h 43 min.',
    );
  });

  test('four clients that start together: eight connections each, or faster links', () => {
    const scenario = presetScenario('clients-few');
    const { solution } = solve(scenario, analyse(scenario));
    assert.equal(solution.kind, 'changes');
    const ways = solution.kind === 'changes' ? solution.ways : [];
    assert.deepEqual(
      ways.map(({ changes }) => changes.map(({ kind }) => kind)),
      [['change-chooser', 'more-connections'], ['faster-links']],
    );
  });

  test('18 perfect links where a group has 16 at most: of the changes tried only faster links', () => {
    const scenario = linkedScenario('#v=1&clients=20x10&volume=60');
    const analysis = analyse(scenario);
    const need = solve(scenario, analysis);
    assert.equal(need.demand?.ideal, 18);
    assert.equal(
      solutionSentence(need.solution, analysis),
      'Of the changes tried, only faster links do it.',
    );
  });

  test('without a window nothing is asked for', () => {
    const scenario = presetScenario('clients-lacp');
    const free = { ...scenario, job: { ...scenario.job, window: undefined } };
    const analysis = analyse(free);
    const need = solve(free, analysis);
    assert.deepEqual(need, { demand: undefined, solution: { kind: 'no-window' } });
    assert.equal(
      requirementSentence(free, need),
      'No window is given, so there is no rate that the job needs.',
    );
    assert.deepEqual(
      [...new Set(advise(free, analysis).listed.map(({ fits }) => fits))],
      [undefined],
    );
  });

  test('a petabyte in an hour is beyond every change', () => {
    const scenario = presetScenario('clients-lacp');
    const job = { ...scenario.job, volume: terabytes(1000), window: hours(1) };
    const huge = { ...scenario, job };
    assert.equal(solve(huge, analyse(huge)).solution.kind, 'nothing-does');
  });
});
