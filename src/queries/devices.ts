import { getCollection } from 'astro:content';
import type { Device } from '../core/link-aggregation/placement/devices.ts';
import { readDevice } from '../core/link-aggregation/placement/read-device.ts';

export type CatalogueDevice = Device & { readonly id: string };

/**
 * The device catalogue by vendor and name. An entry that contradicts itself stops the build, with all
 * that is wrong with it.
 */
export async function devices(): Promise<readonly CatalogueDevice[]> {
  const all = await getCollection('devices');
  const read = all.map(({ id, data }) => {
    const reading = readDevice(data);
    if (!reading.ok) {
      throw new Error(`content/devices/${id}.yaml: ${JSON.stringify(reading.problems)}`);
    }
    return { id, ...reading.value };
  });
  return read.toSorted(
    (a, b) => a.vendor.localeCompare(b.vendor, 'en') || a.name.localeCompare(b.name, 'en'),
  );
}
