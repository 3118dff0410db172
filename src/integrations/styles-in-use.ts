import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** What the classes of each tool begin with. Only rules of these are ever taken out. */
const tools = ['lag', 'fp', 'log'] as const;

interface Rule {
  /** A selector, or an at-rule with what it is about. */
  readonly head: string;
  /** What stands between its braces; null for a statement, which has none. */
  readonly body: string | null;
}

/** Where the text or address that begins at `at` ends. */
function afterString(css: string, at: number): number {
  const mark = css[at];
  let end = at + 1;
  while (end < css.length && css[end] !== mark) end += css[end] === '\\' ? 2 : 1;
  return end;
}

/** The rules of a minified style sheet, or of what stands between the braces of an at-rule. */
function rulesOf(css: string): readonly Rule[] {
  const rules: Rule[] = [];
  let depth = 0;
  let start = 0;
  let open = 0;
  for (let at = 0; at < css.length; at += 1) {
    const sign = css[at];
    if (sign === '"' || sign === "'") at = afterString(css, at);
    else if (sign === '{') {
      if (depth === 0) open = at;
      depth += 1;
    } else if (sign === '}' || (sign === ';' && depth === 0)) {
      if (sign === '}') depth -= 1;
      if (depth > 0) continue;
      const head = css.slice(start, sign === '}' ? open : at).trim();
      rules.push({ head, body: sign === '}' ? css.slice(open + 1, at) : null });
      start = at + 1;
    }
  }
  return rules;
}

/** The parts of a list between commas that stand in no brackets. */
function partsOf(list: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= list.length; at += 1) {
    const sign = list[at];
    if (sign === '(' || sign === '[') depth += 1;
    if (sign === ')' || sign === ']') depth -= 1;
    if (at < list.length && (sign !== ',' || depth > 0)) continue;
    parts.push(list.slice(start, at));
    start = at + 1;
  }
  return parts;
}

const namesOf = (text: string): readonly string[] =>
  tools.filter((tool) => new RegExp(`\\.${tool}(?![a-z0-9])`).test(text));

const group = /:(is|where|not)\(([^()]*(?:\([^()]*\)[^()]*)*)\)/g;

/** The tools without one of which a selector without commas matches nothing; none where it needs no tool. */
function toolsIn(selector: string): readonly string[] {
  // What is not to match needs nothing, and neither does a choice that has a part without a tool.
  const needed = selector.replace(group, (whole, kind: string, list: string) =>
    kind === 'not' || partsOf(list).some((part) => namesOf(part).length === 0) ? '' : whole,
  );
  return namesOf(needed);
}

/** A list of selectors without those that need a tool which is not among `present`. */
const selectorsInUse = (list: string, present: ReadonlySet<string>): string =>
  partsOf(list)
    .filter((selector) => {
      const needed = toolsIn(selector);
      return needed.length === 0 || needed.some((tool) => present.has(tool));
    })
    .join(',');

/** At-rules that hold rules; the others hold declarations (`@font-face`) or frames (`@keyframes`). */
const holdsRules = /^@(?:layer|media|container|supports)\b/;

/** A style sheet without the rules that need a tool which is not among `present`. */
export function stylesInUse(css: string, present: ReadonlySet<string>): string {
  return rulesOf(css)
    .map(({ head, body }) => {
      if (body === null) return `${head};`;
      if (head.startsWith('@')) {
        const inner = holdsRules.test(head) ? stylesInUse(body, present) : body;
        return inner === '' ? '' : `${head}{${inner}}`;
      }
      const selectors = selectorsInUse(head, present);
      return selectors === '' ? '' : `${selectors}{${body}}`;
    })
    .join('');
}

const toolsOn = (html: string): ReadonlySet<string> =>
  new Set(tools.filter((tool) => new RegExp(`class="(?:[^"]*\\s)?${tool}[-\\s"]`).test(html)));

const digest = (text: string): string => createHash('sha256').update(text).digest('base64');

/** A page with styles of its own, and the policy that names them by their hash. */
export function pageInUse(html: string): string {
  const present = toolsOn(html);
  return [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].reduce((page, [, css = '']) => {
    const own = stylesInUse(css, present);
    if (own.length === css.length || !page.includes(digest(css))) return page;
    return page
      .replaceAll(`<style>${css}</style>`, () => `<style>${own}</style>`)
      .replaceAll(digest(css), () => digest(own));
  }, html);
}

/**
 * Leaves in each page the styles of the tools that it has. An author may put any tool into any article,
 * so that Astro gives every article the styles of all: half of what arrives before the first screen.
 */
export function stylesOfEachPage(): AstroIntegration {
  return {
    name: 'styles-in-use',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const pages = (await readdir(root, { recursive: true })).filter((file) =>
          file.endsWith('.html'),
        );
        let saved = 0;
        for (const page of pages) {
          const html = await readFile(join(root, page), 'utf8');
          const own = pageInUse(html);
          saved += html.length - own.length;
          if (own !== html) await writeFile(join(root, page), own);
        }
        logger.info(`${Math.round(saved / pages.length)} characters less a page`);
      },
    },
  };
}
