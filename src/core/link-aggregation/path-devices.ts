/** A device on the path. The number counts switches where there is more than one. */
export type Device =
  | { readonly kind: 'clients' }
  | { readonly kind: 'agent' }
  | { readonly kind: 'storage' }
  | { readonly kind: 'switch'; readonly number: number; readonly of: number };

/**
 * The devices along a path of so many hops in the order of a backup, one more than hops. `side` is
 * that of the text form: the path runs from the clients' switch to the agent, or from it to the storage.
 */
export function devicesAlong(side: string, hops: number): readonly Device[] {
  const isStorage = side === 'storage';
  const switches = isStorage ? hops - 1 : hops;
  const between = Array.from({ length: switches }, (_, index): Device => ({
    kind: 'switch',
    number: index + 1,
    of: switches,
  }));
  return isStorage
    ? [{ kind: 'agent' }, ...between, { kind: 'storage' }]
    : [...between, { kind: 'agent' }];
}
