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

/** Inputs that note which of them are looked at. */
export interface Watched {
  readonly inputs: Inputs;
  /** Names of inputs that nothing has looked at, those inside a list under the name of the list. */
  readonly unread: () => readonly string[];
}

/** What `has` may look into without that counting as reading. */
const plain = new WeakMap<Inputs, Inputs>();

const isInputs = (value: unknown): value is Inputs =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A case may say something that the runner has no idea of. Its figures would then be those of another
 * case, and pass wherever the difference happens not to show.
 */
export function watched(inputs: Inputs): Watched {
  const read = new Set<string | symbol>();
  const within: Watched[] = [];
  const entries = Object.entries(inputs).map(([key, value]) => {
    if (!Array.isArray(value) || !value.every(isInputs)) return [key, value] as const;
    const parts = value.map(watched);
    const unread = () => parts.flatMap((part) => part.unread().map((name) => `${key}.${name}`));
    within.push({ inputs, unread });
    return [key, parts.map((part) => part.inputs)] as const;
  });
  const copy: Inputs = Object.fromEntries(entries);
  const noting = new Proxy(copy, {
    get: (target, key) => {
      read.add(key);
      return typeof key === 'string' ? target[key] : undefined;
    },
  });
  plain.set(noting, copy);
  const unread = () => [
    ...Object.keys(copy).filter((key) => copy[key] !== null && !read.has(key)),
    ...within.flatMap((part) => part.unread()),
  ];
  return { inputs: noting, unread };
}

/** Why the runner cannot put a case to the core; it is reported as not covered. */
export class NotCovered extends Error {}

/** Whether a case gives all of these; which of them are used shows when they are read. */
export function has(inputs: Inputs, ...keys: readonly string[]): boolean {
  const given = plain.get(inputs) ?? inputs;
  return keys.every((key) => given[key] !== undefined && given[key] !== null);
}

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
