import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { GridPlace } from './grid-keys.ts';
import { scrollTo, tableWindow, type Scrolled } from './table-window.ts';

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
    const rowHeight = element.querySelector('tbody tr[aria-rowindex]')?.clientHeight ?? 36;
    setScrolled({ top: element.scrollTop, height: element.clientHeight, rowHeight });
  };

  useLayoutEffect(() => {
    if (moved.current === null) return;
    const cell = region.current?.querySelector<HTMLElement>(`[data-at="${idOf(place)}"]`);
    if (!cell) return;
    const isFar = moved.current === 'from-outside';
    moved.current = null;
    // Within the region first, along both axes; then the page, so that the explanation is in sight.
    if (isFar) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    cell.focus({ preventScroll: isFar });
    if (isFar) region.current?.scrollIntoView({ block: 'start' });
  });

  const go = (next: GridPlace, by: 'by-key' | 'from-outside' = 'by-key') => {
    const element = region.current;
    moved.current = by;
    setPlace(next);
    if (element && next.row >= 0 && (next.row < shown.from || next.row >= shown.to))
      element.scrollTop = scrollTo(count, next.row, scrolled);
  };

  useEffect(() => {
    if (target) go({ ...target, part: 'cell' }, 'from-outside');
  }, [target]);

  return { region, place, setPlace, shown, measure, go } as const;
}
