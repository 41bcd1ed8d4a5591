// A released bundle as an app meets it: opened, verified, read in its languages.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { Bundle, BundleError, folder, verify, verifyAll, zip } from '../lib/index.js';
import { released } from '../../test/released.mjs';
import { andrum, root } from '../../../tests/browser/product.mjs';

const { bundle: place, publicKey, out } = released();
const archive = (version, edition = 'patient') => fs.readFileSync(path.join(place(version, edition), `rolig-${version}-${edition}.zip`));

/** A folder on disk behind `fetch`, as a static host has it. */
export const disk = async address => {
  const file = new URL(address);
  return fs.existsSync(file) ? new Response(fs.readFileSync(file)) : new Response(null, { status: 404 });
};
const refused = code => error => error instanceof BundleError && error.code === code || assert.fail(`${error.code}: ${error.message}`);

test('a bundle is whole and signed, as a ZIP and as a folder', async () => {
  const manifest = await verifyAll(zip(archive('1.0.0')), publicKey);
  assert.equal(manifest.programme.version, '1.0.0');
  await verifyAll(folder(`file://${place('1.0.0')}`, disk), publicKey);
});

test('the repository\'s own programme opens too, unsigned as it is built', async () => {
  const dist = path.join(out, '..', 'own');
  execFileSync(andrum, ['build', '--quiet', '--root', root, '--out', dist, '--edition', 'patient', '--only', 'bundle']);
  const version = fs.readdirSync(path.join(dist, 'patient')).find(name => name.endsWith('-dev'));
  const source = folder(`file://${path.join(dist, 'patient', version, 'bundle')}`, disk);
  const manifest = await verifyAll(source, null);
  assert.equal(manifest.units.length, 10);
  await assert.rejects(verifyAll(source, publicKey), refused('signature'));
});

test('a key that is another, and one that is none', async () => {
  const other = `RWQ${'A'.repeat(53)}`;
  await assert.rejects(Bundle.open(zip(archive('1.0.0')), other), refused('key'));
  await assert.rejects(Bundle.open(zip(archive('1.0.0')), 'abc'), refused('key'));
});

test('a signature is of its manifest, its comment and nothing else', async () => {
  const [manifest, signature] = ['manifest.json', 'manifest.json.minisig'].map(name => fs.readFileSync(path.join(place('1.0.0'), name)));
  await verify(manifest, signature, publicKey);
  const lines = signature.toString().split('\n');
  const changed = change => Buffer.from(change(lines.slice()).join('\n'));
  const forged = {
    'another comment': changed(([a, b, , d]) => [a, b, 'trusted comment: file:other.json', d]),
    'no comment': changed(([a, b, , d]) => [a, b, 'trusted comment: ', d]),
    'cut off': changed(([a, b]) => [a, b]),
    'the older form': changed(([a, b, c, d]) => [a, Buffer.concat([Buffer.from('Ed'), Buffer.from(b, 'base64').subarray(2)]).toString('base64'), c, d]),
    'nothing': Buffer.alloc(0),
  };
  for (const bytes of Object.values(forged)) await assert.rejects(verify(manifest, bytes, publicKey), refused('signature'));
  await assert.rejects(verify(Buffer.concat([manifest, Buffer.from(' ')]), signature, publicKey), refused('signature'));
});

test('units, tasks, numbers to call and what is always at hand', async () => {
  const bundle = await Bundle.open(zip(archive('1.0.0')), publicKey);
  assert.equal(bundle.unit(1).theme, 'w01-rest');
  assert.deepEqual(bundle.unit(1).tasks, ['last', 'tired', 'how', 'where', 'stroll', 'balance', 'tonight', 'calm']);
  assert.deepEqual(bundle.task('how').answer, { type: 'options', many: false, options: ['lie', 'walk'] });
  assert.equal(bundle.task('constructor'), undefined);
  assert.equal(bundle.emergency('se')[0].number, '112');
  assert.deepEqual([...bundle.manifest.always_available].sort(), ['crisis', 'long-exhale']);
  assert.equal(bundle.manifest.pages.guide, undefined, 'nothing for therapists');
});

test('a page in each language, its picture, and a page that is not there', async () => {
  const bundle = await Bundle.open(folder(`file://${place('1.0.0')}`, disk), publicKey);
  const { page, language, fallback } = await bundle.page('w01-rest', 'sv');
  assert.deepEqual([page.title, page.tag, language, fallback], ['Vila', 'sv', 'sv', false]);
  const picture = page.blocks.find(block => block.type === 'image');
  assert.match(Buffer.from(await bundle.file(picture.file)).toString(), /^<svg/);
  assert.equal(bundle.mediaType(picture.file), 'image/svg+xml');
  for (const id of ['guide', 'constructor', '__proto__']) await assert.rejects(bundle.page(id, 'no'), refused('page'));
  await assert.rejects(bundle.page('home', 'en'), refused('page'));
});

test('another language stands in only where the manifest says so, and is said', async () => {
  const { manifest } = await Bundle.open(zip(archive('1.0.0')), publicKey);
  const copy = structuredClone(manifest);
  delete copy.pages.home.files.sv;
  delete copy.pages['w01-rest'].files.sv;
  copy.languages.find(row => row.code === 'sv').fallback = { home: 'no' };
  const bundle = new Bundle(copy, zip(archive('1.0.0')));
  const { page, language, fallback } = await bundle.page('home', 'sv');
  assert.deepEqual([page.title, language, fallback], ['Hjem', 'no', true]);
  await assert.rejects(bundle.page('w01-rest', 'sv'), refused('page'));
});

test('a bundle that asks for a newer reader, and what is no bundle', async () => {
  const source = change => {
    const whole = zip(archive('1.0.0'));
    return { ...whole, manifest: async () => Buffer.from(change(Buffer.from(await whole.manifest()).toString())) };
  };
  await assert.rejects(Bundle.open(source(text => text.replace('"reader": 1', '"reader": 2')), null), refused('reader'));
  await assert.rejects(Bundle.open(source(text => text.replace('bundle/1', 'bundle/2')), null), refused('format'));
  await assert.rejects(Bundle.open(source(() => 'null'), null), refused('format'));
  await assert.rejects(Bundle.open(source(text => text.replace('"path": "no/home.json"', '"path": "../home.json"')), null), refused('path'));
  await assert.rejects(Bundle.open(source(text => text.replace('"path": "no/home.json"', '"path": "no/crisis.json"')), null), refused('path'));
  // Keys that came later are passed over, and a bundle from before `reader` opens.
  await Bundle.open(source(text => text.replace('"reader": 1,', '"later": {},')), null);
});
