import type { Answer } from './find.ts';
import type { Hit, Part, Section } from './hit.ts';
import type { QuickAnswer } from './quick-answer.ts';

const typeNames: Readonly<Record<string, string>> = {
  article: 'Article',
  tool: 'Tool',
  column: 'Log column',
  message: 'Message',
  glossary: 'Glossary',
  news: 'News',
  partner: 'Partner',
};

/** An element with text and children; text is always text, never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className = '',
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

const marked = (excerpt: readonly Part[]) =>
  excerpt.map((part) => (part.marked ? element('mark', '', part.text) : part.text));

function link(section: Section, className: string): HTMLAnchorElement {
  const anchor = element('a', className, section.title);
  anchor.href = section.url;
  return anchor;
}

function item(hit: Hit): HTMLLIElement {
  const name = typeNames[hit.type] ?? 'Page';
  const listed = element(
    'li',
    'hit',
    element('p', 'hit-title', link(hit, ''), ' ', element('span', 'label', name)),
    element('p', 'hit-text', ...marked(hit.excerpt)),
  );
  listed.dataset['searchResult'] = hit.type;
  if (hit.sections.length > 0) {
    const sections = hit.sections.map((section) => element('li', '', link(section, '')));
    listed.append(element('ul', 'hit-sections', ...sections));
  }
  return listed;
}

/** How the question was read, where it was not read as typed. */
function remarks(answer: Answer): readonly HTMLElement[] {
  const read = answer.corrected.map(([from, to]) => `“${from}” was read as “${to}”.`);
  const left = answer.unknown.map((word) => `No page mentions “${word}”.`);
  const text = [...read, ...left].join(' ');
  return text && answer.hits.length > 0 ? [element('p', 'search-note', text)] : [];
}

function quick(answer: QuickAnswer, base: string): HTMLElement {
  if (answer.kind === 'size') return element('p', 'search-note', answer.text);
  const anchor = element('a', '', `Open in the calculator: ${answer.text}`);
  anchor.href = `${base}tools/link-aggregation/${answer.link}`;
  return element('p', 'search-note', anchor);
}

function browse(base: string): HTMLAnchorElement {
  const anchor = element('a', '', 'all articles by topic');
  anchor.href = `${base}articles/`;
  return anchor;
}

/** What is said where some part of the search is missing. */
export function failureNote(base: string): HTMLElement {
  const sentence = 'The search could not be loaded. Check the connection, or look through ';
  return element('p', 'search-note', sentence, browse(base), '.');
}

/** The other way on, under that sentence. */
export function againButton(again: () => void): HTMLElement {
  const button = element('button', 'button', 'Try again');
  button.addEventListener('click', again);
  return button;
}

/** The list for an answer; for an empty one, a sentence that says what to try. */
export function resultList(
  answer: Answer,
  instant: QuickAnswer | undefined,
  base: string,
): readonly HTMLElement[] {
  const top = [...(instant ? [quick(instant, base)] : []), ...remarks(answer)];
  if (answer.hits.length > 0) return [...top, element('ol', 'hits', ...answer.hits.map(item))];
  if (instant) return top;
  const sentence =
    'Nothing found. Try the words of the message or the label on the screen, or look through ';
  return [element('p', 'search-note', sentence, browse(base), '.')];
}

/** What a screen reader hears: the number of pages found. */
export function countSentence({ hits }: Answer): string {
  if (hits.length === 0) return 'Nothing found.';
  return hits.length === 1 ? 'One page found.' : `The ${hits.length} best pages are listed.`;
}
