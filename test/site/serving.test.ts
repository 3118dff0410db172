/** The server of `npm start` behaves as the hosts that readers meet: types, packing, caching, 404. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../scripts/serve.mjs';

const folder = (dir: string) => fileURLToPath(new URL(`../../${dir}`, import.meta.url));
const host = '127.0.0.1';
const atRoot = await serve({ dir: folder('dist'), host });
const below = await serve({ dir: folder('dist-kb'), base: '/kb', host });
after(() => Promise.all([atRoot.close(), below.close()]));

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

/** Asks without unpacking or following, as fetch would not. */
function ask(port: number, address: string, encoding = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get({ host, port, path: address, headers: { 'accept-encoding': encoding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes: Buffer.concat(chunks),
        }),
      );
    }).on('error', reject);
  });
}

describe('a page', () => {
  const article = '/articles/media-agent-networking/';

  test('is sent packed to those who can unpack it', async () => {
    const [plain, gzip, brotli] = await Promise.all([
      ask(atRoot.port, article),
      ask(atRoot.port, article, 'gzip'),
      ask(atRoot.port, article, 'gzip, br'),
    ]);
    assert.deepEqual(
      [plain, gzip, brotli].map(({ headers }) => headers['content-encoding']),
      [undefined, 'gzip', 'br'],
    );
    assert.ok(brotli.bytes.length < gzip.bytes.length && gzip.bytes.length < plain.bytes.length);
    assert.equal(brotli.headers.vary, 'Accept-Encoding');
    assert.equal(brotli.headers['content-type'], 'text/html;charset=utf-8');
    assert.equal(brotli.headers['cache-control'], 'no-cache');
  });

  test('is not framed by strangers, unless it is made to be embedded', async () => {
    const own = await ask(atRoot.port, article);
    const embedded = await ask(atRoot.port, '/embed/link-aggregation/');
    assert.equal(own.headers['content-security-policy'], "frame-ancestors 'self'");
    assert.equal(embedded.headers['content-security-policy'], 'frame-ancestors *');
  });

  test('asked for without its trailing slash is redirected, question included', async () => {
    const answer = await ask(atRoot.port, '/search?q=LACP');
    assert.deepEqual([answer.status, answer.headers.location], [308, '/search/?q=LACP']);
    const inside = await ask(below.port, '/kb/articles');
    assert.deepEqual([inside.status, inside.headers.location], [308, '/kb/articles/']);
  });

  test('that is not there gets the 404 page with status 404', async () => {
    for (const [port, address] of [
      [atRoot.port, '/nowhere/'],
      [below.port, '/kb/nowhere'],
      [below.port, '/articles/'],
      [atRoot.port, '//articles'],
    ] as const) {
      // prettier-ignore
      // oxlint-disable-next-line no-await-in-loop -- a failure then names one address
      const { status, bytes } = await ask(port, address);
      assert.equal(status, 404, address);
      assert.match(bytes.toString(), /<h1/);
    }
  });
});

describe('a file', () => {
  test('of the search index comes whole, with a type that browsers take as bytes', async () => {
    const entry = await ask(atRoot.port, '/pagefind/pagefind-entry.json');
    const { languages } = JSON.parse(entry.bytes.toString()) as {
      languages: Record<string, { hash: string }>;
    };
    const meta = await ask(
      atRoot.port,
      `/pagefind/pagefind.${languages['en']?.hash}.pf_meta`,
      'br',
    );
    assert.deepEqual(
      [meta.status, meta.headers['content-type']],
      [200, 'application/octet-stream'],
    );
    assert.equal(meta.headers['content-encoding'], undefined); // Pagefind unpacks it by itself
    assert.deepEqual([...meta.bytes.subarray(0, 2)], [0x1f, 0x8b]); // RFC 1952: gzip
  });

  test('outside the site cannot be had', async () => {
    const { status } = await ask(atRoot.port, '/..%2fpackage.json');
    assert.equal(status, 404);
  });
});

test('the home page of a site below a path is found from above it', async () => {
  const answer = await ask(below.port, '/');
  assert.deepEqual([answer.status, answer.headers.location], [308, '/kb/']);
});

describe('while the site is built anew', () => {
  test('what is gone is not there, what is new is sent whole, and the server stays', async (t) => {
    const dir = await mkdtemp(path.join(tmpdir(), 'site-'));
    const page = path.join(dir, 'articles', 'index.html');
    const write = async (text: string) => {
      await mkdir(path.dirname(page), { recursive: true });
      await writeFile(page, text);
    };
    await writeFile(path.join(dir, '404.html'), '<h1>No page</h1>');
    await write('<h1>Old</h1>');
    const { port, close } = await serve({ dir, host });
    t.after(async () => {
      await close();
      await rm(dir, { recursive: true });
    });
    const seen = async () => {
      const { status, bytes } = await ask(port, '/articles/');
      return [status, bytes.toString()];
    };
    assert.deepEqual(await seen(), [200, '<h1>Old</h1>']);
    await rm(path.dirname(page), { recursive: true });
    await rm(path.join(dir, '404.html'));
    assert.deepEqual(await seen(), [404, '<h1>No page</h1>']);
    await write('<h1>New and longer</h1>');
    assert.deepEqual(await seen(), [200, '<h1>New and longer</h1>']);
  });

  test('a browser that has a file is told so until the file changes', async () => {
    const first = await ask(atRoot.port, '/robots.txt');
    const etag = first.headers.etag ?? '';
    assert.match(etag, /^W/);
    const answer = await fetch(`http://${host}:${atRoot.port}/robots.txt`, {
      headers: { 'If-None-Match': etag },
    });
    assert.equal(answer.status, 304);
  });
});
