import { groupEvents, type EventGroup } from '../../core/ds-client-log/events.ts';
import { backupSets } from '../../core/ds-client-log/history.ts';
import type { MessageMatcher } from '../../core/ds-client-log/messages.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import type { LinkedLogs } from './linked-logs.ts';
import { chartSource, type ChartSource } from './present-chart.ts';
import { presentLines } from './present-log.ts';
import type { SortKeys } from './radix.ts';
import { arrangedRows } from './row-order.ts';
import { rememberedKeys } from './sort-keys.ts';
import {
  cellView,
  wholeLog,
  type Arrangement,
  type LogView,
  type RowView,
  type Sorting,
} from './view.ts';

function rowView(reading: AcceptedReading, row: number): RowView {
  return {
    row,
    line: reading.line(row),
    outcome: reading.outcome(row),
    isExcluded: reading.isExcluded(row),
    cells: reading.columns.map(({ index }) => cellView(reading.cellText(row, index))),
  };
}

/** A log on the desk: the order of its lines, what is linked with it, and what need not be worked out twice. */
export class LaidLog {
  readonly reading: AcceptedReading;
  /** The log before it is judged. */
  readonly view: LogView;
  /** The lines that are shown, in their order. */
  order: Uint32Array;
  /** The pair with a second log, once that is there. */
  linked: LinkedLogs | null = null;
  readonly #keysOf: (by: Sorting['by']) => SortKeys;
  #groups: readonly EventGroup[] | null = null;
  #chart: { readonly source: ChartSource | null } | null = null;

  constructor(reading: AcceptedReading, name: string, isExcerpt: boolean) {
    this.reading = reading;
    this.#keysOf = rememberedKeys(reading);
    this.order = arrangedRows(reading, wholeLog, this.#keysOf);
    this.view = presentLines(reading, name, isExcerpt);
  }

  arrange(arrangement: Arrangement): void {
    this.order = arrangedRows(this.reading, arrangement, this.#keysOf);
  }

  /** The lines from one place in the order to before another. */
  rows(from: number, to: number): readonly RowView[] {
    return Array.from(this.order.subarray(from, to), (row) => rowView(this.reading, row));
  }

  /** An event log as its messages. */
  groups(match: MessageMatcher): readonly EventGroup[] {
    return (this.#groups ??= groupEvents(this.reading, match));
  }

  /** What charts are drawn from; null where there is nothing to chart. */
  chartSource(): ChartSource | null {
    this.#chart ??= { source: chartSource(this.reading, backupSets(this.reading)) };
    return this.#chart.source;
  }
}
