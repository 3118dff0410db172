/**
 * Parts of the page that only an opened log, or a reader who asks for them, has a use for. They come in
 * one piece with the reader, so that the page weighs less until somebody reaches for the tool.
 */
export { EventGroups } from './EventGroups.tsx';
export { SetCharts } from './SetCharts.tsx';
export { SharePreview } from './SharePreview.tsx';
