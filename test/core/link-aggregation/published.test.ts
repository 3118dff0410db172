/** Every link ever published opens and shows what it showed then. `published.json` only grows. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { analyse } from '../../../src/core/link-aggregation/analyse.ts';
import { writeScenario } from '../../../src/core/link-aggregation/fields.ts';
import { readPermalink, writePermalink } from '../../../src/core/link-aggregation/permalink.ts';
import { presets } from '../../../src/core/link-aggregation/presets.ts';
import { readScenario } from '../../../src/core/link-aggregation/read-scenario.ts';

interface Published {
  readonly link: string;
  readonly title: string;
  readonly must: {
    readonly worstGbps: number;
    readonly typicalGbps: number;
    readonly bestGbps: number;
    readonly goodputGbps: number;
    readonly queueHours: number;
    readonly batchP95Hours: number;
  };
}

const file = new URL('../../permalinks/published.json', import.meta.url);
const published: readonly Published[] = JSON.parse(readFileSync(file, 'utf8'));

describe('published links', () => {
  for (const { link, title, must } of published) {
    test(`${title}: ${link}`, () => {
      const fields = readPermalink(link);
      assert.ok(fields.ok, 'the link can be read');
      const scenario = readScenario(fields.value);
      assert.ok(scenario.ok, 'the scenario can be read');
      const { rate, window } = analyse(scenario.value);
      const shows = {
        worstGbps: rate.worst.line / 1e9,
        typicalGbps: rate.typical.line / 1e9,
        bestGbps: rate.best.line / 1e9,
        goodputGbps: rate.typical.goodput / 1e9,
        queueHours: window.queue / 3600,
        batchP95Hours: window.batch.p95 / 3600,
      };
      for (const [name, value] of Object.entries(must)) {
        const now = shows[name as keyof typeof shows];
        assert.ok(Math.abs(now - value) <= 1e-5, `${name}: ${value} then, ${now} now`);
      }
    });
  }

  test('the link of every preset is among them', () => {
    const links = new Set(published.map(({ link }) => link));
    for (const { id, scenario } of presets) {
      assert.ok(links.has(writePermalink(writeScenario(scenario))), id);
    }
  });
});
