import type { ComponentChildren } from 'preact';
import { windowHeight, windowWidth } from './parts.tsx';

interface Props {
  /** Read in place of the drawing. */
  readonly alternative: string;
  readonly children: ComponentChildren;
}

/** A simplified drawing of one window. Its text is real text, but a reader hears one sentence. */
export function Dialog({ alternative, children }: Props) {
  return (
    <svg
      class="dialog"
      viewBox={`0 0 ${windowWidth} ${windowHeight}`}
      width={windowWidth}
      height={windowHeight}
      role="img"
    >
      <title>{`${alternative} Simplified drawing.`}</title>
      {children}
    </svg>
  );
}
