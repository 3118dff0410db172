import type { MemberLine } from './member-lines.ts';

interface Props {
  readonly lines: readonly MemberLine[];
  /** What the members are grouped by: the device's name. */
  readonly policy: string;
  /** The finding, in a sentence: what a reader who cannot see the figure is told. */
  readonly finding: string;
}

const top = 34;
const pitch = 28;
const widths = { wide: 640, narrow: 320 } as const;
type Form = keyof typeof widths;

const boxWidth = { wide: 118, narrow: 76 } as const;
const letterWidth = 7.2; // of 13 px text, generously

interface RowProps {
  readonly line: MemberLine;
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

function Row({ line: { state, text, load }, index, from, to }: RowProps) {
  const y = top + pitch / 2 + index * pitch;
  const middle = (from + to) / 2;
  const plate = text.length * letterWidth + 8;
  const weight = state === 'busy' ? 1.5 + 6 * load : undefined;
  return (
    <>
      <path class={`mf-${state}`} d={`M${from} ${y}H${to}`} stroke-width={weight} />
      {state === 'down' && <path class="mf-cross" d={`M${from + 46} ${y - 7}l14 14m0-14l-14 14`} />}
      <rect class="mf-plate" x={from + 6} y={y - 9} width="22" height="18" />
      <rect class="mf-plate" x={middle + 14 - plate / 2} y={y - 9} width={plate} height="18" />
      <text class="mf-number" x={from + 17} y={y}>
        {index + 1}
      </text>
      <text class={`mf-load mf-on-${state}`} x={middle + 14} y={y}>
        {text}
      </text>
    </>
  );
}

/** Holds the members together: one at each end, as in the drawings of a path. */
const bracket = (x: number, arm: number, rows: number) =>
  `M${x + arm} ${top + 2}h${-arm}v${rows - 4}h${arm}`;

function Drawing({ lines, policy, finding, form }: Props & { readonly form: Form }) {
  const width = widths[form];
  const box = boxWidth[form];
  const rows = lines.length * pitch;
  const height = top + rows + 4;
  const [from, to] = [box, width - box];
  const middle = top + rows / 2;
  return (
    <svg class={`mf mf-${form}`} viewBox={`0 0 ${width} ${height}`} role="img">
      <title>{finding}</title>
      <text class="mf-policy" x={width / 2} y={top - 18}>
        {policy}
      </text>
      <rect x="1" y={top} width={box - 1} height={rows} rx="4" />
      <rect x={to} y={top} width={box - 1} height={rows} rx="4" />
      {lines.map((line, index) => (
        <Row key={index} line={line} index={index} from={from} to={to} />
      ))}
      <path class="mf-bracket" d={bracket(from + 35, 5, rows)} />
      <path class="mf-bracket" d={bracket(to - 9, -5, rows)} />
      <text class="mf-name" x={box / 2} y={middle - (lines.length > 1 ? 9 : 0)}>
        sender
      </text>
      {lines.length > 1 && (
        <text class="mf-chooses" x={box / 2} y={middle + 10}>
          {form === 'wide' ? 'chooses here ▸' : 'chooses ▸'}
        </text>
      )}
      <text class="mf-name" x={width - box / 2} y={middle}>
        far end
      </text>
    </svg>
  );
}

/**
 * The members of a bundle with what each carries: the same at build and in an island. Both forms are
 * drawn; the style sheet shows the one that has room.
 */
export function MemberFigure(props: Props) {
  return (
    <div class="mf-forms">
      <Drawing {...props} form="wide" />
      <Drawing {...props} form="narrow" />
    </div>
  );
}
