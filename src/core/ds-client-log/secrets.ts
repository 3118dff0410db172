import { isSecretLike } from './cell-checks.ts';
import { hashForms, keyForms, longForms } from './key-forms.ts';
import { passwordForms } from './password-forms.ts';

/** What a text looks as if it held, as far as its form tells. */
export const secretKinds = [
  'private-key',
  'address-with-password',
  'password',
  'password-hash',
  'token',
  'card-number',
  'e-mail',
  'long-key',
] as const;
export type SecretKind = (typeof secretKinds)[number];

/** Longer texts are looked at by their beginning; a cell of that length is not put into a link. */
const lengthMax = 4096;

const forms: readonly (readonly [SecretKind, RegExp])[] = [
  [
    'private-key',
    /-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY|PuTTY-User-Key-File-\d|\bAGE-SECRET-KEY-1/i,
  ],
  ['address-with-password', /[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{0,64}:[^\s/@]{1,128}@/i],
  ...hashForms.map((form) => ['password-hash', form] as const),
  ...passwordForms.map((form) => ['password', form] as const),
  ...keyForms.map((form) => ['token', form] as const),
  ...longForms.map((form) => ['long-key', form] as const),
];

/** Looked for last: whoever lets names leave is still to be asked for anything else in the text. */
const mail = /[\p{L}\p{N}_.+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/u;

/** Signs without a mark of their own, which break a word for the eye of a pattern and for no other. */
const unseen = /\p{Default_Ignorable_Code_Point}/gu;

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
  const start = text.slice(0, lengthMax).replace(unseen, '').normalize('NFKC');
  const form = forms.find(([, pattern]) => pattern.test(start));
  if (form) return form[0];
  if (isCardNumber(start)) return 'card-number';
  if (isLongKey(start)) return 'long-key';
  if (isSecretLike(start)) return 'password';
  return mail.test(start) ? 'e-mail' : null;
}
