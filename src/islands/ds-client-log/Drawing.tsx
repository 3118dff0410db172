import type { LogFigure } from '../../figures/ds-client-log/log-figure.ts';
import { RunTimeline } from '../../figures/ds-client-log/RunTimeline.tsx';
import type { LateParts } from './late-parts.ts';

interface Props {
  readonly figure: LogFigure | null;
  /** Brings the figure of many days: the sample, which the page is built with, is of two. */
  readonly late: LateParts | null;
}

/** What is drawn of a log. */
export function Drawing({ figure, late }: Props) {
  if (figure === null) return null;
  if (figure.kind === 'days') return late && <late.Days figure={figure} />;
  return <RunTimeline figure={figure} />;
}
