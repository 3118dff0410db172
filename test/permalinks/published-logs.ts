/**
 * Links to the log explainer as the site has written them, and what each must still restore:
 * everything that differs from the plain page. The file only grows; an entry is never edited.
 */
import { readFileSync } from 'node:fs';
import type { ExplainerLink } from '../../src/core/ds-client-log/explainer-link.ts';

export interface PublishedLogLink {
  readonly link: string;
  /** What it is a link to, or where it stood first. */
  readonly title: string;
  readonly must: Partial<ExplainerLink>;
}

export const readPublishedLogLinks = (): readonly PublishedLogLink[] =>
  JSON.parse(readFileSync(new URL('published-logs.json', import.meta.url), 'utf8'));
