// Without a network, and from version to version: after one visit every page of the language works with the server gone; an
// update never changes a page that is open; what is not there says so; other versions keep the reader's place.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { launched, tabTo } from './browser.mjs';
import { another, build, counted, none } from './product.mjs';
import { serve } from './server.mjs';

const { dist, editions } = build();
const patient = editions.find(edition => edition.name === 'patient');
const [first, second] = patient.manifest.languages;
let browser, host;

before(async () => {
  browser = await launched();
  host = await serve(dist, editions);
});

after(async () => {
  await browser?.close();
  host?.close();
});

/** The files of a language's pages, below the version's folder. */
const pagesOf = code => patient.files
  .filter(file => file.startsWith(`${patient.version}/${code}/`) && file.endsWith('.html'))
  .map(file => file.slice(patient.version.length + 1));

/** Waits until the worker has everything of the page's language. */
const kept = tab => tab.evaluate(async language => {
  const heard = new Promise(resolve => {
    navigator.serviceWorker.addEventListener('message', ({ data }) => data.kept === language && resolve(true));
  });
  (await navigator.serviceWorker.ready).active.postMessage({ keep: language });
  return heard;
}, first.code);

test('after one visit every page works with the server gone', async t => {
  const own = await serve(dist, editions);
  const context = await browser.newContext();
  const tab = await context.newPage();
  const asked = [];
  context.on('request', request => request.url().startsWith(`${own.origin}/`) || asked.push(request.url()));
  const address = file => own.address(`${patient.name}/${patient.version}/${file}`);
  await tab.goto(address(`${first.code}/index.html`));
  await kept(tab);
  own.close();
  await context.setOffline(true);
  const complaints = [];
  tab.on('console', message => message.type() === 'error' && complaints.push(`${tab.url()}: ${message.text()}`));
  const list = pagesOf(first.code);
  for (const file of list) {
    const answer = await tab.goto(address(file));
    assert.ok(answer.ok() && answer.fromServiceWorker(), file);
    const shown = await tab.evaluate(async () => ({
      heading: document.querySelector('h1').textContent,
      sheets: [...document.styleSheets].length,
      words: typeof andrum === 'object' && Object.keys(andrum.words).length,
      pictures: (await Promise.all([...document.images].map(it => ((it.loading = 'eager'), it.decode().then(() => '', () => it.src))))).filter(Boolean),
    }));
    assert.ok(shown.heading && shown.sheets > 0 && shown.words > 0, `${file}: ${JSON.stringify(shown)}`);
    none(shown.pictures, `pictures missing on ${file}`);
  }
  none(complaints.filter(words => !/versions\.json/.test(words) && !/ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|FAILED)/.test(words)), 'complaints');
  none(asked, 'requests to other hosts');
  counted(t, list.length, 'pages without a network');

  // Search and tasks too.
  await tab.goto(address(`${first.code}/search.html#stress`));
  await tab.waitForSelector('.hits mark');
  const [id, { page }] = Object.entries(patient.manifest.tasks).find(([, task]) => task.kind === 'reflection' && !task.every);
  await tab.goto(address(`${first.code}/${page}/index.html`));
  await tab.fill(`#${id} textarea`, 'Uten nett.');
  await tab.waitForFunction(id => /\d\d.\d\d/.test(document.querySelector(`#${id} [data-saved]`).textContent), id);
  await tab.reload();
  await tab.waitForFunction(id => document.querySelector(`#${id} textarea`).value === 'Uten nett.', id);

  // Another language was never read here: that is said, in its own words, and the way back is there.
  await tab.goto(address(`${second.code}/index.html`));
  assert.match(await tab.textContent('h1'), /uten nett|utan nät/);
  await tab.click('main a');
  assert.equal(await tab.evaluate(() => document.documentElement.lang), first.tag);
  await context.close();
});

test('sound is kept when it is asked for, and plays by pieces', async t => {
  const context = await browser.newContext();
  const tab = await context.newPage();
  const address = file => host.address(`${patient.name}/${patient.version}/${file}`);
  await tab.goto(address(`${first.code}/answers.html`));
  await kept(tab);
  await tab.click('[data-offline] button');
  await tab.waitForFunction(() => !/\d/.test(document.querySelector('[data-offline-status]').textContent)
    && document.querySelector('[data-offline] button').hidden);
  await context.setOffline(true);
  const page = pagesOf(first.code).find(file => fs.readFileSync(path.join(dist, patient.name, patient.version, file), 'utf8').includes('<audio'));
  await tab.goto(address(page));
  const seconds = await tab.evaluate(() => new Promise((resolve, reject) => {
    const audio = document.querySelector('audio');
    audio.addEventListener('loadedmetadata', () => resolve(audio.duration));
    audio.addEventListener('error', () => reject(new Error(audio.error.message)));
    audio.load();
    audio.preload = 'metadata';
  }));
  assert.ok(seconds > 1, `${seconds} s`);
  counted(t, Math.round(seconds), 'seconds of sound without a network');
  await context.close();
});

test('an update leaves a page that is open as it was, and is there when all are closed', async () => {
  const out = fs.mkdtempSync(path.join(os.tmpdir(), 'andrum-update-'));
  const stamp = words => folder => {
    const style = path.join(folder, 'themes/default/assets/style.css/9-stamp.css');
    fs.writeFileSync(style, `\nbody::after { content: "${words}"; }\n`);
  };
  another('3.0.0', out, stamp('before'));
  const own = await serve(out, [{ ...patient }]);
  const context = await browser.newContext();
  const [open, other] = [await context.newPage(), await context.newPage()];
  const shown = tab => tab.evaluate(() => getComputedStyle(document.body, '::after').content);
  const address = file => own.address(`patient/3.0.0-dev/${file}`);
  await open.goto(address(`${first.code}/index.html`));
  await kept(open);
  await open.reload();
  another('3.0.0', out, stamp('after'));
  await other.goto(address(`${first.code}/index.html`));
  await other.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const coming = registration.installing ?? registration.waiting;
    if (coming?.state === 'installing') await new Promise(resolve => coming.addEventListener('statechange', resolve, { once: true }));
  });
  await open.reload();
  assert.equal(await shown(open), '"before"', 'the state that is being read stays while a page of it is open');
  await open.close();
  await other.close();
  const later = await context.newPage();
  // The worker that waited takes over once nobody is looking.
  await later.waitForTimeout(500);
  await later.goto(address(`${first.code}/index.html`));
  await later.waitForTimeout(500);
  await later.reload();
  assert.equal(await shown(later), '"after"');
  await context.close();
  own.close();
  fs.rmSync(out, { recursive: true, force: true });
});

test('by keyboard alone: other versions and the other language keep the place, and say what is not there', async () => {
  const out = fs.mkdtempSync(path.join(os.tmpdir(), 'andrum-versions-'));
  another('1.0.0', out);
  another('1.1.0', out, folder => {
    const page = '---\nid: later\nkind: page\ntitle: Kommer senere\naudience: [patient]\n---\n\nPust rolig ut.\n';
    fs.writeFileSync(path.join(folder, `content/${first.code}/information/later.md`), page);
  });
  // Only `release` makes a release; here the newer one is marked as if it had.
  const list = path.join(out, 'patient/versions.json');
  const versions = JSON.parse(fs.readFileSync(list, 'utf8'));
  versions.versions[0].released = true;
  fs.writeFileSync(list, JSON.stringify(versions));
  const own = await serve(out, [{ ...patient }]);
  const tab = await browser.newPage();
  const address = (version, file) => own.address(`patient/${version}/${first.code}/${file}/index.html`);
  await tab.goto(address('1.0.0-dev', 'w03-limits'));
  await tab.waitForSelector('details.versions');
  assert.match(await tab.textContent('footer'), /1\.1\.0-dev/, 'a quiet line tells of the newer version');
  const press = async selector => {
    await tabTo(tab, selector);
    await tab.keyboard.press('Enter');
  };
  await press('details.versions summary');
  await tab.waitForSelector('details.versions li a');
  await press('details.versions li a');
  await tab.waitForURL(address('1.1.0-dev', 'w03-limits'));
  await press(`.languages a[hreflang="${second.tag}"]`);
  await tab.waitForURL(address('1.1.0-dev', 'w03-limits').replace(`/${first.code}/`, `/${second.code}/`));
  await tab.goto(address('1.1.0-dev', 'later'));
  await tab.click('details.versions summary');
  await tab.waitForSelector('details.versions li a');
  assert.match(await tab.textContent('details.versions li'), /har ikke denne siden/);
  await tab.click('details.versions a');
  assert.equal(tab.url(), own.address(`patient/1.0.0-dev/${first.code}/index.html`));
  await tab.close();
  own.close();
  fs.rmSync(out, { recursive: true, force: true });
});
