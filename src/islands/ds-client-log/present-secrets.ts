import { secretIn, type SecretKind } from '../../core/ds-client-log/secrets.ts';
import { cellView, type CellView } from './view.ts';

/** A text that looks like a secret, on its way to the clipboard. */
export interface QuotedSecret {
  /** "a password" */
  readonly what: string;
  readonly text: CellView;
}

/** What a text looks as if it held, behind "this looks like". */
export const secretWords: Readonly<Record<SecretKind, string>> = {
  'private-key': 'a private key',
  'address-with-password': 'an address with a password in it',
  password: 'a password',
  'password-hash': 'a stored password, which can be tried out at leisure',
  token: 'a key or token that lets somebody in',
  'card-number': 'the number of a payment card',
  'e-mail': 'an e-mail address',
  'long-key': 'a key: a long row of letters and digits',
};

/** Named one by one to who is asked; the rest is counted out by reading the text. */
const toldMax = 5;

/** Texts among these that look like a secret. An e-mail address is a name, which was asked for. */
export function quotedSecrets(texts: Iterable<string>): readonly QuotedSecret[] {
  const found: QuotedSecret[] = [];
  for (const text of texts) {
    const kind = found.length < toldMax ? secretIn(text) : null;
    if (kind !== null && kind !== 'e-mail')
      found.push({ what: secretWords[kind], text: cellView(text) });
  }
  return found;
}
