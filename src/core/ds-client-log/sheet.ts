import type { Mending } from './table.ts';

/** The cells of one worksheet or HTML table, and which of its rows hold merged cells. */
export interface Sheet {
  readonly rows: readonly (readonly string[])[];
  readonly merged: ReadonlyMap<number, Mending>;
  /** Dates were kept as day numbers and are given here as ISO text. */
  readonly serialDates: boolean;
}

/** What a file may be that looks like a workbook; `compound` is one of an old format without a workbook. */
export type OtherFile = 'password' | 'archive' | 'document' | 'compound';

export type SheetReading =
  | { readonly kind: 'sheet'; readonly sheet: Sheet; readonly activeContent: boolean }
  | {
      readonly kind: 'refused';
      readonly code:
        | 'xml.doctype'
        | 'container.corrupt'
        | 'container.unsupported-biff'
        | 'zip.inflates-too-much'
        | 'file.empty'
        | 'file.other-log';
      /** What a file is that is no workbook, where that is known: it has another cure. */
      readonly found?: OtherFile;
    };

/**
 * Cells of one sheet at most, the empty ones included that spans, references and wide rows make. Our
 * choice, because the 32 MiB of markup that are read hold under two million cells of a real log.
 */
const sheetCellsMax = 5_000_000;

/** Counts cells as a sheet is read: a few bytes of markup can claim thousands of them. */
export function cellBudget(): { take(cells: number): void; isSpent(): boolean } {
  let left = sheetCellsMax;
  return { take: (cells) => void (left -= cells), isSpent: () => left < 0 };
}

/**
 * Rows end at different columns; all get the width of the widest, so that none counts as short. Null
 * where that makes more cells than a sheet may have.
 */
export function squared(
  rows: readonly (readonly string[])[],
): readonly (readonly string[])[] | null {
  const width = rows.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  if (width * rows.length > sheetCellsMax) return null;
  return rows.map((cells) =>
    cells.length === width
      ? cells
      : [...cells, ...Array.from({ length: width - cells.length }, () => '')],
  );
}
