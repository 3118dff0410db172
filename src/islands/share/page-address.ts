/** The address of a path of this site, as another page would write it. */
export const absolute = (path: string): string => new URL(path, location.href).href;
