import { isSecretLike } from './cell-checks.ts';

/** What a text looks as if it held, as far as its form tells. */
export const secretKinds = [
  'private-key',
  'address-with-password',
  'password',
  'token',
  'card-number',
  'e-mail',
  'long-key',
] as const;
export type SecretKind = (typeof secretKinds)[number];

/** Longer texts are looked at by their beginning; a cell of that length is not put into a link. */
const lengthMax = 4096;

const forms: readonly (readonly [SecretKind, RegExp])[] = [
  ['private-key', /-----BEGIN [A-Z ]{0,30}PRIVATE KEY/i],
  ['address-with-password', /[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{1,64}:[^\s/@]{1,128}@/i],
  ['password', /\b(?:pass(?:word|wd|phrase|code)?|pwd|secret|pin)\b["']?\s{0,3}[:=]\s{0,3}\S/i],
  ['password', /(?:^|\s)(?:-P|--?pass(?:word)?|\/p:)[ =]?[^\s-]\S{2,}/i],
  [
    'password',
    /\bpass(?:word|wd|phrase|code)?\s{1,3}(?:is|was)\s{1,3}["']?(?!(?:[a-z]+ed|required|incorrect|not|invalid|wrong|empty|blank|too|about|being|set|missing|correct|changed|needed|weak|the|an?|in|no|never|already|older|reset|unknown|bad|disabled|locked|stored|same|must)\b)\S{3,}/i,
  ],
  // A password beside its name holds a digit, which tells it from the sentence that goes on.
  ['password', /\b(?:passcode|password|passphrase|passwd|pwd|pin)\s{1,3}(?!0x)\w{0,20}\d\S{2,}/i],
  [
    'password',
    /\b(?:user|login|logon|account|credentials?)[\s:=]{1,3}["']?[^\s/]{1,64}\/[^\s/]{3,}/i,
  ],
  ['token', /\b(?:api|access|secret|private|auth)?[ _-]?(?:key|token)\b["']?\s{0,3}[:=]\s{0,3}\S/i],
  ['token', /\b(?:bearer|basic)\s+[A-Za-z0-9._~+/-]{8,}/i],
  ['token', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['token', /\b(?:ghp|gho|ghs|glpat|xox[abp])[_-][A-Za-z0-9-]{16,}/],
  ['token', /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\./],
  ['e-mail', /[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}/],
  // Thirty-two hexadecimal digits are a key of 128 bits; the number of an error has eight at most.
  ['long-key', /\b[0-9a-f]{32,}\b/i],
];

/** A long run of letters of either case and digits, as base64 writes a key; words are not like that. */
const isLongKey = (text: string): boolean =>
  (text.match(/[A-Za-z0-9+/_-]{28,}={0,2}/g) ?? []).some(
    (run) => /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run),
  );

/** The check digit of ISO/IEC 7812-1 (Luhn), which one run of digits in ten passes by chance. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const isCardNumber = (text: string): boolean =>
  (text.match(/(?<![\dA-Za-z])\d(?:[ -]?\d){12,18}(?![\dA-Za-z])/g) ?? []).some((run) =>
    passesLuhn(run.replace(/[ -]/g, '')),
  );

/** What secret a text looks as if it held; null for none. A guess that errs towards caution. */
export function secretIn(text: string): SecretKind | null {
  const start = text.slice(0, lengthMax);
  const form = forms.find(([, pattern]) => pattern.test(start));
  if (form) return form[0];
  if (isCardNumber(start)) return 'card-number';
  if (isLongKey(start)) return 'long-key';
  return isSecretLike(start) ? 'password' : null;
}
