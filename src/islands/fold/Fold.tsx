import type { ComponentChildren } from 'preact';

interface Props {
  /** Whether it is folded at all: in a frame on somebody's page. Elsewhere its parts stand open. */
  readonly folds: boolean;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A part of a tool that a frame has no room for until it is asked for. */
export function Fold({ folds, title, children }: Props) {
  if (!folds) return <>{children}</>;
  return (
    <details class="fold">
      <summary>{title}</summary>
      {children}
    </details>
  );
}
