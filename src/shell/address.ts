import { site } from '../site.config.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** A path of this site under its base: `address('/tools/')` is `/kb/tools/` when the base is `/kb`. */
export const address = (path: string): string => `${base}${path}`;

/** The absolute address of a path, for canonical links and feeds. */
export const absolute = (path: string, origin: URL | string = site.url): string =>
  new URL(address(path), origin).href;
