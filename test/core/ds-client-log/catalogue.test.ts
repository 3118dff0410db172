import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { catalogue } from '../../conformance/logs.ts';
import {
  actors,
  messageFamilies,
  type LogColumnEntry,
} from '../../../src/core/ds-client-log/catalogue.ts';
import { exactSize, shareWords } from '../../../src/core/ds-client-log/explain-sizes.ts';
import { durationWords } from '../../../src/core/ds-client-log/explain-times.ts';
import {
  guideExample,
  onlineAndTransmitted,
} from '../../../src/core/ds-client-log/worked-example.ts';
import { activityFields, eventFields } from '../../../src/core/ds-client-log/columns.ts';
import { checkCatalogue, messageMatcher } from '../../../src/core/ds-client-log/messages.ts';
import { completionNames } from '../../../src/core/ds-client-log/outcomes.ts';

const entries = catalogue();
const columnsFolder = join(import.meta.dirname, '..', '..', '..', 'content', 'log-columns');
const columns = readdirSync(columnsFolder).map((name) => ({
  name,
  entry: parse(readFileSync(join(columnsFolder, name), 'utf8')) as LogColumnEntry,
}));

describe('the catalogue of messages', () => {
  it('has no problem between its entries: each example matches its own entry and no other', () => {
    assert.deepEqual(checkCatalogue(entries), []);
  });
  it('finds a problem where there is one', () => {
    const [first, second] = entries;
    assert.ok(first && second);
    const kinds = checkCatalogue([first, { ...second, example: first.example }]).map((p) => p.kind);
    assert.deepEqual(kinds, ['example-matches-other']);
    assert.deepEqual(
      checkCatalogue([{ ...first, pattern: '(' }]).map((p) => p.kind),
      ['bad-pattern'],
    );
  });
  it('has an entry for each of the completion states', () => {
    const ids = new Set(entries.map((entry) => entry.catalogueId));
    assert.deepEqual(
      completionNames.filter((name) => !ids.has(`completion-${name}`)),
      [],
    );
  });
  it('has ids fit for a URL, known families and actors', () => {
    for (const entry of entries) {
      assert.match(entry.id, /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      assert.ok(messageFamilies.includes(entry.family), entry.id);
      assert.ok(actors.includes(entry.who), entry.id);
    }
  });
  it('credits Microsoft for each of its texts', () => {
    const texts = (family: string) => entries.filter((entry) => entry.family === family);
    const owed = [...texts('windows'), ...texts('winsock')];
    assert.ok(owed.length > 60);
    for (const entry of owed) assert.match(entry.credit ?? '', /Microsoft.*CC BY 4\.0/, entry.id);
    for (const entry of texts('vss')) assert.match(entry.credit ?? '', /Microsoft/, entry.id);
  });
  it('speaks in whole sentences', () => {
    const sentence = /[.?]$/;
    for (const { id, family, cause, check } of entries) {
      assert.match(cause, sentence, id);
      // Only a completion state may have said all in its meaning.
      if (check !== '' || family !== 'asigra-completion') assert.match(check, sentence, id);
    }
  });
});

describe('a message is matched', () => {
  const match = messageMatcher(entries);
  const cases = [
    ['The network name cannot be found. (\\\\EXAMPLE-WEB03\\C$\\a.config)', 'win-67'],
    ['The network path was not found.', 'win-53'], // 53 and 67 have different first checks
    ['Network access is denied.', 'win-65'], // not win-5, whose text it contains
    ['Access is denied.', 'win-5'],
    ['Not enough storage is available to process this command.', 'win-8'], // the older wording
    ['VSS: failed (0x8004230F)', 'vss-8004230f'],
    ['Agent error 0x8004230F', null], // the number alone belongs to other interfaces as well
    ['Connection reset by peer', 'errno-econnreset'],
    ['Connection reset by 192.0.2.10 port 22', 'ssh-reset'],
    ['Permission denied (/home/a/notes.txt)', 'errno-eacces'],
    ['Permission denied (publickey,password).', 'ssh-denied'],
    ['sudo: sorry, you must have a tty to run sudo', 'sudo-requiretty'],
    ['An event text that is in no catalogue', null],
  ] as const;
  for (const [line, id] of cases) {
    it(`${line} as ${id}`, () => assert.equal(match(line)?.id ?? null, id));
  }
});

describe('the log columns', () => {
  it('quote the figures that the reader computes', () => {
    const { online, transmitted } = onlineAndTransmitted(guideExample);
    const meaning = (id: string): string =>
      columns.find((c) => c.entry.id === id)?.entry.example?.meaning ?? '';
    assert.match(meaning('online'), new RegExp(exactSize(online).binary.replace('.', '\\.')));
    assert.match(meaning('transmitted'), new RegExp(exactSize(transmitted).binary));
    assert.ok(meaning('transmitted').includes(shareWords(transmitted, online)));
    assert.ok(meaning('duration').startsWith(durationWords(4360)));
  });
  it('bear their file name as id, and a field that the reader knows', () => {
    for (const { name, entry } of columns) {
      assert.equal(`${entry.id}.yaml`, name);
      const known: readonly string[] = entry.log === 'activity-log' ? activityFields : eventFields;
      assert.ok(known.includes(entry.field), entry.id);
    }
  });
  it('cover all thirteen columns of an activity log', () => {
    const fields = new Set(
      columns.filter((c) => c.entry.log === 'activity-log').map((c) => c.entry.field),
    );
    assert.deepEqual(
      activityFields.slice(0, 13).filter((field) => !fields.has(field)),
      [],
    );
  });
});
