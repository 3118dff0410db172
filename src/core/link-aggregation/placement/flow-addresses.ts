/** The two addresses of a flow, or what keeps a rule from using them. */
import type { IpAddress } from './addresses.ts';
import type { Flow } from './flow.ts';
import type { PlacementGap } from './placement.ts';

/** Both addresses, of one family. */
export interface AddressPair {
  readonly kind: 'pair';
  readonly source: IpAddress;
  readonly destination: IpAddress;
}

/** The pair, or `unknown` in the form that `place` returns. */
export function addressesOf(
  flow: Flow,
): AddressPair | { readonly kind: 'unknown'; readonly why: PlacementGap } {
  const [source, destination] = [flow.source.ip, flow.destination.ip];
  if (source === undefined || destination === undefined) {
    return { kind: 'unknown', why: 'needs-addresses' };
  }
  return source.family === destination.family
    ? { kind: 'pair', source, destination }
    : { kind: 'unknown', why: 'address-families-differ' };
}
