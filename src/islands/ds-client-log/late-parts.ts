import { Beside } from './Beside.tsx';
import { BesideStatus } from './BesideStatus.tsx';
import { Days } from './Days.tsx';
import { EventGroups } from './EventGroups.tsx';
import { LeftOut } from './LeftOut.tsx';
import { LinkNoteBox } from './LinkNoteBox.tsx';
import { OneDay } from './OneDay.tsx';
import type { ReaderParts } from './reader-load.ts';
import { ReaderRoom } from './reader-room.ts';
import { save } from './save.ts';
import { SecretQuestion } from './SecretQuestion.tsx';
import { SetCharts } from './SetCharts.tsx';
import { SharePreview } from './SharePreview.tsx';

/** The room for all desks of a page; it comes with the code of the worker, and not before. */
export const openRoom = (parts: Pick<ReaderParts, 'start' | 'catalogue'>): ReaderRoom =>
  new ReaderRoom(parts);

/**
 * Parts of the page that only an opened log, or a reader who asks for them, has a use for. They come in
 * one piece with the reader, so that the page weighs less until somebody reaches for the tool.
 */
export const lateParts = {
  Beside,
  BesideStatus,
  Days,
  EventGroups,
  LeftOut,
  LinkNoteBox,
  OneDay,
  save,
  SecretQuestion,
  SetCharts,
  SharePreview,
} as const;
export type LateParts = typeof lateParts;
