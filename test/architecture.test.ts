/**
 * Which folder may import which, and a few rules of style that a machine can hold. The table is that
 * of the architecture: a new line here is a decision, not a repair.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Permission {
  /** Folders whose files may be named by address only (`?worker&url`): no code comes along. */
  readonly addresses?: readonly string[];
  /** Other folders of src/ and files directly in src/. */
  readonly inside: readonly string[];
  /** Packages and virtual modules, each exactly as imported; `node:` stands for all of Node. */
  readonly outside: readonly string[];
}

const permissions: Readonly<Record<string, Permission>> = {
  // Compiled by itself to bytes that core carries: nothing imports it.
  assembly: { inside: [], outside: [] },
  core: { inside: [], outside: [] },
  figures: { inside: ['core'], outside: ['preact'] },
  islands: { inside: ['core', 'figures'], outside: ['preact', 'preact/hooks'] },
  queries: { inside: ['core'], outside: ['astro:content'] },
  mdx: { inside: ['core', 'figures', 'islands', 'queries'], outside: ['astro/zod'] },
  // The header knows where the search island lies and loads it when a reader reaches for it.
  shell: { addresses: ['islands'], inside: ['queries', 'styles', 'site.config.ts'], outside: [] },
  pages: {
    addresses: ['islands'],
    inside: ['core', 'queries', 'mdx', 'shell', 'site.config.ts'],
    outside: ['astro:content', '@astrojs/rss'],
  },
  integrations: { inside: ['site.config.ts'], outside: ['node:', 'pagefind', 'satteri'] },
  'content.config.ts': {
    inside: ['core'],
    outside: ['astro:content', 'astro/loaders', 'astro/zod'],
  },
  'site.config.ts': { inside: [], outside: [] },
  styles: { inside: [], outside: [] },
};

/** Folders whose files run in the browser or must run anywhere: Astro's types are no use there. */
const withoutAstro = new Set(['core', 'figures', 'islands']);

const ignored = new Set(['node_modules', '.git', '.cache', '.astro', 'dist', 'dist-kb']);

/** Every file below `folder`, as a path from the project's root with forward slashes. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const below = path.posix.join(folder, entry.name);
    if (ignored.has(entry.name)) return [];
    return entry.isDirectory() ? filesBelow(below) : [below];
  });
}

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

interface Import {
  readonly file: string;
  readonly target: string;
  readonly addressOnly: boolean;
  readonly typeOnly: boolean;
}

const importPattern =
  /(?:^|[\n;])\s*(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]+\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

function importsOf(file: string): readonly Import[] {
  return [...read(file).matchAll(importPattern)].map((found) => {
    const [target = '', query] = (found[2] ?? found[3] ?? '').split('?');
    const addressOnly = query?.split('&').includes('url') ?? false;
    return { file, target, addressOnly, typeOnly: found[1] !== undefined };
  });
}

/** The folder of src/ that a path belongs to, or the file's name when it lies in src/ itself. */
const layerOf = (file: string) => file.split('/')[1] ?? '';

function isAllowed({ file, target, addressOnly, typeOnly }: Import): boolean {
  const layer = layerOf(file);
  const permission = permissions[layer];
  if (!permission) return false;
  if (target.startsWith('.')) {
    const resolved = path.posix.join(path.posix.dirname(file), target);
    if (!resolved.startsWith('src/')) return false;
    const known = [layer, ...permission.inside, ...((addressOnly && permission.addresses) || [])];
    return known.includes(layerOf(resolved));
  }
  if (typeOnly && target === 'astro') return !withoutAstro.has(layer);
  return permission.outside.some(
    (name) => target === name || (name === 'node:' && target.startsWith(name)),
  );
}

const sources = filesBelow('src').filter((file) => /\.(?:ts|tsx|js|mjs|astro)$/.test(file));
const imports = sources.flatMap(importsOf);

/** Source without comments, so that a rule about code is not broken by words about it. */
const withoutComments = (source: string) =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(?<!:)\/\/.*$/gm, '');

const offenders = (files: readonly string[], pattern: RegExp) =>
  files.filter((file) => pattern.test(withoutComments(read(file))));

describe('layers', () => {
  test('every folder and file of src/ has its place in the table', () => {
    const present = readdirSync(path.join(root, 'src')).filter((name) => name !== 'env.d.ts');
    assert.deepEqual(present.filter((name) => !permissions[name]), []); // prettier-ignore
  });

  test('the import lines are being read', () => {
    assert.ok(imports.length > 50, `${imports.length} import lines found`);
  });

  for (const layer of Object.keys(permissions)) {
    test(`${layer} imports only what the table lets it`, () => {
      const own = imports.filter(({ file }) => layerOf(file) === layer);
      const wrong = own.filter((line) => !isAllowed(line));
      assert.deepEqual(wrong.map(({ file, target }) => `${file} imports ${target}`), []); // prettier-ignore
    });
  }

  test('core knows no clock and no chance', () => {
    const core = sources.filter((file) => file.startsWith('src/core/'));
    // The compiler sees no DOM and no Node there; these are of the language itself.
    const impure = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b/;
    assert.deepEqual(offenders(core, impure), []);
  });
});

describe('modules', () => {
  const modules = sources.filter((file) => !file.endsWith('.astro'));

  test('nothing is exported by default', () => {
    assert.deepEqual(offenders(modules, /\bexport default\b|\bas default\b/), []);
  });

  test('no module only passes on what others export', () => {
    assert.deepEqual(offenders(modules, /^export (?:type )?(?:\*|\{[^}]*\}) from/m), []);
    assert.deepEqual(modules.filter((file) => /\/index\.tsx?$/.test(file)), []); // prettier-ignore
  });

  test('the code of a frame is written in one of them', () => {
    assert.deepEqual(offenders(modules, /<iframe/), ['src/islands/share/embed-code.ts']);
  });

  test('what an answer comes to in text is made where it is imported, and not passed on', () => {
    const makers = modules.filter((file) => file.endsWith('/share-texts.ts'));
    assert.equal(makers.length, 2);
    assert.deepEqual(offenders(makers, /^export (?:type )?(?:\*|\{)/m), []);
  });

  test('every module is named after what it is about', () => {
    const vague = /(?:^|\/)(?:utils?|helpers?|common|misc)(?:\.|\/)/;
    const all = [...sources, ...filesBelow('test'), ...filesBelow('scripts')];
    assert.deepEqual(all.filter((file) => vague.test(file)), []); // prettier-ignore
  });

  test('an import shows the file it came from', () => {
    const bare = imports.filter(({ target }) => target.startsWith('.') && !/\.\w+$/.test(target));
    assert.deepEqual(bare.map(({ file, target }) => `${file} imports ${target}`), []); // prettier-ignore
  });
});

/** The folders that the README's map names, from its indentation: two columns a level, say. */
function mappedFolders(): readonly string[] {
  const block = [...read('README.md').matchAll(/```[a-z]*\n([\s\S]*?)```/g)]
    .map((found) => found[1] ?? '')
    .find((text) => /^\S*src\/(?:\s|$)/m.test(text) && /^\S*content\/(?:\s|$)/m.test(text));
  assert.ok(block, 'README.md has a fenced map with src/ and content/');
  const open: { readonly indent: number; readonly folder: string }[] = [];
  return block.split('\n').flatMap((line) => {
    // One folder, or several side by side: "  news/  partners/   what they hold".
    const found = /^([\s│├└─|+`-]*)((?:[\w.-]+\/)+(?:\s+(?:[\w.-]+\/)+(?=\s|$))*)(?=\s|$)/.exec(
      line,
    );
    if (!found) return [];
    const indent = found[1]?.length ?? 0;
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const parent = open.at(-1)?.folder ?? '';
    const folders = (found[2] ?? '').split(/\s+/).map((name) => `${parent}${name}`);
    open.push({ indent, folder: folders.at(-1) ?? '' });
    return folders;
  });
}

const foldersIn = (folder: string) =>
  readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${folder}/${entry.name}/`);

describe('README', () => {
  test('names no file that is not there', () => {
    const targets = [...read('README.md').matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(
      ([, to]) => to!,
    );
    assert.ok(targets.length > 1);
    assert.deepEqual(targets.filter((to) => !existsSync(path.join(root, to))), []); // prettier-ignore
  });
});

describe("README's map", () => {
  test('names every folder of src/ and content/', () => {
    const mapped = mappedFolders();
    const present = [...foldersIn('src'), ...foldersIn('content')];
    assert.deepEqual(present.filter((folder) => !mapped.includes(folder)), []); // prettier-ignore
  });

  test('names no folder that is not there', () => {
    const present = new Set(
      ['src', 'content', 'test', 'public', 'scripts', '.ci'].flatMap(filesBelow),
    );
    const isThere = (folder: string) => [...present].some((file) => file.startsWith(folder));
    assert.deepEqual(mappedFolders().filter((folder) => !isThere(folder)), []); // prettier-ignore
  });
});

describe('style sheets', () => {
  /** Style sheets and what stands between <style> and </style>, without comments. */
  const sheets = filesBelow('src')
    .filter((file) => /\.(?:css|astro)$/.test(file))
    .map((file) => {
      const text = read(file);
      const css = file.endsWith('.css')
        ? text
        : (/<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '');
      return { file, css: css.replace(/\/\*[\s\S]*?\*\//g, '') };
    });
  const found = (what: RegExp, exceptIn: readonly string[] = []) =>
    sheets
      .filter(({ file }) => !exceptIn.includes(file))
      .flatMap(({ file, css }) => (css.match(what) ?? []).map((match) => `${file}: ${match}`));

  test('know two widths of the window; what else is narrow asks its own container', () => {
    const widths = /@media[^{]*width: (?!48rem|64rem)[^)]*/g;
    assert.deepEqual(found(widths), []);
  });

  test('name colours by their role; only the palette, paper and what dims a page say which', () => {
    const palettes = ['src/styles/tokens.css', 'src/styles/print.css', 'src/islands/search/search.css']; // prettier-ignore
    assert.deepEqual(found(/#[\da-f]{3,8}\b|\b(?:rgb|hsl|oklch)\(/gi, palettes), []);
  });

  test('say start and end, not left and right, and shout at nobody', () => {
    const sides = /(?:^|[\s;{])(?:(?:margin|padding|border)-)?(?:left|right|top|bottom): |!important|text-align: (?:left|right)/g; // prettier-ignore
    assert.deepEqual(found(sides), []);
  });
});

test('no file names a path of the machine it was written on', () => {
  // Recorded data is left as it came; /home/ and /root/ may be what an article is about.
  const own = filesBelow('.').filter(
    (file) => !/^(?:test\/conformance\/data|content)\//.test(file),
  );
  const text = own.filter((file) =>
    /\.(?:ts|tsx|js|mjs|mts|astro|css|md|json|yaml)$|^\.ci\//.test(file),
  );
  const foreign = /(?<![\w.*~-])\/(?:Users|work|tmp)\/|\.\.\/shar[e]d\/|"resolved": *"http/;
  assert.deepEqual(text.filter((file) => foreign.test(read(file))), []); // prettier-ignore
});
