import { keyedSpans } from './keyed-spans.ts';
import { isOrdinary } from './ordinary-words.ts';
import { pathSpans } from './path-spans.ts';

/** From the character `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type NameKind = 'set' | 'user' | 'host' | 'path' | 'address' | 'name';
export type NameSpan = Span & { readonly kind: NameKind };

const spansOf = (text: string, pattern: RegExp, kind: NameKind): readonly NameSpan[] =>
  [...text.matchAll(pattern)].map(({ index, 0: name }) => ({
    kind,
    start: index,
    end: index + name.length,
  }));

/** Forms that are names whatever the words are. */
const forms: readonly (readonly [NameKind, RegExp])[] = [
  ['address', /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>]+/giu],
  ['host', /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/gu],
  ['host', /\b[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}\b/giu],
  ['user', /[\p{L}\p{N}_.+-]{1,64}@[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*/gu],
  // A distinguished name (RFC 4514) goes as a whole.
  ['user', /\b(?:CN|OU|DC|UID)=[^,;"'<>\n]+(?:,\s?(?:CN|OU|DC|UID|O|L|C)=[^,;"'<>\n]+)*/giu],
];

/** Addresses of IPv6, RFC 4291: two colons side by side, or at least four in all. */
const addressSpans = (text: string): readonly NameSpan[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}_:])[0-9a-f:]{3,45}(?:%\w{1,20})?(?![\p{L}\p{N}_])/giu)]
    .map(({ index, 0: run }) => ({ index, run: run.replace(/([^:]):$/, '$1') }))
    .filter(({ run }) => /[0-9a-f]/i.test(run) && (run.includes('::') || run.split(':').length > 3))
    .map(({ index, run }) => ({ kind: 'host', start: index, end: index + run.length }) as const);

/** Codes and makes that look like a computer and are none. */
const makes =
  /^(?:0x[0-9a-f]+|\d+(?:st|nd|rd|th|[kmgtp]i?b|ms|min|[smhd]|bit)|\d{4}-\d\d-\d\dt[\dz.-]+|\d{1,4}(?:-\d{1,4}){1,2}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?:x|win|system|base|u?int|err(?:or)?|code|event|utf|iso|sha|md|aes|tls|ssl|rsa|kb|ds|ms|smb|nfs|http|ipv|ext|raid|lto|sp|v)[-_]?\d+(?:-\d+)*|(?:diffie|ecdh|curve25519|aes|hmac|sha|rsa|ssh|chacha20)\d*-.*|hresult.*)$/i;
const endings =
  /\.(?:local|localdomain|lan|intra|internal|home|corp|com|net|org|info|io|invalid|example|test|ch|de|at|fr|it|uk|eu|us|nl|li)$/i;
const documents =
  /\.(?:docx?|xlsx?|pptx?|pdf|pst|ost|csv|txt|rtf|od[tsp]|bak|mdf|ldf|vmdk|vhdx?|zip|key|pem|pfx)$/i;

function kindOf(token: string): NameKind | null {
  if (makes.test(token) || isOrdinary(token) || !/\p{L}/u.test(token)) return null;
  if (documents.test(token)) return 'path';
  const labels = token.split('.');
  if (endings.test(token) || (labels.length > 2 && /^\p{L}{2,}$/u.test(labels.at(-1) ?? '')))
    return 'host';
  const isNumbered = /\p{L}[\p{L}_-]*\d{2,}$|[-_]\p{L}*\d+$/u.test(token);
  const isCapitals = /^\p{Lu}[\p{Lu}\p{N}]*(?:[-‐‑–][\p{Lu}\p{N}]+)+$/u.test(token);
  return (isNumbered || isCapitals) && /^\p{L}/u.test(token) ? 'host' : null;
}

/** Words that look like a computer or a document by themselves. */
const tokenSpans = (text: string): readonly NameSpan[] =>
  spansOf(text, /[\p{L}\p{N}_]+(?:[-.‐‑–][\p{L}\p{N}_]+)*/gu, 'host').flatMap((span) => {
    const kind = kindOf(text.slice(span.start, span.end));
    return kind === null ? [] : [{ ...span, kind }];
  });

/**
 * Where a message looks as if it named somebody or something, the surest first; places may overlap.
 * The guesses err towards taking too much, and ordinary words are never a name by themselves.
 */
export const nameSpans = (text: string): readonly NameSpan[] => [
  ...pathSpans(text),
  ...forms.flatMap(([kind, pattern]) => spansOf(text, pattern, kind)),
  ...addressSpans(text),
  ...keyedSpans(text),
  ...tokenSpans(text),
];
