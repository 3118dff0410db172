/**
 * What one key press in the calculator costs a reader on a slow machine: a character is typed into a
 * field of each situation, with the processor slowed down four times, until the new answer is painted.
 * It measures the built site in `dist`.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'playwright-core';
import { writeScenario } from '../../src/core/link-aggregation/fields.ts';
import { writePermalink } from '../../src/core/link-aggregation/permalink.ts';
import { presets, type Preset } from '../../src/core/link-aggregation/presets.ts';
import { openSite, type OpenSite } from '../browser/open-site.ts';

const slowdown = 4;
const frame = 16; // milliseconds: one picture of a display that shows 60 a second
const presses = 7;

/** Milliseconds. */
interface Press {
  /** From the key to the end of its handler. */
  readonly handled: number;
  /** From the key to the frame that shows the new answer. */
  readonly painted: number;
}

export interface Measured {
  readonly preset: string;
  readonly handled: number;
  readonly painted: number;
  /** How long the main thread was busy for one key, painting included. */
  readonly busy: number;
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Runs in the page: types `text` and waits until the answer to it has been painted. */
function press({ name, text }: { readonly name: string; readonly text: string }): Promise<Press> {
  const input = document.querySelector<HTMLInputElement>(`[name="${name}"]`);
  const result = document.querySelector('.lag-result');
  if (!input || !result) throw new Error(`no input ${name}`);
  return new Promise((resolve) => {
    let handled = 0;
    const start = performance.now();
    const observer = new MutationObserver(() => {
      if (result.hasAttribute('aria-busy')) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        // A message is handed over after the frame has been drawn.
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => {
          performance.measure('key-press', { start });
          resolve({ handled, painted: performance.now() - start });
        });
        port1.start();
        port2.postMessage(0);
      });
    });
    observer.observe(result, { attributeFilter: ['aria-busy'] });
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    handled = performance.now() - start;
  });
}

async function busySeconds(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

async function measurePreset(page: Page, cdp: CDPSession, name: string) {
  const [handled, painted, busy]: [number[], number[], number[]] = [[], [], []];
  const volumes = Array.from({ length: presses + 2 }, (_, index) => String(11 + index));
  for (const [index, text] of volumes.entries()) {
    // The advice to the key before has come by then: a person types no faster than that.
    await page.waitForTimeout(120);
    const before = await busySeconds(cdp);
    const one = await page.evaluate(press, { name, text });
    if (index < 2) continue; // the first ones warm up
    busy.push((await busySeconds(cdp)) - before);
    handled.push(one.handled);
    painted.push(one.painted);
  }
  return { handled: middle(handled), painted: middle(painted), busy: middle(busy) * 1000 };
}

/** The median cost of a key in each situation of the calculator of `site`. */
export async function measureKeyPresses(
  site: OpenSite,
  situations: readonly Preset[] = presets,
): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const { id, scenario } of situations) {
    const { page, context, open, close } = await site.newPage();
    await open(`/tools/link-aggregation/${writePermalink(writeScenario(scenario))}`);
    await page.locator('[name="volume"]:enabled').focus();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable');
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    measured.push({ preset: id, ...(await measurePreset(page, cdp, 'volume')) });
    await close();
  }
  return measured;
}

const inMilliseconds = (value: number) => value.toFixed(1).padStart(9);

export function printKeyPresses(measured: readonly Measured[]): void {
  console.log(`  median of ${presses} keys at ${slowdown} times slowdown, ms`);
  console.log(`  ${'situation'.padEnd(28)}  handled  painted     busy`);
  for (const { preset, handled, painted, busy } of measured) {
    const cells = [handled, painted, busy].map(inMilliseconds).join('');
    console.log(`  ${preset.padEnd(28)}${cells}`);
  }
}

export async function run(): Promise<boolean> {
  if (!existsSync(fileURLToPath(new URL('../../dist/tools/link-aggregation', import.meta.url)))) {
    console.log('  there is no built site: run `npm run build` first');
    return false;
  }
  const site = await openSite();
  const measured = await measureKeyPresses(site).finally(() => site.close());
  printKeyPresses(measured);
  const late = measured.filter(({ painted }) => painted > frame).length;
  console.log(
    `  painted within one frame of ${frame} ms: ${measured.length - late} of ${measured.length}`,
  );
  return true;
}
