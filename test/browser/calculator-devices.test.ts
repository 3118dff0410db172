/** Devices on the path, what a job needs, and what can be taken away from the calculator. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import {
  field,
  hash,
  nextVerdict,
  openCalculator,
  settled,
  shows,
  tool,
  untilField,
  verdict,
} from './calculator-page.ts';
import { openSiteForTests, type WatchedPage } from './open-site.ts';
import { copied } from './share.ts';

const site = await openSiteForTests();
const openTool = (fragment?: string) => openCalculator(site, fragment);

/** Opens the tool and waits until the menu of devices is filled, as it is once a reader reaches for it. */
async function openWithDevices(fragment = ''): Promise<WatchedPage> {
  const opened = await openTool(fragment);
  await field(opened.page, 'hops.0.device').focus();
  await opened.page
    .locator('[name="hops.0.device"] optgroup')
    .first()
    .waitFor({ state: 'attached' });
  return opened;
}

/** The section under one of the headings below the answer. */
const section = (page: Page, title: string) =>
  page.locator('.lag-more section').filter({ has: page.getByRole('heading', { name: title }) });

describe('a device on a hop', () => {
  test('fills in the choice, says how sure it is, and brings its commands', async () => {
    const { page, faults, close } = await openWithDevices();
    const before = await verdict(page);
    await field(page, 'hops.0.device').selectOption('cisco-catalyst-src-mac');
    await untilField(page, 'hops.0.chooser', 'mac');
    await page.waitForFunction(() => location.hash.includes('~device.cisco-catalyst-src-mac'));
    const note = await page.locator('.lag-device-note').innerText();
    assert.match(note, /As the switch, which decides in a backup: MAC addresses/);
    assert.match(note, /Source: /);
    const commands = section(page, 'Commands to check it');
    const [command = ''] = await commands.locator('code').allInnerTexts();
    assert.notEqual(command, '');
    const ticket = await copied(page, 'Copy for ticket', 'Ticket text');
    assert.ok(ticket.includes(command), 'the command is in the ticket');
    assert.match(ticket, /^On hop 1: Switch, which decides: Cisco/m);
    assert.ok(
      ticket
        .split('\n')
        .at(-1)
        ?.endsWith(await hash(page)),
      'the link is last',
    );
    await field(page, 'hops.0.chooser').selectOption('ip');
    await page.getByText('Changed by hand').first().waitFor();
    await shows(page, before);
    assert.deepEqual(faults, []);
    await close();
  });

  test('sets the other direction where it stands at the other end', async () => {
    const { page, close } = await openWithDevices();
    await field(page, 'hops.0.far').selectOption('linux-8023ad-layer34');
    await page.waitForFunction(() => location.hash.includes('~back.ip-port~team.lacp~far.linux'));
    await untilField(page, 'hops.0.chooser', 'ip');
    const exact = page.getByRole('link', { name: 'Which link does each flow take?' });
    assert.match((await exact.getAttribute('href')) ?? '', /\/tools\/flow-placement\/#v=1/);
    await close();
  });

  test('has another at the other end: both bring their commands, and the one that decides is named', async () => {
    const { page, faults, close } = await openWithDevices();
    const ends = await page
      .locator('[name="hops.0.device"], [name="hops.0.far"]')
      .evaluateAll((selects) =>
        (selects as HTMLSelectElement[]).map((select) => [
          select.labels[0]?.textContent,
          [...select.options].some(({ value }) => value === 'cisco-catalyst'),
        ]),
      );
    assert.deepEqual(ends, [
      ['Device: switch', true],
      ['Device: media agent', false],
    ]);
    await field(page, 'hops.0.device').selectOption('cisco-catalyst');
    await field(page, 'hops.0.far').selectOption('linux-8023ad-layer34');
    await page.waitForFunction(() =>
      location.hash.includes(
        '~eight-buckets~back.ip-port~team.lacp~device.cisco-catalyst~far.linux-8023ad-layer34',
      ),
    );
    const commands = section(page, 'Commands to check it');
    const titles = await commands.locator('.lag-check > p').allInnerTexts();
    assert.match(titles[0] ?? '', /^Hop 1, switch: Cisco .*\(decides in this direction\)$/);
    assert.match(titles[1] ?? '', /^Hop 1, media agent: Linux bonding, [^(]*$/);
    await settled(page);
    await page.getByRole('radio', { name: 'Restore' }).check();
    await page.locator('.lag-check > p').nth(1).getByText('(decides in this direction)').waitFor();
    await settled(page);
    const ticket = await copied(page, 'Copy for ticket', 'Ticket text');
    assert.match(ticket, /^On hop 1: Switch: Cisco .* \| Media agent, which decides: Linux/m);
    const lines = ticket.split('\n').length;
    assert.ok(lines >= 12 && lines <= 15, `${lines} lines, devices and all`);
    // Whoever opens the link finds both.
    const opened = await openTool(await hash(page));
    await opened.page.locator('.lag-check').nth(1).waitFor();
    await untilField(opened.page, 'hops.0.device', 'cisco-catalyst');
    await untilField(opened.page, 'hops.0.far', 'linux-8023ad-layer34');
    assert.deepEqual([...faults, ...opened.faults], []);
    await opened.close();
    await close();
  });

  test('of an older link stands at the end where it can', async () => {
    const { page, close } = await openTool(
      '#v=1&hops=4x1~ip~back.ip-port~team.lacp~device.linux-8023ad-layer34',
    );
    await section(page, 'Commands to check it').waitFor();
    await untilField(page, 'hops.0.far', 'linux-8023ad-layer34');
    await untilField(page, 'hops.0.device', '');
    await close();
  });

  test('is chosen again by its link', async () => {
    const { page, close } = await openTool('#v=1&hops=4x1~mac~device.cisco-catalyst-src-mac');
    await section(page, 'Commands to check it').waitFor();
    await untilField(page, 'hops.0.device', 'cisco-catalyst-src-mac');
    assert.equal(await page.locator('[role=alert]').count(), 0);
    await close();
  });

  test('that the catalogue does not have is named, and the rest of the link holds', async () => {
    const { page, faults, close } = await openTool('#v=1&hops=4x1~mac~device.gone-box&clients=6x1');
    await page.locator('[role=alert]').waitFor();
    assert.match(await page.locator('[role=alert]').innerText(), /gone-box/);
    await untilField(page, 'hops.0.chooser', 'mac');
    await untilField(page, 'clients.0.count', '6');
    await page.waitForFunction(() => !document.querySelector('.lag-stale'));
    assert.match(await hash(page), /~device\.gone-box/);
    assert.deepEqual(faults, []);
    await close();
  });

  test('leaves the calculator whole where the catalogue cannot be loaded', async () => {
    const { page, open, close } = await site.newPage();
    await page.route('**/devices.json', (route) => route.abort());
    await open(tool);
    await field(page, 'hops.0.members').and(page.locator(':enabled')).waitFor();
    const before = await verdict(page);
    await field(page, 'hops.0.members').fill('2');
    await page.getByText('The devices could not be loaded.').waitFor();
    await nextVerdict(page, before);
    await close();
  });
});

describe('what the job needs', () => {
  test('is said with changes that make it fit, and one press makes the change', async () => {
    const { page, faults, close } = await openTool();
    const need = section(page, 'What do I need?');
    assert.match(await need.innerText(), /^What do I need\?\s+10 TB in 8 h need 2\.78 Gbit\/s/);
    const before = await verdict(page);
    await need.getByRole('button', { name: 'Try it' }).first().click();
    await nextVerdict(page, before);
    await need.getByText('The path does that already.').waitFor();
    assert.match(await page.locator('.lag-window td').nth(5).innerText(), /fits/);
    await page.waitForFunction(() => location.hash.startsWith('#v=1&'));
    assert.deepEqual(faults, []);
    await close();
  });

  test('follows the volume and the window', async () => {
    const { page, close } = await openTool();
    const need = section(page, 'What do I need?');
    await need.getByRole('button', { name: 'Change volume or window' }).click();
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'volume');
    await field(page, 'volume').fill('1');
    await need.getByText('The path does that already.').waitFor();
    assert.match(await need.innerText(), /1 TB in 8 h need/);
    await close();
  });

  test('is nothing without a window, and the times are compared with none', async () => {
    const { page, faults, close } = await openTool();
    await field(page, 'window').fill('');
    const need = section(page, 'What do I need?');
    await need.getByText('Enter a window').waitFor();
    assert.equal(await page.locator('.lag-stale').count(), 0);
    const times = await page.locator('.lag-window').innerText();
    assert.doesNotMatch(times, /fits|too long|undefined|NaN/);
    assert.deepEqual(faults, []);
    await close();
  });

  test('is faster links where nothing less will do', async () => {
    const { page, close } = await openTool('#v=1&clients=20x10&volume=60');
    await untilField(page, 'volume', '60');
    await section(page, 'What do I need?').getByText('only faster links do it').waitFor();
    await close();
  });
});

describe('sharing', () => {
  test('gives the ticket as Markdown', async () => {
    const { page, close } = await openTool();
    const before = await verdict(page);
    await field(page, 'clients.0.count').fill('7');
    await nextVerdict(page, before);
    await settled(page);
    const markdown = await copied(page, 'Copy as Markdown', 'Markdown');
    assert.match(markdown, /^### Link aggregation estimate/);
    assert.ok(markdown.endsWith(`<${page.url()}>`), 'the link');
    await close();
  });

  test('gives the drawn flows as CSV, without the clipboard', async () => {
    const { page, faults, close } = await openTool();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download flows (CSV)' }).click();
    const file = await coming;
    assert.equal(file.suggestedFilename(), 'flows.csv');
    const lines = readFileSync(await file.path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    assert.match(lines[0] ?? '', /^Flow,Owner,Connection,/);
    assert.equal(lines.length, 21, 'a head and 20 flows');
    assert.deepEqual(faults, []);
    await close();
  });
});

test('a replaced assumption is marked under the answer and in the ticket', async () => {
  const { page, close } = await openTool('#v=1&mtu=9000');
  await untilField(page, 'mtu', '9000');
  await page.locator('.lag-overridden').waitFor();
  assert.match(await page.locator('.lag-overridden').innerText(), /MTU 9000 \(default 1500\)/);
  const ticket = await copied(page, 'Copy for ticket', 'Ticket text');
  assert.match(ticket, /^Changed from the default: MTU 9000/m);
  await close();
});
