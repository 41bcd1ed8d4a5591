// The app as a reader has it: installed once, read and answered without a network, brought to the next version with every answer.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launched, tabTo } from '../../../tests/browser/browser.mjs';
import { counted, none, root } from '../../../tests/browser/product.mjs';
import { host } from '../../test/host.mjs';
import { released } from '../../test/released.mjs';

const { bundle, publicKey } = released();
const here = path.dirname(fileURLToPath(import.meta.url));
const app = fs.mkdtempSync(path.join(os.tmpdir(), 'andrum-demo-'));
fs.cpSync(path.join(here, '../app'), app, { recursive: true });
fs.writeFileSync(path.join(app, 'config.json'), JSON.stringify({ bundle: 'bundle/', key: publicKey }));
const axe = fs.readFileSync(path.join(root, 'tests/browser/node_modules/axe-core/axe.min.js'), 'utf8');

const browser = await launched();
after(async () => {
  await browser.close();
  fs.rmSync(app, { recursive: true, force: true });
});

/** The app on a host with the first version, and a reader who has never been there. */
async function reader(options = {}, change) {
  const served = await host({ '/': app, '/bundle/': bundle('1.0.0') }, change);
  const context = await browser.newContext({ locale: 'nb-NO', ...options });
  const tab = await context.newPage();
  const faults = [];
  tab.on('pageerror', error => faults.push(error.message));
  tab.on('console', message => message.type() === 'error' && !/ERR_|Failed to load/.test(message.text()) && faults.push(message.text()));
  await tab.goto(`${served.origin}/`);
  await tab.getByRole('heading', { level: 1, name: 'Rolig' }).waitFor();
  const close = async () => {
    await context.close();
    await served.close();
    none(faults, 'faults in the console');
  };
  return { tab, context, served, close };
}

const open = async (tab, name) => {
  await tab.getByRole('link', { name, exact: true }).first().click();
  await tab.locator('main h1').waitFor();
};

/** Waits until the device keeps an answer that holds some words; fails where it does not within three seconds. */
async function settled(tab, id, words) {
  let kept = 'nothing';
  for (const until = Date.now() + 3_000; Date.now() < until; await tab.waitForTimeout(50)) {
    kept = await tab.evaluate(id => new Promise((resolve, reject) => {
      const request = indexedDB.open('andrum-answers', 1);
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const get = request.result.transaction('answers').objectStore('answers').get(id);
        get.onsuccess = () => {
          request.result.close();
          resolve(JSON.stringify(get.result ?? null));
        };
      };
    }), id);
    if (kept.includes(words)) return;
  }
  assert.fail(`${id} should hold ${words}, and the device keeps ${kept}`);
}

test('the whole page is drawn from blocks, and nothing in it is a bundle\'s HTML', async t => {
  const { tab, close } = await reader();
  await open(tab, 'Hvile');
  const main = tab.locator('main');
  for (const selector of ['em', 'strong', 'ol > li', 'table th', 'img[alt="En stol ved et vindu"]', 'blockquote', '.callout.tip', 'sup a', 'a[href="#/no/long-exhale"]', 'a[href="https://example.org/"]']) {
    assert.ok(await main.locator(selector).count() > 0, selector);
  }
  await tab.waitForFunction(() => document.querySelector('main img').naturalWidth > 0);
  const kinds = await main.locator('.sheet').count();
  counted(t, kinds, 'tasks');
  assert.equal(kinds, 8);
  await close();
});

test('every kind of answer is kept: after a reload, without a network, in the other language, and under the next version', async () => {
  const { tab, context, served, close } = await reader();
  await open(tab, 'Hvile');
  await tab.getByRole('textbox', { name: 'Når hvilte du sist?' }).fill('I går kveld, æøå');
  await tab.locator('input[name=tired][value="7"]').check();
  await tab.locator('input[name=how][value=walk]').check();
  await tab.locator('input[name=where][value=jaw]').check();
  await tab.locator('input[name=where][value=stomach]').check();
  await tab.getByRole('checkbox', { name: 'Gjort' }).check();
  await tab.getByRole('textbox', { name: 'Gå en tur: En note' }).fill('Det regnet.');
  await tab.getByRole('textbox', { name: 'Tar, Rad 1' }).fill('Møter');
  await tab.getByRole('button', { name: 'En rad til' }).click();
  await tab.getByRole('textbox', { name: 'Gir, Rad 3' }).fill('Skogen');
  await tab.locator('input[name=calm][value="4"]').check();
  // The page is left at once: what was written last is saved all the same.
  await tab.getByRole('textbox', { name: 'Når hvilte du sist?' }).fill('I går kveld, æøå. Og i dag.');
  await tab.reload();
  await tab.locator('main h1').waitFor();
  await settled(tab, 'last', 'Og i dag.');

  await open(tab, 'Alle ukene');
  await open(tab, 'Lære');
  await tab.getByLabel('Løper').check();
  await tab.getByRole('button', { name: 'Se svarene' }).click();
  await tab.getByText('0 % riktig. Du trenger 100 %').waitFor();
  await tab.getByText('Ikke nå.').waitFor();
  await tab.getByLabel('Hviler').check();
  await tab.getByRole('button', { name: 'Se svarene' }).click();
  await tab.getByText('100 % riktig, og det er nok.').waitFor();
  await settled(tab, 'check', 'rest');

  const kept = async language => {
    await tab.goto(`${served.origin}/#/${language}/w01-rest`);
    await tab.reload();
    await tab.locator('main h1').waitFor();
    assert.equal(await tab.locator('input[name=tired]:checked').getAttribute('value'), '7');
    assert.equal(await tab.locator('input[name=how]:checked').getAttribute('value'), 'walk');
    assert.equal(await tab.locator('input[name=where]:checked').count(), 2);
    assert.equal(await tab.locator('input[name=calm]:checked').getAttribute('value'), '4');
    const areas = await tab.locator('main textarea').evaluateAll(areas => areas.map(area => area.value));
    for (const words of ['I går kveld, æøå. Og i dag.', 'Det regnet.', 'Møter', 'Skogen']) assert.ok(areas.includes(words), `${words} in ${areas}`);
  };
  await kept('no');
  await served.close();
  await context.setOffline(true);
  await kept('no');
  await kept('sv');
  await tab.getByRole('link', { name: 'Om det är bråttom' }).click();
  await tab.getByRole('heading', { level: 1, name: 'Når det haster' }).waitFor();
  await context.setOffline(false);
  await context.close();
  await close().catch(() => undefined);
});

test('the next version comes quietly, and every answer with it', async () => {
  const { tab, served, close } = await reader();
  await open(tab, 'Hvile');
  await tab.getByRole('textbox', { name: 'Når hvilte du sist?' }).fill('I går kveld');
  await settled(tab, 'last', 'I går kveld');
  served.folders['/bundle/'] = bundle('1.1.0');
  served.asked.length = 0;
  await tab.reload();
  await tab.getByText('En ny utgave er her (1.1.0). Svarene dine er med.').waitFor();
  assert.ok(await tab.getByText('Kroppen trenger hvile.').count() > 0, 'what is read is not taken away');
  assert.equal(served.asked.filter(address => address.includes('/blobs/')).length, 2, 'only what is new');
  await tab.getByRole('button', { name: 'Vis den nye' }).click();
  await tab.getByText('hvile hver dag').waitFor();
  assert.equal(await tab.locator('textarea').first().inputValue(), 'I går kveld', 'under the task that stands in its place');
  await settled(tab, 'rested', 'I går kveld');
  await close();
});

test('an update that was tampered with is refused, and what was there stays', async () => {
  const state = { harm: false };
  const flip = (address, bytes) => {
    if (!state.harm || !address.includes('/blobs/')) return bytes;
    const other = Buffer.from(bytes);
    other[other.length - 3] ^= 1;
    return other;
  };
  const { tab, served, close } = await reader({}, flip);
  served.folders['/bundle/'] = bundle('1.1.0');
  state.harm = true;
  await tab.reload();
  await tab.getByText('En ny utgave kunne ikke hentes trygt. Du har fortsatt den du hadde.').waitFor();
  await open(tab, 'Hvile');
  await tab.getByText('Kroppen trenger hvile.').waitFor();
  // Another edition, signed by the same clinic, is no update either.
  state.harm = false;
  served.folders['/bundle/'] = bundle('1.1.0', 'therapist');
  await tab.reload();
  await tab.getByText('En ny utgave kunne ikke hentes trygt.').waitFor();
  await close();
});

test('all of it with the keyboard alone', async () => {
  const { tab, close } = await reader();
  await tabTo(tab, 'main a[href="#/no/w01-rest"]');
  await tab.keyboard.press('Enter');
  await tab.getByRole('heading', { level: 1, name: 'Hvile' }).waitFor();
  assert.ok(await tab.evaluate(() => document.activeElement.matches('main h1')), 'focus is where the page begins');
  await tabTo(tab, 'textarea');
  await tab.keyboard.type('Skrevet uten mus');
  await tabTo(tab, 'input[name=tired]');
  await tab.keyboard.press('Space');
  await tab.keyboard.press('ArrowRight');
  await settled(tab, 'last', 'uten mus');
  await settled(tab, 'tired', '"value":1');
  await close();
});

test('a breath that is started goes on, and stops', async () => {
  const { tab, close } = await reader();
  await open(tab, 'Lang utpust');
  await tab.getByRole('button', { name: 'Start' }).press('Enter');
  await tab.getByText('1 av 10').waitFor();
  await tab.locator('.breath span', { hasText: 'Pust ut' }).waitFor({ timeout: 8_000 });
  await tab.getByRole('button', { name: 'Stopp' }).press('Enter');
  await tab.getByRole('button', { name: 'Start' }).waitFor();
  await close();
});

test('every page meets WCAG 2.2 AA, in light and dark, on a phone and a desk', async t => {
  let judged = 0;
  for (const [colorScheme, width] of [['light', 320], ['dark', 320], ['light', 1280], ['dark', 1280]]) {
    const { tab, served, close } = await reader({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true, reducedMotion: 'reduce' });
    for (const at of ['', '#/no/w01-rest', '#/sv/w02-learn', '#/no/long-exhale', '#/sv/crisis']) {
      await tab.goto(`${served.origin}/${at}`);
      await tab.reload();
      await tab.locator('main h1').waitFor();
      await tab.waitForTimeout(150);
      await tab.evaluate(axe);
      const { violations } = await tab.evaluate(() => globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
      none(violations.map(row => `${at} ${colorScheme} ${width}: ${row.id} ${row.nodes[0].html}`), 'violations');
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${at} at ${width} is ${wide} px too wide`);
      if (process.env.PICTURES) await tab.screenshot({ path: `${process.env.PICTURES}/${colorScheme}-${width}-${at.replace(/\W+/g, '-')}.png`, fullPage: true });
      judged += 1;
    }
    await close();
  }
  counted(t, judged, 'pages judged');
});
