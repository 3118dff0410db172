import type { MemberLine } from './member-lines.ts';

interface Props {
  readonly lines: readonly MemberLine[];
  /** What the members are grouped by: the device's name. */
  readonly policy: string;
  /** The finding, in a sentence: what a reader who cannot see the figure is told. */
  readonly finding: string;
}

const pitch = 28;
/** On a screen of 320 px the narrow form is drawn 278 wide: its text of 13 px is then just over 12. */
const widths = { wide: 640, narrow: 298 } as const;
type Form = keyof typeof widths;

const boxWidth = { wide: 118, narrow: 70 } as const;
const letterWidth = 7.2; // of 13 px text, generously
const lineHeight = 16;

/** Words in as few lines as they fit into. */
function wrapped(text: string, characters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= characters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

interface RowProps {
  readonly line: MemberLine;
  readonly index: number;
  readonly top: number;
  readonly from: number;
  readonly to: number;
}

function Row({ line: { state, text, load }, index, top, from, to }: RowProps) {
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
const bracket = (x: number, arm: number, top: number, rows: number) =>
  `M${x + arm} ${top + 2}h${-arm}v${rows - 4}h${arm}`;

function Drawing({ lines, policy, finding, form }: Props & { readonly form: Form }) {
  const width = widths[form];
  const box = boxWidth[form];
  const rows = lines.length * pitch;
  const policyLines = wrapped(policy, Math.floor(width / letterWidth));
  const top = 18 + policyLines.length * lineHeight;
  const height = top + rows + 4;
  const [from, to] = [box, width - box];
  const middle = top + rows / 2;
  return (
    <svg class={`mf mf-${form}`} viewBox={`0 0 ${width} ${height}`} role="img">
      <title>{finding}</title>
      {policyLines.map((words, row) => (
        <text key={row} class="mf-policy" x={width / 2} y={lineHeight * (row + 1)}>
          {words}
        </text>
      ))}
      <rect x="1" y={top} width={box - 1} height={rows} rx="4" />
      <rect x={to} y={top} width={box - 1} height={rows} rx="4" />
      {lines.map((line, index) => (
        <Row key={index} {...{ line, index, top, from, to }} />
      ))}
      <path class="mf-bracket" d={bracket(from + 35, 5, top, rows)} />
      <path class="mf-bracket" d={bracket(to - 9, -5, top, rows)} />
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
