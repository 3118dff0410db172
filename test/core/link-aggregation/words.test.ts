import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { analyse } from '../../../src/core/link-aggregation/analyse.ts';
import { writeScenario } from '../../../src/core/link-aggregation/fields.ts';
import { writePermalink } from '../../../src/core/link-aggregation/permalink.ts';
import { presets } from '../../../src/core/link-aggregation/presets.ts';
import { rangeRow } from '../../../src/core/link-aggregation/range.ts';
import { defaultScenario, hop } from '../../../src/core/link-aggregation/scenario.ts';
import type { Scenario } from '../../../src/core/link-aggregation/scenario.ts';
import { flowsCsv } from '../../../src/core/link-aggregation/flow-table.ts';
import { ticketText } from '../../../src/core/link-aggregation/ticket.ts';
import { markdownOfTicket } from '../../../src/core/link-aggregation/ticket-lines.ts';
import {
  assumptionSentence,
  findingSentence,
} from '../../../src/core/link-aggregation/finding-words.ts';
import {
  certaintySentence,
  methodSentence,
  verdictSentence,
} from '../../../src/core/link-aggregation/words.ts';
import { windowSentence } from '../../../src/core/link-aggregation/window-words.ts';
import { formatRate, gigabits, seconds } from '../../../src/core/units.ts';
import { linkedScenario } from './linked-scenario.ts';
import { scenarios } from './scenarios.ts';
import { presetScenario } from './preset-scenario.ts';

function verdict(id: string): string {
  return verdictSentence(analyse(presetScenario(id)));
}

describe('the verdict', () => {
  // prettier-ignore
  const cases = [
    ['clients-lacp',        'Expect 3.75 Gbit/s of data on average (1.69 TB/h). The limit is how the switch chooses links towards the media agent.'],
    ['clients-few',         'Expect 1.88 to 3.77 Gbit/s of data, 2.57 Gbit/s on average (1.16 TB/h). The limit is how the switch chooses links towards the media agent.'],
    ['storage-round-robin', 'Expect at most 3.77 Gbit/s of data (1.69 TB/h). The limit is the links from the media agent to the switch.'],
    ['clients-uplink',      'Expect 9.41 Gbit/s of data (4.24 TB/h). The limit is the link from switch 1 to switch 2.'],
    ['iscsi-mpio',          'Expect 3.74 Gbit/s of data (1.68 TB/h). Every hop is used in full.'],
  ] as const;
  for (const [id, sentence] of cases) test(id, () => assert.equal(verdict(id), sentence));

  test('names no figure above the best, to the digits that both are printed with', () => {
    const units: Readonly<Record<string, number>> = { M: 1e6, G: 1e9, T: 1e12 };
    const rates = (text: string): readonly number[] =>
      [...text.matchAll(/([\d.]+) ([MGT])bit\/s/g)].map(
        ([, value, prefix = '']) => Number(value) * (units[prefix] ?? Number.NaN),
      );
    for (const { id, scenario } of presets) {
      const analysis = analyse(scenario);
      const [best = 0] = rates(formatRate(analysis.rate.best.goodput));
      const said = rates(verdictSentence(analysis));
      assert.ok(said.length > 0 && said.every((rate) => rate <= best), id);
    }
  });
});

describe('the row from worst to best', () => {
  test('ascends for every scenario, the mean standing apart', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const row = rangeRow(analyse(scenario, { draws: 20, seed: 3 }));
        const rates = row.map(({ rate }) => rate.line);
        for (const [index, rate] of rates.entries()) {
          assert.ok(rate >= (rates[index - 1] ?? 0) * (1 - 1e-9), JSON.stringify(rates));
        }
      }),
      { numRuns: 150 },
    );
  });
  test('has no mean in it: for the default it lies below the low percentile', () => {
    const analysis = analyse(defaultScenario);
    assert.deepEqual(
      rangeRow(analysis).map(({ label }) => label),
      ['Worst', 'Low (p5)', 'Typical (median)', 'High (p95)', 'Best'],
    );
    assert.ok(analysis.rate.mean.line < analysis.rate.p5.line);
  });
});

test('the window names the case that it plans for', () => {
  assert.equal(
    windowSentence(defaultScenario, analyse(defaultScenario)),
    '10 TB take 11 h 48 min until the last one ends, in 95 of 100 cases. That is 3 h 48 min longer than the window of 8 h. Start at least 11 h 49 min before it must be done.',
  );
});

describe('a window that is met or missed by less than a minute', () => {
  // 10 TB in line rate are 8.497e13 bits: at 4 Gbit/s without chance 5.9 h, 21,243.1 s.
  const said = (hours: number): string => {
    const job = { ...defaultScenario.job, window: seconds(hours * 3600) };
    const scenario = { ...defaultScenario, hops: [hop(4, 1, 'per-nic')] as const, job };
    return windowSentence(scenario, analyse(scenario));
  };
  // prettier-ignore
  const cases = [
    [21_244, 'That just fits the window of 5 h 54 min.'],
    [21_302, 'That just fits the window of 5 h 55 min.'],
    [21_304, 'That fits the window of 5 h 55 min with 1 min to spare.'],
    [21_243, 'That is just over the window of 5 h 54 min.'],
    [21_184, 'That is just over the window of 5 h 53 min.'],
    [21_180, 'That is 1 min longer than the window of 5 h 53 min.'],
  ] as const;
  for (const [window, sentence] of cases)
    test(`${window} s: ${sentence}`, () => assert.ok(said(window / 3600).includes(sentence)));
});

test('without a window the time is said and compared with nothing', () => {
  const job = { ...defaultScenario.job, window: undefined };
  const scenario = { ...defaultScenario, job };
  const analysis = analyse(scenario);
  assert.deepEqual([analysis.window.fits, analysis.window.spare], [undefined, undefined]);
  const sentence =
    '10 TB take 11 h 48 min until the last one ends, in 95 of 100 cases. Start at least 11 h 49 min before it must be done.';
  assert.equal(windowSentence(scenario, analysis), sentence);
  assert.ok(ticketText(scenario, analysis, '').includes(`\nTime: ${sentence}\n`));
});

test('what is taken for granted says who works on the data', () => {
  const saysOf = (link: string) => {
    const { assumptions } = analyse(linkedScenario(link));
    return assumptions.map(assumptionSentence).join(' ');
  };
  assert.match(saysOf('#v=1'), /The data is shared out equally\./);
  assert.match(
    saysOf('#v=1&connections=8'),
    /shared out equally among the clients, and all connections of a client work on its part until it is done\./,
  );
  assert.match(
    saysOf('#v=1&side=storage&hops=4x1~ip-port&connections=8&addresses=4'),
    /among the storage addresses, and all connections to one work on its part until it is done\./,
  );
  assert.match(
    saysOf('#v=1&hops=4x1~ip-port&connections=8&clients=1x10'),
    /All connections work on one job/,
  );
  assert.match(
    saysOf('#v=1&side=storage&hops=4x1~ip-port&connections=8'),
    /All connections work on one job, and none waits while there is data left\./,
  );
});

test('how often times were drawn is said apart from how rates were found', () => {
  const saysOf = (link: string) => methodSentence(analyse(linkedScenario(link)).method);
  assert.equal(
    saysOf('#v=1&side=storage&hops=4x1~ip-port&connections=8&addresses=4'),
    'Rates are computed exactly. Times are simulated with 18,939 draws from seed 2011; the same scenario always gives the same figures.',
  );
  assert.equal(
    saysOf('#v=1&hops=4x1~ip-port&connections=4&clients=200x1'),
    'Rates are simulated with 2,500 draws, times with 55 draws from seed 2011; the same scenario always gives the same figures.',
  );
});

test('jobs with several connections do not wait for the fullest link, but lose by it', () => {
  const saysOf = (link: string) => {
    const analysis = analyse(linkedScenario(link));
    return analysis.findings.map((finding) => findingSentence(finding, analysis)).join(' ');
  };
  assert.match(
    saysOf('#v=1&hops=4x1~ip-port&connections=2'),
    /Jobs go on over their other connections, but a batch that starts together still takes 1\.1\d* times as long as an even spread would\./,
  );
  assert.doesNotMatch(
    saysOf('#v=1&side=storage&hops=4x1~ip-port&connections=8&addresses=4'),
    /fullest link/,
  );
});

test('where nothing is left to chance the time stands alone', () => {
  const preset = presetScenario('clients-alb');
  assert.equal(
    windowSentence(preset, analyse(preset)),
    '10 TB take 23 h 36 min. That is 15 h 36 min longer than the window of 8 h. Start at least 23 h 37 min before it must be done.',
  );
});

test('a ticket lists every assumption and has nothing to choose on a single link', () => {
  for (const { id, scenario } of presets) {
    const analysis = analyse(scenario);
    const ticket = ticketText(scenario, analysis, '');
    for (const assumption of analysis.assumptions)
      assert.ok(ticket.includes(assumptionSentence(assumption)), `${id}: ${assumption.kind}`);
    assert.doesNotMatch(ticket, /of 1 link/);
  }
  const uplink = presetScenario('clients-uplink');
  const ticket = ticketText(uplink, analyse(uplink), '');
  assert.ok(ticket.includes('Hop 1, Switch 1 to switch 2: one link, nothing to choose.'));
  assert.ok(ticket.includes('Data rate: 9.41 Gbit/s from worst to best'));
});

test('a ticket is 12 to 15 lines of plain text and ends with its link', () => {
  for (const { id, scenario } of presets) {
    const link = `https://kb.example/tools/link-aggregation/${writePermalink(writeScenario(scenario))}`;
    const lines = ticketText(scenario, analyse(scenario), link).split('\n');
    assert.ok(lines.length >= 12 && lines.length <= 15, `${id}: ${lines.length} lines`);
    assert.ok(lines.at(-1)?.endsWith(link));
    for (const line of lines) assert.ok(line.trim() !== '');
  }
});

test('a ticket in Markdown has the same lines as a list, and nothing in it becomes markup', () => {
  for (const { scenario } of presets) {
    const analysis = analyse(scenario);
    const lines = markdownOfTicket(ticketText(scenario, analysis, 'https://kb.example/#v=1')).split(
      '\n',
    );
    assert.equal(lines.length, ticketText(scenario, analysis, '').split('\n').length + 1);
    for (const line of lines.slice(2)) assert.match(line, /^- \*\*[^*]+:\*\* [^*`]+$/);
  }
});

test('the flows as CSV: a line each, with the member on every hop', () => {
  const preset = presetScenario('storage-four-shares-routes');
  assert.equal(
    flowsCsv(analyse(preset)),
    [
      'Flow,Owner,Connection,Hop 1 (Media agent to switch) member,Hop 2 (Switch to storage) member,Line rate Mbit/s',
      '1,storage address 1,1,1,1,1000.000',
      '2,storage address 2,1,2,2,1000.000',
      '3,storage address 3,1,3,3,1000.000',
      '4,storage address 4,1,4,4,1000.000',
      '',
    ].join('\r\n'),
  );
});

test('exact arithmetic over a hash is not called an exact answer', () => {
  assert.match(certaintySentence(analyse(defaultScenario)), /for hashes that spread evenly/);
  const alb = presetScenario('clients-alb');
  assert.equal(certaintySentence(analyse(alb)), 'This is exact: nothing is left to chance.');
});

test('the path of a ticket reads from left to right', () => {
  const text = ticketText(defaultScenario, analyse(defaultScenario), '');
  assert.ok(text.includes('Path: 20 x 1 Gbit/s -> switch ==4 x 1 Gbit/s==> media agent'));
});

describe('what is said of several hops', () => {
  const three = '#v=1&hops=4x1~ip,4x1~ip,4x1~ip';
  const unknown = '#v=1&hops=2x10~mac,4x1~unknown,3x1~ip';
  // prettier-ignore
  const cases = [
    ['#v=1', 'A batch that starts together takes 1.48 times as long as an even spread would.'],
    ['#v=1', 'The device that transmits picks the link: in this direction the switch. What the other end is set to does not matter.'],
    ['#v=1&hops=1x10~ip,4x1~ip', 'The device that transmits picks the link: in this direction switch 2. What the other end is set to does not matter.'],
    [three, 'the fullest link between switch 1 and switch 2 holds 7.38 of 20 clients on average. A batch that starts together waits for the fullest link of any hop: over the whole path it takes 1.68 times as long as an even spread would.'],
    [three, 'On each hop the device that transmits picks the link: in this direction switch 1, switch 2 and switch 3. What the other end of a hop is set to does not matter.'],
    [three, 'Switch 1, switch 2 and switch 3 hash independently and collide in different places:'],
    [three, 'The limit is how switch 1, switch 2 and switch 3 choose links.'],
    [unknown, 'switch 2 chooses by something not known (a hash of IP addresses and one of addresses and ports were both computed); 3.99 of 4 links busy on average.'],
  ] as const;
  for (const [link, sentence] of cases) {
    test(`${link}: ${sentence}`, () => {
      const scenario = linkedScenario(link);
      const analysis = analyse(scenario, { draws: 100, seed: 3 });
      const reasons = analysis.findings.map((finding) => findingSentence(finding, analysis));
      const said = [...reasons, ticketText(scenario, analysis, link)].join('\n');
      assert.ok(said.includes(sentence), said);
    });
  }
});

describe('of a device whose choice is not known, nothing is said as if it were', () => {
  const share = '#v=1&side=storage&hops=4x1~unknown,1x10~one-link&addresses=1&connections=';
  // prettier-ignore
  const cases = [
    [`${share}1`, 'What the media agent chooses by is not known: a hash of IP addresses and one of addresses and ports both give 1 Gbit/s of line rate on average. The reasons told are those of a hash of IP addresses.'],
    [`${share}1`, 'Suppose the media agent chooses by a hash of IP addresses. One host talks to one storage address, so every packet carries the same pair of IP addresses.'],
    [`${share}8`, 'a hash of IP addresses gives 1 Gbit/s, one of addresses and ports 3.6 Gbit/s of line rate on average. The reasons told are those of a hash of IP addresses, the slower.'],
    ['#v=1&hops=2x1~unknown,4x1~unknown', 'What switch 1 and switch 2 choose by is not known:'],
  ] as const;
  for (const [link, sentence] of cases) {
    test(`${link}: ${sentence}`, () => {
      const analysis = analyse(linkedScenario(link));
      const reasons = analysis.findings.map((finding) => findingSentence(finding, analysis));
      assert.ok(reasons.join('\n').includes(sentence), reasons.join('\n'));
      const known = /^The media agent chooses by/m;
      assert.doesNotMatch(reasons.join('\n'), known);
    });
  }
});

describe('the path of a ticket shows what is down', () => {
  // prettier-ignore
  const cases = [
    ['#v=1&hops=4x1~ip~down.2-4', '20 x 1 Gbit/s -> switch ==4 x 1 Gbit/s, members 2, 4 down==> media agent'],
    ['#v=1&hops=4x1~ip~down.2', '20 x 1 Gbit/s -> switch ==4 x 1 Gbit/s, member 2 down==> media agent'],
    ['#v=1&hops=2x10~mac,4x1~unknown~down.2,3x1~ip',
      '20 x 1 Gbit/s -> switch 1 ==2 x 10 Gbit/s==> switch 2 ==4 x 1 Gbit/s, member 2 down==> switch 3 ==3 x 1 Gbit/s==> media agent'],
  ] as const;
  for (const [link, path] of cases) {
    test(link, () => {
      const scenario = linkedScenario(link);
      const analysis = analyse(scenario, { draws: 20, seed: 3 });
      const lines = ticketText(scenario, analysis, link).split('\n');
      assert.equal(lines[1], `Path: ${path}`);
      assert.ok(lines.length >= 12 && lines.length <= 15, String(lines.length));
      assert.ok(markdownOfTicket(ticketText(scenario, analysis, link)).includes(' down=='));
    });
  }
});

describe('findings', () => {
  const findings = (scenario: Scenario): string => {
    const analysis = analyse(scenario);
    return analysis.findings.map((finding) => findingSentence(finding, analysis)).join('\n');
  };
  const clients = (number: number): Scenario => ({
    ...defaultScenario,
    traffic: {
      side: 'clients',
      groups: [{ count: number, nic: gigabits(1) }],
      connectionsPerClient: 1,
      routed: false,
    },
  });
  // prettier-ignore
  const cases: readonly (readonly [string, Scenario, string])[] = [
    ['four clients may share a link',       clients(4), '4 clients land on 4 links by chance, so some may share a link. On average 2.73 of 4 links between the switch and the media agent are busy.'],
    ['six of them do, and may leave a gap', clients(6), '6 clients land on 4 links by chance, so a link may be left with none.'],
    ['one link of two carries nothing',     { ...defaultScenario, hops: [hop(2, 1, 'one-link')] }, 'The switch sends over one link only. The other link between the switch and the media agent carries nothing in this direction.'],
    ['four by four ports are 16 paths',     presetScenario('iscsi-mpio'), 'Multipath software opens one session from each of 4 ports of the media agent to each of 4 storage addresses: 16 paths, used by round robin. Paths are not bandwidth: the ports are.'],
    ['one client is one key',               clients(1), 'The switch chooses by a hash of IP addresses. There is one client. One of 4 links carries everything.'],
  ];
  for (const [what, scenario, sentence] of cases)
    test(what, () => assert.ok(findings(scenario).includes(sentence), findings(scenario)));
});

test('what a protocol takes for itself is said beside what its frames take', () => {
  const said = (id: string) => analyse(presetScenario(id)).assumptions.map(assumptionSentence);
  assert.ok(
    said('iscsi-mpio').includes(
      'Every 8,192 bytes of iSCSI data take a header of 48 bytes, so 0.6 % of what TCP carries is not data.',
    ),
  );
  assert.ok(said('nfs-nconnect').some((sentence) => sentence.startsWith('Headers of NFS and SMB')));
  assert.ok(!said('clients-lacp').some((sentence) => /NFS|iSCSI/.test(sentence)));
});

test('every result of every scenario is said in whole sentences', () => {
  const effort = { draws: 20, seed: 3 };
  fc.assert(
    fc.property(scenarios, (scenario) => {
      const analysis = analyse(scenario, effort);
      const said = [
        verdictSentence(analysis),
        windowSentence(scenario, analysis),
        methodSentence(analysis.method),
        ...analysis.findings.map((finding) => findingSentence(finding, analysis)),
        ...analysis.assumptions.map(assumptionSentence),
      ];
      for (const sentence of said) {
        assert.match(sentence, /^[A-Z0-9].*\.$/su);
        assert.doesNotMatch(sentence, /undefined|NaN|Infinity|\[object|\s{2}|\.\./);
      }
    }),
    { numRuns: 150 },
  );
});

describe('a batch whose average time lies above that of 95 in 100 cases', () => {
  const timesLine = (link: string): string => {
    const scenario = linkedScenario(link);
    const lines = ticketText(scenario, analyse(scenario), '').split('\n');
    return lines.find((line) => line.startsWith('Queue never empty')) ?? '';
  };
  test('says that a few placements lift it', () =>
    assert.equal(
      timesLine('#v=1&clients=2x10,20x0.1&volume=5'),
      'Queue never empty: 4 h 6 min. One batch: 5 h 24 min on average, 5 h 22 min in 95 of 100 cases. A few very uneven placements take much longer, which lifts the average above what 95 of 100 cases take.',
    ));
  test('and says nothing where it lies below, or reads alike', () => {
    assert.match(timesLine('#v=1'), /in 95 of 100 cases\.$/);
    assert.match(timesLine('#v=1&hops=4x1~per-nic'), /One batch: [\dhmin ]+\.$/);
  });
});
