/**
 * A reference for how long a batch takes, told as plainly as it goes: every connection by itself, and
 * nothing of the core but the shape of its networks. Slow, and meant to be read.
 */

/** Connections of one job, each a list of indices into `capacities`. */
export interface FluidJob {
  readonly volume: number;
  readonly connections: readonly (readonly number[])[];
}

export interface FluidNetwork {
  /** In one unit of rate; a card that all connections of a job share is a link like any other. */
  readonly capacities: readonly number[];
  readonly jobs: readonly FluidJob[];
}

/**
 * Max-min fair rates by the textbook's definition: of all links find the one that gives its
 * connections least, settle these at that rate, take it off every link that they cross, and go on.
 */
export function fairRates(
  capacities: readonly number[],
  connections: readonly (readonly number[])[],
): readonly number[] {
  const rates = connections.map(() => 0);
  const left = [...capacities];
  const open = new Set(connections.keys());
  while (open.size > 0) {
    const shares = left.map((rest, link) => {
      const users = [...open].filter((connection) => connections[connection]?.includes(link));
      return users.length === 0 ? Infinity : Math.max(0, rest) / users.length;
    });
    const share = Math.min(...shares);
    const narrowest = shares.indexOf(share);
    for (const connection of open) {
      const links = connections[connection] ?? [];
      if (!links.includes(narrowest)) continue;
      rates[connection] = share;
      for (const link of links) left[link] = (left[link] ?? 0) - share;
      open.delete(connection);
    }
  }
  return rates;
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/**
 * When each job ends if all start together and nothing follows. A job drains its volume over all of its
 * connections; once it is done they leave, and what is left is shared out anew.
 */
export function fluidEnds({ capacities, jobs }: FluidNetwork): readonly number[] {
  const ends = jobs.map(() => 0);
  const left = jobs.map(({ volume }) => volume);
  let running = [...jobs.keys()].filter((job) => (left[job] ?? 0) > 0);
  let now = 0;
  while (running.length > 0) {
    const flows = running.flatMap((job) =>
      (jobs[job]?.connections ?? []).map((links) => ({ job, links })),
    );
    const rates = fairRates(
      capacities,
      flows.map(({ links }) => links),
    );
    const rateOf = (job: number): number =>
      sum(flows.map((flow, index) => (flow.job === job ? (rates[index] ?? 0) : 0)));
    const step = Math.min(...running.map((job) => (left[job] ?? 0) / rateOf(job)));
    for (const job of running) left[job] = (left[job] ?? 0) - rateOf(job) * step;
    now += step;
    for (const job of running) ends[job] = now;
    running = running.filter((job) => (left[job] ?? 0) > (jobs[job]?.volume ?? 0) * 1e-9);
  }
  return ends;
}
