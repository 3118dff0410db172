/** What looks like a secret and may not leave, and what only speaks of one. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { masking } from '../../../src/core/ds-client-log/masking.ts';
import { secretIn } from '../../../src/core/ds-client-log/secrets.ts';
import { catalogue } from '../../conformance/logs.ts';

const entries = catalogue();
const hex = '0123456789abcdef0123456789abcdef';

describe('what looks like a secret', () => {
  const cases = [
    ['pre-command: sqlcmd -U sa -P Fict1onalPassw0rd!', 'password'],
    ['Passphrase: correct horse', 'password'],
    ['the password is hunter22', 'password'],
    ['passcode 1234', 'password'],
    ['user jdoe/hunter2', 'password'],
    ['MYSQL_PWD=hunter', 'password'],
    ['DB_PASSWORD: hunter', 'password'],
    ['env PGPASSWORD=hunter pg_dump', 'password'],
    ['dbpwd=hunter', 'password'],
    ['{"user":"sa","password":"hunter"}', 'password'],
    ['<add key="x"><Password>hunter</Password>', 'password'],
    ['Server=db;User Id=sa;Pwd=hunter;', 'password'],
    ['smtp_pass = hunter', 'password'],
    ['Kennwort: geheim', 'password'],
    ['Das Passwort lautet Sommer24', 'password'],
    ['Kennwort Sommer24!', 'password'],
    ['mot de passe : azerty', 'password'],
    ['le mot de passe est azerty1', 'password'],
    ['lösenord: hemligt', 'password'],
    ['Lo\u0308senord=hemligt', 'password'], // the dots as a sign of their own
    ['contraseña=secreto', 'password'],
    ["parola d'ordine: segreta", 'password'],
    ['wachtwoord: geheim', 'password'],
    ['hasło: tajne', 'password'],
    ['HASŁO=tajne', 'password'],
    ['senha: segredo', 'password'],
    ['пароль: секрет', 'password'],
    ['pass\u200bword=hunter', 'password'], // a sign without a width within the word
    ['ｐａｓｓｗｏｒｄ：hunter', 'password'],
    ['mysqldump -psecret acme', 'password'],
    ['sshpass -p secret ssh acme', 'password'],
    ['tool -p secret', 'password'],
    ['tool --password secret', 'password'],
    ['tool --db-password=secret', 'password'],
    ['keytool -storepass changeit', 'password'],
    ['curl -u jdoe:hunter https://x', 'password'],
    ['smbclient //srv/share -U jdoe%hunter', 'password'],
    ['net use Z: \\\\srv\\share hunter /user:ACME\\jdoe', 'password'],
    ['echo hunter | sudo -S reboot', 'password'],
    ['sqlplus scott/tiger@orcl', 'password'],
    ['mstsc /v:srv /p:hunter', 'password'],
    ['https://user:secret@example.invalid/path', 'address-with-password'],
    ['redis://:hunter@cache:6379/0', 'address-with-password'],
    ['mongodb+srv://jdoe:hunter@db.acme.invalid/x', 'address-with-password'],
    ['root:$6$rounds=5000$saltsalt$hashhashhashhash:19000:0', 'password-hash'],
    ['$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW', 'password-hash'],
    ['$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$RdescudvJCsgt3ub+b', 'password-hash'],
    [`Administrator:500:${hex}:${hex}:::`, 'password-hash'],
    ['{SSHA}c2FsdHlwYXNzd29yZGhhc2g=', 'password-hash'],
    ['Cookie: sid=7', 'token'],
    ['Set-Cookie: lang=de; HttpOnly', 'token'],
    ['PHPSESSID=0a1b2c3d4e5f6071', 'token'],
    ['AKIAIOSFODNN7EXAMPLE', 'token'],
    ['AWS_SECRET_ACCESS_KEY: x', 'token'],
    ['DefaultEndpointsProtocol=https;AccountKey=x==', 'token'],
    ['https://x.blob.invalid/c?sv=1&sig=abc', 'token'],
    ['Authorization: Bearer abcdef123456', 'token'],
    ['Authorization: Basic dXNlcjpwYXNz', 'token'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJqZG9lIn0.c2ln', 'token'],
    ['ghp_0123456789abcdefghij', 'token'],
    ['sk_live_0123456789abcdefghij', 'token'],
    ['AIzaSyA0123456789abcdefghijklmnopqrstuv', 'token'],
    ['api_key=7', 'token'],
    ['recovery code: 123456', 'token'],
    ['-----BEGIN RSA PRIVATE KEY-----', 'private-key'],
    ['-----BEGIN OPENSSH PRIVATE KEY-----', 'private-key'],
    ['-----BEGIN PGP PRIVATE KEY BLOCK-----', 'private-key'],
    ['PuTTY-User-Key-File-3: ssh-ed25519', 'private-key'],
    ['sent to j.doe@example.invalid', 'e-mail'],
    ['4111 1111 1111 1111', 'card-number'],
    [`key id ${hex}`, 'long-key'],
    ['wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY1', 'long-key'],
    ['111111-222222-333333-444444-555555-666666-777777-888888', 'long-key'],
  ] as const;
  for (const [text, kind] of cases) {
    it(`${text}: ${kind}`, () => assert.equal(secretIn(text), kind));
  }
});

describe('what only speaks of a secret', () => {
  const cases = [
    'The password is not correct',
    'The specified network password is not correct.',
    'sudo: a password is required',
    '[sudo] password for root: ',
    '[sudo: authenticate] Password: ',
    'Das angegebene Kennwort ist falsch.',
    'Das Kennwort ist abgelaufen',
    'Le mot de passe est incorrect',
    'La contraseña no es correcta',
    'Lösenordet är fel',
    'Hasło jest nieprawidłowe',
    '4111 1111 1111 1112', // the check digit is wrong
    'Logon failure: unknown user name or bad password.',
    'Skipped a password-protected file: Path 1',
    'The system cannot find the file specified. (0x80070002)',
    'Writer {e8132975-6f93-4464-a53e-1050253ae220} failed',
    'ssh -p 2222 Host 1',
    'mkdir -p /srv/backup',
    'tool --password-file /etc/tool.conf',
    'Basic authentication is not supported',
    'the bearer token expired',
    'Key not valid for use in specified state.',
    'Registry key: HKLM\\SOFTWARE\\Acme',
    'Public key: ssh-ed25519',
    'User read/write access denied',
    'Session ID: 17',
    'Compass: turned off',
    'Completed with Errors',
    'rsync --user=1000:1000',
    'No space left on device (28)',
  ];
  for (const text of cases) it(text, () => assert.equal(secretIn(text), null));

  it('every text of the catalogue, as it stands and with names replaced', () => {
    for (const { text, label, example, olderTexts, cause, check } of entries) {
      const older = olderTexts.map((one) => one.text);
      for (const said of [text ?? '', label, example, ...older, cause, check])
        for (const line of [said, masking().message(said), `"${said}"`])
          assert.equal(secretIn(line), null, line);
    }
  });
});

describe('looking for secrets', () => {
  it('takes time that grows with the text alone, whatever it is made of', () => {
    const units = [
      'a', 'A1', '$', '$6$', 'pass', 'password ', 'mot de passe ', 'mysql ', 'net use ', 'echo a|', 'a:', '//',
      'x://a:', '-p ', '--', 'user ', 'basic ', 'eyJ', '1 ', '1-', 'a@', 'a.', '{SHA}', 'sqlplus ', '=', 'Kennwort ist ',
    ]; // prettier-ignore
    for (const unit of units) {
      const text = unit.repeat(1 + Math.floor(4096 / unit.length));
      // The best of three: a machine that is busy with something else is not what is measured.
      const times = [1, 2, 3].map(() => {
        const before = performance.now();
        secretIn(text);
        return performance.now() - before;
      });
      const milliseconds = Math.min(...times);
      assert.ok(milliseconds < 100, `${unit}: ${milliseconds} ms`);
    }
  });
});
