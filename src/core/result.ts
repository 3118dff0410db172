/**
 * What a parser returns: a value that cannot be wrong any more, or at least one problem.
 * Problems are data; the island or the build puts them into words for the person they address.
 */
export type Result<Value, Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

/** A success holding `value`. */
export const ok = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });

/** A failure with one problem or more. */
export const failed = <Problem>(
  ...problems: readonly [Problem, ...Problem[]]
): Result<never, Problem> => ({ ok: false, problems });

/** Whether a list has at least one entry, as the type that `failed` wants. */
export const isNonEmpty = <Item>(items: readonly Item[]): items is readonly [Item, ...Item[]] =>
  items.length > 0;
