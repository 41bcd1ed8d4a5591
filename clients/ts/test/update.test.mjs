// From one version to the next: what is fetched, what is refused, and what is left when it is broken off.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { BundleError, compare, installed, MemoryStore, update, verifyAll, zip } from '../lib/index.js';
import { released } from '../../test/released.mjs';

const { bundle: place, publicKey: key } = released();
const source = (version, edition = 'patient') => zip(fs.readFileSync(path.join(place(version, edition), `rolig-${version}-${edition}.zip`)));
const refused = code => error => error instanceof BundleError && error.code === code || assert.fail(`${error.code}: ${error.message}`);

test('an app that has the first version fetches what is new in the second', async () => {
  const store = new MemoryStore();
  const first = await update({ store, source: source('1.0.0'), key });
  assert.deepEqual([first.from, first.to, first.saved], [undefined, '1.0.0', 0]);
  const second = await update({ store, source: source('1.1.0'), key });
  assert.deepEqual([second.from, second.to], ['1.0.0', '1.1.0']);
  const { manifest } = await installed(store, key);
  const size = manifest.files.reduce((sum, row) => sum + row.bytes, 0);
  assert.equal(second.saved + second.fetched - (await source('1.1.0').manifest()).length, size);
  assert.ok(second.saved > size / 2, `${second.saved} of ${size} bytes were there`);
  const blobs = async () => [...(await store.blobs())].sort();
  const needed = [...new Set(manifest.files.map(row => row.sha256))].sort();
  assert.ok((await blobs()).length > needed.length, 'whoever reads the first version reads on');
  const third = await update({ store, source: source('1.1.0'), key });
  assert.deepEqual(await blobs(), needed, 'what neither needs is gone');
  assert.equal(third.fetched, (await source('1.1.0').manifest()).length, 'nothing twice');
});

test('text first, film later', async () => {
  const store = new MemoryStore();
  await update({ store, source: source('1.0.0'), key, packs: ['core'] });
  const bundle = await installed(store, key);
  const { page } = await bundle.page('w01-rest', 'no');
  const picture = page.blocks.find(block => block.type === 'image').file;
  await assert.rejects(bundle.file(picture), refused('missing'));
  await update({ store, source: source('1.0.0'), key });
  assert.ok((await bundle.file(picture)).length > 0);
});

test('nothing older, nothing of another edition, nothing under a version that says something else', async () => {
  const store = new MemoryStore();
  await update({ store, source: source('1.1.0'), key });
  await assert.rejects(update({ store, source: source('1.0.0'), key }), refused('older'));
  await assert.rejects(update({ store, source: source('1.1.0', 'therapist'), key }), refused('other'));
  const other = source('1.1.0');
  const rewritten = { ...other, manifest: async () => Buffer.concat([Buffer.from(await other.manifest()), Buffer.from(' ')]) };
  await assert.rejects(update({ store, source: rewritten, key }), refused('signature'));
  await assert.rejects(update({ store, source: rewritten, key: null }), refused('rewritten'));
  assert.equal((await installed(store, key)).manifest.programme.version, '1.1.0');
});

test('a version is a version, and a working one comes before its release', () => {
  const rows = ['0.9.0', '1.0.0-dev', '1.0.0', '1.0.1', '1.2.0', '1.10.0', '2.0.0'];
  rows.forEach((one, a) => rows.forEach((other, b) => assert.equal(Math.sign(compare(one, other)), Math.sign(a - b), `${one} ${other}`)));
});

/** Everything that an update asks of its surroundings, failing at the call of a number. */
function broken(store, source, at) {
  let calls = 0;
  const count = what => (...args) => {
    calls += 1;
    if (calls === at) throw new Error('the network went away');
    return what(...args);
  };
  const wrapped = (object, names) => Object.fromEntries(names.map(name => [name, count(object[name].bind(object))]));
  return {
    store: wrapped(store, ['blobs', 'get', 'put', 'remove', 'current', 'switchTo']),
    source: wrapped(source, ['manifest', 'signature', 'file']),
    calls: () => calls,
  };
}

test('broken off at any step, the old is whole until the new is, and the next try goes on', async t => {
  let steps = 0;
  for (let at = 1; ; at += 1) {
    const store = new MemoryStore();
    await update({ store, source: source('1.0.0'), key });
    const there = await store.blobs();
    const failing = broken(store, source('1.1.0'), at);
    const ended = await update({ store: failing.store, source: failing.source, key }).then(() => true, () => false);
    const bundle = await installed(store, key);
    await verifyAll({ manifest: async () => (await store.current()).bytes, signature: async () => (await store.current()).signature, file: row => bundle.file(row.path) }, key);
    if (ended) break;
    const kept = [...(await store.blobs())].filter(hash => !there.has(hash));
    const fetched = [];
    const next = source('1.1.0');
    await update({ store, source: { ...next, file: row => (fetched.push(row.sha256), next.file(row)) }, key });
    assert.deepEqual(fetched.filter(hash => kept.includes(hash)), [], 'nothing is fetched twice');
    assert.equal((await installed(store, key)).manifest.programme.version, '1.1.0');
    steps = at;
  }
  t.diagnostic(`${steps} steps to be broken off at`);
  assert.ok(steps > 7);
});

test('a file that was changed on its way is refused, and the old stays', async () => {
  const store = new MemoryStore();
  await update({ store, source: source('1.0.0'), key });
  const next = source('1.1.0');
  const tampered = { ...next, file: async row => { const bytes = Buffer.from(await next.file(row)); bytes[0] ^= 1; return bytes; } };
  await assert.rejects(update({ store, source: tampered, key }), refused('hash'));
  assert.equal((await installed(store, key)).manifest.programme.version, '1.0.0');
});
