/**
 * The whole vocabulary of what a reader may say about a file. Codes are stable: tests, help pages
 * and links name them. Sentences for a person stand in `diagnostic-words.ts`.
 */
export type Severity = 'error' | 'warning' | 'info';

export const severities = {
  'file.empty': 'error',
  'file.no-rows': 'warning',
  'file.is-image': 'error',
  'file.not-text': 'error',
  'file.other-log': 'error',
  'file.truncated': 'warning',
  'file.second-table': 'warning',
  'container.unsupported-biff': 'error',
  'container.corrupt': 'error',
  'zip.inflates-too-much': 'error',
  'xml.doctype': 'error',
  'table.too-wide': 'error',
  'html.active-content': 'warning',
  'table.merged-cells': 'warning',
  'encoding.guessed': 'info',
  'encoding.trailing-byte': 'warning',
  'eol.cr': 'info',
  'delimiter.mixed': 'warning',
  'quote.unbalanced': 'warning',
  'header.missing': 'warning',
  'header.unknown': 'warning',
  'header.duplicate': 'warning',
  'header.not-first': 'info',
  'row.short': 'warning',
  'row.long': 'warning',
  'row.trailing-empty': 'info',
  'row.furniture': 'info',
  'row.repeated-header': 'info',
  'row.total': 'warning',
  'row.exact-duplicate': 'warning',
  'cell.control-char': 'warning',
  'cell.invisible-char': 'warning',
  'cell.bidi-control': 'warning',
  'cell.huge': 'warning',
  'cell.formula-like': 'info',
  'cell.markup-like': 'info',
  'cell.secret-like': 'warning',
  'date.mixed-formats': 'warning',
  'date.unreadable': 'warning',
  'date.impossible': 'warning',
  'duration.negative': 'warning',
  'duration.unreadable': 'warning',
  'number.ambiguous-separator': 'warning',
  'number.has-unit': 'warning',
  'number.indian-grouping': 'info',
  'number.scientific': 'warning',
  'number.beyond-2-53': 'warning',
  'number.implausible': 'warning',
  'number.negative-bytes': 'warning',
  'number.unreadable': 'warning',
} as const satisfies Record<string, Severity>;

export type DiagnosticCode = keyof typeof severities;

/** Where a diagnostic was raised, and what belongs to that place. */
export interface Place {
  /** Data row, counted from 1 in the order of the file; rows set aside count, headers do not. */
  readonly row?: number;
  /** Column, counted from 0. */
  readonly col?: number;
  /** Line of the file, counted from 1. */
  readonly line?: number;
  /** Facts such as `chars`, `value`, `encoding`, `format`, `cols`, `looks_like`, `found`. */
  readonly facts?: Readonly<Record<string, string | number | readonly number[]>>;
}

/** All occurrences of one code in a file: how many, and the first `placesKept` of them. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly count: number;
  readonly places: readonly Place[];
}

/** A million bad cells need one sentence, not a million objects. */
const placesKept = 1000;

export interface DiagnosticLog {
  add(code: DiagnosticCode, place?: Place): void;
  has(code: DiagnosticCode): boolean;
  /** Adds all that another log holds, behind what this one holds. */
  append(other: DiagnosticLog): void;
  list(): readonly Diagnostic[];
}

/** Collects diagnostics in the order in which their codes were first raised. */
export function diagnosticLog(): DiagnosticLog {
  const byCode = new Map<DiagnosticCode, { count: number; places: Place[] }>();
  return {
    add(code, place) {
      const entry = byCode.get(code) ?? { count: 0, places: [] };
      entry.count += 1;
      if (place && entry.places.length < placesKept) entry.places.push(place);
      byCode.set(code, entry);
    },
    has: (code) => byCode.has(code),
    append(other) {
      for (const { code, count, places } of other.list()) {
        const entry = byCode.get(code) ?? { count: 0, places: [] };
        entry.count += count;
        entry.places.push(...places.slice(0, placesKept - entry.places.length));
        byCode.set(code, entry);
      }
    },
    list: () =>
      [...byCode].map(([code, { count, places }]) => ({
        code,
        severity: severities[code],
        count,
        places,
      })),
  };
}
