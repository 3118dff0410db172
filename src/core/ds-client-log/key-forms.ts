/** Values that let somebody in by themselves, known by the form that their makers gave them. */
export const keyForms: readonly RegExp[] = [
  // A key or token that is named and given: "api_key=7", "AWS_SECRET_ACCESS_KEY: …". Not a public or a registry key.
  /(?<![\p{L}\p{N}]|\b(?:public|foreign|registry)[ _-])(?:key|token|jwt|sig|(?:api|access|account|auth|client|encryption|private|refresh|secret|shared|sharedaccess|session|storage|sas|id)(?:key|token|id)(?<!(?:account|client|session|shared|storage|id|key)id))(?:s|\d{1,3}|_(?:id|value|secret|base64))?["'`\]]?\s{0,3}[:=]\s{0,3}\S/iu,
  /\b(?:one-time|verification|security|recovery|unlock|otp|mfa|2fa)[ _-]?(?:code|key|pin|password)s?\s{0,3}(?:[:=]|\bis\b)?\s{0,3}\d{4,}/i,
  /\b(?:set-)?cookie2?\s{0,3}[:=]\s{0,3}\S/i,
  /(?:sess(?:ion)?[_-]?id|sessid|\.aspxauth|\bsid)\s{0,2}[:=]\s{0,2}["']?[\w%.-]{16,}/i,
  /\bauthorization\s{0,3}[:=]\s{0,3}(?:basic|bearer|digest|negotiate|ntlm|token|apikey|aws4\S{0,20})\s{1,3}\S/i,
  /\bbearer\s{1,3}(?!(?:token|auth\w{0,12}|scheme)\b)[A-Za-z0-9._~+/-]{8,}/i,
  // Letters of both cases or digits, as base64 has them: "basic authentication" has not.
  /\b(?:[Bb]asic|BASIC)\s{1,3}(?=\S{0,80}(?:\d|[a-z][A-Z]|=))[A-Za-z0-9._~+/-]{8,}/,
  /\b(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}\b/, // Amazon
  /\bAIza[\w-]{30,}|\bya29\.[\w-]{20,}/, // Google
  /\b(?:gh[opusr]|github_pat|glpat|gldt|npm|dop_v1|hf|pypi|xox[abeoprs]|xapp|whsec)[_-][A-Za-z0-9_-]{16,}/,
  /\bhooks\.slack\.com\/services\/\w/,
  /\b[rsp]k[-_](?:(?:live|test|proj|ant)[-_])?[A-Za-z0-9][\w-]{18,}/, // Stripe and others
  /\bSG\.[\w-]{16,}\.[\w-]{16,}/, // SendGrid
  /\bhv[sbr]\.[\w-]{20,}/, // Vault
  /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/, // a JSON web token, RFC 7519
  /\b\d{8,10}:AA[\w-]{30,}/, // Telegram
];

/** A stored password: whoever has it can try passwords against it in peace. */
export const hashForms: readonly RegExp[] = [
  /\$(?:2[abxy]?|[156y7]|gy|apr1|sha1|scrypt|argon2(?:id?|d)|pbkdf2[\w-]{0,20}|krb5\w{0,8}|DCC2)\$[^\s$]{0,80}\$?[^\s]{8,}/i, // crypt(5)
  /\{(?:S?SHA(?:256|384|512)?|S?MD5|CRYPT|PBKDF2[\w-]{0,12}|ARGON2\w{0,2})\}[A-Za-z0-9+/=$.]{8,}/i, // LDAP, RFC 2307
  /\b[0-9a-f]{32}:[0-9a-f]{32}\b/i, // LAN Manager and NT hash, as dumped
  /\b[^\s:]{1,64}::[^\s:]{0,64}:[0-9a-f]{16}:[0-9a-f]{32}:/i, // NTLM version 2
];

/** A key by its number of digits and letters alone. */
export const longForms: readonly RegExp[] = [
  // Thirty-two hexadecimal digits are a key of 128 bits; the number of an error has eight at most.
  /\b[0-9a-f]{32,}\b/i,
  /\b(?:\d{6}-){7}\d{6}\b/, // the recovery key of an encrypted drive
  /\b(?:[A-Z0-9]{5}-){4}[A-Z0-9]{5}\b/, // the key of a product
];
