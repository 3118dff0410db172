import type { ChartNight } from '../../figures/ds-client-log/set-chart.ts';

/**
 * A night of the chart in words: its day, its figure, and what else is to be said. A run that was cut
 * off without a figure is still a run: its remark says that it has none.
 */
export function nightWords({ day, value, outcome, remark }: ChartNight): string {
  const figure = outcome === null ? 'no run' : value;
  return `${day}: ${[figure, remark].filter((text) => text !== '').join(', ')}`;
}
