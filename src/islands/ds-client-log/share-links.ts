import { embedCode } from '../share/embed-code.ts';
import { linkTo, type Shown } from './log-link.ts';
import type { SiteLinks } from './site-links.ts';
import { noValues } from './use-numbers.ts';
import { wholeLog } from './view.ts';

const absolute = (path: string): string => new URL(path, location.href).href;

/**
 * What the tool takes up depends on the log that is opened, from 2,000 to 10,000 px and more, and a
 * frame does not grow with it. So the frame is a window of its own that scrolls within itself.
 */
const frameHeight = 900;

/** A link with lines holds them and nothing of how their log was read: they are values by then. */
const unchanged = { corrections: {}, arrangement: wholeLog, numbers: noValues } as const;

/** What can be copied of what is shown, as other pages would write it. */
export const shareLinks = (links: SiteLinks, shown: () => Shown) => ({
  link: () => absolute(`${links.tool}${linkTo(shown())}`),
  embed: () => embedCode(absolute(links.embed), 'DS-Client log explainer', frameHeight),
  linkWith: (lines: Shown['lines']) =>
    absolute(`${links.tool}${linkTo({ ...shown(), ...unchanged, lines })}`),
});
