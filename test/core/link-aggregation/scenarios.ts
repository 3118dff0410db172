/** Arbitrary scenarios, small enough to be analysed many times. */
import * as fc from 'fast-check';
import { choices } from '../../../src/core/link-aggregation/fields.ts';
import { defaultScenario } from '../../../src/core/link-aggregation/scenario.ts';
import type {
  Hop,
  Member,
  Scenario,
  Traffic,
} from '../../../src/core/link-aggregation/scenario.ts';
import { gigabits, gigabytes, hours, megabytesPerSecond } from '../../../src/core/units.ts';

/** Records as the core makes them: with the prototype of every object. */
const record = <Model>(model: { readonly [Key in keyof Model]: fc.Arbitrary<Model[Key]> }) =>
  fc.record<Model>(model as { [Key in keyof Model]: fc.Arbitrary<Model[Key]> }, {
    noNullPrototype: true,
  });

const speeds = fc.constantFrom(1, 2.5, 10, 25, 100).map(gigabits);
const choosers = fc.constantFrom(...choices.chooser);

const deviceIds = fc.option(fc.constantFrom('one-cable', 'linux-balance-rr'), { nil: undefined });

const hops: fc.Arbitrary<Hop> = record({
  speed: speeds,
  others: fc.array(fc.boolean(), { maxLength: 5 }),
  chooser: choosers,
  backChooser: choosers,
  team: fc.constantFrom('lacp' as const, 'static' as const, 'unstated' as const),
  device: deviceIds,
  farDevice: deviceIds,
}).map(({ speed, others, device, farDevice, ...rest }) => {
  // The first member stays up: a hop with none has nothing to analyse, and no text form.
  const more = others.map((up): Member => ({ speed, up }));
  return {
    ...rest,
    ...(device === undefined ? {} : { device }),
    ...(farDevice === undefined ? {} : { farDevice }),
    members: [{ speed, up: true }, ...more],
  };
});

const groups = record({
  count: fc.integer({ min: 1, max: 12 }),
  nic: fc.constantFrom(0.1, 1, 2.5, 10).map(gigabits),
});

const traffic: fc.Arbitrary<Traffic> = fc.oneof(
  record({
    side: fc.constant('clients' as const),
    groups: fc.tuple(groups, groups),
    connectionsPerClient: fc.integer({ min: 1, max: 3 }),
    routed: fc.boolean(),
  }),
  record({
    side: fc.constant('storage' as const),
    addresses: fc.integer({ min: 1, max: 6 }),
    connectionsPerAddress: fc.integer({ min: 1, max: 4 }),
    pathPolicy: fc.constantFrom(...choices.paths),
  }),
);

const wire = record({
  protocol: fc.constantFrom(...choices.protocol),
  mtu: fc.constantFrom(576, 1500, 9000),
  ip: fc.constantFrom(...choices.ip),
  timestamps: fc.boolean(),
  vlan: fc.boolean(),
});

const job = record({
  volume: fc.integer({ min: 1, max: 100_000 }).map(gigabytes),
  unit: fc.constantFrom('GB' as const, 'TB' as const),
  start: fc.constantFrom(...choices.start),
  window: fc.option(fc.integer({ min: 1, max: 48 }).map(hours), { nil: undefined }),
});

const caps = fc.record(
  {
    reduction: fc.integer({ min: 1, max: 20 }),
    disk: fc.integer({ min: 10, max: 5000 }).map(megabytesPerSecond),
  },
  { requiredKeys: ['reduction'], noNullPrototype: true },
);

export const scenarios: fc.Arbitrary<Scenario> = record({
  direction: fc.constantFrom(...choices.direction),
  hops: fc.array(hops, { minLength: 1, maxLength: 3 }),
  traffic,
  wire,
  job,
  caps,
  hashes: fc.constantFrom(...choices.hashes),
}).map(({ hops: [first, ...others], ...rest }) => ({
  ...rest,
  hops: first ? ([first, ...others] as const) : defaultScenario.hops,
}));
