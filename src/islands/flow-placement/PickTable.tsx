import { formatEndpoint } from '../../core/link-aggregation/placement/endpoint-text.ts';
import type { PickForm } from '../../core/link-aggregation/placement/flow-form.ts';
import type { PickedAddress } from '../../core/link-aggregation/placement/pick-addresses.ts';
import type { Placement } from '../../core/link-aggregation/placement/placement.ts';

function memberText(placement: Placement): string {
  if (placement.kind === 'ambiguous') {
    return placement.readings.map(({ member }) => member + 1).join(' or ');
  }
  return 'member' in placement ? String(placement.member + 1) : '';
}

// A wider table says no more; the flow list then shows every host.
const mostHosts = 12;

interface Props {
  readonly form: PickForm;
  readonly picked: readonly PickedAddress[];
}

/** The addresses that were picked, with the member over which each host reaches them. */
export function PickTable({ form, picked }: Props) {
  const hosts = form.hosts.slice(0, mostHosts);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
    <section class="fp-scroll" tabIndex={0} aria-label="Proposed addresses">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">Storage address</th>
            {hosts.map((host) => (
              <th key={formatEndpoint(host)} scope="col">{`Member for ${formatEndpoint(host)}`}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {picked.map(({ address, placements }) => (
            <tr key={formatEndpoint(address)}>
              <th scope="row">{formatEndpoint(address)}</th>
              {placements.slice(0, mostHosts).map((placement, index) => (
                <td key={index}>{memberText(placement)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
