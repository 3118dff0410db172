/**
 * What one key press in the calculator costs a reader on a slow machine: with the processor slowed down
 * four times, a character is typed into a field of each situation at the start of a frame, until that
 * frame shows the new answer. Beside it stands what the browser takes for the character alone, when
 * nobody listens: machines differ, and one machine from hour to hour, but both times of a line by the
 * same factor. It measures the built site in `dist`.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { writeScenario } from '../../src/core/link-aggregation/fields.ts';
import { writePermalink } from '../../src/core/link-aggregation/permalink.ts';
import { presets, type Preset } from '../../src/core/link-aggregation/presets.ts';
import { openSite, type OpenSite } from '../browser/open-site.ts';

const slowdown = 4;
const frame = 16; // milliseconds: one picture of a display that shows 60 a second
const presses = 9;
const warmUp = 6; // before the browser has compiled what runs at every key

/** Milliseconds from the key. */
interface Press {
  /** To the end of its handler. */
  readonly handled: number;
  /** To the frame that shows the new answer: the sentence, the range and the time. */
  readonly painted: number;
  /** To the frame that shows the figure and the table of times as well. */
  readonly whole: number;
}

export interface Measured extends Press {
  readonly preset: string;
  /** Milliseconds from a character that no script hears of to the frame that shows it in its field. */
  readonly fieldAlone: number;
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Runs in the page: types `text` and waits until the answer to it has been painted, then the rest. */
async function press({
  name,
  text,
}: {
  readonly name: string;
  readonly text: string;
}): Promise<Press> {
  const input = document.querySelector<HTMLInputElement>(`[name="${name}"]`);
  const result = document.querySelector('.lag-result');
  const times = result?.querySelector('.lag-window table');
  if (!input || !result || !times) throw new Error(`no input ${name}`);
  const frameBegins = () => new Promise((resolve) => requestAnimationFrame(resolve));
  // A message is handed over after the frame has been drawn.
  const frameEnds = () =>
    new Promise<number>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => resolve(performance.now()), { once: true });
      port1.start();
      port2.postMessage(0);
    });
  let isNew = false;
  let isWhole = false;
  const observer = new MutationObserver((changes) => {
    isWhole ||= changes.some(({ target }) => times.contains(target));
    isNew ||= changes.some(({ target, type }) => type !== 'attributes' && !times.contains(target));
  });
  observer.observe(result, { subtree: true, childList: true, characterData: true });
  await frameBegins();
  const start = performance.now();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  const handled = performance.now() - start;
  const until = async (done: () => boolean): Promise<number> => {
    const end = await frameEnds();
    if (done()) return end - start;
    if (end - start > 10_000) throw new Error(`nothing new came of ${text} in ${name}`);
    await frameBegins();
    return until(done);
  };
  const painted = await until(() => isNew && !result.hasAttribute('aria-busy'));
  const whole = await until(() => isWhole);
  observer.disconnect();
  return { handled, painted, whole };
}

/** Runs in the page: sets the text of a field unheard, until the frame that shows it has been drawn. */
async function typeUnheard({
  name,
  text,
}: {
  readonly name: string;
  readonly text: string;
}): Promise<number> {
  const input = document.querySelector<HTMLInputElement>(`[name="${name}"]`);
  if (!input) throw new Error(`no input ${name}`);
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const start = performance.now();
  input.value = text;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => resolve(performance.now() - start), { once: true });
    port1.start();
    port2.postMessage(0);
  });
}

async function measurePreset(page: Page, name: string): Promise<Omit<Measured, 'preset'>> {
  const found: Press[] = [];
  const unheard: number[] = [];
  for (let index = 0; index < warmUp + presses; index += 1) {
    // The advice to the key before has come by then: a person types no faster than that.
    await page.waitForTimeout(400);
    const one = await page.evaluate(press, { name, text: String(11 + index) });
    await page.waitForTimeout(400);
    const alone = await page.evaluate(typeUnheard, { name, text: String(51 + index) });
    if (index < warmUp) continue;
    found.push(one);
    unheard.push(alone);
  }
  const of = (part: keyof Press) => middle(found.map((one) => one[part]));
  return {
    handled: of('handled'),
    painted: of('painted'),
    whole: of('whole'),
    fieldAlone: middle(unheard),
  };
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
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    measured.push({ preset: id, ...(await measurePreset(page, 'volume')) });
    await close();
  }
  return measured;
}

const inMilliseconds = (value: number) => value.toFixed(1).padStart(9);

export function printKeyPresses(measured: readonly Measured[]): void {
  console.log(`  median of ${presses} keys at ${slowdown} times slowdown, ms`);
  console.log(`  ${'situation'.padEnd(28)}  handled  painted    whole  the field alone`);
  for (const { preset, handled, painted, whole, fieldAlone } of measured) {
    const cells = [handled, painted, whole, fieldAlone].map(inMilliseconds).join('');
    console.log(`  ${preset.padEnd(28)}${cells}`);
  }
  const times = middle(measured.map(({ painted, fieldAlone }) => painted / fieldAlone));
  console.log(`  painted, as a multiple of the field alone: ${times.toFixed(2)} (median)`);
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
