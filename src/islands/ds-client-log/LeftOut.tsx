import { groupThousands } from '../../core/units.ts';
import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import type { LogView } from './view.ts';

interface Props {
  readonly view: LogView;
  readonly live: boolean;
  readonly onSave: () => void;
}

/** Rows that do not count: shown with the reason, never mended, never added, and not lost. */
export function LeftOut({ view, live, onSave }: Props) {
  if (view.setAsideCount === 0) return null;
  const number = (value: number) => groupThousands(String(value));
  const hidden = view.setAsideCount - view.setAside.length;
  return (
    <details class="log-left-out">
      <summary>
        {number(view.setAsideCount)} {view.setAsideCount === 1 ? 'row' : 'rows'} left out
      </summary>
      <p>
        These rows are not in any count or sum. They are shown as they stand in the file.{' '}
        <button type="button" class="log-quiet" disabled={!live} onClick={onSave}>
          Save them as a text file
        </button>
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and a keyboard must reach that */}
      <section class="log-region log-region-short" aria-label="Rows left out" tabIndex={0}>
        <table class="log-table">
          <caption class="visually-hidden">Rows left out, with the reason for each</caption>
          <thead>
            <tr>
              <th scope="col" data-align="number">
                Line
              </th>
              <th scope="col">Why</th>
              <th scope="col">As written</th>
            </tr>
          </thead>
          <tbody>
            {view.setAside.map(({ line, reason, text }) => (
              <tr key={line}>
                <td data-align="number">{number(line)}</td>
                <td>{reason}</td>
                <td>
                  <CellText text={text.text} more={text.more} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {hidden > 0 && <p>{number(hidden)} more are in the text file.</p>}
    </details>
  );
}
