/** What a case says in words, held against what the core finds. */
import { advise } from '../../../src/core/link-aggregation/advise.ts';
import type { Analysis } from '../../../src/core/link-aggregation/analysis.ts';
import type { Change } from '../../../src/core/link-aggregation/changes.ts';
import type { Finding } from '../../../src/core/link-aggregation/findings.ts';
import type { Device } from '../../../src/core/link-aggregation/path-devices.ts';
import { findingSentence } from '../../../src/core/link-aggregation/finding-words.ts';
import type { Chooser, Scenario } from '../../../src/core/link-aggregation/scenario.ts';

/** A case's path, with the line rate in bit/s of the placement that its addresses give, or the mean. */
export interface Told {
  readonly scenario: Scenario;
  readonly analysis: Analysis;
  readonly line: number;
}

type Holds = (told: Told) => boolean;
type Rules = readonly (readonly [pattern: RegExp, holds: Holds])[];

const has =
  (kind: Finding['kind']): Holds =>
  ({ analysis }) =>
    analysis.findings.some((finding) => finding.kind === kind);

/** The hop that the bottleneck names by itself. */
const limiting = ({ bottleneck, hops }: Analysis) =>
  bottleneck.kind === 'hop' ? hops[bottleneck.hop] : undefined;

/** That hop lies between such devices. A case of one bare hop may call its ends what it likes. */
const lies =
  (from: Device['kind'], to: Device['kind']): Holds =>
  ({ analysis }) => {
    const hop = limiting(analysis);
    if (!hop) return false;
    return analysis.hops.length === 1 || (hop.from.kind === from && hop.to.kind === to);
  };

const chosenBy =
  (sees: 'one-key' | 'one-link'): Holds =>
  ({ analysis }) => {
    const hop = limiting(analysis);
    if (!hop || analysis.bottleneck.kind !== 'hop' || analysis.bottleneck.why !== 'choice')
      return false;
    if (sees === 'one-link') return hop.chooser === 'one-link';
    return hop.sees.kind === 'one-key';
  };

const hashes: ReadonlySet<Chooser> = new Set(['mac', 'ip', 'ip-port', 'eight-buckets']);

/** A series of cases keeps these words where it comes to one client, one link, or full links. */
const chosenByHash: Holds = ({ analysis }) => hashes.has(limiting(analysis)?.chooser ?? 'one-link');

/** Fewer clients than links: each has one, and no hash is in the way. */
const tooFewKeys: Holds = ({ analysis }) => {
  const hop = limiting(analysis);
  return hop?.sees.kind === 'keys' && hop.sees.count < hop.membersUp && !hop.sees.byChance;
};

/** Every hop is full, in the mean or with the addresses that the case gives. */
const allFull: Holds = ({ analysis, line }) =>
  analysis.bottleneck.kind === 'none' ||
  analysis.hops.every(({ capacity }) => Math.abs(capacity - line) < 1);

const bottlenecks: Rules = [
  [/^switch -> media agent/, lies('switch', 'agent')],
  [/^(host -> switch|host NICs)/, lies('agent', 'switch')],
  [/^(switch -> storage|array ports)/, lies('switch', 'storage')],
  [/^access switch uplink/, lies('switch', 'switch')],
  [/^client NICs/, ({ analysis }) => analysis.bottleneck.kind === 'client-nics'],
  [/^number of clients/, tooFewKeys],
  [/^one share at a time/, ({ analysis }) => analysis.flows.length === 1],
  [
    /^both hops/,
    ({ analysis: { bottleneck, hops } }) =>
      bottleneck.kind === 'hops-alike' && bottleneck.hops.length === hops.length,
  ],
  [/^none: both sides full/, allFull],
  [/^path policy/, ({ analysis }) => analysis.bottleneck.kind === 'path-policy'],
  [/because of round robin/, has('slow-path-holds-round-robin')],
  [/^SMB uses only interfaces of the same/, has('slower-nics-idle')],
  [/(^|: )hash($| on the switch| collisions)/, chosenByHash],
  [/: hash input never changes/, chosenBy('one-key')],
  [/: one MAC, one port|^mode$|^uplink chosen for/, chosenBy('one-link')],
];

const said =
  (words: string): Holds =>
  ({ analysis }) =>
    analysis.findings.some((finding) => findingSentence(finding, analysis).includes(words));

const advised =
  (wanted: (change: Change) => boolean): Holds =>
  ({ scenario, analysis }) =>
    advise(scenario, analysis).listed.some(({ changes }) => changes.some(wanted));

const otherChooser = advised(({ kind }) => kind === 'change-chooser');

const rulesFor: Readonly<Record<string, Rules>> = {
  bottleneck: bottlenecks,
  warning: [[/out-of-order|reordering/, has('per-packet-reorders')]],
  caveats: [
    [/IPv4 only/, said('IPv4 clients')],
    [/same subnet only/, said('the same subnet')],
    [/after ARP refresh/, said('after ARP entries are renewed')],
  ],
  kind_of_result: [[/^upper bound/, ({ analysis }) => analysis.certainty === 'upper-bound']],
  recommendation: [
    [/^keep LACP/, (told) => !otherChooser(told)],
    [/LACP or static LAG|hash on source-destination IP/, otherChooser],
    [
      /least queue depth/,
      advised((change) => change.kind === 'path-policy' && change.to === 'least-queue'),
    ],
  ],
};

/**
 * Fields that are words for a reader. `catalyst6500_reported_rbh` is what a switch printed, which no
 * formula gives; the case holds that the core does not claim to know it.
 */
export const wordFields: ReadonlySet<string> = new Set([
  ...Object.keys(rulesFor),
  'note',
  'catalyst6500_reported_rbh',
]);

export type Verdict = 'holds' | 'differs' | 'free text';

/** Whether the core says the same; free text where no rule knows the words or the case has no path. */
export function verdictOn(field: string, words: unknown, told: Told | undefined): Verdict {
  const texts = Array.isArray(words) ? words : [words];
  const rules = rulesFor[field] ?? [];
  const verdicts = texts.map((text): Verdict => {
    const known = rules.filter(([pattern]) => pattern.test(String(text)));
    if (!told || known.length === 0) return 'free text';
    return known.every(([, holds]) => holds(told)) ? 'holds' : 'differs';
  });
  if (verdicts.includes('differs')) return 'differs';
  return verdicts.includes('free text') ? 'free text' : 'holds';
}
