import type { DiagnosticCode } from './diagnostics.ts';

/** Longer cells are shown in part; everything below looks at this much of a cell and no more. */
export const cellLengthMax = 32_768;
const patternLengthMax = 4096;

const isControl = (code: number): boolean =>
  (code < 32 && code !== 9 && code !== 10 && code !== 13) || (code >= 127 && code < 160);

/** Unicode bidirectional controls: marks, embeddings, overrides and isolates. */
const isBidi = (code: number): boolean =>
  code === 0x200e ||
  code === 0x200f ||
  code === 0x061c ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2066 && code <= 0x2069);

/** Zero-width and other characters that leave no mark; U+00A0 and U+202F are ordinary in numbers. */
const isInvisible = (code: number): boolean =>
  code === 0x00ad ||
  code === 0x034f ||
  code === 0x180e ||
  (code >= 0x200b && code <= 0x200d) ||
  (code >= 0x2060 && code <= 0x2064) ||
  code === 0xfeff;

/** First characters that make a spreadsheet calculate (OWASP ASVS 1.2.10, and fullwidth forms). */
const formulaStarts = new Set([
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\uff1d',
  '\uff0b',
  '\uff0d',
  '\uff20',
]);

/** Whether a spreadsheet would calculate this text, leading spaces and quotes aside. */
export function isFormulaLike(text: string): boolean {
  for (let i = 0; i < Math.min(text.length, patternLengthMax); i += 1) {
    const char = text.charAt(i);
    if (formulaStarts.has(char)) return true;
    if (char !== ' ' && char !== '"' && char !== "'" && char !== '\u00a0') return false;
  }
  return false;
}

const markupSign = /[<&{:]/;
const markup = /<[a-z!/?]|&(?:[a-z]{2,8}|#x?[0-9a-f]{1,6});|\{\{|(?:javascript|vbscript|data):/i;

/**
 * What every pattern below needs somewhere: most texts have none of it, and are spared the seven.
 */
const secretSign = /[:=]|-P|--|AKIA|gh[pos]|glpat|xox|eyJ/;

const secrets: readonly RegExp[] = [
  /\b(?:password|passwd|passphrase|pwd|secret|api[_-]?key|token)\b\s*[:=]\s*\S{3,}/i,
  /(?:^|\s)(?:-P|--password|\/p:)[ =]?[^\s-]\S{5,}/,
  /[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{1,64}:[^\s/@]{1,128}@/i,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\b(?:ghp|gho|ghs|glpat|xox[abp])[_-][A-Za-z0-9-]{16,}/,
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/,
  /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\./,
];

/** Whether a text looks as if it held a password or a key. A guess that errs towards caution. */
export const isSecretLike = (text: string): boolean => {
  const start = text.slice(0, patternLengthMax);
  return secretSign.test(start) && secrets.some((pattern) => pattern.test(start));
};

function charCodes(text: string, found: DiagnosticCode[]): void {
  let control = false;
  let invisible = false;
  let bidi = false;
  const end = Math.min(text.length, cellLengthMax);
  for (let i = 0; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 32 && code < 127) continue;
    control ||= isControl(code);
    invisible ||= isInvisible(code);
    bidi ||= isBidi(code);
  }
  if (control) found.push('cell.control-char');
  if (invisible) found.push('cell.invisible-char');
  if (bidi) found.push('cell.bidi-control');
}

/** What a byte says by itself: a sign of something odd, between two words, or part of a word. */
const oddByte = 0;
const betweenWords = 1;
const inWord = 2;
export const byteKinds = Uint8Array.from({ length: 256 }, (_, byte) => {
  const char = String.fromCharCode(byte);
  if (byte < 32 || byte > 126 || '<&{:='.includes(char)) return oddByte;
  return /[\w.-]/.test(char) ? inWord : betweenWords;
});

/** What is odd about the text of one cell; most cells give an empty list. */
export function checkText(text: string): readonly DiagnosticCode[] {
  if (text === '') return [];
  const found: DiagnosticCode[] = [];
  if (text.length > cellLengthMax) found.push('cell.huge');
  charCodes(text, found);
  if (isFormulaLike(text)) found.push('cell.formula-like');
  if (markupSign.test(text) && markup.test(text.slice(0, patternLengthMax)))
    found.push('cell.markup-like');
  if (isSecretLike(text)) found.push('cell.secret-like');
  return found;
}
