/**
 * Makes public/preview.png from the built site: the picture of the README, and of whoever shares an
 * address. `npm run preview-picture` after a build, when the pages on it look different.
 */
import { fileURLToPath } from 'node:url';
import { openSite } from './open-site.ts';

const panels = [
  { address: '/', scrolled: 0, colorScheme: 'light' },
  { address: '/tools/link-aggregation/', scrolled: 330, colorScheme: 'light' },
  { address: '/tools/ds-client-log/', scrolled: 330, colorScheme: 'dark' },
] as const;

const site = await openSite();

async function panel({ address, scrolled, colorScheme }: (typeof panels)[number]) {
  const { page, open, close } = await site.newPage({
    colorScheme,
    viewport: { width: 1100, height: 838 },
  });
  await open(address);
  await page.evaluate((top) => scrollTo(0, top), scrolled);
  await page.waitForLoadState('networkidle');
  const picture = await page.screenshot();
  await close();
  return `<img src="data:image/png;base64,${picture.toString('base64')}">`;
}

const pictures = await Promise.all(panels.map(panel));
const { page, close } = await site.newPage({ viewport: { width: 1200, height: 630 } });
await page.setContent(`<style>
  body { margin: 0; background: #e8e5de }
  img { position: absolute; width: 640px; border-radius: 8px; box-shadow: 0 4px 24px #0003 }
  img:nth-of-type(1) { left: 24px; top: 24px }
  img:nth-of-type(2) { left: 280px; top: 78px }
  img:nth-of-type(3) { left: 536px; top: 132px }
</style>${pictures.join('')}`);
await page.screenshot({
  path: fileURLToPath(new URL('../../public/preview.png', import.meta.url)),
});
await close();
await site.close();
