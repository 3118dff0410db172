import { isNumberField, type Field } from './columns.ts';
import { isShortened } from './numbers.ts';
import { daysInMonth, formatIsoDate, formatTimeOfDay, wallTime } from './wall-time.ts';

const momentFields: readonly Field[] = ['start', 'end', 'time'];

/** Stands in a link before a number that is only about right. */
const about = 'about ';

/** Whether a text of a link holds a number that is only about right. */
export const isAboutText = (text: string): boolean => text.startsWith(about);

/**
 * A value in the one form that a link holds: digits, seconds of a duration, or a wall time. A number
 * that a spreadsheet shortened says that it is only about right, because its digits alone do not.
 */
export function valueText(field: Field, value: number | null, written: string): string {
  if (value === null) return written;
  if (momentFields.includes(field)) return `${formatIsoDate(value)} ${formatTimeOfDay(value)}`;
  const isAbout = isNumberField(field) && (isShortened(written) || isAboutText(written));
  return `${isAbout ? about : ''}${value}`;
}

function moment(text: string): number | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(text)?.slice(1).map(Number);
  if (!parts) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const isDate = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  if (!isDate || hour > 23 || minute > 59 || second > 59) return null;
  return wallTime({ year, month, day }, hour * 3600 + minute * 60 + second);
}

/** What `valueText` wrote; null for any other text, however much it looks like a value. */
export function readValueText(field: Field, text: string): number | null {
  if (momentFields.includes(field)) return moment(text);
  const digits = isNumberField(field) && isAboutText(text) ? text.slice(about.length) : text;
  const value = Number(digits);
  return Number.isFinite(value) && value >= 0 && String(value) === digits ? value : null;
}
