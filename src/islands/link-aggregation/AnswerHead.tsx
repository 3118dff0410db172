import type { Standing } from './standing.ts';

interface Props {
  readonly id: string;
  readonly level: 2 | 3 | 4;
  readonly live: boolean;
  readonly standing: Standing;
  readonly onChangePath: () => void;
}

/** The heading of the answer, with the way to the inputs and how the answer stands to them. */
export function AnswerHead({ id, level, live, standing, onChangePath }: Props) {
  const Heading = `h${level}` as const;
  return (
    <div class="lag-head">
      <Heading class="lag-title" id={id} tabIndex={-1}>
        Answer
      </Heading>
      {/* Where the inputs lie below, they are a long way down. */}
      <button
        type="button"
        class="lag-small lag-jump"
        disabled={!live}
        data-screen-only
        onClick={onChangePath}
      >
        Change the path
      </button>
      {standing.outOfDate && <p class="lag-stale">{standing.outOfDate}</p>}
      {standing.isPending && (
        <p class="lag-pending">Being computed. These figures are for what was asked before.</p>
      )}
    </div>
  );
}
