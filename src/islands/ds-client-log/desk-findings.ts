import type { Desk } from './desk.ts';
import type { LaidLog } from './laid-log.ts';
import { presentChart } from './present-chart.ts';
import { explanationOf, type Knowledge } from './present-explanation.ts';
import { morePaths } from './present-paths.ts';
import { relatedOf, withRelated } from './present-related.ts';
import { replyText } from './present-reply.ts';
import { presentTimeline } from './present-timeline.ts';

/** What the log that `open` gives says, where somebody asks for more than is shown at once. */
export const findingAnswers = (
  open: () => LaidLog,
  knowledge: Knowledge,
): Pick<Desk, 'explain' | 'chart' | 'day' | 'paths' | 'reply'> => ({
  explain: (row, column) => {
    const { reading, linked } = open();
    const explanation = explanationOf(reading, row, column, knowledge);
    if (!linked || row === null) return { explanation };
    return { explanation: withRelated(explanation, relatedOf(linked, row)) };
  },
  chart: (choice) => {
    const log = open();
    const source = log.chartSource();
    return { chart: source && presentChart(log.reading, source, choice) };
  },
  day: (day) => ({ figure: presentTimeline(open().reading, day) }),
  paths: (group, from) => {
    const log = open();
    const { events, groups } = log.linked ?? {
      events: log.reading,
      groups: log.groups(knowledge.match),
    };
    return morePaths(events, groups[group]?.rows ?? [], from);
  },
  reply: (withNames) => {
    const log = open();
    const { reading, linked } = log;
    const groups = reading.kind === 'event-log' ? log.groups(knowledge.match) : [];
    return replyText({ reading, linked, completions: knowledge.completions, groups, withNames });
  },
});
