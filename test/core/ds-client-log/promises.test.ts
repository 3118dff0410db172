/** What the log explainer never says, looked for in every sentence that the core can produce. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { MessageEntry } from '../../../src/core/ds-client-log/catalogue.ts';
import { activityFields, eventFields } from '../../../src/core/ds-client-log/columns.ts';
import { diagnosticWords } from '../../../src/core/ds-client-log/diagnostic-words.ts';
import { severities, type DiagnosticCode } from '../../../src/core/ds-client-log/diagnostics.ts';
import { explainFacts, noFacts, type RunFacts } from '../../../src/core/ds-client-log/explain.ts';
import { asSentence } from '../../../src/core/ds-client-log/explain-completion.ts';
import { flagWords } from '../../../src/core/ds-client-log/flag-words.ts';
import { flagKinds } from '../../../src/core/ds-client-log/flags.ts';
import { completionEntries } from '../../../src/core/ds-client-log/messages.ts';
import {
  activityTypes,
  completionNames,
  outcomes,
} from '../../../src/core/ds-client-log/outcomes.ts';
import { catalogue } from '../../conformance/logs.ts';

/** A log shows what ran. It never shows that data is safe or still there, nor what somebody meant. */
const promises = /\bsafe(?:ly|ty)?\b|still there|the others were|\battack|\bransom/i;

const counts = [null, 0, 5] as const;
const times: readonly Partial<RunFacts>[] = [
  {},
  { start: 1_000_000 },
  { start: 1_000_000, end: 1_000_030, durationSeconds: 30 },
  { start: 1_000_000, end: 1_100_000, durationSeconds: 96_400, endHasDate: false },
];

function* everyRun(): Generator<RunFacts> {
  const completions = [...completionNames, 'Completed with Errors', 'Verschoben', ''];
  for (const outcome of outcomes)
    for (const completion of completions)
      for (const count of counts)
        for (const type of ['Backup', 'Restore', 'Delete', ''])
          yield {
            ...noFacts,
            ...times[completion.length % times.length],
            type,
            outcome,
            completion,
            errors: count,
            warnings: count,
            files: count,
            online: count,
            transmitted: count,
            netTransmitted: count,
          };
  for (const type of [...activityTypes, 'Verschoben'])
    for (const time of times)
      for (const user of ['', 'EXAMPLE\\j.doe'])
        yield { ...noFacts, ...time, type, user, hasUser: true, online: 2 ** 31, transmitted: 9 };
}

function everySentence(): ReadonlySet<string> {
  const entries = completionEntries(catalogue());
  const said = new Set<string>();
  for (const facts of everyRun())
    for (const field of [...activityFields, ...eventFields])
      for (const written of ['', '1'])
        for (const { text } of explainFacts(facts, field, written, entries).sentences)
          said.add(text);
  for (const kind of flagKinds)
    for (const count of [1, 2])
      for (const outlier of [null, { value: 10, usual: 2 }, { value: 2, usual: 10 }]) {
        const words = flagWords({
          kind,
          level: 'grey',
          set: 'A',
          rows: [0],
          startDate: '2026-03-02',
          nights: ['2026-03-02'],
          silent: count === 1 ? null : { since: '2026-03-01', nights: ['2026-03-02'], count: 1 },
          count,
          outlier,
          streak: { lastDate: '2026-03-03', completedDate: count === 1 ? null : '2026-03-04' },
          seconds: 3600,
          plateau: { from: 0, to: 7200, seconds: 7200, handovers: 3 },
          change: { seconds: -3600, at: 0, isSure: count === 1 },
        });
        for (const text of [words.says, words.todo, words.caveat]) said.add(text);
      }
  for (const code of Object.keys(severities) as DiagnosticCode[]) {
    const words = diagnosticWords({ code, severity: severities[code], count: 2, places: [] });
    said.add(words.says).add(words.todo);
  }
  return said;
}

describe('the sentences of the core', () => {
  const said = everySentence();

  it('are many, so that the search below means something', () => {
    assert.ok(said.size > 250, `${said.size} sentences`);
    assert.ok([...said].some((text) => text.includes('did not remove what was saved earlier')));
  });
  it('promise nothing that a log does not prove', () => {
    assert.deepEqual(
      [...said].filter((text) => promises.test(text)),
      [],
    );
  });
  it('are not to be found in a branch that no run above reaches either', () => {
    const folder = join(import.meta.dirname, '../../../src/core/ds-client-log');
    const lines = readdirSync(folder).flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(?:\/\*\*|\*|\/\/)/.test(line) && promises.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    assert.deepEqual(lines, []);
  });
  it('never end in two stops', () => {
    assert.deepEqual(
      [...said].filter((text) => /[.?!]["')\u201d]*[.]$/.test(text)),
      [],
    );
  });
});

describe('a text of the catalogue', () => {
  for (const [text, expected] of [
    ['Another activity has the set', 'Another activity has the set.'],
    ['Another activity has the set.', 'Another activity has the set.'],
    ['Is the server on?', 'Is the server on?'],
    ['It says "no route." ', 'It says "no route."'],
    ['A stop in brackets (as here.)', 'A stop in brackets (as here.)'],
    ['Wait;', 'Wait.'],
    [' ', ''],
  ] as const) {
    it(`${JSON.stringify(text)} is said as ${JSON.stringify(expected)}`, () => {
      assert.equal(asSentence(text), expected);
    });
  }

  it('that has no words leaves the name of the completion', () => {
    const entry = { ...catalogue()[0], cause: '', check: '' } as MessageEntry;
    const facts = { ...noFacts, completion: 'Disconnected', outcome: 'incomplete' } as const;
    const { sentences } = explainFacts(
      facts,
      'completion',
      'Disconnected',
      new Map([['Disconnected', entry]]),
    );
    assert.equal(sentences[0]?.text, 'The run stopped: Disconnected.');
    assert.ok(sentences.every(({ text }) => !text.startsWith('First check')));
  });
});

describe('an empty User Name', () => {
  const said = (hasUser: boolean): string =>
    explainFacts({ ...noFacts, hasUser }, 'user', '')
      .sentences.map(({ text }) => text)
      .join(' ');

  it('means a scheduled run where the log has the column', () => {
    assert.match(said(true), /ran on schedule/);
  });
  it('means nothing where the log has no such column', () => {
    assert.doesNotMatch(said(false), /schedule|by hand/);
    assert.match(said(false), /no User Name column/);
  });
});
