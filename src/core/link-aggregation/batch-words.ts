/** What a batch waits for, in sentences. */
import { formatDuration, formatRate, significant } from '../units.ts';
import type { Analysis } from './analysis.ts';
import type { Finding } from './findings.ts';

/**
 * The fullest link is that of one hop, but a batch waits for the fullest link of all of them. A job with
 * several connections does not wait for one of them.
 */
export function slowdownSentence(
  { slowdown, isWaitedFor }: Extract<Finding, { readonly kind: 'fullest-link' }>,
  { hops }: Pick<Analysis, 'hops'>,
): string {
  const times = `${significant(slowdown)} times as long`;
  if (!isWaitedFor)
    return `Jobs go on over their other connections, but a batch that starts together still takes ${times} as an even spread would.`;
  const byChance = hops.filter(({ sees }) => sees.kind === 'keys' && sees.byChance);
  if (byChance.length < 2)
    return `A batch that starts together takes ${times} as an even spread would.`;
  return `A batch that starts together waits for the fullest link of any hop: over the whole path it takes ${times} as an even spread would.`;
}

/** Whose own card a batch waits for, whatever is done to the links. */
export function slowCardsSentence({
  clients,
  nic,
  alone,
}: Extract<Finding, { readonly kind: 'slow-cards-last' }>): string {
  const [card, needs] = [formatRate(nic), `${formatDuration(alone)} for its part`];
  return clients === 1
    ? `In a batch the client with a ${card} card ends last: alone on the path it needs ${needs}, whatever the links are.`
    : `In a batch the ${clients} clients with ${card} cards end last: alone on the path each needs ${needs}, whatever the links are.`;
}

/** Why a batch takes longer on average than in 95 of 100 cases, where it does so in the digits shown. */
export function fewLongSentence({ batch }: Analysis['window']): string | undefined {
  const { mean, p95 } = batch;
  return mean > p95 && formatDuration(mean) !== formatDuration(p95)
    ? 'A few very uneven placements take much longer, which lifts the average above what 95 of 100 cases take.'
    : undefined;
}
