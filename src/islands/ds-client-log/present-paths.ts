import { commonFolder, namedPaths, type NamedPath } from '../../core/ds-client-log/event-paths.ts';
import type { EventGroup } from '../../core/ds-client-log/events.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import type { PathsView, PathView } from './event-view.ts';
import { number } from './present-words.ts';
import { cellView } from './view.ts';

/** Paths that come with a message; the others are asked for. */
const pathsFirst = 8;
/** Paths that are asked for at a time. */
const pathsPage = 200;
/** Lines gone through before anybody asks: a message that comes a million times takes a second. */
const linesLooked = 5000;

/** A path this long is shown by its beginning. */
const folderLengthMax = 160;

const pathView = ({ text, count }: NamedPath): PathView => ({ text: cellView(text), count });

/** A message whose lines all read as it does names nothing. */
const isNothing = (paths: readonly NamedPath[], { message, entry }: EventGroup): boolean =>
  paths.length === 1 && (paths[0]?.text === message || paths[0]?.text === entry?.text);

function says(paths: readonly NamedPath[], lines: number, isWhole: boolean): string {
  const [only] = paths;
  if (paths.length === 1 && only && isWhole) {
    const isPath = /[\\/]/.test(only.text);
    if (lines === 1) return isPath ? 'It names' : 'As it stands in the log';
    return `The same in all ${number(lines)} lines`;
  }
  if (!isWhole) {
    const looked = `the first ${number(linesLooked)} of ${number(lines)} lines`;
    return paths.length === 1
      ? `The same in ${looked}`
      : `${number(paths.length)} different paths in ${looked}`;
  }
  const folder = commonFolder(paths);
  const where = folder === null ? '' : `, all under ${folder.slice(0, folderLengthMax)}`;
  return `${number(paths.length)} different paths${where}`;
}

/** What the lines of a message name: without it, a burst would be told and no path of it. */
export function presentPaths(
  events: AcceptedReading,
  group: EventGroup,
  rows: readonly number[] = group.rows,
): PathsView {
  const looked = rows.slice(0, linesLooked);
  const paths = namedPaths(events, looked);
  const isWhole = looked.length === rows.length;
  if (isWhole && isNothing(paths, group)) return { says: '', first: [], more: 0, page: pathsPage };
  return {
    says: says(paths, rows.length, isWhole),
    first: paths.slice(0, pathsFirst).map(pathView),
    // Of lines not gone through it is known only that there are some.
    more: Math.max(0, paths.length - pathsFirst) + (rows.length - looked.length),
    page: pathsPage,
  };
}

/** The paths from a place on, and how many follow them. */
export function morePaths(events: AcceptedReading, rows: readonly number[], from: number) {
  const paths = namedPaths(events, rows);
  const to = from + pathsPage;
  return {
    paths: paths.slice(from, to).map(pathView),
    more: Math.max(0, paths.length - to),
  };
}
