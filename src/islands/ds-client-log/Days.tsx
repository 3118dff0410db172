import { DayGrid } from '../../figures/ds-client-log/DayGrid.tsx';
import type { DaysFigure } from '../../figures/ds-client-log/log-figure.ts';
import { useGrowing } from './use-stages.ts';

/** Sets by day drawn in one frame: some hundred and twenty marks. */
const setsPerFrame = 4;

/** Sets by day, in as many frames as they take. */
export function Days({ figure }: { readonly figure: DaysFigure }) {
  const sets = useGrowing(figure.sets, setsPerFrame, false);
  return <DayGrid figure={{ ...figure, sets }} />;
}
