/** A recorded case of `lag-cases.json` (schema `lag-cases/1`), and reading its inputs. */
export interface LagCase {
  readonly id: string;
  readonly group: string;
  readonly kind: string;
  readonly inputs: Inputs;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance_abs: number;
}

export type Inputs = Readonly<Record<string, unknown>>;

/** What the core says, under the names that the case uses. */
export type Figures = Readonly<Record<string, unknown>>;

/** Why the runner cannot put a case to the core; it is reported as not covered. */
export class NotCovered extends Error {}

export const has = (inputs: Inputs, ...keys: readonly string[]): boolean =>
  keys.every((key) => inputs[key] !== undefined && inputs[key] !== null);

/** A number of the inputs. Hexadecimal texts such as `0xe3` are read too. */
export function number(inputs: Inputs, key: string): number {
  const value = inputs[key];
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && /^0x[0-9a-f]+/i.test(value)) return Number.parseInt(value, 16);
  throw new NotCovered(`input ${key} is not a number`);
}

export const numberOr = (inputs: Inputs, key: string, otherwise: number): number =>
  has(inputs, key) ? number(inputs, key) : otherwise;

/** A text of the inputs, empty where there is none. */
export const text = (inputs: Inputs, key: string): string =>
  typeof inputs[key] === 'string' ? inputs[key] : '';

/** A list of numbers, or one number as a list of one. */
export function numbers(inputs: Inputs, key: string): readonly number[] {
  const value = inputs[key];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((each) => {
    if (typeof each !== 'number') throw new NotCovered(`input ${key} is not a list of numbers`);
    return each;
  });
}

/** A list of texts, or one text as a list of one. */
export function texts(inputs: Inputs, key: string): readonly string[] {
  const value = inputs[key];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((each) => {
    if (typeof each !== 'string') throw new NotCovered(`input ${key} is not a list of texts`);
    return each;
  });
}
