/**
 * Which browser the tests drive: CHROME_PATH, then a Chromium, Chrome or Edge of the system, then
 * the Chromium that comes with the dependencies. Nothing is ever downloaded.
 * `node test/browser/browser.ts` says which one it is, or why there is none.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright-core';

export interface FoundBrowser {
  readonly executable: string;
  /** Where it was found, in words. */
  readonly origin: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];

/** Where browsers of the Chromium family install themselves, by `process.platform`. */
const systemPaths: Record<string, () => string[]> = {
  linux: () =>
    (process.env.PATH ?? '')
      .split(path.delimiter)
      .flatMap((folder) => linuxNames.map((name) => path.join(folder, name))),
  darwin: () => [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: () =>
    ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
      const folder = process.env[name];
      return folder
        ? [
            path.join(folder, 'Chromium', 'Application', 'chrome.exe'),
            path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
            path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
          ]
        : [];
    }),
};

/** The packaged Chromium is a build for Linux on x64 and for no other system. */
const hasPackagedBrowser = process.platform === 'linux' && process.arch === 'x64';

/** Systems for which some Chromium exists: there, having none is a fault that can be mended. */
export const canHaveBrowser = hasPackagedBrowser || process.platform in systemPaths;

/** Fonts for the packaged Chromium: its own and the system's. Without any it ends at the first text. */
function useFonts(folder: string): void {
  const dirs = [path.join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...dirs.map((dir) => `  <dir>${escaped(dir)}</dir>`),
    `  <cachedir>${escaped(path.join(folder, 'fonts-cache'))}</cachedir>`,
    '</fontconfig>',
  ];
  const file = path.join(folder, 'fonts.conf');
  writeFileSync(file, `${lines.join('\n')}\n`);
  process.env.FONTCONFIG_PATH = folder;
  process.env.FONTCONFIG_FILE = file;
}

async function packagedBrowser(): Promise<FoundBrowser> {
  // It unpacks itself into TMPDIR and keeps whatever version lies there: so a folder of its own.
  const folder = path.join(root, '.cache', 'chromium');
  mkdirSync(folder, { recursive: true });
  process.env.TMPDIR = folder;
  // Makes it bring the libraries that a bare system lacks (libnss3, libnspr4, libexpat).
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs24.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  const executable = await packaged.executablePath();
  useFonts(folder); // after it: the package sets its own, for fonts that lie in /tmp
  return { executable, origin: 'packaged with the dependencies' };
}

/** The browser to drive, or undefined where there is none. A wrong CHROME_PATH is an error. */
export async function findBrowser(): Promise<FoundBrowser | undefined> {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names no file: ${named}`);
    return { executable: named, origin: 'from CHROME_PATH' };
  }
  const system = systemPaths[process.platform]?.().find((file) => existsSync(file));
  if (system) return { executable: system, origin: 'of this system' };
  return hasPackagedBrowser ? packagedBrowser() : undefined;
}

/** Quiet and offline: nothing here may ask a host on its own. The page's own policy stays as it is. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

export async function launchBrowser(): Promise<Browser> {
  const found = await findBrowser();
  if (!found)
    throw new Error('No Chromium, Chrome or Edge was found. Install one or set CHROME_PATH.');
  return chromium.launch({ executablePath: found.executable, headless: true, args: flags });
}

/** Exit codes for the test runner: 0 it starts and draws, 3 this system cannot have one, 1 a fault. */
async function report(): Promise<number> {
  const found = await findBrowser();
  if (!found) {
    console.log('No Chromium, Chrome or Edge was found. Install one or set CHROME_PATH.');
    return canHaveBrowser ? 1 : 3;
  }
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.setContent('<h1>Text</h1>');
  if ((await page.locator('h1').innerText()) !== 'Text') throw new Error('It draws no text.');
  console.log(`Browser: ${browser.version()}, ${found.origin} (${found.executable})`);
  await browser.close();
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit(await report());
