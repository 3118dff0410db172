/** Which browser test holds a `must` sentence that is about a page and not about the reader. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface HeldInBrowser {
  readonly sentence: string;
  /** File under test/browser and the title of the test in it. */
  readonly file: string;
  readonly test: string;
  /** What the sentence asks for beyond that test; said in every report. */
  readonly gap?: string;
}

export const heldInBrowser: readonly HeldInBrowser[] = [
  {
    sentence: 'no script runs',
    file: 'explainer.test.ts',
    test: 'with markup in its cells is shown as text',
  },
  {
    sentence: 'no network request is made',
    file: 'explainer.test.ts',
    test: 'a dropped log is read with the network cut, and no request of any kind follows',
  },
  {
    sentence: 'no cell text is ever set as innerHTML',
    file: 'explainer.test.ts',
    test: 'with markup in its cells is shown as text',
  },
  {
    sentence: 'the page stays responsive (<200 ms blocks on the main thread)',
    file: 'responsive.test.ts',
    test: 'is not blocked for 200 ms by any hostile log',
  },
  {
    sentence: 'no exception reaches the user as a raw stack trace',
    file: 'explainer.test.ts',
    test: 'that is a picture is refused with a sentence, and what was open is folded away',
  },
];

const root = join(import.meta.dirname, '..', '..', '..');
const titled = (file: string): string => readFileSync(join(root, 'test', 'browser', file), 'utf8');

/** Files in which the text of a cell can reach the page. */
const shown = ['src/islands/ds-client-log', 'src/figures/ds-client-log'];
const asMarkup = /\b(?:innerHTML|outerHTML|dangerouslySetInnerHTML|insertAdjacentHTML)\b/;

/** Components of the explainer that could set a text as markup, by file. */
function markupSetters(): readonly string[] {
  return shown
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }))
    .filter((file) => asMarkup.test(readFileSync(join(root, file), 'utf8')));
}

/** Why a sentence is not held after all; null when its test is there. */
export function faultOf(
  held: HeldInBrowser,
  textOf: (file: string) => string = titled,
): string | null {
  const titles = [...textOf(held.file).matchAll(/\btest\(\s*'((?:[^'\\]|\\.)*)'/g)].map(
    (m) => m[1],
  );
  if (!titles.includes(held.test)) {
    return `"${held.sentence}": no test "${held.test}" in test/browser/${held.file}`;
  }
  const setters = held.sentence.includes('innerHTML') ? markupSetters() : [];
  return setters.length > 0 ? `"${held.sentence}": set in ${setters.join(', ')}` : null;
}
