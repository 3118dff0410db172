import { deviceTitle } from '../../core/link-aggregation/placement/hop-device.ts';
import type { NamedDevice } from '../../core/link-aggregation/placement/named-devices.ts';

/** What to type on the named devices to see what they really do. */
export function CheckCommands({ named }: { readonly named: readonly NamedDevice[] }) {
  return (
    <>
      {named.map(({ hop, end, place, decides, device, departure }) => (
        <div key={`${hop}/${end}`} class="lag-check">
          <p>
            <strong>{`Hop ${hop + 1}, ${place}: ${deviceTitle(device)}`}</strong>
            {decides && ' (decides in this direction)'}
            {departure && ` ${departure}`}
          </p>
          {device.commands.length === 0 && <p>No command is known for this device.</p>}
          <dl>
            {device.commands.map(({ run, shows }) => (
              <div key={run}>
                <dt>
                  <code>{run}</code>
                </dt>
                <dd>{shows}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </>
  );
}
