/**
 * `node test/permalinks/publish.ts`: adds the links that the site shows and that `published.json` and
 * `published-flows.json` do not hold yet, each with what it shows now. It changes no other entry.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  placementsOf,
  publishedFlowsFile,
  readPublishedFlows,
  shownFlowLinks,
} from './published-flows.ts';
import type { PublishedFlows } from './published-flows.ts';
import { figuresOf, publishedFile, readPublished, shownLinks } from './published.ts';
import type { Figures, Published } from './published.ts';
import type { Shown } from './shown.ts';

const decimals = 6;

const rounded = (figures: Figures): Figures =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Number(value.toFixed(decimals))]),
  ) as unknown as Figures;

/** Adds to `published` what is shown and not there yet, and writes the file if there was any. */
function publish<Entry extends Shown>(
  file: URL,
  published: readonly Entry[],
  shown: readonly Shown[],
  entryOf: (shown: Shown) => Entry,
): void {
  const known = new Set(published.map(({ link }) => link));
  const missing = shown.filter(({ link }) => !known.has(link) && known.add(link));
  const entries = [...published, ...missing.map(entryOf)];
  if (missing.length > 0) writeFileSync(file, `${JSON.stringify(entries, null, 2)}\n`);
  console.log(`${missing.length} links added, ${entries.length} in all: ${fileURLToPath(file)}`);
}

publish(publishedFile, readPublished(), shownLinks(), ({ link, title }): Published => ({
  link,
  title,
  must: rounded(figuresOf(link)),
}));
publish(publishedFlowsFile, readPublishedFlows(), shownFlowLinks(), (shown): PublishedFlows => ({
  link: shown.link,
  title: shown.title,
  must: placementsOf(shown.link),
}));
