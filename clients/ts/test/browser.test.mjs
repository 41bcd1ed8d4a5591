// The reader in a real browser: its cryptography, its streams, and its store in IndexedDB, across visits.

import assert from 'node:assert/strict';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launched } from '../../../tests/browser/browser.mjs';
import { host } from '../../test/host.mjs';
import { released } from '../../test/released.mjs';

const { bundle, publicKey } = released();
const here = path.dirname(fileURLToPath(import.meta.url));
const served = await host({ '/': here, '/lib/': path.join(here, '../lib'), '/first/': bundle('1.0.0'), '/second/': bundle('1.1.0') });
const browser = await launched();
const context = await browser.newContext();
after(async () => {
  await browser.close();
  await served.close();
});

/** Runs a function in a page of its own, as a visit. */
async function visit(work, ...args) {
  const tab = await context.newPage();
  await tab.goto(`${served.origin}/page.html`);
  const answer = await tab.evaluate(work, args);
  await tab.close();
  return answer;
}

test('a ZIP and a folder are verified', async () => {
  const versions = await visit(async ([key]) => {
    const { folder, verifyAll, zip } = await import('/lib/index.js');
    const archive = await (await fetch('/first/rolig-1.0.0-patient.zip')).arrayBuffer();
    const both = [await verifyAll(zip(new Uint8Array(archive)), key), await verifyAll(folder(`${location.origin}/second`), key)];
    return both.map(manifest => manifest.programme.version);
  }, publicKey);
  assert.deepEqual(versions, ['1.0.0', '1.1.0']);
});

test('a bundle is installed, read on the next visit, and updated by what is new', async () => {
  const install = ([key, address]) => import('/lib/index.js').then(async ({ folder, IndexedDbStore, update }) => {
    const store = await IndexedDbStore.open('bundle');
    return update({ store, source: folder(location.origin + address), key });
  });
  const read = ([key]) => import('/lib/index.js').then(async ({ IndexedDbStore, installed }) => {
    const bundle = await installed(await IndexedDbStore.open('bundle'), key);
    const { page } = await bundle.page('w01-rest', 'no');
    return [bundle.manifest.programme.version, page.text.split('\n')[0]];
  });
  const first = await visit(install, publicKey, '/first');
  assert.equal(first.to, '1.0.0');
  assert.deepEqual(await visit(read, publicKey), ['1.0.0', 'Kroppen trenger hvile. Les mer om å puste, eller på nettet.']);
  served.asked.length = 0;
  const second = await visit(install, publicKey, '/second');
  assert.ok(second.saved > second.fetched, JSON.stringify(second));
  assert.equal(served.asked.filter(address => address.includes('/blobs/')).length, 2, 'one page in two languages');
  assert.deepEqual(await visit(read, publicKey), ['1.1.0', 'Kroppen trenger hvile hver dag. Les mer om å puste, eller på nettet.']);
  const older = await visit(([key]) => import('/lib/index.js').then(async ({ folder, IndexedDbStore, update }) => {
    const store = await IndexedDbStore.open('bundle');
    return update({ store, source: folder(`${location.origin}/first`), key }).catch(error => error.code);
  }), publicKey);
  assert.equal(older, 'older');
});
