/** Every link ever published opens and shows what it showed then. `published.json` only grows. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { figuresOf, readPublished, shownLinks } from '../../permalinks/published.ts';

const published = readPublished();

describe('published links', () => {
  for (const { link, title, must } of published) {
    test(`${title}: ${link}`, () => {
      const now = new Map(Object.entries(figuresOf(link)));
      for (const [name, then] of Object.entries(must)) {
        const shown = now.get(name) ?? Number.NaN;
        assert.ok(Math.abs(shown - then) <= 1e-5, `${name}: ${then} then, ${shown} now`);
      }
    });
  }

  test('no link is listed twice', () => {
    assert.equal(new Set(published.map(({ link }) => link)).size, published.length);
  });

  test('every link that a preset or an article shows is listed', () => {
    const listed = new Set(published.map(({ link }) => link));
    for (const { link, title } of shownLinks()) {
      assert.ok(listed.has(link), `${title}: ${link}. Run node test/permalinks/publish.ts.`);
    }
  });
});
