import { formatBinary, formatDecimal, formatDuration, formatRate, significant } from '../units.ts';
import type { BitsPerSecond, Seconds } from '../units.ts';
import type { Analysis, Bottleneck, Device, Method, Rate } from './analysis.ts';
import type { Chooser, PathPolicy, Scenario } from './scenario.ts';

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

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `Switch to media agent`, for a heading or a table. */
export const hopName = ({ from, to }: Pick<Analysis['hops'][number], 'from' | 'to'>): string =>
  capitalised(`${bare(from)} to ${bare(to)}`);

const bare = (device: Device): string => deviceName(device).replace(/^the /, '');

/** What a choice is called in a menu. */
export const chooserNames: Readonly<Record<Chooser, string>> = {
  'one-link': 'One link only',
  'per-packet': 'Each packet in turn',
  'per-destination': 'Destination',
  mac: 'MAC addresses',
  ip: 'IP addresses',
  'ip-port': 'IP addresses and ports',
  'eight-buckets': 'IP addresses in 8 buckets (Catalyst)',
  'per-client-arp': 'Client, by ARP',
  'per-nic': 'Address: each port has its own (MPIO, Multichannel)',
  unknown: 'I do not know',
};

/** What a device chooses by, in a sentence: `the switch chooses by a hash of IP addresses`. */
export const chooserPhrases: Readonly<Record<Chooser, string>> = {
  'one-link': 'uses one link only',
  'per-packet': 'sends each packet over the next link',
  'per-destination': 'chooses by destination',
  mac: 'chooses by a hash of MAC addresses',
  ip: 'chooses by a hash of IP addresses',
  'ip-port': 'chooses by a hash of IP addresses and ports',
  'eight-buckets': 'chooses by one of 8 buckets that IP addresses fall into',
  'per-client-arp': 'reaches each client’s traffic through the port that ARP gave that client',
  'per-nic': 'uses the port that belongs to each address',
  unknown: 'chooses by something unknown',
};

export const policyNames: Readonly<Record<PathPolicy, string>> = {
  'round-robin': 'round robin',
  'least-queue': 'least queue depth',
  failover: 'failover only',
};

export const count = (value: number, one: string, many = `${one}s`): string =>
  `${significant(value)} ${value === 1 ? one : many}`;

/** `3.99 of 4 links`, for labels. */
export const busyPhrase = (busy: number, members: number): string =>
  `${significant(busy)} of ${count(members, 'link')}`;

const hourly = (rate: Rate): string => `${formatDecimal(rate.perHour)}/h`;

function limitPhrase(bottleneck: Bottleneck, analysis: Pick<Analysis, 'hops'>): string {
  const at = (index: number) => analysis.hops[index] ?? analysis.hops[0];
  switch (bottleneck.kind) {
    case 'hop': {
      const { from, to, membersUp } = at(bottleneck.hop);
      if (bottleneck.why === 'choice') {
        return `the limit is how ${deviceName(from)} chooses links towards ${deviceName(to)}`;
      }
      return `the limit is the ${membersUp === 1 ? 'link' : 'links'} from ${deviceName(from)} to ${deviceName(to)}`;
    }
    case 'hops-alike': {
      const senders = bottleneck.hops.map((hop) => deviceName(at(hop).from));
      return `the limit is how ${senders.join(' and ')} choose links`;
    }
    case 'client-nics':
      return 'the limit is the clients’ own network cards';
    case 'disk':
      return 'the limit is the disks, not the network';
    case 'path-policy':
      return `the limit is the path policy, ${policyNames[bottleneck.policy]}`;
    case 'none':
      return 'every hop is used in full';
    default:
      return bottleneck satisfies never;
  }
}

/** What limits the result, as a sentence. */
export const bottleneckSentence = (analysis: Pick<Analysis, 'hops' | 'bottleneck'>): string =>
  `${capitalised(limitPhrase(analysis.bottleneck, analysis))}.`;

// Two figures that read alike at the precision shown are one figure.
function span(low: BitsPerSecond, high: BitsPerSecond): string {
  const [from, to] = [formatRate(low, 2), formatRate(high, 2)];
  if (from === to) return from;
  const [lowNumber, lowUnit] = from.split(' ');
  return lowUnit === to.split(' ')[1] ? `${lowNumber} to ${to}` : `${from} to ${to}`;
}

/**
 * The verdict: `Expect 3.8 Gbit/s of data (1.69 TB/h). The limit is how the switch chooses links
 * towards the media agent.` A range where chance has a say.
 */
export function verdictSentence(analysis: Analysis): string {
  const { p5, typical, p95 } = analysis.rate;
  const low = Math.min(p5.goodput, typical.goodput) as BitsPerSecond;
  const high = Math.max(p95.goodput, typical.goodput) as BitsPerSecond;
  const range = span(low, high);
  const lead = analysis.certainty === 'upper-bound' ? 'Expect at most' : 'Expect';
  const single = !range.includes(' to ');
  const middle = single ? '' : `, ${formatRate(typical.goodput)} on average`;
  return `${lead} ${range} of data${middle} (${hourly(typical)}). ${bottleneckSentence(analysis)}`;
}

function clock(duration: Seconds): string {
  return formatDuration(duration);
}

/** Whether the job fits its window, as a sentence. */
export function windowSentence(scenario: Scenario, analysis: Analysis): string {
  const { planned, window, fits, spare } = analysis.window;
  const volume =
    scenario.job.unit === 'TiB' || scenario.job.unit === 'GiB'
      ? formatBinary(scenario.job.volume)
      : formatDecimal(scenario.job.volume);
  const basis =
    scenario.job.start === 'queue'
      ? 'with a queue that never empties'
      : 'until the last one ends, in 95 of 100 cases';
  const verdict = fits
    ? `That fits the window of ${clock(window)} with ${clock(spare)} to spare.`
    : `That is ${clock(-spare as Seconds)} longer than the window of ${clock(window)}.`;
  return `${volume} take ${clock(planned)} ${basis}. ${verdict}`;
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
