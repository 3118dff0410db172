import { wallTime } from '../../../src/core/ds-client-log/wall-time.ts';

const day = 86_400;

/** Seconds by which a zone's clock is ahead of UTC at a moment given in seconds since 1970 UTC. */
function offsetAt(format: Intl.DateTimeFormat, utcSeconds: number): number {
  const parts = new Map(
    format.formatToParts(utcSeconds * 1000).map(({ type, value }) => [type, Number(value)]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const date = { year: of('year'), month: of('month'), day: of('day') };
  const time = of('hour') * 3600 + of('minute') * 60 + of('second');
  return wallTime(date, time) - utcSeconds;
}

/** What a wall time was in a zone: shown once, never (clocks went forward) or twice (they went back). */
export type WallKind = 'once' | 'skipped' | 'repeated';

/**
 * Looks a wall time up in a zone named as in the IANA database ("Europe/Berlin"). A log does not name
 * its zone, so this only explains odd rows and changes no value. Null for a zone that is not known.
 */
export function wallKindIn(zone: string, wall: number): WallKind | null {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US-u-ca-iso8601', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null;
  }
  const offsets = new Set([offsetAt(format, wall - day), offsetAt(format, wall + day)]);
  const shown = [...offsets].filter((offset) => offsetAt(format, wall - offset) === offset).length;
  return shown === 0 ? 'skipped' : shown === 1 ? 'once' : 'repeated';
}
