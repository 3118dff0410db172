/** The version that a link is written in. A changed default or a dropped word is a new version. */
export const currentVersion = 1;

/** A key and its value as they stand in a fragment, in that order. */
export type Pair = readonly [key: string, value: string];

/**
 * `upgraders.get(n)` rewrites the pairs of a link of version n as version n + 1. A link that worked
 * once works forever: add an upgrader, never edit one, even when only a default changes.
 */
export type Upgraders = ReadonlyMap<number, (pairs: readonly Pair[]) => readonly Pair[]>;
export const upgraders: Upgraders = new Map();

/**
 * Signs of a link that mail filters and chats write as `%2C` or `&amp;`. A link of ours holds neither a
 * percent sign nor a semicolon, so that nothing in it can be mistaken for one.
 */
const unescaped = (text: string): string =>
  text
    .replace(/&amp;|%26(?:amp;|amp%3B)?/gi, '&')
    .replace(/%(?:2[CDE]|3D|7E)/gi, (escape) => decodeURIComponent(escape));

/** The keys and values of a fragment without `#`, in its order. */
export function pairsOf(text: string): readonly Pair[] {
  return unescaped(text)
    .split('&')
    .map((part) => {
      const at = part.indexOf('=');
      return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
    });
}

/** The pairs as version `to` writes them; null for a version that no upgrader leads on from. */
export function upgraded(
  pairs: readonly Pair[],
  from: string,
  to: number,
  known: Upgraders,
): readonly Pair[] | null {
  if (!/^[1-9]\d{0,3}$/.test(from) || Number(from) > to) return null;
  let current = pairs;
  for (let version = Number(from); version < to; version += 1) {
    const upgrader = known.get(version);
    if (!upgrader) return null;
    current = upgrader(current);
  }
  return current;
}
