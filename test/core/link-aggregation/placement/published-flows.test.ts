/** Every link to a placement ever published opens and names the same members. `published-flows.json` only grows. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  placementsOf,
  readPublishedFlows,
  shownFlowLinks,
} from '../../../permalinks/published-flows.ts';

const published = readPublishedFlows();

describe('published links to placements', () => {
  for (const { link, title, must } of published) {
    it(`${title}: ${link}`, () => assert.deepEqual(placementsOf(link), must));
  }

  it('no link is listed twice', () => {
    assert.equal(new Set(published.map(({ link }) => link)).size, published.length);
  });

  it('every link that the calculator or an article leads to is listed', () => {
    const listed = new Set(published.map(({ link }) => link));
    for (const { link, title } of shownFlowLinks()) {
      assert.ok(listed.has(link), `${title}: ${link}. Run node test/permalinks/publish.ts.`);
    }
  });
});
