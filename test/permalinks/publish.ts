/**
 * `node test/permalinks/publish.ts`: adds the links that presets and articles show and that
 * `published.json` does not hold yet, each with the figures it shows now. It changes no other entry.
 */
import { writeFileSync } from 'node:fs';
import { figuresOf, publishedFile, readPublished, shownLinks } from './published.ts';
import type { Figures, Published } from './published.ts';

const decimals = 6;

const rounded = (figures: Figures): Figures =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Number(value.toFixed(decimals))]),
  ) as unknown as Figures;

const entries: Published[] = [...readPublished()];
const before = entries.length;
for (const { link, title } of shownLinks()) {
  if (!entries.some((entry) => entry.link === link)) {
    entries.push({ link, title, must: rounded(figuresOf(link)) });
  }
}
writeFileSync(publishedFile, `${JSON.stringify(entries, null, 2)}\n`);
console.log(`${entries.length - before} links added, ${entries.length} in all`);
