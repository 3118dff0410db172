/** A hop more or less on a path whose devices have names: whoever still stands there keeps the name. */
import type { HopFields, ScenarioFields } from '../fields.ts';
import { endsOf } from './hop-device.ts';
import type { HopDevice } from './hop-device.ts';
import { placedDevices, withNames } from './named-devices.ts';

type Path = Pick<ScenarioFields, 'side' | 'hops'>;

/** The hops with each device named at its own end, also those of a link from before there were two. */
const placedHops = ({ side, hops }: Path, catalogue: readonly HopDevice[]): readonly HopFields[] =>
  hops.map((hop, index) =>
    withNames(hop, placedDevices(hop, endsOf(side, hops.length, index), catalogue)),
  );

/**
 * The hops with one more like the last, all links up: what the last one led to is where the new one
 * leads, and a switch that has no name stands between them.
 */
export function withHopAdded(path: Path, catalogue: readonly HopDevice[]): readonly HopFields[] {
  const hops = placedHops(path, catalogue);
  const last = hops.at(-1);
  if (!last) return hops;
  return [...hops.slice(0, -1), { ...last, far: '' }, { ...last, device: '', down: '' }];
}

/** The hops without one: both ends of the path stay what they are, and so do their names. */
export function withHopRemoved(
  path: Path,
  index: number,
  catalogue: readonly HopDevice[],
): readonly HopFields[] {
  const hops = placedHops(path, catalogue);
  const left = hops.filter((_, hop) => hop !== index);
  return left.map((hop, place) => ({
    ...hop,
    device: place === 0 ? (hops[0]?.device ?? '') : hop.device,
    far: place === left.length - 1 ? (hops.at(-1)?.far ?? '') : hop.far,
  }));
}
