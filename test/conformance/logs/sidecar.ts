/** What stands in a `<name>.expect.json` beside a sample, as its README describes it. */
export interface ExpectedDiagnostic {
  readonly code: string;
  readonly severity?: string;
  readonly row?: number;
  readonly col?: number;
  readonly line?: number;
  readonly count?: number;
  readonly rows?: readonly number[];
  readonly cols?: unknown;
  readonly [fact: string]: unknown;
}

export interface Sidecar {
  readonly sample?: string;
  readonly bytes?: number;
  readonly sha256?: string;
  readonly expect?: 'accept' | 'accept-with-warnings' | 'reject';
  readonly may_refuse_with?: string;
  readonly kind?: string;
  readonly detect?: Readonly<Record<string, unknown>>;
  readonly columns?: readonly { index: number; header?: string; field?: string | null }[];
  readonly rows?: readonly Readonly<Record<string, unknown>>[];
  readonly rows_expected?: number;
  readonly rows_ok?: number;
  readonly rows_total?: number;
  readonly metrics?: Readonly<Record<string, unknown>>;
  readonly groups?: readonly { pattern: string; count: number; catalogue: string }[];
  readonly by_severity?: Readonly<Record<string, number>>;
  readonly ungrouped_unknown?: number;
  readonly facts?: readonly Readonly<Record<string, unknown>>[];
  readonly flags_expected?: readonly Readonly<Record<string, unknown>>[];
  readonly diagnostics?: readonly ExpectedDiagnostic[];
  readonly decoded_contains?: string;
  readonly zone_for_check?: string;
  readonly must?: readonly string[];
}
