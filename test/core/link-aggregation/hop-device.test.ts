/** A device named on a hop fills in what is documented, and says where the hop departs from it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HopFields } from '../../../src/core/link-aggregation/fields.ts';
import {
  departure,
  endOf,
  endsOf,
  hopDeviceOf,
  withDevice,
} from '../../../src/core/link-aggregation/placement/hop-device.ts';
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
};

describe('the end that a device stands at', () => {
  // prettier-ignore
  const cases = [
    ['switch', 'clients', 1, 0, 'near'],
    ['host',   'clients', 1, 0, 'far'],
    ['host',   'clients', 2, 0, undefined],
    ['host',   'storage', 2, 0, 'near'],
    ['host',   'storage', 2, 1, 'far'],
    ['storage','storage', 2, 1, 'far'],
    ['storage','storage', 2, 0, undefined],
    ['host',   'storage', 1, 0, 'near'],
    ['switch', 'storage', 1, 0, undefined],
    ['storage','clients', 1, 0, undefined],
  ] as const;
  for (const [role, side, hops, index, end] of cases) {
    test(`${role}, ${side}, hop ${index + 1} of ${hops}: ${end}`, () =>
      assert.equal(endOf(role, endsOf(side, hops, index)), end));
  }
});

describe('naming a device', () => {
  test('sets its own end and leaves the other as it is', () => {
    const near = withDevice(hop, device({}), 'near');
    assert.deepEqual([near.chooser, near.back, near.device], ['ip-port', 'ip', 'a-device']);
    const far = withDevice(hop, device({}), 'far');
    assert.deepEqual([far.chooser, far.back], ['ip', 'ip-port']);
  });

  test('sets both ends where the device settles how its arrivals are spread', () => {
    const arp = device({ chooser: 'per-destination', receives: 'per-client-arp' });
    const far = withDevice(hop, arp, 'far');
    assert.deepEqual([far.chooser, far.back], ['per-client-arp', 'per-destination']);
    const ports = withDevice(hop, device({ chooser: 'per-nic', otherEnd: 'nothing' }), 'far');
    assert.deepEqual([ports.chooser, ports.back], ['per-nic', '']);
  });

  test('does not keep what only the device named before could have meant', () => {
    const before = withDevice(hop, device({ chooser: 'one-link', receives: 'one-link' }), 'far');
    const after = withDevice(before, device({}), 'far');
    assert.deepEqual([after.chooser, after.back], ['unknown', 'ip-port']);
  });

  test('states the group only where one kind will do', () => {
    const stated = { ...hop, team: 'lacp' };
    const team = (otherEnd: HopDevice['otherEnd']) =>
      withDevice(stated, device({ otherEnd }), 'near').team;
    assert.deepEqual(
      [team('static'), team('lacp'), team('nothing'), team('static-or-lacp')],
      ['static', 'lacp', '', 'lacp'],
    );
  });

  test('is no departure until the choice is changed by hand', () => {
    for (const end of ['near', 'far'] as const) {
      for (const receives of [undefined, 'one-link'] as const) {
        const named = device({ receives });
        const fields = withDevice(hop, named, end);
        assert.equal(departure(fields, named, end), undefined);
        const changed = { ...fields, chooser: 'mac', back: '' };
        assert.match(departure(changed, named, end) ?? '', /IP addresses and ports/);
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
  const lines = deviceLines([{ hop: 0, device: device({}), departure: 'Changed by hand: so.' }]);
  assert.deepEqual(lines, [
    'Device on hop 1: Maker Device. Changed by hand: so. Check it with: show it',
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
