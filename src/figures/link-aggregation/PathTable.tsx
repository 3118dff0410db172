import { formatRate } from '../../core/units.ts';
import type { Analysis } from '../../core/link-aggregation/analysis.ts';
import { deviceLabel, flowNumbers } from './labels.ts';

interface Props {
  readonly analysis: Analysis;
  /** The finding of the figure: it tells this table from the others on the page. */
  readonly finding: string;
}

/** The figures behind the path figure: every link with its load, to six digits. */
export function PathTable({ analysis, finding }: Props) {
  return (
    <details class="pf-table">
      <summary>The figures as a table</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls where it is narrow, and a keyboard must reach that */}
      <section class="pf-scroll" aria-label={`Table: ${finding}`} tabIndex={0}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">From, to</th>
              <th scope="col">Link</th>
              <th scope="col">Speed</th>
              <th scope="col">Load</th>
              <th scope="col">Flows</th>
            </tr>
          </thead>
          <tbody>
            {analysis.hops.flatMap((hop) =>
              hop.members.map((member, index) => (
                <tr>
                  <th scope="row">{`${deviceLabel(hop.from)} → ${deviceLabel(hop.to)}`}</th>
                  <td>{`${index + 1} of ${hop.members.length}`}</td>
                  <td>{formatRate(member.speed)}</td>
                  <td>{loadWords(member)}</td>
                  <td>{flowNumbers(member.flows) || 'none'}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function loadWords(member: Analysis['hops'][number]['members'][number]): string {
  if (!member.up) return 'down';
  return member.load > 0 ? formatRate(member.load, 6) : 'idle';
}
