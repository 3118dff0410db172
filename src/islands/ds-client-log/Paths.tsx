import { useState } from 'preact/hooks';
import { groupThousands } from '../../core/units.ts';
import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import type { PathsView, PathView } from './event-view.ts';

/** Paths from a place on, and how many follow them. */
export interface MorePaths {
  readonly paths: readonly PathView[];
  readonly more: number;
}

/** What was asked for so far, and beside which paths. */
interface Asked extends MorePaths {
  readonly of: PathsView;
  readonly isAsked: boolean;
}

const nothing = { isAsked: false, paths: [], more: 0 } as const;

interface Props {
  readonly paths: PathsView;
  readonly live: boolean;
  readonly onMore: (from: number) => Promise<MorePaths | null>;
}

const Path = ({ path: { text, count } }: { readonly path: PathView }) => (
  <>
    <CellText text={text.text} more={text.more} />
    {count > 1 && ` (${groupThousands(String(count))} times)`}
  </>
);

/** What the lines of a message name: the first paths, and the others as they are asked for. */
export function Paths({ paths, live, onMore }: Props) {
  // Belongs to these paths alone: a list of another log may take its place.
  const [asked, setAsked] = useState<Asked>({ ...nothing, of: paths });
  const own = asked.of === paths ? asked : nothing;
  const all = [...paths.first, ...own.paths];
  const more = own.isAsked ? own.more : paths.more;
  const [only] = all;
  if (paths.says === '' || !only) return null;
  if (all.length === 1 && more === 0)
    return (
      <p>
        {paths.says}: <CellText text={only.text.text} more={only.text.more} />
      </p>
    );
  const showMore = async () => {
    const next = await onMore(all.length);
    if (next)
      setAsked({ of: paths, isAsked: true, paths: [...own.paths, ...next.paths], more: next.more });
  };
  return (
    <details class="log-folded log-paths">
      <summary>
        <CellText text={paths.says} />
      </summary>
      <ul>
        {all.map((path) => (
          <li key={path.text.text}>
            <Path path={path} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p>
          <button type="button" class="log-quiet" disabled={!live} onClick={() => void showMore()}>
            Show {more > paths.page ? `the next ${paths.page}` : `the other ${more}`}
          </button>
        </p>
      )}
    </details>
  );
}
