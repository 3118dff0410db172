import { useEffect, useState } from 'preact/hooks';

/**
 * How many of the `count` parts of a page may be drawn: at first all of them, because the build has
 * drawn them already; after `key` has changed one, and one more after each frame. Drawn at once, the
 * parts of a large log block the page for a quarter of a second.
 */
export function useStages(key: unknown, count: number): number {
  const [drawn, setDrawn] = useState({ key, stage: count });
  const stage = drawn.key === key ? drawn.stage : 1;
  // Preact runs an effect after the frame has been painted, and soon even where nothing is painted.
  useEffect(() => {
    if (stage < count) setDrawn({ key, stage: stage + 1 });
  }, [key, stage, count]);
  return stage;
}

/** The items of a long list, at first as many as a frame can take, then more after each frame. */
export function useGrowing<Item>(items: readonly Item[], perFrame: number): readonly Item[] {
  const stage = useStages(items, Math.max(1, Math.ceil(items.length / perFrame)));
  return stage * perFrame >= items.length ? items : items.slice(0, stage * perFrame);
}
