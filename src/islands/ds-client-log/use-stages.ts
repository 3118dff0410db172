import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * Calls `next` once the frame with what has just been drawn has been painted, or soon where nothing is
 * painted, as in a tab behind others. Returns what calls it off.
 */
function afterFrame(next: () => void): () => void {
  let timer = document.hidden ? setTimeout(next) : undefined;
  const frame = document.hidden
    ? 0
    : requestAnimationFrame(() => {
        timer = setTimeout(next);
      });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/**
 * How many of the `count` parts of a page may be drawn: at first all of them, where the build has drawn
 * them already (`isBuilt`); after `key` has changed one, and one more after each frame. Drawn at once,
 * the parts of a large log block the page for a quarter of a second.
 */
export function useStages(key: unknown, count: number, isBuilt = true): number {
  const [drawn, setDrawn] = useState({ key, stage: isBuilt ? count : 1 });
  const stage = drawn.key === key ? drawn.stage : 1;
  // Not an effect after the frame: Preact waits for that 35 ms at most, and where a frame is late several
  // parts would come into the next one.
  useLayoutEffect(() => {
    if (stage >= count) return undefined;
    return afterFrame(() => setDrawn({ key, stage: stage + 1 }));
  }, [key, stage, count]);
  return stage;
}

/**
 * The items of a long list, at first as many as a frame can take, then more after each frame; those that
 * the build has drawn (`isBuilt`) are all there from the first.
 */
export function useGrowing<Item>(
  items: readonly Item[],
  perFrame: number,
  isBuilt = true,
): readonly Item[] {
  const stage = useStages(items, Math.max(1, Math.ceil(items.length / perFrame)), isBuilt);
  return stage * perFrame >= items.length ? items : items.slice(0, stage * perFrame);
}
