import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { GridPlace } from './grid-keys.ts';
import { scrollTo, tableWindow, virtualAbove, type Scrolled } from './table-window.ts';

const idOf = (place: GridPlace): string =>
  place.row >= 0
    ? `${place.row}-${place.column}`
    : `${place.part === 'explain' ? 'ask' : 'head'}-${place.column}`;

/** A cell that something outside the table leads to. A new object is a new wish to go there. */
export interface GridTarget {
  /** Place in the table as arranged, counted from 0. */
  readonly row: number;
  readonly column: number;
}

const start: GridPlace = { row: 0, column: 0, part: 'cell' };

/** Where the keyboard stands in the table, and which of its rows are in view. */
export function useGrid(count: number, columns: number, target: GridTarget | null) {
  const region = useRef<HTMLElement>(null);
  const [kept, setPlace] = useState(start);
  const place = kept.row < count && kept.column < columns ? kept : start;
  const moved = useRef<'by-key' | 'from-outside' | null>(null);
  const [scrolled, setScrolled] = useState<Scrolled>({ top: 0, height: 480, rowHeight: 36 });
  const shown = tableWindow(count, scrolled);

  const measure = () => {
    const element = region.current;
    if (!element) return;
    // Where no row has come yet the height is the one known before: another would move all rows.
    const row = element.querySelector('tbody tr[aria-rowindex]')?.clientHeight;
    const { scrollTop: top, clientHeight: height } = element;
    setScrolled((old) => ({ top, height, rowHeight: row || old.rowHeight }));
  };

  const reach = (row: number): void => {
    const element = region.current;
    if (!element || row < 0 || (row >= shown.from && row < shown.to)) return;
    element.scrollTop = scrollTo(count, row, scrolled);
  };

  useLayoutEffect(() => {
    if (count > virtualAbove) measure();
  }, [count]);

  useLayoutEffect(() => {
    if (moved.current === null) return;
    const cell = region.current?.querySelector<HTMLElement>(`[data-at="${idOf(place)}"]`);
    // It is on its way; or the rows turned out higher than they were thought to be.
    if (!cell) return reach(place.row);
    const isFar = moved.current === 'from-outside';
    moved.current = null;
    // Within the region first, along both axes; then the page, so that the explanation is in sight.
    if (isFar) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    cell.focus({ preventScroll: isFar });
    if (isFar) region.current?.scrollIntoView({ block: 'start' });
  });

  const go = (next: GridPlace, by: 'by-key' | 'from-outside' = 'by-key') => {
    moved.current = by;
    setPlace(next);
    reach(next.row);
  };

  useEffect(() => {
    if (target) go({ ...target, part: 'cell' }, 'from-outside');
  }, [target]);

  return { region, place, setPlace, shown, measure, go } as const;
}
