import type { Mending } from './table.ts';

/** The cells of one worksheet or HTML table, and which of its rows hold merged cells. */
export interface Sheet {
  readonly rows: readonly (readonly string[])[];
  readonly merged: ReadonlyMap<number, Mending>;
  /** Dates were kept as day numbers and are given here as ISO text. */
  readonly serialDates: boolean;
}

export type SheetReading =
  | { readonly kind: 'sheet'; readonly sheet: Sheet; readonly activeContent: boolean }
  | {
      readonly kind: 'refused';
      readonly code:
        | 'xml.doctype'
        | 'container.corrupt'
        | 'container.unsupported-biff'
        | 'zip.inflates-too-much'
        | 'file.other-log';
    };

/** Rows end at different columns; all get the width of the widest, so that none counts as short. */
export function squared(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const width = rows.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  return rows.map((cells) =>
    cells.length === width
      ? cells
      : [...cells, ...Array.from({ length: width - cells.length }, () => '')],
  );
}
