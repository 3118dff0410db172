import type { Analysis } from '../../core/link-aggregation/analysis.ts';
import type { Device } from '../../core/link-aggregation/path-devices.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import { clientLines, deviceLabel, membersLabel, policyLabel, teamLabel } from './labels.ts';

/** A line of words beside a device or a hop. */
export interface Line {
  readonly kind: 'name' | 'plain' | 'chooses' | 'limit';
  readonly text: string;
}

/** A device or a stretch between two. `access` is the clients' own links, which nobody chooses. */
export interface Stage {
  readonly kind: 'device' | 'access' | 'hop';
  /** Of the hop, or of the hop that the device decides; -1 for none. */
  readonly hop: number;
  readonly lines: readonly Line[];
}

type Place = Omit<Stage, 'lines'> & { readonly device?: Device };

/** The stages in the direction of the data. The hops of an analysis lie in the order of a backup. */
function placesOf(scenario: Scenario, { hops, origin, destination }: Analysis): readonly Place[] {
  const access = { kind: 'access', hop: -1 } as const;
  const order = hops.map((_, hop) => hop);
  if (scenario.direction === 'restore') order.reverse();
  const first = hops[order[0] ?? 0] ?? hops[0];
  const last = hops[order.at(-1) ?? 0] ?? hops[0];
  const before = first.from.kind === origin.kind;
  const after = last.to.kind === destination.kind;
  return [
    ...(before ? [] : [{ kind: 'device', hop: -1, device: origin } as const, access]),
    ...order.flatMap((hop) => [
      { kind: 'device', hop, device: (hops[hop] ?? first).from } as const,
      { kind: 'hop', hop } as const,
    ]),
    { kind: 'device', hop: -1, device: last.to },
    ...(after ? [] : [access, { kind: 'device', hop: -1, device: destination } as const]),
  ];
}

const flag = (text: string): readonly Line[] => [{ kind: 'limit', text }];

/** The flag of the bottleneck, on the stage that it stands on. */
function limitAt({ bottleneck }: Analysis, place: Place, index: number, count: number) {
  switch (bottleneck.kind) {
    case 'hop':
      return place.kind === 'hop' && place.hop === bottleneck.hop ? flag('limit') : [];
    case 'hops-alike':
      return place.kind === 'hop' && bottleneck.hops.includes(place.hop) ? flag('limit') : [];
    case 'client-nics':
      return place.device?.kind === 'clients' ? flag('limit') : [];
    case 'disk':
      return index === count - 1 ? flag('limit: disk') : [];
    case 'path-policy':
      return index === 0 ? flag('limit') : [];
    case 'none':
      return [];
    default:
      return bottleneck satisfies never;
  }
}

function wordsAt(scenario: Scenario, { hops }: Analysis, place: Place): readonly Line[] {
  const hop = hops[place.hop];
  const isGroup = (hop?.members.length ?? 0) > 1;
  if (place.device) {
    // Where each address has a port of its own, a switch delivers and does not choose.
    const chooses = isGroup && !(hop?.chooser === 'per-nic' && place.device.kind === 'switch');
    const clients = place.device.kind === 'clients' ? clientLines(scenario) : [];
    return [
      { kind: 'name', text: deviceLabel(place.device) },
      ...clients.map((text): Line => ({ kind: 'plain', text })),
      ...(chooses ? [{ kind: 'chooses', text: 'chooses here' } as const] : []),
    ];
  }
  if (!hop) return [];
  const policy = teamLabel(scenario.hops[place.hop]) + policyLabel(hop.chooser);
  return [
    { kind: 'name', text: membersLabel(hop) },
    ...(isGroup ? [{ kind: 'plain', text: policy } as const] : []),
  ];
}

/** What the figure shows one after another, with the words that belong to each. */
export function stagesOf(scenario: Scenario, analysis: Analysis): readonly Stage[] {
  const places = placesOf(scenario, analysis);
  return places.map((place, index) => ({
    kind: place.kind,
    hop: place.hop,
    lines: [
      ...wordsAt(scenario, analysis, place),
      ...limitAt(analysis, place, index, places.length),
    ],
  }));
}
