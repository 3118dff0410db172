import { groupThousands } from '../../core/units.ts';
import { visibleRuns } from './visible-text.ts';

interface Props {
  readonly text: string;
  /** Characters that the cell has beyond `text`. */
  readonly more?: number;
}

/** The text of a cell, apart from its surroundings in direction and with nothing hidden in it. */
export function CellText({ text, more = 0 }: Props) {
  return (
    <>
      <bdi>
        {visibleRuns(text).map((run) =>
          run.kind === 'text' ? run.text : <span class="log-hidden">{run.code}</span>,
        )}
      </bdi>
      {more > 0 && <span class="log-more">… {groupThousands(String(more))} more</span>}
    </>
  );
}
