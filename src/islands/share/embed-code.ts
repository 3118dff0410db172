/** The code of a frame. A frame cannot grow with its page unless both run a script, so it has a height. */
export const embedCode = (address: string, title: string, height: number): string =>
  `<iframe src="${address}" title="${title}" width="100%" height="${height}" loading="lazy" allow="clipboard-write"></iframe>`;

/**
 * The height that a frame needs with 700 px of width, a common text column: 668 px here wrap as the frame
 * does. What is unfolded in it scrolls in it. `tool` takes that width for a moment, while `heightOf` looks.
 */
export function heightInFrame(tool: HTMLElement, heightOf: () => number): number {
  tool.style.cssText = 'width:668px;max-width:none';
  const height = Math.ceil(heightOf() / 50) * 50;
  tool.style.cssText = '';
  return height;
}

/** The tool that an element of it stands in. */
export function toolAround(element: HTMLElement | null): HTMLElement {
  const tool = element?.closest<HTMLElement>('[data-island]');
  if (!tool) throw new Error('the row of buttons stands in no island, so its height is unknown');
  return tool;
}

/** A part of the tool that its frame shows. */
export function partOf(tool: HTMLElement, selector: string): HTMLElement {
  const part = tool.querySelector<HTMLElement>(selector);
  if (!part) throw new Error(`the tool has no ${selector}, so the height of its frame is unknown`);
  return part;
}
