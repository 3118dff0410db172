/** Reads the fields of untyped data one by one and collects what is wrong, with its path. */

export interface DeviceProblem {
  readonly kind:
    | 'missing'
    | 'not-text'
    | 'not-a-web-address'
    | 'not-a-flag'
    | 'not-one-of'
    | 'not-a-list'
    | 'not-fields'
    | 'unknown-field'
    | 'contradiction';
  /** Path of the field: `sources.0.url`. */
  readonly field: string;
  /** What stands there, or for `not-one-of` what may stand there. */
  readonly text: string;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export class FieldReader {
  readonly #fields: Fields;
  readonly #path: string;
  readonly #problems: DeviceProblem[];
  readonly #taken = new Set<string>();

  /** `problems` is where everything found is added; `path` ends with a dot, or is empty. */
  constructor(value: unknown, path: string, problems: DeviceProblem[]) {
    this.#fields = isFields(value) ? value : {};
    this.#path = path;
    this.#problems = problems;
    if (!isFields(value)) this.#add('not-fields', '', String(value));
  }

  #add(kind: DeviceProblem['kind'], name: string, text: string): void {
    this.#problems.push({ kind, field: `${this.#path}${name}`, text });
  }

  #take(name: string): unknown {
    this.#taken.add(name);
    return this.#fields[name];
  }

  has(name: string): boolean {
    this.#taken.add(name);
    return Object.hasOwn(this.#fields, name);
  }

  text(name: string): string {
    const value = this.#take(name);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    this.#add(value === undefined ? 'missing' : 'not-text', name, String(value));
    return '';
  }

  optionalText(name: string): string | undefined {
    return this.has(name) ? this.text(name) : undefined;
  }

  optionalUrl(name: string): string | undefined {
    const url = this.optionalText(name);
    if (url !== undefined && !/^https?:\/\/[^\s/]+\/\S*$/.test(url)) {
      this.#add('not-a-web-address', name, url);
    }
    return url;
  }

  /** False where the field is left out. */
  flag(name: string): boolean {
    const value = this.#take(name) ?? false;
    if (typeof value !== 'boolean') this.#add('not-a-flag', name, String(value));
    return value === true;
  }

  oneOf<Name extends string>(name: string, allowed: readonly [Name, ...Name[]]): Name {
    const value = this.#take(name);
    const known = allowed.find((entry) => entry === value);
    if (known === undefined) {
      this.#add(value === undefined ? 'missing' : 'not-one-of', name, allowed.join(', '));
    }
    return known ?? allowed[0];
  }

  nested<Value>(name: string, read: (fields: FieldReader) => Value): Value {
    const fields = new FieldReader(this.#take(name), `${this.#path}${name}.`, this.#problems);
    const value = read(fields);
    fields.finish();
    return value;
  }

  #entries(name: string): readonly unknown[] {
    const value = this.#take(name);
    if (Array.isArray(value)) return value;
    this.#add(value === undefined ? 'missing' : 'not-a-list', name, String(value));
    return [];
  }

  list<Value>(name: string, read: (fields: FieldReader) => Value): readonly Value[] {
    return this.#entries(name).map((entry, index) => {
      const fields = new FieldReader(entry, `${this.#path}${name}.${index}.`, this.#problems);
      const value = read(fields);
      fields.finish();
      return value;
    });
  }

  texts(name: string): readonly string[] {
    return this.#entries(name).map((entry, index) => {
      if (typeof entry !== 'string') this.#add('not-text', `${name}.${index}`, String(entry));
      return typeof entry === 'string' ? entry.trim() : '';
    });
  }

  /** Adds a problem for each field that nobody asked for. */
  finish(): void {
    for (const name of Object.keys(this.#fields)) {
      if (!this.#taken.has(name)) this.#add('unknown-field', name, name);
    }
  }
}
