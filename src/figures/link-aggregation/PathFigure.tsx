import type { Analysis } from '../../core/link-aggregation/analysis.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import { fitsWide } from './board.ts';
import type { Form } from './board.ts';
import { pathLayout } from './layout.ts';
import type { Label, MemberLine } from './layout.ts';

interface Props {
  readonly scenario: Scenario;
  readonly analysis: Analysis;
  /** The finding, in a sentence: what a reader who cannot see the figure is told. */
  readonly finding: string;
  /** A pointer on a link. It is a short cut: whoever passes it has buttons for the keyboard too. */
  readonly onMember?: ((hop: number, member: number) => void) | undefined;
}

const classOf = { name: 'pf-name', plain: undefined, chooses: 'pf-chooses', limit: 'pf-limit' };

function Words({ label, form }: { readonly label: Label; readonly form: Form }) {
  const { kind, x, y } = label;
  const pointer = form === 'wide' ? ' ▾' : ' ▸';
  return (
    <text class={classOf[kind]} x={x} y={y}>
      {kind === 'limit' && '⚑ '}
      {label.text}
      {kind === 'chooses' && pointer}
    </text>
  );
}

function MemberWords({ line: { state, x, y, text, cross } }: { readonly line: MemberLine }) {
  return (
    <>
      {/* Two lines stand on the link itself: a plate keeps its curves out of the figures. */}
      {text.length > 1 && <rect class="pf-plate" x={x - 20} y={y - 13} width="40" height="32" />}
      {state === 'down' && (
        <path class="pf-cross" d={`M${cross[0] - 7} ${cross[1] - 7}l14 14m0-14l-14 14`} />
      )}
      {text.map((words, row) => (
        <text class={`pf-load pf-on-${state}`} x={x} y={y + row * 15}>
          {words}
        </text>
      ))}
    </>
  );
}

function Drawing({ form, ...props }: Props & { readonly form: Form }) {
  const { scenario, analysis, finding, onMember } = props;
  const { width, height, ...layout } = pathLayout(scenario, analysis, form);
  return (
    <svg class={`pf pf-${form}`} viewBox={`0 0 ${width} ${height}`} role="img">
      <title>{finding}</title>
      {layout.boxes.map((box) => (
        <rect {...box} rx="4" />
      ))}
      {layout.members.map(({ d, weight, state }) => (
        <path class={`pf-${state}`} d={d} stroke-width={state === 'busy' ? weight : undefined} />
      ))}
      {layout.curves.map(({ d, tone, weight }) => (
        <path class={`pf-f${tone}`} d={d} stroke-width={weight > 1 ? weight : undefined} />
      ))}
      {layout.brackets.map((d) => (
        <path class="pf-bracket" d={d} />
      ))}
      {layout.members.map((line) => (
        <MemberWords line={line} />
      ))}
      {layout.numbers.map(({ x, y, text }) => (
        <text class="pf-number" x={x} y={y}>
          {text}
        </text>
      ))}
      {layout.labels.map((label) => (
        <Words label={label} form={form} />
      ))}
      {onMember &&
        layout.members.map(({ hop, member, d }) => (
          <path class="pf-hit" d={d} onClick={() => onMember(hop, member)} />
        ))}
    </svg>
  );
}

/**
 * The path of a scenario with one placement of its flows, near the mean: the same at build and in an island.
 * Both forms are drawn; the style sheet shows the one that has room.
 */
export function PathFigure(props: Props) {
  return (
    <div class="pf-forms">
      {fitsWide(props.scenario, props.analysis) && <Drawing {...props} form="wide" />}
      <Drawing {...props} form="narrow" />
    </div>
  );
}
