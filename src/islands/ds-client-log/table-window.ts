/** Above this many rows only those in view are in the page: twice as many can block a slow one for 60 ms. */
export const virtualAbove = 100;
const overscan = 6;
/** Browsers cap the height of an element at some 17 to 33 million pixels; well below it we scale. */
const heightMax = 8_000_000;

export interface Scrolled {
  readonly top: number;
  readonly height: number;
  readonly rowHeight: number;
}

export interface TableWindow {
  readonly from: number;
  readonly to: number;
  /** Heights of the empty space above and below the rows, in pixels. */
  readonly before: number;
  readonly after: number;
}

/** Height of all rows, shrunk where a browser could not hold it. */
export const fullHeight = (count: number, rowHeight: number): number =>
  Math.min(count * rowHeight, heightMax);

/** The rows in view, and the space that stands for all others. */
export function tableWindow(count: number, { top, height, rowHeight }: Scrolled): TableWindow {
  if (count <= virtualAbove) return { from: 0, to: count, before: 0, after: 0 };
  const total = fullHeight(count, rowHeight);
  const visible = height / rowHeight;
  const range = Math.max(1, total - height);
  const exact = Math.min(1, Math.max(0, top / range)) * Math.max(0, count - visible);
  const from = Math.max(0, Math.floor(exact) - overscan);
  const to = Math.min(count, Math.ceil(exact + visible) + overscan);
  const before = Math.max(0, top - (exact - from) * rowHeight);
  return { from, to, before, after: Math.max(0, total - before - (to - from) * rowHeight) };
}

/** Where to scroll so that a row stands in view. */
export function scrollTo(count: number, row: number, { height, rowHeight }: Scrolled): number {
  const total = fullHeight(count, rowHeight);
  const first = Math.max(0, row - height / rowHeight / 2);
  return (first / Math.max(1, count - height / rowHeight)) * Math.max(0, total - height);
}
