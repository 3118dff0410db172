import type { RunsFigure } from '../../figures/ds-client-log/log-figure.ts';
import type { LogActions, LogSession } from './log-session.ts';
import type { LogState } from './log-state.ts';
import type { MorePaths } from './Paths.tsx';
import type { Saved } from './save.ts';
import type { ShareProps } from './Share.tsx';
import type { SiteLinks } from './site-links.ts';
import type { ChartChoice, ChartView } from './set-view.ts';
import type { Arrangement, Corrections } from './view.ts';

/** What the parts of an open log are drawn from, and what can be done there. */
export interface LogPartsProps {
  readonly state: LogState;
  readonly actions: LogActions;
  readonly besideProgress: LogSession['besideProgress'];
  readonly live: boolean;
  readonly links: SiteLinks;
  readonly share: Pick<ShareProps, 'link' | 'embed' | 'onReply' | 'lines'>;
  /** The reader has chosen a cell of this log. */
  readonly hasChosen: boolean;
  readonly onArrange: (edit: Partial<Arrangement>) => void;
  readonly onCorrect: (edit: Corrections) => void;
  readonly onChart: (choice: ChartChoice) => Promise<ChartView | null>;
  readonly onDay: (day: number) => Promise<RunsFigure | null>;
  readonly onPaths: (group: number, from: number) => Promise<MorePaths | null>;
  readonly onShow: (row: number) => void;
  readonly onSave: (what: Saved) => void;
}

/** Parts that are drawn in frames of their own, in the order in which they are drawn. */
export const turns = [
  'answer',
  'lines',
  'sets',
  'figure',
  'tasks',
  'flags',
  'chart',
  'events',
  'reading',
  'paper',
] as const;

/** What a part is given beside. */
export interface PartProps extends LogPartsProps {
  /** The turn of the part has come. */
  readonly isDue: (turn: (typeof turns)[number]) => boolean;
}

/** With a second log, what to do and what was said are those of both. */
export const saidOf = ({ view, beside }: LogState) => (beside.kind === 'read' ? beside.view : view);
