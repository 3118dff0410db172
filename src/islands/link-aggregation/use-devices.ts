import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { HopDevice } from '../../core/link-aggregation/placement/hop-device.ts';
import type { ScenarioFields } from '../../core/link-aggregation/fields.ts';
import type { NamedDevice } from '../../core/link-aggregation/placement/named-devices.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import type * as Menu from './device-menu.tsx';

/** The devices, and what the form does with them. */
export type DeviceMenu = typeof Menu & { readonly devices: readonly HopDevice[] };

/** The device catalogue: not asked for yet, out of reach, or there. */
export type Catalogue = DeviceMenu | 'absent' | 'failed';

export const isThere = (catalogue: Catalogue): catalogue is DeviceMenu =>
  typeof catalogue !== 'string';

const namesOf = ({ device, far }: ScenarioFields['hops'][number]): readonly string[] =>
  [device, far].map((id) => id.trim()).filter(Boolean);

async function fetched(path: string): Promise<readonly HopDevice[]> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return (await answer.json()) as readonly HopDevice[];
}

/** Fetches the catalogue once, when `start` is called or the fields name a device. */
export function useDevices(path: string, fields: ScenarioFields) {
  const [catalogue, setCatalogue] = useState<Catalogue>('absent');
  const asked = useRef(false);
  const start = async () => {
    if (asked.current) return;
    asked.current = true;
    try {
      const [menu, devices] = await Promise.all([import('./device-menu.tsx'), fetched(path)]);
      setCatalogue({ ...menu, devices });
    } catch {
      // No connection: the reader is told, and reaching for the form again asks again.
      asked.current = false;
      setCatalogue('failed');
    }
  };
  const isNamed = fields.hops.some((hop) => namesOf(hop).length > 0);
  useEffect(() => {
    if (isNamed) void start();
  }, [isNamed]);
  return { catalogue, start };
}

const none: readonly NamedDevice[] = [];

/** The devices that a scenario names and the catalogue has, with what the hops say otherwise. */
export const useNamedDevices = (scenario: Scenario, catalogue: Catalogue) =>
  useMemo(
    () => (isThere(catalogue) ? catalogue.devicesOf(scenario, catalogue.devices) : none),
    [scenario, catalogue],
  );

/** A sentence for each device of a link that the catalogue does not have. */
export function missingDevices({ hops }: ScenarioFields, catalogue: Catalogue): readonly string[] {
  if (!isThere(catalogue)) return [];
  return hops.flatMap((hop, index) =>
    namesOf(hop)
      .filter((name) => !catalogue.devices.some(({ id }) => id === name))
      .map(
        (name) =>
          `Hop ${index + 1} names the device “${name}”, which the catalogue does not have. What the device chooses by is taken from the link.`,
      ),
  );
}
