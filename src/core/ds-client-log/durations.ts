import type { DiagnosticCode } from './diagnostics.ts';

export type DurationReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'value'; readonly seconds: number }
  | { readonly kind: 'unread'; readonly code: DiagnosticCode };

/** A duration longer than this is not one; the limit keeps hostile cells away from the patterns. */
const lengthMax = 64;

/** `1:12:40`, `74:30:00`, `0:06:31.250`, and with days `1.00:00:00` (.NET) or `1:00:00:00`. */
const clock = /^(-)?(?:(\d{1,4})[.d: ] ?)?(\d{1,5}):(\d{1,2}):(\d{1,2})(?:[.,]\d{1,9})?$/;
/** `12:40`, minutes and seconds. */
const short = /^(-)?(\d{1,5}):(\d{2})$/;
/** `1 day 1:45:30`, `2 days, 3:00:00`, `1 Tag 1:45:30`. */
const dayWords =
  /^(\d{1,4}) ?(?:days?|d|tage?|jours?|j|dag(?:ar|en)?)[, ] ?(\d{1,2}:\d{1,2}:\d{1,2})$/i;
/** `P1DT1H45M30S` (ISO 8601). */
const iso =
  /^P(?=.)(?:(\d{1,4})D)?(?:T(?=.)(?:(\d{1,5})H)?(?:(\d{1,5})M)?(?:(\d{1,7})(?:[.,]\d{1,9})?S)?)?$/i;
/** `1 h 12 min 40 s`, `2 hours 5 minutes`, `90s`. */
const words =
  /^(?:(\d{1,4}) ?(?:days?|d))?[ ,]*(?:(\d{1,5}) ?(?:hours?|hrs?|h))?[ ,]*(?:(\d{1,5}) ?(?:minutes?|mins?|min|m))?[ ,]*(?:(\d{1,7}) ?(?:seconds?|secs?|sec|s))?$/i;

const unread = (code: DiagnosticCode): DurationReading => ({ kind: 'unread', code });

function clocked(match: RegExpExecArray): DurationReading {
  const [, minus, days = '0', h = '0', m = '0', s = '0'] = match;
  if (Number(m) > 59 || Number(s) > 59) return unread('duration.unreadable');
  if (minus) return unread('duration.negative');
  return {
    kind: 'value',
    seconds: Number(days) * 86_400 + Number(h) * 3600 + Number(m) * 60 + Number(s),
  };
}

/** Reads one duration cell into whole seconds; fractions of a second are dropped. */
export function readDuration(text: string): DurationReading {
  if (text.length > lengthMax) {
    return text.trim() === '' ? { kind: 'none' } : unread('duration.unreadable');
  }
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'none' };
  const match = clock.exec(trimmed);
  if (match) return clocked(match);
  const byDay = dayWords.exec(trimmed);
  if (byDay) {
    const rest = readDuration(byDay[2] ?? '');
    return rest.kind === 'value'
      ? { kind: 'value', seconds: rest.seconds + Number(byDay[1]) * 86_400 }
      : unread('duration.unreadable');
  }
  const brief = short.exec(trimmed);
  if (brief && Number(brief[3]) < 60) {
    if (brief[1]) return unread('duration.negative');
    return { kind: 'value', seconds: Number(brief[2]) * 60 + Number(brief[3]) };
  }
  const worded = iso.exec(trimmed) ?? words.exec(trimmed);
  if (!worded) return unread('duration.unreadable');
  const [, d = '0', h = '0', m = '0', s = '0'] = worded;
  return {
    kind: 'value',
    seconds: Number(d) * 86_400 + Number(h) * 3600 + Number(m) * 60 + Number(s),
  };
}
