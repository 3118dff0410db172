import { DayGrid } from '../../figures/ds-client-log/DayGrid.tsx';
import type { DaysFigure, LogFigure } from '../../figures/ds-client-log/log-figure.ts';
import { RunTimeline } from '../../figures/ds-client-log/RunTimeline.tsx';
import { useGrowing } from './use-stages.ts';

/** Sets by day drawn in one frame: some four hundred marks. */
const setsPerFrame = 12;

function Days({ figure }: { readonly figure: DaysFigure }) {
  const sets = useGrowing(figure.sets, setsPerFrame);
  return <DayGrid figure={{ ...figure, sets }} />;
}

/** What is drawn of a log, in as many frames as it takes. */
export function Drawing({ figure }: { readonly figure: LogFigure | null }) {
  if (figure === null) return null;
  return figure.kind === 'days' ? <Days figure={figure} /> : <RunTimeline figure={figure} />;
}
