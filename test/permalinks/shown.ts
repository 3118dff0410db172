/** Which links stand in content/, and which tool each of them is for. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where a link stands on the site. */
export interface Shown {
  readonly link: string;
  readonly title: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

const fragment = '#v=\\d+[A-Za-z0-9.,~%=&-]*';

function linksIn(pattern: string): readonly Shown[] {
  return globSync('content/**/*.{md,mdx,yaml}', { cwd: root })
    .toSorted()
    .flatMap((file) => {
      const text = readFileSync(`${root}/${file}`, 'utf8');
      const links = text.match(new RegExp(pattern, 'g')) ?? [];
      return links.map((link) => ({ title: file, link }));
    });
}

/** Links to a scenario: those of an article's tags and of its text alike. */
export const scenarioLinksIn = (): readonly Shown[] =>
  linksIn(`(?<!/tools/(?:flow-placement|ds-client-log)/)${fragment}`);

/** Links to a placement of flows. */
export const flowLinksIn = (): readonly Shown[] =>
  linksIn(`(?<=/tools/flow-placement/)${fragment}`);
