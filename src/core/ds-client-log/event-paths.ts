import { messageWithoutPath } from './events.ts';
import type { AcceptedReading } from './reading.ts';

const textLengthMax = 1024;

/** What differs between lines that say the same: the path in brackets at the end; the whole line without one. */
export function pathIn(text: string): string {
  const short = text.slice(0, textLengthMax).trim();
  const message = messageWithoutPath(text);
  return message.length === short.length ? short : short.slice(message.length + 2, -1);
}

/** A path that lines name, and how many do. */
export interface NamedPath {
  readonly text: string;
  readonly count: number;
}

/** The paths that these lines name, each once, in the order of the log. */
export function namedPaths(
  reading: AcceptedReading,
  rows: readonly number[],
): readonly NamedPath[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const path = pathIn(reading.fieldText(row, 'text'));
    counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  return [...counts].map(([text, count]) => ({ text, count }));
}

/** `\\server\share\folder\`, in which all of these lie; null without one, and for fewer than two. */
export function commonFolder(paths: readonly NamedPath[]): string | null {
  const [first, ...others] = paths;
  if (!first || others.length === 0) return null;
  let end = first.text.length;
  for (const { text } of others) {
    let same = 0;
    while (same < end && text[same] === first.text[same]) same += 1;
    end = same;
  }
  const within = first.text.slice(0, end);
  const folder = within.slice(0, Math.max(within.lastIndexOf('/'), within.lastIndexOf('\\')) + 1);
  return /[^\\/]/.test(folder) ? folder : null;
}
