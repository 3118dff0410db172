/** What the path figure must show, whatever the path: read off its layout, without a browser. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../../src/core/link-aggregation/analyse.ts';
import { readPermalink } from '../../../src/core/link-aggregation/permalink.ts';
import { presets } from '../../../src/core/link-aggregation/presets.ts';
import { readScenario } from '../../../src/core/link-aggregation/read-scenario.ts';
import type { Scenario } from '../../../src/core/link-aggregation/scenario.ts';
import { fitsWide } from '../../../src/figures/link-aggregation/board.ts';
import type { Form } from '../../../src/figures/link-aggregation/board.ts';
import { pathLayout } from '../../../src/figures/link-aggregation/layout.ts';
import type { PathLayout } from '../../../src/figures/link-aggregation/layout.ts';

function scenario(link: string): Scenario {
  const fields = readPermalink(link);
  assert.ok(fields.ok, link);
  const reading = readScenario(fields.value);
  assert.ok(reading.ok, link);
  return reading.value;
}

const layoutOf = (link: string, form: Form = 'wide'): PathLayout => {
  const known = scenario(link);
  return pathLayout(known, analyse(known), form);
};

const words = (layout: PathLayout, kind: PathLayout['labels'][number]['kind']) =>
  layout.labels.filter((label) => label.kind === kind).map(({ text }) => text);

/** Odd paths beside the presets: every number of members, several groups, members down, six hops. */
const odd = [
  '#v=1&hops=16x1~ip,1x100~one-link&clients=200x1',
  '#v=1&hops=8x1~ip~down.2-3,2x10~ip&clients=6x1,2x10',
  '#v=1&hops=4x1~ip,2x10~ip,1x25~one-link',
  '#v=1&hops=1x1~one-link,2x1~ip,3x1~ip,4x1~ip,5x1~ip,6x1~ip',
  '#v=1&side=storage&direction=restore&hops=4x1~ip,2x10~ip&addresses=4',
  '#v=1&side=storage&hops=3x1~per-packet,4x1~per-packet',
];

const everyScenario = [
  ...presets.map((preset) => [preset.id, preset.scenario] as const),
  ...odd.map((link) => [link, scenario(link)] as const),
];

/** Every coordinate of a path, as pairs. The strokes are absolute: M, L, C, H and V. */
function extremes(d: string): readonly number[] {
  return (d.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
}

describe('every figure', () => {
  for (const [name, known] of everyScenario) {
    const analysis = analyse(known);
    const forms = fitsWide(known, analysis) ? (['wide', 'narrow'] as const) : (['narrow'] as const);
    for (const form of forms) {
      test(`${name}, ${form}: draws each link once, in whole numbers, inside its frame`, () => {
        const layout = pathLayout(known, analysis, form);
        const links = known.hops.reduce((sum, hop) => sum + hop.members.length, 0);
        assert.equal(layout.members.length, links);
        assert.equal(
          new Set(layout.members.map(({ hop, member }) => `${hop}.${member}`)).size,
          links,
        );
        const paths = [...layout.members, ...layout.curves].map(({ d }) => d);
        for (const number of [...paths, ...layout.brackets].flatMap(extremes)) {
          assert.ok(Number.isInteger(number), `${number} is whole`);
          assert.ok(number >= 0 && number <= Math.max(layout.width, layout.height), `${number}`);
        }
        for (const { x, y } of [...layout.labels, ...layout.numbers, ...layout.members]) {
          assert.ok(x >= 0 && x <= layout.width && y >= 0 && y <= layout.height, `${x}, ${y}`);
        }
      });
    }
  }
});

describe('a link says what it carries', () => {
  test('its load and its flows, "idle" or "down"', () => {
    const { members } = layoutOf('#v=1&hops=4x1~mac~down.3&routed=yes&clients=3x1');
    assert.deepEqual(members.map(({ state }) => state).toSorted(), [
      'busy',
      'down',
      'idle',
      'idle',
    ]);
    assert.equal(members[2]?.state, 'down');
    assert.deepEqual(members.find(({ state }) => state === 'busy')?.text, ['1 Gbit/s · flows 1–3']);
  });

  test('its weight grows with its load', () => {
    const { members } = layoutOf('#v=1&hops=1x10~one-link,1x1~one-link&clients=5x1');
    const loads = members.map(({ weight }) => weight);
    assert.deepEqual(loads, [6, 6]); // both carry 1 Gbit/s: 2 + 12 √(1/10), whatever their speed
    const full = layoutOf('#v=1&hops=1x10~one-link&clients=20x1').members[0];
    assert.equal(full?.weight, 14);
  });

  test('only a number where sixteen stand side by side, and the unit stands with the group', () => {
    const layout = layoutOf('#v=1&hops=16x1~ip&clients=200x1', 'narrow');
    assert.deepEqual(layout.members[0]?.text, ['1']);
    assert.ok(words(layout, 'plain').includes('load in Gbit/s'));
  });
});

describe('flows', () => {
  test('up to twelve are numbered', () => {
    assert.deepEqual(
      layoutOf('#v=1&clients=12x1').numbers.map(({ text }) => text),
      ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
    );
    assert.equal(layoutOf('#v=1&clients=13x1').numbers.length, 0);
  });

  test('up to 24 have a curve each; more are drawn as one curve for each way', () => {
    assert.equal(layoutOf('#v=1&clients=24x1').curves.length, 24);
    assert.equal(layoutOf('#v=1&clients=200x1').curves.length, 4);
  });

  test('each client group and each storage address has its colour', () => {
    const tones = (link: string) => new Set(layoutOf(link).curves.map(({ tone }) => tone));
    assert.deepEqual(tones('#v=1&clients=3x1,2x10'), new Set([1, 2]));
    const shares = '#v=1&side=storage&hops=4x1~per-nic,4x1~per-nic&addresses=4';
    assert.deepEqual(tones(shares), new Set([1, 2, 3, 4]));
  });

  test('frames in turn run over every link', () => {
    const [curve] = layoutOf('#v=1&side=storage&hops=4x1~per-packet,1x10~one-link').curves;
    assert.equal(curve?.d.match(/M/g)?.length, 12); // 4 out, 4 along the links, 4 in and on
  });
});

describe('the deciding device', () => {
  test('is pointed at where there is something to choose', () => {
    const layout = layoutOf('#v=1&hops=1x10~one-link,2x10~ip&clients=24x1');
    assert.equal(words(layout, 'chooses').length, 1);
    assert.deepEqual(words(layout, 'name'), [
      'Clients',
      'Switch 1',
      '10 Gbit/s',
      'Switch 2',
      '2 × 10 Gbit/s',
      'Media agent',
    ]);
  });

  test('is the other end in a restore, which runs from left to right too', () => {
    const layout = layoutOf('#v=1&side=storage&direction=restore&hops=4x1~ip,2x10~ip&addresses=4');
    assert.deepEqual(words(layout, 'name'), [
      'Storage',
      '2 × 10 Gbit/s',
      'Switch',
      '4 × 1 Gbit/s',
      'Media agent',
    ]);
  });

  test('a switch that delivers to a port for each address chooses nothing', () => {
    const layout = layoutOf('#v=1&side=storage&hops=4x1~ip,4x1~per-nic&addresses=4');
    assert.equal(words(layout, 'chooses').length, 1);
  });
});

describe('the flag', () => {
  const cases = [
    // link, what is flagged
    ['#v=1', ['limit']],
    ['#v=1&hops=4x10~ip&clients=2x1', ['limit']], // the clients' own cards
    ['#v=1&disk=100', ['limit: disk']],
    ['#v=1&side=storage&hops=4x1~per-nic,4x1~per-nic&addresses=4', []], // all full, nothing narrower
  ] as const;
  for (const [link, flags] of cases) {
    test(`${link} flags ${flags.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(words(layoutOf(link), 'limit'), flags);
    });
  }
});

describe('the form', () => {
  test('has a team above its policy where both in a line would run into the links', () => {
    const allWords = (link: string, form: Form) =>
      layoutOf(link, form).labels.map(({ text }) => text);
    const lacp = '#v=1&hops=4x1~ip-port~team.lacp';
    assert.ok(allWords(lacp, 'wide').includes('LACP, hash on IP+port'));
    const narrow = allWords(lacp, 'narrow');
    assert.equal(narrow[narrow.indexOf('LACP,') + 1], 'hash on IP+port');
    assert.ok(
      narrow.every((text) => text.length <= 18),
      narrow.join(' | '),
    );
  });

  test('is wide for up to three stretches and narrow only beyond', () => {
    const wide = (link: string) => {
      const known = scenario(link);
      return fitsWide(known, analyse(known));
    };
    assert.equal(wide('#v=1&hops=4x1~ip,2x10~ip'), true);
    assert.equal(wide('#v=1&hops=4x1~ip,2x10~ip,1x25~one-link'), false);
  });

  test('keeps its width, so that words keep their size', () => {
    for (const [, known] of everyScenario) {
      assert.equal(pathLayout(known, analyse(known), 'narrow').width, 300);
    }
    assert.ok(Math.abs(layoutOf('#v=1').width - 720) <= 1);
  });
});
