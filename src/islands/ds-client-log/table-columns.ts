import type { Field } from '../../core/ds-client-log/columns.ts';
import type { ColumnView, LogView } from './view.ts';

/** A column of the table: one of the file, or the outcome, which this page adds. */
export type TableColumn =
  { readonly kind: 'outcome' } | { readonly kind: 'file'; readonly column: ColumnView };

/** What a reader looks for first, from the left; the rest stands in the order of the file. */
const foremost = {
  'activity-log': ['description', 'completion'],
  'event-log': ['time', 'severity', 'text'],
} as const satisfies Record<LogView['kind'], readonly Field[]>;

/** Columns drawn unless all are asked for: a log of DS-User has 13, and hundreds take seconds to draw. */
export const columnsDrawn = 30;

const isFile = (column: ColumnView): TableColumn => ({ kind: 'file', column });

/** The columns in the order of the table. Empty ones are left out unless asked for. */
export function tableColumns(view: LogView, withEmpty: boolean): readonly TableColumn[] {
  const { kind, columns } = view;
  const shown = columns.filter(({ isEmpty }) => withEmpty || !isEmpty);
  const first = foremost[kind].flatMap((field) => shown.filter((c) => c.field === field));
  const [lead, ...others] = [...first, ...shown.filter((c) => !first.includes(c))];
  const outcome: readonly TableColumn[] = kind === 'activity-log' ? [{ kind: 'outcome' }] : [];
  return [...(lead ? [isFile(lead)] : []), ...outcome, ...others.map(isFile)];
}

/** How many columns of the file have nothing in any cell. */
export const emptyColumns = ({ columns }: LogView): readonly string[] =>
  columns.filter(({ isEmpty }) => isEmpty).map(({ header }) => header.trim() || 'without a label');
