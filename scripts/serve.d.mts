/** What the tests see of the server; the meaning of each part stands in serve.mjs. */
export interface Serving {
  readonly url: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

export interface ServeOptions {
  readonly dir: string;
  readonly port?: number;
  readonly base?: string;
  readonly host?: string;
}

export function serve(options: ServeOptions): Promise<Serving>;
