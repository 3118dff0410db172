import { Component } from 'preact';
import { CellText } from '../../figures/ds-client-log/CellText.tsx';
import { OutcomeMark } from '../../figures/ds-client-log/OutcomeMark.tsx';
import type { ColumnView, RowView } from './view.ts';

interface Props {
  readonly row: RowView;
  /** Place in the table as arranged, counted from 0. */
  readonly place: number;
  readonly columns: readonly ColumnView[];
  readonly hasOutcome: boolean;
  readonly live: boolean;
  readonly chosenColumn: number | null;
  /** Grid column that the Tab key reaches, if it is in this row. */
  readonly tabStop: number | null;
}

/** A row drawn again only when something about it changed: a log may show two thousand of them. */
export class LogRow extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    return (Object.keys(next) as (keyof Props)[]).some((key) => next[key] !== this.props[key]);
  }

  override render({ row, place, columns, hasOutcome, live, chosenColumn, tabStop }: Props) {
    const cell = (grid: number, chosen: boolean) => ({
      'data-at': `${place}-${grid}`,
      tabIndex: live ? (tabStop === grid ? 0 : -1) : undefined,
      'aria-selected': live ? chosen : undefined,
    });
    return (
      <tr aria-rowindex={place + 2} data-excluded={row.isExcluded ? true : undefined}>
        {hasOutcome && (
          <td {...cell(0, false)}>
            <OutcomeMark outcome={row.outcome} />
          </td>
        )}
        {columns.map(({ index, align }) => (
          <td key={index} {...cell(index + 1, chosenColumn === index)} data-align={align}>
            <CellText text={row.cells[index]?.text ?? ''} more={row.cells[index]?.more ?? 0} />
          </td>
        ))}
      </tr>
    );
  }
}
