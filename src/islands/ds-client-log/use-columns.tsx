import { useMemo, useState } from 'preact/hooks';
import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import { Check } from './Check.tsx';
import { columnsDrawn, emptyColumns, tableColumns } from './table-columns.ts';
import type { LogView } from './view.ts';

/** The columns that the table draws, and the boxes to tick for those that say nothing or stand far right. */
export function useColumns(view: LogView, live: boolean) {
  const [withEmpty, setWithEmpty] = useState(false);
  /** The log of which every column was asked for, by its columns. */
  const [allOf, setAllOf] = useState<LogView['columns'] | null>(null);
  const empty = emptyColumns(view);
  const columns = useMemo(() => tableColumns(view, withEmpty), [view.columns, withEmpty]);
  const isWhole = columns.length <= columnsDrawn || allOf === view.columns;
  const drawn = useMemo(
    () => (isWhole ? columns : columns.slice(0, columnsDrawn)),
    [columns, isWhole],
  );
  const more = (
    <>
      {empty.length > 0 && (
        <Check checked={withEmpty} live={live} onCheck={setWithEmpty}>
          Show {empty.length === 1 ? 'the empty column' : `the ${empty.length} empty columns`}:{' '}
          <CellText text={empty.join(', ').slice(0, 120)} />
        </Check>
      )}
      {columns.length > columnsDrawn && (
        <Check
          checked={isWhole}
          live={live}
          onCheck={(isAll) => setAllOf(isAll ? view.columns : null)}
        >
          Show the {columns.length - columnsDrawn} columns further right as well. Scrolling is then
          slow.
        </Check>
      )}
    </>
  );
  return { columns: drawn, more };
}
