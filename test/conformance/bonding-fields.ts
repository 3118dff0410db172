/** Field by field reading of untyped data that remembers what it has not understood. */

/** Why a vector cannot be judged; its message is the reason printed beside "not covered". */
export class ShapeNotCovered extends Error {}

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function asNumber(value: unknown): number | undefined {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' && /^(?:0x[0-9a-f]+|\d+)$/i.test(value)) return Number(value);
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

export class Reader {
  readonly #fields: Fields;
  readonly #where: string;
  readonly #taken = new Set<string>();

  constructor(fields: Fields, where: string) {
    this.#fields = fields;
    this.#where = where;
  }

  /** The value under the first of these names that is there. */
  take(...names: readonly string[]): unknown {
    for (const name of names) {
      if (Object.hasOwn(this.#fields, name)) {
        this.#taken.add(name);
        return this.#fields[name];
      }
    }
    return undefined;
  }

  has(names: readonly string[]): boolean {
    return names.some((name) => this.#fields[name] !== undefined && this.#fields[name] !== null);
  }

  text(names: readonly string[]): string {
    const value = this.take(...names);
    if (typeof value === 'string') return value;
    throw new ShapeNotCovered(`${this.#where} has no ${names[0]}`);
  }

  /** An unsigned whole number, also as text or hexadecimal text. */
  number(names: readonly string[], otherwise?: number): number {
    const given = this.take(...names);
    const value = given === undefined || given === null ? otherwise : asNumber(given);
    if (value !== undefined) return value;
    throw new ShapeNotCovered(`${this.#where} has no usable ${names[0]}`);
  }

  /** Throws where a field was neither taken nor known to be irrelevant. */
  finish(irrelevant: readonly string[]): void {
    const left = Object.keys(this.#fields).filter(
      (name) => !this.#taken.has(name) && !irrelevant.includes(name),
    );
    if (left.length > 0) {
      throw new ShapeNotCovered(`${this.#where} field not understood: ${left.join(', ')}`);
    }
  }
}
