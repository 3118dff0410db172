/** A device named on a hop fills in what is documented, and says where the hop departs from it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HopFields } from '../../../src/core/link-aggregation/fields.ts';
import {
  canStandAt,
  endsOf,
  hopDeviceOf,
} from '../../../src/core/link-aggregation/placement/hop-device.ts';
import {
  departure,
  deviceSentence,
  namedDevices,
  placedDevices,
  withDevice,
  withNames,
} from '../../../src/core/link-aggregation/placement/named-devices.ts';
import type { HopDevice } from '../../../src/core/link-aggregation/placement/hop-device.ts';
import { overriddenSentences } from '../../../src/core/link-aggregation/overridden.ts';
import { defaultScenario } from '../../../src/core/link-aggregation/scenario.ts';
import {
  deviceLines,
  markdownOfTicket,
  withTicketLines,
} from '../../../src/core/link-aggregation/ticket-lines.ts';

const device = (edit: Partial<HopDevice>): HopDevice => ({
  id: 'a-device',
  name: 'Device',
  vendor: 'Maker',
  role: 'host',
  default: false,
  chooser: 'ip-port',
  otherEnd: 'static-or-lacp',
  confidence: 'inputs',
  commands: [{ run: 'show it', shows: 'It.' }],
  exact: false,
  ...edit,
});

const hop: HopFields = {
  members: '4',
  speed: '1',
  chooser: 'ip',
  back: '',
  down: '',
  team: '',
  device: '',
  far: '',
};

describe('where a device can stand', () => {
  // prettier-ignore
  const cases = [
    // role,    side,      hops, hop, near,  far
    ['switch',  'clients', 1,    0,   true,  false],
    ['host',    'clients', 1,    0,   false, true ],
    ['switch',  'clients', 2,    0,   true,  true ],
    ['host',    'clients', 2,    0,   false, false],
    ['host',    'storage', 2,    0,   true,  false],
    ['switch',  'storage', 2,    0,   false, true ],
    ['host',    'storage', 2,    1,   false, true ],
    ['storage', 'storage', 2,    1,   false, true ],
    ['storage', 'storage', 2,    0,   false, false],
    ['host',    'storage', 1,    0,   true,  true ], // a direct cable: the agent and a storage that is a host
    ['switch',  'storage', 1,    0,   false, false],
    ['storage', 'clients', 1,    0,   false, false],
  ] as const;
  for (const [role, side, hops, index, ...stands] of cases) {
    test(`${role}, ${side}, hop ${index + 1} of ${hops}: ${stands}`, () =>
      assert.deepEqual(
        endsOf(side, hops, index).map((place) => canStandAt(role, place)),
        stands,
      ));
  }
});

const nobody = { near: undefined, far: undefined };
const naming = (named: HopDevice) => ({ id: named.id, device: named });

describe('the two devices of a hop', () => {
  const box = device({ id: 'box', role: 'switch' });
  const host = device({ id: 'host', role: 'host' });
  const ends = endsOf('clients', 1, 0);
  const placed = (fields: Partial<HopFields>) => {
    const { near, far } = placedDevices({ ...hop, ...fields }, ends, [box, host]);
    return [near?.id, far?.id];
  };

  test('stand at either end of it', () =>
    assert.deepEqual(placed({ device: 'box', far: 'host' }), ['box', 'host']));

  test('an only one stands where it can, as in links from before both could be named', () => {
    assert.deepEqual(placed({ device: 'host' }), [undefined, 'host']);
    assert.deepEqual(placed({ device: 'box' }), ['box', undefined]);
  });

  test('an unknown or impossible one stays where it was named', () => {
    assert.deepEqual(placed({ device: 'gone', far: 'host' }), ['gone', 'host']);
    assert.deepEqual(placed({ device: 'host', far: 'box' }), ['host', 'box']);
    assert.deepEqual(placed({ device: ' ', far: '' }), [undefined, undefined]);
  });

  test('keep their places when one of them is taken away', () => {
    const both = placedDevices({ device: 'host', far: '' }, ends, [box, host]);
    assert.deepEqual(withNames(hop, both), { ...hop, device: '', far: 'host' });
  });

  test('each decides in its own direction, and a restore swaps who decides', () => {
    const fields = { side: 'clients', hops: [{ ...hop, device: 'box', far: 'host' }] };
    for (const [direction, decides] of [
      ['backup', 'switch'],
      ['restore', 'media agent'],
    ] as const) {
      const named = namedDevices({ ...fields, direction }, [box, host]);
      assert.deepEqual(
        named.map(({ place }) => place),
        ['switch', 'media agent'],
      );
      assert.deepEqual(
        named.filter((one) => one.decides).map(({ place }) => place),
        [decides],
      );
    }
  });
});

describe('naming a device', () => {
  test('sets its own end and leaves the other as it is', () => {
    const near = withDevice(hop, device({}), 'near', nobody);
    assert.deepEqual([near.chooser, near.back, near.device], ['ip-port', 'ip', 'a-device']);
    const far = withDevice(hop, device({}), 'far', nobody);
    assert.deepEqual([far.chooser, far.back, far.far], ['ip', 'ip-port', 'a-device']);
  });

  test('sets both ends where the device settles how its arrivals are spread', () => {
    const arp = device({ chooser: 'per-destination', receives: 'per-client-arp' });
    const far = withDevice(hop, arp, 'far', nobody);
    assert.deepEqual([far.chooser, far.back], ['per-client-arp', 'per-destination']);
    const ports = withDevice(
      hop,
      device({ chooser: 'per-nic', otherEnd: 'nothing' }),
      'far',
      nobody,
    );
    assert.deepEqual([ports.chooser, ports.back], ['per-nic', '']);
  });

  test('does not keep what only the device named before could have meant', () => {
    const alone = device({ chooser: 'one-link', receives: 'one-link' });
    const before = withDevice(hop, alone, 'far', nobody);
    const after = withDevice(before, device({}), 'far', { near: undefined, far: naming(alone) });
    assert.deepEqual([after.chooser, after.back], ['unknown', 'ip-port']);
  });

  test('beside another one gives each end the choice of its own device', () => {
    const near = device({ id: 'switch', chooser: 'eight-buckets' });
    const far = device({ id: 'host', chooser: 'mac', otherEnd: 'lacp' });
    const first = withDevice(hop, near, 'near', nobody);
    const both = withDevice(first, far, 'far', { near: naming(near), far: undefined });
    assert.deepEqual(
      [both.chooser, both.back, both.device, both.far, both.team],
      ['eight-buckets', 'mac', 'switch', 'host', 'lacp'],
    );
    const placed = { near: naming(near), far: naming(far) };
    assert.equal(departure(both, placed, 'near'), undefined);
    assert.equal(departure(both, placed, 'far'), undefined);
  });

  test('whose arrivals the other end settles makes no choice there, and that is no departure', () => {
    const alb = device({ id: 'alb', chooser: 'per-destination', receives: 'one-link' });
    const box = device({ id: 'box', role: 'switch', chooser: 'ip' });
    const first = withDevice(hop, alb, 'far', nobody);
    const both = withDevice(first, box, 'near', { near: undefined, far: naming(alb) });
    assert.deepEqual([both.chooser, both.back], ['one-link', 'per-destination']);
    const placed = { near: naming(box), far: naming(alb) };
    assert.equal(departure(both, placed, 'near'), undefined);
    assert.match(
      deviceSentence(box, endsOf('clients', 1, 0), 'near', placed),
      /Here the media agent settles it: One link only\.$/,
    );
    const hashing = device({ id: 'lacp', chooser: 'ip-port' });
    const after = withDevice(both, hashing, 'far', placed);
    assert.equal(after.chooser, 'ip', 'the switch chooses again by what it is documented to');
  });

  test('says where the two ends cannot form a group', () => {
    const placed = {
      near: naming(device({ otherEnd: 'static' })),
      far: naming(device({ otherEnd: 'lacp' })),
    };
    const fields = { ...hop, chooser: 'ip-port' };
    assert.match(
      departure(fields, placed, 'near') ?? '',
      /do not fit: .*a static group.*LACP here/,
    );
    assert.match(departure(fields, placed, 'far') ?? '', /do not fit: .*LACP.*a static group here/);
  });

  test('states the group only where one kind will do', () => {
    const stated = { ...hop, team: 'lacp' };
    const team = (otherEnd: HopDevice['otherEnd']) =>
      withDevice(stated, device({ otherEnd }), 'near', nobody).team;
    assert.deepEqual(
      [team('static'), team('lacp'), team('nothing'), team('static-or-lacp')],
      ['static', 'lacp', '', 'lacp'],
    );
  });

  test('is no departure until the choice is changed by hand', () => {
    for (const end of ['near', 'far'] as const) {
      for (const receives of [undefined, 'one-link'] as const) {
        const named = device({ receives });
        const placed = { ...nobody, [end]: naming(named) };
        const fields = withDevice(hop, named, end, nobody);
        assert.equal(departure(fields, placed, end), undefined);
        const changed = { ...fields, chooser: 'mac', back: '' };
        assert.match(departure(changed, placed, end) ?? '', /IP addresses and ports/);
      }
    }
  });
});

test('a rule that gives ratios or a test command only names no member', () => {
  const entry = { ...device({}), notes: [], sources: [], commands: [] };
  const isExact = (placement: Parameters<typeof hopDeviceOf>[1]['placement']) =>
    hopDeviceOf('x', { ...entry, placement }).exact;
  assert.equal(isExact({ kind: 'cisco-buckets' }), false);
  assert.equal(isExact({ kind: 'not-published' }), false);
  assert.equal(isExact(undefined), false);
  assert.equal(isExact({ kind: 'vmware-ip-hash' }), true);
});

test('a ticket takes its devices before the link, in both markups', () => {
  const place = { hop: 0, end: 'near', place: 'switch', decides: true } as const;
  const lines = deviceLines([
    { ...place, device: device({}), departure: 'Changed by hand: so.' },
    { ...place, place: 'media agent', decides: false, device: device({}), departure: undefined },
  ]);
  assert.deepEqual(lines, [
    'On hop 1: Switch, which decides: Maker Device. Changed by hand: so. Check it with: show it | Media agent: Maker Device. Check it with: show it',
  ]);
  const ticket = withTicketLines('Heading\nPath: a\nOpen it: https://kb.example/#v=1', lines);
  assert.equal(ticket.split('\n').at(-2), lines[0]);
  const markdown = markdownOfTicket(ticket).split('\n');
  assert.equal(markdown.at(-1), '- **Open it:** <https://kb.example/#v=1>');
  assert.equal(markdown.length, ticket.split('\n').length + 1);
});

test('assumptions count as replaced only where they differ from the default', () => {
  assert.deepEqual(overriddenSentences(defaultScenario), []);
  const scenario = {
    ...defaultScenario,
    wire: { ...defaultScenario.wire, mtu: 9000 },
    hashes: 'same' as const,
  };
  const [mtu, hashes, ...rest] = overriddenSentences(scenario);
  assert.match(mtu ?? '', /MTU 9000 \(default 1500\)/);
  assert.match(hashes ?? '', /same way/);
  assert.deepEqual(rest, []);
});
