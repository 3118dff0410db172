import { bitsPerSecond, formatBinary, formatDecimal, formatRate, significant } from '../units.ts';
import type { BitsPerSecond } from '../units.ts';
import type { Analysis } from './analysis.ts';
import type { Bottleneck } from './bottleneck.ts';
import type { HopAnalysis } from './hop-loads.ts';
import type { Method } from './outcome.ts';
import type { Device } from './path-devices.ts';
import type { Rate, RateRange } from './rate.ts';
import type { Chooser, Job, PathPolicy } from './scenario.ts';

/** What a device is called in a sentence: `the switch`, `switch 2`, `the media agent`. */
export function deviceName(device: Device): string {
  switch (device.kind) {
    case 'clients':
      return 'the clients';
    case 'agent':
      return 'the media agent';
    case 'storage':
      return 'the storage';
    case 'switch':
      return device.of === 1 ? 'the switch' : `switch ${device.number}`;
    default:
      return device satisfies never;
  }
}

/** What a device is called without an article: `switch 2`, `media agent`. */
export const bareName = (device: Device): string => deviceName(device).replace(/^the /, '');

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `Switch to media agent`, for a heading or a table. */
export const hopName = ({ from, to }: Pick<Analysis['hops'][number], 'from' | 'to'>): string =>
  capitalised(`${bareName(from)} to ${bareName(to)}`);

/** What a choice is called in a menu: the hash policies and what stands in for one. */
export const chooserNames: Readonly<Record<Chooser, string>> = {
  'one-link': 'One link only',
  'per-packet': 'Each packet in turn',
  'per-destination': 'Destination',
  mac: 'MAC addresses',
  ip: 'IP addresses',
  'ip-port': 'IP addresses and ports',
  'eight-buckets': 'IP addresses in 8 buckets (Catalyst)',
  'eight-buckets-port': 'IP addresses and ports in 8 buckets (Catalyst)',
  'per-client-arp': 'Client, by ARP',
  'per-nic': 'Address: each port has its own (MPIO, Multichannel)',
  unknown: 'I do not know',
};

/** A device’s hash policy, or what stands in for one, in a sentence: `the switch chooses by a hash of IP addresses`. */
export const chooserPhrases: Readonly<Record<Chooser, string>> = {
  'one-link': 'uses one link only',
  'per-packet': 'sends each packet over the next link',
  'per-destination': 'chooses by destination',
  mac: 'chooses by a hash of MAC addresses',
  ip: 'chooses by a hash of IP addresses',
  'ip-port': 'chooses by a hash of IP addresses and ports',
  'eight-buckets': 'chooses by one of 8 buckets that IP addresses fall into',
  'eight-buckets-port': 'chooses by one of 8 buckets that IP addresses and ports fall into',
  'per-client-arp': 'reaches each client’s traffic through the port that ARP gave that client',
  'per-nic': 'uses the port that belongs to each address',
  unknown:
    'chooses by something not known (a hash of IP addresses and one of addresses and ports were both computed)',
};

export const policyNames: Readonly<Record<PathPolicy, string>> = {
  'round-robin': 'round robin',
  'least-queue': 'least queue depth',
  failover: 'failover only',
};

/** `switch 1`, `switch 1 and switch 2`, `switch 1, switch 2 and switch 3`. */
export const listed = (names: readonly string[]): string =>
  names.length < 2
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;

export const count = (value: number, one: string, many = `${one}s`): string =>
  `${significant(value)} ${value === 1 ? one : many}`;

/** `3.99 of 4 links`, for labels. */
export const busyPhrase = (busy: number, members: number): string =>
  `${significant(busy)} of ${count(members, 'link')}`;

const hourly = (rate: Rate): string => `${formatDecimal(rate.perHour)}/h`;

const hopAt = (analysis: Pick<Analysis, 'hops'>, index: number) =>
  analysis.hops[index] ?? analysis.hops[0];

function hopLimit(
  { hop, why }: Extract<Bottleneck, { readonly kind: 'hop' }>,
  analysis: Pick<Analysis, 'hops'>,
): string {
  const { from, to, membersUp } = hopAt(analysis, hop);
  const [sender, receiver] = [deviceName(from), deviceName(to)];
  if (why === 'choice') return `The limit is how ${sender} chooses links towards ${receiver}.`;
  return membersUp === 1
    ? `The limit is the link from ${sender} to ${receiver}.`
    : `The limit is the links from ${sender} to ${receiver}.`;
}

/** What limits the result, as a sentence. */
export function bottleneckSentence(analysis: Pick<Analysis, 'hops' | 'bottleneck'>): string {
  const { bottleneck } = analysis;
  switch (bottleneck.kind) {
    case 'hop':
      return hopLimit(bottleneck, analysis);
    case 'hops-alike': {
      const senders = bottleneck.hops.map((hop) => deviceName(hopAt(analysis, hop).from));
      return `The limit is how ${listed(senders)} choose links.`;
    }
    case 'client-nics':
      return 'The limit is the clients’ own network cards.';
    case 'disk':
      return 'The limit is the disks, not the network.';
    case 'path-policy':
      return `The limit is the path policy, ${policyNames[bottleneck.policy]}.`;
    case 'none':
      return 'Every hop is used in full.';
    default:
      return bottleneck satisfies never;
  }
}

function span(low: BitsPerSecond, high: BitsPerSecond): string {
  const [from, to] = [formatRate(low), formatRate(high)];
  const [lowNumber, lowUnit] = from.split(' ');
  return lowUnit === to.split(' ')[1] ? `${lowNumber} to ${to}` : `${from} to ${to}`;
}

/**
 * The figures of the verdict, with the digits that all others have: `941 Mbit/s of data`,
 * `3.75 Gbit/s of data on average` where hardly a placement differs, else the range and its mean.
 */
function expectation({ p5, mean: average, p95 }: RateRange): string {
  const [low, mean, high] = [p5, average, p95].map(({ goodput }) => formatRate(goodput));
  // Figures that read alike at the precision shown are one figure.
  if (low === high) return low === mean ? `${mean} of data` : `${mean} of data on average`;
  const [least = 0, , most = 0] = [p5, average, p95]
    .map(({ goodput }) => goodput)
    .toSorted((a, b) => a - b);
  return `${span(bitsPerSecond(least), bitsPerSecond(most))} of data, ${mean} on average`;
}

/**
 * The verdict: `Expect 3.75 Gbit/s of data on average (1.69 TB/h). The limit is how the switch
 * chooses links towards the media agent.` A range where chance has a say.
 */
export function verdictSentence(analysis: Analysis): string {
  const lead = analysis.certainty === 'upper-bound' ? 'Expect at most' : 'Expect';
  const { rate } = analysis;
  return `${lead} ${expectation(rate)} (${hourly(rate.mean)}). ${bottleneckSentence(analysis)}`;
}

/** A volume in the units that its reader thinks in: `10 TB`, `9.09 TiB`. */
export const volumeText = ({ volume, unit }: Job): string =>
  unit === 'TiB' || unit === 'GiB' ? formatBinary(volume) : formatDecimal(volume);

type DrawnTimes = Extract<Method, { readonly kind: 'drawn-times' }>;

function drawnTimesSentence({ rates, draws, seed }: DrawnTimes): string {
  const times = `${significant(draws, 6)} draws from seed ${seed}`;
  const same = 'the same scenario always gives the same figures.';
  return rates === 'exact'
    ? `Rates are computed exactly. Times are simulated with ${times}; ${same}`
    : `Rates are simulated with ${significant(rates, 6)} draws, times with ${times}; ${same}`;
}

/** How the figures were computed, as a sentence. */
export function methodSentence(method: Method): string {
  switch (method.kind) {
    case 'arithmetic':
      return 'Computed directly; nothing is left to chance.';
    case 'closed-form':
      return 'Computed exactly, by closed form.';
    case 'enumeration':
      return `Computed exactly, over all ${significant(method.placements, 6)} kinds of placement.`;
    case 'simulation':
      return `Simulated with ${significant(method.draws, 6)} draws from seed ${method.seed}; the same scenario always gives the same figures.`;
    case 'drawn-times':
      return drawnTimesSentence(method);
    default:
      return method satisfies never;
  }
}

/** How far the figures can be trusted, as a sentence. Exact arithmetic is not yet an exact answer. */
export function certaintySentence(analysis: Pick<Analysis, 'certainty' | 'hops'>): string {
  const hashed = analysis.hops.some(({ sees }) => sees.kind === 'keys' && sees.byChance);
  switch (analysis.certainty) {
    case 'upper-bound':
      return 'This is a ceiling: real devices stay below it.';
    case 'model':
      return 'This is a model: it holds as far as its assumptions do.';
    case 'exact':
      return hashed
        ? 'This is exact for hashes that spread evenly; with few addresses a real one may do better or worse.'
        : 'This is exact: nothing is left to chance.';
    default:
      return analysis.certainty satisfies never;
  }
}

/** Which member it is whose failure is told of: `one more link`, or one of the fastest. */
export const failing = ({ members }: Pick<HopAnalysis, 'members'>, noun: string): string =>
  new Set(members.flatMap(({ up, speed }) => (up ? [speed] : []))).size > 1
    ? `one of the fastest ${noun}s`
    : `one more ${noun}`;
