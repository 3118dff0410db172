import { fullFlow } from '../../core/link-aggregation/placement/full-flow.ts';
import type { FlowQuestion } from '../../core/link-aggregation/placement/flow-form.ts';
import type { Spread } from '../../core/link-aggregation/placement/summary.ts';
import type { PlacedQuestion } from '../../core/link-aggregation/placement/summary.ts';
import { countsHere, gapWords } from '../../core/link-aggregation/placement/placement-words.ts';
import {
  asksWithoutPorts,
  countersToWatch,
  deviceQuestion,
} from '../../core/link-aggregation/placement/test-command.ts';
import {
  figureWords,
  findingHint,
  meanWords,
} from '../../core/link-aggregation/placement/summary-words.ts';
import { significant } from '../../core/units.ts';
import { memberLines } from '../../figures/flow-placement/member-lines.ts';
import { MemberFigure } from '../../figures/flow-placement/MemberFigure.tsx';

interface Props {
  readonly question: FlowQuestion;
  readonly result: PlacedQuestion;
  readonly answer: string;
}

const ownWords = ({ what, examples }: NonNullable<ReturnType<typeof fullFlow>>): string =>
  examples.length < 2 ? what : what === 'port' ? 'ports' : 'MAC addresses';

/** The first flow that cannot be placed, as it has to be typed, and what to watch without that. */
function NextStep({ question, result: { summary, placed } }: Omit<Props, 'answer'>) {
  if (summary.kind !== 'untold') return null;
  const { rule } = question.choice;
  const first = placed.find(({ placement }) => placement.kind === 'unknown');
  const full = rule && first && fullFlow(rule, first, question.members);
  const command = first && countersToWatch(first);
  return (
    <p class="fp-hint">
      {full ? (
        <>
          {`${countsHere(summary.why)} Write the first flow in full, for example `}
          <code>{full.line}</code>
          {`, with its own ${ownWords(full)} in place of ${full.examples.join(' and ')}. `}
        </>
      ) : (
        `${gapWords(summary.why)} `
      )}
      {findingHint(summary.why)}
      {full && command !== undefined && (
        <>
          {' Or watch the device: run '}
          <code>{command}</code>
          {' twice while one flow is busy, and see which member’s bytes grow.'}
        </>
      )}
    </p>
  );
}

/** What is missing, how to write it and where to find it, or what to ask the device instead. */
export function Missing({ question, result }: Omit<Props, 'answer'>) {
  const { summary, placed } = result;
  if (summary.kind === 'untold') return <NextStep question={question} result={result} />;
  if (summary.kind !== 'only-the-device') return null;
  if (summary.why !== 'function-not-published') {
    return <p class="fp-hint">{`${gapWords(summary.why)} ${findingHint(summary.why) ?? ''}`}</p>;
  }
  const [first] = placed;
  const { chooser } = question.choice;
  const withoutMacs = chooser === 'mac' && question.flows.some((flow) => !flow.source.mac);
  const command = first && deviceQuestion(first);
  const routed = withoutMacs && (
    <p class="fp-hint">
      MAC addresses count here. Behind a router all hosts carry the router’s: add them
      (10.0.0.1@02:a0:98:00:00:01) and see what is left.
    </p>
  );
  return !first || command === undefined ? (
    routed || null
  ) : (
    <>
      {routed}
      <p class="fp-hint">
        Ask it, for the first flow: <code>{command}</code>
        {asksWithoutPorts(chooser, first) &&
          '. This names no ports, and ports count here: add them if the device takes them.'}
      </p>
    </>
  );
}

/** The members with what each carries, and the same as a table. */
export function MembersFigure({ question, result, answer }: Props) {
  const lines = memberLines(question, result.summary);
  return (
    <figure class="fp-figure">
      <MemberFigure lines={lines} policy={question.choice.name} finding={answer} />
      <figcaption>
        <strong>{figureWords(result.summary, question)}</strong> Members are numbered in the order
        in which the device lists its active members.
      </figcaption>
      <details class="fp-fold">
        <summary>The figure as a table</summary>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">Member</th>
              <th scope="col">Carries</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ text }, member) => (
              <tr key={member}>
                <th scope="row">{member + 1}</th>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** How likely so many members are busy, where the hash is not known but spreads evenly. */
export function SpreadTable({ spread }: { readonly spread: Spread }) {
  const { chances, keys, weights, busy } = spread;
  if (keys < 2) return null;
  if (!chances) {
    const eighths = weights.map((weight) => weight * 8).filter((buckets) => buckets > 0);
    return (
      <p>
        {`The device deals 8 buckets to its members, ${eighths.join(':')}, so they are not alike. On average ${meanWords(busy)} of them carry something.`}
      </p>
    );
  }
  const likely = chances.map((chance, members) => [members, chance] as const);
  return (
    <table class="table fp-spread">
      <caption>Spread evenly, so many members are busy</caption>
      <thead>
        <tr>
          <th scope="col">Busy members</th>
          <th scope="col">Chance, %</th>
        </tr>
      </thead>
      <tbody>
        {likely
          .filter(([members, chance]) => members > 0 && chance > 0)
          .map(([members, chance]) => (
            <tr key={members}>
              <th scope="row">{members}</th>
              <td>{chance < 0.0005 ? 'under 0.05' : significant(chance * 100)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
