/**
 * Serves a built site as a good host would: `node scripts/serve.mjs dist 4321 [--base /kb]`.
 * The tests use the same server, so what they see is what a reader gets.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import sirv from 'sirv';
import { prefix } from './build.mjs';

const year = 31_536_000; // seconds; the longest age RFC 9111 caches are expected to honour

/** Types sirv leaves without a charset, or does not know at all. */
const types = {
  '.css': 'text/css;charset=utf-8',
  '.js': 'text/javascript;charset=utf-8',
  '.json': 'application/json;charset=utf-8',
  '.md': 'text/markdown;charset=utf-8',
  '.svg': 'image/svg+xml;charset=utf-8',
  '.txt': 'text/plain;charset=utf-8',
  '.xml': 'application/xml;charset=utf-8',
  '.pagefind': 'application/octet-stream',
  '.pf_fragment': 'application/octet-stream',
  '.pf_filter': 'application/octet-stream',
  '.pf_index': 'application/octet-stream',
  '.pf_meta': 'application/octet-stream',
};

/** Files whose name holds a hash of their content never change under that name. */
const isHashed = (pathname) =>
  pathname.startsWith('/_astro/') || /^\/pagefind\/(fragment|index|filter)\//.test(pathname);

function setHeaders(response, pathname) {
  const type = types[path.extname(pathname)];
  if (type) response.setHeader('Content-Type', type);
  response.setHeader(
    'Cache-Control',
    isHashed(pathname) ? `public,max-age=${year},immutable` : 'no-cache',
  );
}

/** What only a header can say: the policy in each page's <meta> covers the rest. */
function setSecurityHeaders(response, pathname) {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  const framers = pathname.startsWith('/embed/') ? '*' : "'self'";
  response.setHeader('Content-Security-Policy', `frame-ancestors ${framers}`);
}

/** Whether a page has this address but for its trailing slash. */
const isPage = (dir, pathname) =>
  !pathname.endsWith('/') && existsSync(path.join(dir, pathname, 'index.html'));

function redirect(response, location) {
  response.writeHead(308, { Location: location, 'Cache-Control': 'no-cache' }).end();
}

function refuse(response, status, body) {
  response.writeHead(status, {
    'Content-Type': 'text/html;charset=utf-8',
    'Cache-Control': 'no-cache',
  });
  response.end(body);
}

/** A request handler for the site in `dir`, mounted at `base` ('' or '/kb'). */
function handler(dir, base) {
  // `dev`: files are looked for at each request, because a build may empty and fill the folder.
  const assets = sirv(dir, { dev: true, brotli: true, gzip: true, etag: true, setHeaders });
  const notFound = readFileSync(path.join(dir, '404.html'));

  return (request, response) => {
    const [address, query] = request.url.split(/\?(.*)/s);
    const search = query === undefined ? '' : `?${query}`;
    if (base && (address === base || address === '/'))
      return redirect(response, `${base}/${search}`);
    const inside = !base || address.startsWith(`${base}/`);
    const pathname = inside ? address.slice(base.length) : address;
    setSecurityHeaders(response, pathname);
    if (!['GET', 'HEAD'].includes(request.method)) {
      response.setHeader('Allow', 'GET, HEAD');
      return refuse(response, 405);
    }
    // `//articles` and `/../x` are no addresses; a host that tidied them up would serve a page twice.
    if (!inside || path.posix.normalize(pathname) !== pathname)
      return refuse(response, 404, notFound);
    if (isPage(dir, pathname)) return redirect(response, `${base}${pathname}/${search}`);
    request.url = `${pathname}${search}`;
    assets(request, response, () => refuse(response, 404, notFound));
  };
}

/** Answers each request; a file that a build takes away in the middle is not the end of the others. */
const answering = (handle) => (request, response) => {
  // sirv pipes a file into its answer and listens to no error of it.
  response.on('pipe', (file) => file.on('error', () => response.destroy()));
  try {
    handle(request, response);
  } catch (error) {
    console.error(error);
    refuse(response, 500, 'The server could not read this file.');
  }
};

/**
 * Serves the folder `dir` under the path `base` ('' or '/kb'); port 0 takes any free port. Rejects
 * with the system's error, `code` included, when the port cannot be had.
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>} `url` ends with "/".
 */
export function serve({ dir, port = 0, base = '', host = undefined }) {
  const server = createServer(answering(handler(path.resolve(dir), base)));
  const close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const { port: taken } = server.address();
      resolve({ url: `http://localhost:${taken}${base}/`, port: taken, close });
    });
  });
}

/** Serves on the port in PORT (or `port`), says where in one line, and stays until Ctrl+C. */
export async function serveUntilStopped({ dir, port = 4321, base = '' }) {
  const chosen = Number(process.env.PORT || port);
  if (!Number.isInteger(chosen) || chosen < 0 || chosen > 65535) {
    console.error(`A port is a whole number up to 65535; "${process.env.PORT || port}" is not.`);
    process.exit(1);
  }
  try {
    const { url } = await serve({ dir, port: chosen, base });
    console.log(`Knowledge base: ${url} (Ctrl+C stops it)`);
  } catch (error) {
    const sentences = {
      EADDRINUSE: `Port ${chosen} is in use by another program. Stop that one, or choose a port: PORT=4322 npm start`,
      EACCES: `This account may not open port ${chosen}. Choose one above 1023: PORT=4322 npm start`,
      ENOENT: `${dir} holds no built site. Build it first: npm run build`,
    };
    console.error(sentences[error.code] ?? error);
    process.exit(1);
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values, positionals } = parseArgs({
    options: { base: { type: 'string', default: '' } },
    allowPositionals: true,
  });
  const [dir = 'dist', port = 4321] = positionals;
  await serveUntilStopped({ dir, port, base: prefix(values.base) });
}
