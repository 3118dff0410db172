/** Every link to the explainer that was ever given out opens as it did then. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import { activityFields } from '../../../src/core/ds-client-log/columns.ts';
import { outcomes } from '../../../src/core/ds-client-log/outcomes.ts';
import { modes, plainLink } from '../../../src/core/ds-client-log/explainer-link.ts';
import { readPermalink, writePermalink } from '../../../src/core/ds-client-log/permalink.ts';
import { readPublishedLogLinks } from '../../permalinks/published-logs.ts';

const published = readPublishedLogLinks();
const root = fileURLToPath(new URL('../../../', import.meta.url));

describe('published links to the explainer', () => {
  for (const { link, title, must } of published) {
    it(`${title}: ${link}`, () => {
      const read = readPermalink(link);
      assert.deepEqual(read, { link: { ...plainLink, ...must }, problems: [] });
      assert.deepEqual(readPermalink(`#${writePermalink(read.link)}`).link, read.link);
    });
  }

  it('are listed once each', () => {
    assert.equal(new Set(published.map(({ link }) => link)).size, published.length);
  });
  it('hold every mode, every outcome and every column of an activity log', () => {
    const musts = published.map(({ must }) => must);
    const held = {
      modes: new Set(musts.map(({ mode }) => mode ?? plainLink.mode)),
      outcomes: new Set(musts.flatMap((must) => must.outcomes ?? [])),
      fields: new Set(musts.flatMap((must) => must.mapping ?? [])),
    };
    assert.deepEqual(
      modes.filter((mode) => !held.modes.has(mode)),
      [],
    );
    assert.deepEqual(
      outcomes.filter((outcome) => !held.outcomes.has(outcome)),
      [],
    );
    const optional = ['activityId', 'setId', 'scheduleId', 'netTransmitted'];
    const missing = activityFields.filter((field) => !held.fields.has(field));
    assert.deepEqual(
      missing.filter((field) => !optional.includes(field)),
      [],
    );
  });
  it('hold every link to the explainer that stands in an article', () => {
    const listed = new Set(published.map(({ link }) => link));
    const files = globSync('content/**/*.{md,mdx,yaml}', { cwd: root });
    assert.ok(files.length > 0);
    for (const file of files) {
      const text = readFileSync(`${root}/${file}`, 'utf8');
      for (const [, link = ''] of text.matchAll(/ds-client-log\/(#v=\d+[A-Za-z0-9.,~=&-]*)/g))
        assert.ok(
          listed.has(link),
          `${file}: ${link} is not in test/permalinks/published-logs.json`,
        );
    }
  });
});
