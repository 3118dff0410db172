import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { departure, endOf, endsOf } from '../../core/link-aggregation/placement/hop-device.ts';
import type { HopDevice } from '../../core/link-aggregation/placement/hop-device.ts';
import { writeScenario } from '../../core/link-aggregation/fields.ts';
import type { ScenarioFields } from '../../core/link-aggregation/fields.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import type { NamedDevice } from '../../core/link-aggregation/ticket-lines.ts';

/** The device catalogue: not asked for yet, out of reach, or there. */
export type Catalogue = readonly HopDevice[] | 'absent' | 'failed';

export const isThere = (catalogue: Catalogue): catalogue is readonly HopDevice[] =>
  typeof catalogue !== 'string';

const namesDevice = ({ hops }: ScenarioFields): boolean =>
  hops.some(({ device }) => device.trim() !== '');

/** Fetches the catalogue once, when `start` is called or the fields name a device. */
export function useDevices(path: string, fields: ScenarioFields) {
  const [catalogue, setCatalogue] = useState<Catalogue>('absent');
  const asked = useRef(false);
  const start = async () => {
    if (asked.current) return;
    asked.current = true;
    try {
      const answer = await fetch(path);
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      setCatalogue((await answer.json()) as readonly HopDevice[]);
    } catch {
      // No connection: the reader is told, and reaching for the form again asks again.
      asked.current = false;
      setCatalogue('failed');
    }
  };
  const isNamed = namesDevice(fields);
  useEffect(() => {
    if (isNamed) void start();
  }, [isNamed]);
  return { catalogue, start };
}

/** The devices that a scenario names and the catalogue has, with what the hop says otherwise. */
export function useNamedDevices(scenario: Scenario, catalogue: Catalogue) {
  return useMemo((): readonly NamedDevice[] => {
    if (!isThere(catalogue)) return [];
    const { side, hops } = writeScenario(scenario);
    return hops.flatMap((fields, hop) => {
      const device = catalogue.find(({ id }) => id === fields.device);
      if (!device) return [];
      const end = endOf(device.role, endsOf(side, hops.length, hop));
      return [{ hop, device, departure: end && departure(fields, device, end) }];
    });
  }, [scenario, catalogue]);
}

/** A sentence for each device of a link that the catalogue does not have. */
export function missingDevices({ hops }: ScenarioFields, catalogue: Catalogue): readonly string[] {
  if (!isThere(catalogue)) return [];
  return hops.flatMap(({ device }, hop) =>
    device.trim() === '' || catalogue.some(({ id }) => id === device.trim())
      ? []
      : [
          `Hop ${hop + 1} names the device “${device}”, which the catalogue does not have. What the device chooses by is taken from the link.`,
        ],
  );
}
