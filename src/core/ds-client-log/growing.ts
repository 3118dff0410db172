interface Fixed {
  readonly length: number;
}

interface FixedKind<Values> {
  new (length: number): Values & { set(values: Fixed): void };
}

/** A copy of a typed array with room for `length` values, or the array itself where it has that. */
export function longer<
  Values extends Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array,
>(values: Values, length: number): Values {
  if (values.length >= length) return values;
  const larger = new (values.constructor as FixedKind<Values>)(length);
  larger.set(values);
  return larger;
}
