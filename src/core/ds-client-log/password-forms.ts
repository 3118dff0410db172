/**
 * Words for a password that no other word ends in, so that `DB_PASSWORD` and `dbpwd` are found as well:
 * in the languages of the countries that our readers write from, and of their neighbours.
 */
const words = [
  'passw(?:or[dt]|d)|passwoerter|passwörter|passphrase|passcode|pwd', // English, German
  'kennw[oö]rt(?:er)?|zugangscode|losungswort', // German
  'mots? ?de ?passe', // French
  'lösenord(?:et)?|losenord|passord(?:et)?|adgangskoden?|kodeordet|kodeord|salasana|lykilorð', // Nordic
  'contraseñas?|contrasenas?|contrasenya', // Spanish, Catalan
  "parola d['’]ordine|parola|parol[ăe]", // Italian, Romanian, Latvian
  'wachtwoord(?:en)?', // Dutch
  'hasł[oa]|haslo', // Polish
  'senha|palavra-passe', // Portuguese
  'heslo|jelszó|jelszo|lozinka|geslo|parool|slaptažodis|şifre', // their neighbours
  'парол[ьяі]|лозинка|κωδικός|סיסמה|パスワード|密码|密碼|비밀번호',
].join('|');

/** Words that others end in too, such as "compass" and "turkey": they stand by themselves or behind a sign. */
const shortWords =
  'pass|pin|mdp|clave|secret|geheimnis|(?:user|db|pg|root|admin|key|store|my)pass|(?:client|app|shared)secret';
const alone = '(?<![\\p{L}\\p{N}])';

const word = `(?:(?:${words})|${alone}(?:${shortWords}))`;
/** What a name in a configuration goes on with; "password-protected file:" is none. */
const rest = '(?:s|\\d{1,4}|_(?!\\w{0,12}key)\\w{1,20}|hash|text|value)?';
const assigned = '["\'`\\]]?\\s{0,3}[:=]\\s{0,3}\\S';

/** A sign of a made-up word: a digit, or a mark that stands in no sentence. */
const odd = '(?=\\S{0,40}[\\d!#$%&*+=?@^_~])';
/** "is", between a word for a password and the password. */
const copulas = 'is|was|ist|war|lautet|est|är|er|on|es|è|é|jest|to|je|é:';
/** How a sentence about a password goes on that does not give it away. */
const goesOn =
  '[a-z]+ed|required|incorrect|not|invalid|wrong|empty|blank|too|about|being|set|missing|correct|changed|needed|weak|the|an?|in|no|never|already|older|reset|unknown|bad|disabled|locked|stored|same|must';

const form = (source: string): RegExp => new RegExp(source, 'iu');

/**
 * How a password is given away: as `DB_PASSWORD=…`, on a command line, or in a sentence. Every count is
 * bounded, so that the time grows with the text alone.
 */
export const passwordForms: readonly RegExp[] = [
  form(`${word}${rest}${assigned}`),
  form(`<(?:\\w{1,20}[:_-])?${word}${rest}>\\s{0,3}[^\\s<]`),
  form(
    `${alone}--?(?:[\\w-]{1,20}-)?(?:\\w{0,12}pass(?:word|wd|phrase|code)?|pwd|secret|${words})(?:\\s{1,3}|[=:])["']?[^\\s-]`,
  ),
  form(`(?:^|\\s)\\/(?:p|pass|pw|pwd|password|rp):\\S`),
  // Neither the port of "ssh -p 2222" nor the path of "mkdir -p /srv".
  form(`(?:^|\\s)-P(?:\\s{1,3}|=)["']?(?!\\d{1,5}(?:\\s|$)|\\/|~\\/)[^\\s-]\\S{2,}`),
  new RegExp(`(?:^|\\s)-[pP]${odd}(?=\\S{0,40}\\p{L})[^\\s/=-]\\S{3,}`, 'u'),
  form(
    `\\b(?:mysql\\w{0,12}|mariadb[\\w-]{0,12}|sshpass|7za?|rar|unrar|zip|unzip|plink|pscp|psexec|sqlcmd|osql|bcp)\\b[^\\n]{0,120}?\\s-p(?!w?\\s{0,3}\\d{1,5}(?:\\s|$))\\s?[^\\s-]`,
  ),
  form(`\\bplink\\b[^\\n]{0,120}?\\s-pw\\s`),
  // curl -u name:password, smbclient -U name%password
  form(
    `(?:^|\\s)(?:-u|--(?:proxy-)?user)(?:\\s{1,3}|=)?["']?(?!\\d{1,6}:)[^\\s:%=]{1,64}[:%][^\\s\\\\]`,
  ),
  form(`\\bnet(?:\\.exe)?\\s{1,3}use\\s[^\\n]{0,160}\\/u(?:ser)?:`),
  form(`\\becho\\s{1,3}\\S[^\\n|]{0,80}\\|\\s{0,3}sudo\\s[^\\n]{0,20}-[a-z]{0,4}S`),
  form(
    `\\b(?:sqlplus|rman|expdp|impdp|exp|imp|thin:|target)[\\s@:]{0,3}(?:-\\w\\s)?[\\w$#]{1,30}\\/[^\\s@/]{1,60}@`,
  ),
  form(`${word}s?\\s{1,3}(?:is|was)\\s{1,3}["'“„«]?(?!(?:${goesOn})(?![\\p{L}\\p{N}]))\\S{3,}`),
  form(`${word}\\s{1,3}(?:${copulas})\\s{1,3}["'“„«]?${odd}\\S{3,}`),
  // A password beside its name holds a digit, which tells it from the sentence that goes on.
  form(`${word}\\s{1,3}["'“„«(]?(?!0x)[\\p{L}\\p{N}_!#$%&*+@^~.-]{0,20}\\d\\S{2,}`),
  form(
    `\\b(?:user|login|logon|account|credentials?)[\\s:=]{1,3}["']?(?!(?:and|read)\\/)[^\\s/]{1,64}\\/[^\\s/]{3,}`,
  ),
  form(`\\bcredentials?[\\s:=]{1,3}["']?[^\\s/:]{1,64}:[^\\s\\\\/]{3,}`),
];
