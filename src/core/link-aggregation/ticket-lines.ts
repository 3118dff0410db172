/** What a ticket says beyond the result, and the same ticket in another markup. */
import { deviceTitle } from './placement/hop-device.ts';
import type { NamedDevice } from './placement/named-devices.ts';
import { capitalised } from './words.ts';

/** `switch, which decides: Cisco Catalyst. Check it with: show etherchannel load-balance.` */
function deviceText({ place, decides, device, departure }: NamedDevice): string {
  const commands = device.commands.map(({ run }) => run).join('; ');
  const check = commands === '' ? '' : ` Check it with: ${commands}`;
  const role = decides ? `${place}, which decides` : place;
  return `${role}: ${deviceTitle(device)}.${departure ? ` ${departure}` : ''}${check}`;
}

/**
 * One line for each hop on which a device is named: the devices at its ends, what was set otherwise,
 * and the commands to check them.
 */
export function deviceLines(named: readonly NamedDevice[]): readonly string[] {
  const hops = [...new Set(named.map(({ hop }) => hop))];
  return hops.map((hop) => {
    const texts = named.filter((one) => one.hop === hop).map(deviceText);
    return `On hop ${hop + 1}: ${texts.map(capitalised).join(' | ')}`;
  });
}

/** A ticket with more lines before its last, which is the link. */
export function withTicketLines(ticket: string, lines: readonly string[]): string {
  const all = ticket.split('\n');
  return [...all.slice(0, -1), ...lines, ...all.slice(-1)].join('\n');
}

/** Characters that Markdown would read as markup. */
const plainInMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>|#]/g, '\\$&');

/** A plain ticket as Markdown: a heading, a list, and the link of its last line as it is. */
export function markdownOfTicket(ticket: string): string {
  const [heading = '', ...lines] = ticket.split('\n');
  const items = lines.slice(0, -1).map((line) => {
    const colon = line.indexOf(': ');
    return `- **${plainInMarkdown(line.slice(0, colon))}:** ${plainInMarkdown(line.slice(colon + 2))}`;
  });
  const last = lines.at(-1) ?? '';
  const link = last.slice(last.indexOf(': ') + 2);
  return [`### ${plainInMarkdown(heading)}`, '', ...items, `- **Open it:** <${link}>`].join('\n');
}
