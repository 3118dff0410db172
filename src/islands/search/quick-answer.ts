import { bytes, formatBinary, formatBytes, formatDecimal } from '../../core/units.ts';

export type QuickAnswer =
  | { readonly kind: 'size'; readonly text: string }
  | { readonly kind: 'scenario'; readonly text: string; readonly link: string };

/** A size in bytes has seven digits or more; shorter numbers are ports, codes and counts. */
function size(question: string): QuickAnswer | undefined {
  const digits = question.trim().replace(/[,.' \u00a0\u202f]/g, '');
  if (!/^\d{7,16}$/.test(digits)) return undefined;
  const value = bytes(Number(digits));
  return {
    kind: 'size',
    text: `${formatBytes(value)} are ${formatBinary(value, 5)}, or ${formatDecimal(value, 5)}.`,
  };
}

/**
 * `4x1GbE LACP 20 clients` is a scenario: members and speed, perhaps a number of clients. The link is
 * the calculator's own text form; what it says nothing about keeps the calculator's default.
 */
function scenario(question: string): QuickAnswer | undefined {
  const team = /(\d{1,2})\s*[x×]\s*(\d{1,3}(?:\.5)?)\s*g/i.exec(question);
  if (!team) return undefined;
  const clients = /(\d{1,4})\s*clients?/i.exec(question)?.[1];
  const [, members = '', speed = ''] = team;
  const link = `#v=1&hops=${members}x${speed}~ip${clients ? `&clients=${clients}x1` : ''}`;
  const who = clients ? `, ${clients} clients` : '';
  return { kind: 'scenario', text: `${members} × ${speed} Gbit/s, hash on IP${who}`, link };
}

/** What can be answered above the list of pages: a size in words, or a scenario for the calculator. */
export const quickAnswer = (question: string): QuickAnswer | undefined =>
  size(question) ?? scenario(question);
