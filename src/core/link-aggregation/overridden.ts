import { formatByteRate, significant } from '../units.ts';
import { defaultScenario } from './scenario.ts';
import type { Scenario } from './scenario.ts';

/**
 * The assumptions that the reader replaced: what stands now, with the default in brackets. Empty where
 * all are as the calculator sets them. What describes the path itself is no assumption.
 */
export function overriddenSentences(scenario: Scenario): readonly string[] {
  const { wire, caps, hashes } = scenario;
  const usual = defaultScenario.wire;
  const some = (when: boolean, words: () => string) => (when ? [words()] : []);
  return [
    ...some(wire.mtu !== usual.mtu, () => `MTU ${wire.mtu} (default ${usual.mtu})`),
    ...some(wire.ip !== usual.ip, () => 'IPv6 (default IPv4)'),
    ...some(wire.timestamps !== usual.timestamps, () => 'no TCP timestamps (default with)'),
    ...some(wire.vlan !== usual.vlan, () => 'VLAN tag (default none)'),
    ...some(
      caps.disk !== undefined,
      () =>
        `disks limited to ${formatByteRate(caps.disk as NonNullable<typeof caps.disk>)} (default no limit)`,
    ),
    ...some(
      caps.reduction !== defaultScenario.caps.reduction,
      () => `reduction ${significant(caps.reduction)}:1 (default none)`,
    ),
    ...some(
      hashes !== defaultScenario.hashes,
      () => 'devices with the same hash choose the same way (default independently)',
    ),
  ];
}
