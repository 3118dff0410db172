import { formatByteRate, formatRate, significant } from '../../core/units.ts';
import type { Analysis } from '../../core/link-aggregation/analysis.ts';
import { meanLabel, rangeRow } from '../../core/link-aggregation/range.ts';
import type { RangeEntry } from '../../core/link-aggregation/range.ts';
import { distributionLayout } from './distribution-layout.ts';

interface Props {
  readonly analysis: Analysis;
  readonly finding: string;
}

const widths = { wide: 640, narrow: 300 } as const;

function Bars({ analysis, finding, form }: Props & { readonly form: keyof typeof widths }) {
  const { width, height, axis, bars, marks } = distributionLayout(analysis, widths[form]);
  return (
    <svg class={`pf pf-bars pf-${form}`} viewBox={`0 0 ${width} ${height}`} role="img">
      <title>{finding}</title>
      {bars.map((bar) => (
        <rect
          class="pf-bar"
          x={bar.x}
          y={axis - bar.height}
          width={bar.width}
          height={bar.height}
        />
      ))}
      <path class="pf-bracket" d={`M0 ${axis}H${width}`} />
      {marks.map(({ x, row, text, textX }) => (
        <>
          <path d={`M${x} ${axis}v8`} />
          <text class="pf-mark" x={textX} y={axis + 22 + row * 18}>
            {text}
          </text>
        </>
      ))}
    </svg>
  );
}

function meaning(key: RangeEntry['key']): string {
  switch (key) {
    case 'p5':
      return ': 5 in 100 are below';
    case 'median':
      return ': half are below';
    case 'p95':
      return ': 5 in 100 are above';
    case 'worst':
    case 'best':
      return '';
    default:
      return key satisfies never;
  }
}

/** How often each rate comes out, with the figures of the answer marked under the axis, in Gbit/s. */
export function DistributionFigure(props: Props) {
  const { distribution } = props.analysis;
  const { mean } = props.analysis.rate;
  const rows = [
    ...rangeRow(props.analysis).map(
      ({ key, label, rate }) => [label + meaning(key), rate] as const,
    ),
    [meanLabel, mean] as const,
  ];
  return (
    <>
      {distribution.length > 1 && (
        <div class="pf-forms">
          <Bars {...props} form="wide" />
          <Bars {...props} form="narrow" />
        </div>
      )}
      <table class="table pf-rates">
        <thead>
          <tr>
            <th scope="col">Outcome</th>
            <th scope="col">Line rate</th>
            <th scope="col">Data</th>
            <th scope="col">Data in an hour</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, { line, perSecond, perHour }]) => (
            <tr>
              <th scope="row">{name}</th>
              <td>{formatRate(line, 4)}</td>
              <td>{formatByteRate(perSecond, 4)}</td>
              <td>{`${significant(perHour / 1e12, 4)} TB`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
