import { groupThousands } from '../../core/units.ts';
import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import { OutcomeMark } from '../../figures/ds-client-log/OutcomeMark.tsx';
import type { LogView } from './view.ts';

const heads = ['Line', 'Set', 'Began', 'Outcome', 'Completion', 'Errors'] as const;

/** On paper only: in place of a table that scrolls, the lines that somebody has to act on. */
export function PrintedLines({ view }: { readonly view: LogView }) {
  const { printed, printedMore } = view;
  if (printed.length === 0) return null;
  return (
    <section class="log-printed">
      <h3>Lines that did not finish, had errors or have no ending</h3>
      <table class="log-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {printed.map(({ line, name, began, outcome, completion, errors }) => (
            <tr key={line}>
              <td data-align="number">{groupThousands(String(line))}</td>
              <td>
                <CellText text={name} />
              </td>
              <td>{began}</td>
              <td>
                <OutcomeMark outcome={outcome} />
              </td>
              <td>
                <CellText text={completion} />
              </td>
              <td data-align="number">
                <CellText text={errors} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {printedMore > 0 && <p>{groupThousands(String(printedMore))} more are on the screen.</p>}
    </section>
  );
}
