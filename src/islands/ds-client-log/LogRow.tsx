import { Component } from 'preact';
import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import { OutcomeMark } from '../../figures/ds-client-log/OutcomeMark.tsx';
import type { TableColumn } from './table-columns.ts';
import type { RowView } from './view.ts';

interface Props {
  readonly row: RowView;
  /** Place in the table as arranged, counted from 0. */
  readonly place: number;
  readonly columns: readonly TableColumn[];
  readonly live: boolean;
  /** The column of the file that is explained, if it is of this row. */
  readonly chosenColumn: number | null;
  /** Place of the column that the Tab key reaches, if it is in this row. */
  readonly tabStop: number | null;
}

/** A row drawn again only when something about it changed: a log may show two thousand of them. */
export class LogRow extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    return (Object.keys(next) as (keyof Props)[]).some((key) => next[key] !== this.props[key]);
  }

  override render({ row, place, columns, live, chosenColumn, tabStop }: Props) {
    const cell = (at: number, chosen: boolean) => ({
      'data-at': `${place}-${at}`,
      tabIndex: live ? (tabStop === at ? 0 : -1) : undefined,
      'aria-selected': live ? chosen : undefined,
    });
    return (
      <tr
        aria-rowindex={place + 2}
        data-excluded={row.isExcluded ? true : undefined}
        data-chosen={chosenColumn === null ? undefined : true}
      >
        {columns.map((shown, at) =>
          shown.kind === 'outcome' ? (
            <td key="outcome" {...cell(at, false)}>
              <OutcomeMark outcome={row.outcome} />
            </td>
          ) : (
            <td
              key={shown.column.index}
              {...cell(at, chosenColumn === shown.column.index)}
              data-align={shown.column.align}
            >
              <CellText
                text={row.cells[shown.column.index]?.text ?? ''}
                more={row.cells[shown.column.index]?.more ?? 0}
              />
            </td>
          ),
        )}
      </tr>
    );
  }
}
