import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChartChoice, ChartView } from './set-view.ts';

type AskChart = (choice: ChartChoice) => Promise<ChartView | null>;

/**
 * The chart that is shown, and what was asked for last: a second choice made before the reply to the
 * first keeps the first, and only the reply to the last one is shown. `first` is the chart of a log;
 * another log brings another.
 */
export function useChart({ first, onChart }: { first: ChartView; onChart: AskChart }) {
  const [view, setView] = useState(first);
  const [asked, setAsked] = useState<ChartChoice>(first);
  const latest = useRef<ChartChoice>(first);
  const ask = (choice: ChartChoice) => {
    latest.current = choice;
    setAsked(choice);
  };
  useEffect(() => {
    setView(first);
    ask(first);
  }, [first]);

  const change = async (edit: Partial<ChartChoice>): Promise<void> => {
    const { set, measure } = latest.current;
    const choice = { set, measure, ...edit };
    ask(choice);
    const next = await onChart(choice);
    if (latest.current !== choice) return;
    // Without a reply the choice goes back to what is shown.
    if (next) setView(next);
    ask(next ?? view);
  };
  return { view, asked, change };
}
