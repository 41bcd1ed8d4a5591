// The live preview as an author has it: what is saved is on the page at its place, a fault is told over it, the bar tells the truth,
// languages scroll in step, and nothing of it is in the way.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { launched, tabTo } from './browser.mjs';
import { andrum, none, root } from './product.mjs';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser, preview;

/** A copy of the repository's own programme, and `andrum serve` on it. */
async function serve(messages, project = fs.mkdtempSync(path.join(os.tmpdir(), 'andrum serve æøå ')), port = '0') {
  if (!fs.existsSync(path.join(project, 'programme.yaml'))) {
    process.on('exit', () => fs.rmSync(project, { recursive: true, force: true }));
    for (const name of ['programme.yaml', 'content', 'themes', 'i18n']) fs.cpSync(path.join(root, name), path.join(project, name), { recursive: true });
  }
  const server = spawn(andrum, ['serve', '--root', project, '--port', port, '--messages', messages, '--quiet'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const address = await new Promise((resolve, reject) => {
    server.stdout.once('data', data => resolve(String(data).trim()));
    server.once('exit', code => reject(new Error(`andrum serve ended with ${code}`)));
  });
  const place = file => path.join(project, file);
  return {
    project, address,
    port: new URL(address).port,
    at: file => `${address}${file}`,
    read: file => fs.readFileSync(place(file), 'utf8'),
    write(file, text) {
      fs.mkdirSync(path.dirname(place(file)), { recursive: true });
      fs.writeFileSync(place(file), text);
    },
    edit(file, before, after) {
      const text = fs.readFileSync(place(file), 'utf8');
      assert.ok(text.includes(before), `${before} in ${file}`);
      fs.writeFileSync(place(file), text.replace(before, after));
    },
    end: () => new Promise(resolve => {
      server.once('exit', resolve);
      server.kill('SIGINT');
    }),
  };
}

/** Opens a page, marks it, and hears its complaints. */
async function opened(file, options = {}) {
  const tab = await browser.newPage(options);
  tab.complaints = [];
  tab.on('console', message => message.type() === 'error' && tab.complaints.push(message.text()));
  tab.on('pageerror', error => tab.complaints.push(error.message));
  await tab.goto(preview.at(file));
  await tab.locator('#andrum-bar .status').waitFor();
  await tab.evaluate(() => { globalThis.same = true; });
  return tab;
}

/** What the preview shows now, by its name. */
const state = async () => (await (await fetch(preview.at('_andrum/bar?at='))).json()).at;

/** Waits until nothing has come for longer than the program waits before it looks at everything. */
async function settled() {
  const pause = () => new Promise(resolve => setTimeout(resolve, 300));
  let before;
  for (let now = await state(); now !== before; now = await state()) {
    before = now;
    await pause();
  }
}

const isSame = tab => tab.evaluate(() => globalThis.same === true);
const shows = (tab, words) => tab.locator('main').getByText(words).first().waitFor();
const panel = tab => tab.locator('#andrum-bar .panel');

const REST = 'content/no/tools/walk-slow.md';
const OTHER = 'content/sv/tools/walk-slow.md';
const REST_PAGE = 'patient/no/walk-slow/index.html';

before(async () => {
  browser = await launched();
  preview = await serve('no');
});

after(async () => {
  await browser?.close();
  await preview?.end();
});

/** A test that leaves the project as it found it. */
function story(name, run) {
  test(name, async t => {
    const { project } = preview;
    const before = new Map();
    const keep = file => before.set(file, fs.existsSync(path.join(project, file)) ? fs.readFileSync(path.join(project, file)) : null);
    const { write, edit } = preview;
    preview.write = (file, text) => { if (!before.has(file)) keep(file); write(file, text); };
    preview.edit = (file, ...rest) => { if (!before.has(file)) keep(file); edit(file, ...rest); };
    try {
      await run(t);
    } finally {
      Object.assign(preview, { write, edit });
      for (const [file, bytes] of before) {
        if (bytes) fs.writeFileSync(path.join(project, file), bytes);
        else fs.rmSync(path.join(project, file), { force: true });
      }
      // The next story begins when this one has been forgotten.
      await settled();
    }
  });
}

story('a word that is saved is on the page, and a page that says what it said is left alone', async () => {
  const tab = await opened(REST_PAGE);
  const other = await opened('patient/no/crisis/index.html');
  preview.edit(REST, 'Velg en strekning', 'Velg en kjent strekning');
  await shows(tab, 'Velg en kjent strekning');
  assert.equal(await isSame(tab), false, 'it was loaded anew');
  assert.equal(await isSame(other), true, 'the other page was left alone');
  none([...tab.complaints, ...other.complaints], 'complaints');
  await Promise.all([tab.close(), other.close()]);
});

story('the reader stays where they are on the page', async () => {
  const tab = await opened('patient/no/w03-limits/index.html', { viewport: { width: 390, height: 700 } });
  const source = await tab.evaluate(() => JSON.parse(document.getElementById('andrum-preview').textContent).page.source.file);
  const seen = () => tab.evaluate(() => {
    const block = [...document.querySelectorAll('main :is(p, li, h2, h3)')].find(each => each.getBoundingClientRect().top > 20);
    return { words: block.textContent.slice(0, 60), top: block.getBoundingClientRect().top };
  });
  await tab.evaluate(() => scrollTo({ top: document.body.scrollHeight / 2, behavior: 'instant' }));
  const before = await seen();
  const text = preview.read(source);
  preview.write(source, text.replace(/\n---\n\n/, `\n---\n\n${'Et avsnitt som er nytt, og langt nok til å flytte alt som kommer etter. '.repeat(6)}\n\n`));
  await tab.waitForFunction(() => globalThis.same === undefined && document.readyState === 'complete');
  await shows(tab, 'Et avsnitt som er nytt');
  const after = await seen();
  assert.equal(after.words, before.words);
  assert.ok(Math.abs(after.top - before.top) < 2, `${before.top} became ${after.top}`);
  await tab.close();
});

story('an answer that is being written is not lost', async () => {
  const tab = await opened('patient/no/index.html');
  const page = await tab.evaluate(async () => {
    for (const link of document.querySelectorAll('main a[href$="index.html"]')) {
      const html = await (await fetch(link.href)).text();
      if (html.includes('<textarea')) return new URL(link.href).pathname.slice(1);
    }
  });
  await tab.goto(preview.at(page));
  await tab.locator('textarea').first().fill('Jeg merket det i skuldrene.');
  await tab.evaluate(() => { globalThis.same = true; });
  const source = await tab.evaluate(() => JSON.parse(document.getElementById('andrum-preview').textContent).page.source.file);
  preview.write(source, `${preview.read(source)}\n\nEnda et avsnitt.\n`);
  await shows(tab, 'Enda et avsnitt.');
  await tab.waitForFunction(() => document.querySelector('textarea').value === 'Jeg merket det i skuldrene.');
  await tab.close();
});

story('a style sheet is changed without loading the page', async () => {
  const tab = await opened(REST_PAGE);
  preview.write('themes/default/assets/style.css/9-own.css', 'main { outline: 7px solid }');
  await tab.waitForFunction(() => getComputedStyle(document.querySelector('main')).outlineWidth === '7px');
  assert.equal(await isSame(tab), true);
  assert.equal(await tab.locator('link[rel=stylesheet][href*="style.css"]').count(), 1);
  await tab.close();
});

story('a style sheet and other pages that change at once leave the page where it is, in the new style', async () => {
  const tab = await opened(REST_PAGE);
  preview.edit(OTHER, '\n---\n\n', '\n---\n\nBara här. ');
  preview.write('themes/default/assets/style.css/9-own.css', 'main { outline: 5px solid }');
  await tab.waitForFunction(() => getComputedStyle(document.querySelector('main')).outlineWidth === '5px');
  assert.equal(await isSame(tab), true);
  await tab.close();
});

story('a page that was not looked at has caught up with all that changed when it is', async () => {
  const tab = await opened(REST_PAGE);
  const look = is => tab.evaluate(is => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: !is });
    document.dispatchEvent(new Event('visibilitychange'));
  }, is);
  const changed = async change => {
    const before = await state();
    change();
    while (await state() === before) await tab.waitForTimeout(10);
  };
  await look(false);
  await changed(() => preview.edit(REST, 'Velg en strekning', 'Velg en kjent strekning'));
  await changed(() => preview.write('themes/default/assets/style.css/9-own.css', 'main { outline: 6px solid }'));
  assert.equal(await isSame(tab), true, 'nothing is loaded while no one looks');
  await look(true);
  await shows(tab, 'Velg en kjent strekning');
  await tab.waitForFunction(() => getComputedStyle(document.querySelector('main')).outlineWidth === '6px');
  // A style sheet alone, and then another page.
  await tab.locator('#andrum-bar .status').waitFor();
  await tab.evaluate(() => { globalThis.same = true; });
  await look(false);
  await changed(() => preview.write('themes/default/assets/style.css/9-own.css', 'main { outline: 8px solid }'));
  await changed(() => preview.edit(OTHER, '\n---\n\n', '\n---\n\nBara här. '));
  await look(true);
  await tab.waitForFunction(() => getComputedStyle(document.querySelector('main')).outlineWidth === '8px');
  assert.equal(await isSame(tab), true);
  await tab.close();
});

story('what a page runs is another, and so is a word that only its scripts say', async () => {
  const tab = await opened(REST_PAGE);
  preview.write('themes/default/assets/site.js/9-own.js', 'globalThis.own = 1;');
  await tab.waitForFunction(() => globalThis.own === 1);
  preview.write('i18n/no/site.ftl', 'saved-at = Godt gjemt kl. { $time }\n');
  await tab.waitForFunction(() => !globalThis.same && document.readyState === 'complete' && document.querySelector('script[src$="words.js"]'));
  await tab.waitForFunction(async () => (await (await fetch(document.querySelector('script[src$="words.js"]').src, { cache: 'force-cache' })).text()).includes('Godt gjemt'));
  await tab.close();
});

story('a fault keeps the page, is told over it with a way to its line, and goes when it is mended', async () => {
  const tab = await opened(REST_PAGE);
  preview.edit(REST, 'Velg en strekning', 'Se [[borte]]. Velg en strekning');
  await panel(tab).waitFor();
  await panel(tab).getByText('`borte` fører ikke noe sted').waitFor();
  assert.equal(await isSame(tab), true, 'the page stays');
  const link = panel(tab).getByRole('link', { name: /walk-slow\.md:\d+:\d+/ });
  assert.match(await link.getAttribute('href'), /^vscode:\/\/file\/.*%C3%A6%C3%B8%C3%A5.*\/content\/no\/tools\/walk-slow\.md:\d+:\d+$/);
  assert.match(await tab.locator('#andrum-bar .status').textContent(), /Feil: 1/);
  // It may be put away, and stays so until something else is wrong.
  await panel(tab).getByRole('button', { name: 'Lukk' }).click();
  await panel(tab).waitFor({ state: 'hidden' });
  preview.edit(REST, '[[borte]]', '[[ground-feet]]');
  await tab.waitForFunction(() => document.querySelector('#andrum-bar')?.shadowRoot.querySelector('.status').textContent === 'Ingen feil');
  await shows(tab, 'Velg en strekning');
  none(tab.complaints, 'complaints');
  await tab.close();
});

story('a page may be ahead of its twin', async () => {
  const tab = await opened(REST_PAGE);
  preview.edit(REST, 'Velg en strekning', ':::checklist[Pakk sekken]\n- Sko\n:::\n\nVelg en strekning');
  await shows(tab, 'Pakk sekken');
  await panel(tab).waitFor({ state: 'hidden' });
  assert.match(await tab.locator('#andrum-bar .status').textContent(), /Feil: 1/);
  await tab.close();
});

story('an address without a page shows it once it is written; drafts are shown here', async () => {
  const tab = await browser.newPage();
  await tab.goto(preview.at('patient/no/window-new/index.html'));
  await panel(tab).getByText('Det er ingen slik side').waitFor();
  preview.write('content/no/tools/window-new.md', '---\nid: window-new\nkind: exercise\ntitle: Ut av vinduet\nminutes: 3\ndraft: true\n---\n\nSe langt ut.\n');
  await shows(tab, 'Se langt ut.');
  await tab.locator('#andrum-bar').getByText('kladd').waitFor();
  await tab.close();
});

story('the bar leads to the same page elsewhere, and says how it stands', async () => {
  const tab = await opened(REST_PAGE);
  const bar = tab.locator('#andrum-bar');
  await bar.getByRole('link', { name: 'sv', exact: true }).click();
  await tab.waitForURL('**/patient/sv/walk-slow/index.html');
  await bar.getByRole('link', { name: 'therapist' }).click();
  await tab.waitForURL('**/therapist/sv/walk-slow/index.html');
  await bar.getByText('LIX').first().waitFor();
  const minutes = () => bar.getByText(/\d+ min/).textContent();
  const before = await minutes();
  for (const file of [REST, OTHER]) preview.write(file, preview.read(file).replace(/minutes: \d+/, 'minutes: 9'));
  await tab.waitForFunction(() => document.querySelector('#andrum-bar')?.shadowRoot.textContent.includes('9 min'));
  assert.notEqual(await minutes(), before);
  await tab.close();
});

story('no edition shows what is for others', async () => {
  const tab = await browser.newPage();
  await tab.goto(preview.at('therapist/no/index.html'));
  const guide = await tab.evaluate(() => [...document.querySelectorAll('main a')].map(link => link.getAttribute('href')).find(href => /guide|session/.test(href)));
  assert.ok(guide, 'a guide is there for therapists');
  const answer = await tab.goto(preview.at(`patient/no/${guide}`));
  assert.equal(answer.status(), 404);
  await tab.goto(preview.at(`therapist/no/${guide}`));
  const patient = tab.locator('#andrum-bar').getByText('patient', { exact: true });
  assert.equal(await patient.evaluate(element => element.tagName), 'SPAN', 'no link to where it is not');
  await tab.close();
});

story('two languages side by side scroll in step, and go on doing so after a change', async () => {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 600 } });
  await tab.goto(preview.at('_andrum/beside/patient/w03-limits'));
  const [left, right] = await Promise.all([0, 1].map(async number => (await tab.locator('iframe').nth(number).elementHandle()).contentFrame()));
  await Promise.all([left, right].map(frame => frame.locator('main h1').waitFor()));
  const heading = frame => frame.evaluate(() => {
    const all = [...document.querySelectorAll('main :is(h1, h2, h3, p, li)')];
    return all.findIndex(block => block.getBoundingClientRect().bottom > 0);
  });
  const inStep = async (from, to) => {
    await from.locator('main').hover();
    await from.evaluate(() => scrollTo({ top: document.body.scrollHeight / 2, behavior: 'instant' }));
    let places;
    for (let look = 0; look < 100; look += 1) {
      places = [await heading(from), await heading(to)];
      if (places[0] > 3 && Math.abs(places[0] - places[1]) <= 1) return;
      await tab.waitForTimeout(20);
    }
    assert.fail(`not in step: ${places.join(' and ')}`);
  };
  await inStep(left, right);
  await right.locator('main').hover();
  await right.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await tab.waitForFunction(() => [...document.querySelectorAll('iframe')].every(frame => frame.contentWindow.scrollY < 300));
  await inStep(right, left);
  const source = await left.evaluate(() => JSON.parse(document.getElementById('andrum-preview').textContent).page.source.file);
  preview.write(source, `${preview.read(source)}\n\nEt siste avsnitt.\n`);
  await tab.frameLocator('iframe').first().getByText('Et siste avsnitt.').waitFor();
  await tab.close();
});

story('a theme that can not be filled is told at its line', async () => {
  const tab = await opened(REST_PAGE);
  preview.write('themes/default/pager.html', '<p>\n{{ nothing_here }}\n</p>');
  await panel(tab).getByRole('link', { name: 'themes/default/pager.html:2:4' }).waitFor();
  assert.equal(await isSame(tab), true);
  await tab.close();
});

story('with the keyboard alone', async () => {
  const tab = await opened(REST_PAGE);
  preview.edit(REST, 'Velg en strekning', 'Se [[borte]]. Velg en strekning');
  await panel(tab).waitFor();
  const focus = () => tab.evaluate(() => document.activeElement.shadowRoot?.activeElement?.className ?? document.activeElement.tagName);
  assert.equal(await focus(), 'BODY', 'what is wrong takes no one away from where they write');
  await tabTo(tab, '#andrum-bar');
  for (let press = 0; press < 30 && await focus() !== 'close'; press += 1) await tab.keyboard.press('Tab');
  assert.equal(await focus(), 'close');
  await tab.keyboard.press('Enter');
  await panel(tab).waitFor({ state: 'hidden' });
  assert.match(await focus(), /status/);
  await tab.keyboard.press('Enter');
  await panel(tab).waitFor();
  await tab.keyboard.press('Escape');
  await panel(tab).waitFor({ state: 'hidden' });
  await tab.close();
});

story('axe finds nothing, in light and dark, on a phone and a desk', async () => {
  const found = [];
  for (const colorScheme of ['light', 'dark']) {
    for (const [width, height] of [[320, 640], [1280, 800]]) {
      for (const file of [REST_PAGE, '_andrum/beside/patient/walk-slow', 'patient/no/nothing-here/index.html']) {
        const tab = await browser.newPage({ viewport: { width, height }, colorScheme, bypassCSP: true });
        await tab.goto(preview.at(file));
        if (!file.startsWith('_')) {
          await tab.locator('#andrum-bar .status').waitFor();
          const unfold = tab.locator('#andrum-bar .unfold');
          if (await unfold.isVisible()) await unfold.click();
        }
        await tab.evaluate(AXE);
        const { violations, passes } = await tab.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
        assert.ok(passes.length > 5, file);
        found.push(...violations.map(({ id, nodes }) => `${file} ${width} ${colorScheme}: ${id} ${nodes[0].html}`));
        assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${file} is too wide at ${width}`);
        await tab.close();
      }
    }
  }
  const tab = await opened(REST_PAGE, { bypassCSP: true, viewport: { width: 320, height: 640 } });
  preview.edit(REST, 'Velg en strekning', 'Se [[borte]]. Velg en strekning');
  await panel(tab).waitFor();
  await tab.evaluate(AXE);
  const { violations } = await tab.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  found.push(...violations.map(({ id, nodes }) => `panel: ${id} ${nodes[0].html}`));
  none(found, 'violations');
  await tab.close();
});

story('on a phone the bar is one row until the rest is asked for, and the end of the page is never behind it', async () => {
  const tab = await opened(REST_PAGE, { viewport: { width: 360, height: 700 } });
  const height = () => tab.locator('#andrum-bar .bar').evaluate(bar => bar.offsetHeight);
  const folded = await height();
  assert.ok(folded <= 48, `${folded} px`);
  await tab.locator('#andrum-bar .unfold').click();
  assert.ok(await height() > folded);
  await tab.reload();
  await tab.locator('#andrum-bar .status').waitFor();
  assert.ok(await height() > folded, 'it is remembered');
  const behind = await tab.evaluate(() => {
    scrollTo({ top: document.body.scrollHeight, behavior: 'instant' });
    const last = [...document.querySelectorAll('footer *')].at(-1).getBoundingClientRect().bottom;
    return last - document.querySelector('#andrum-bar').shadowRoot.querySelector('.bar').getBoundingClientRect().top;
  });
  assert.ok(behind <= 0, `${behind} px`);
  await tab.close();
});

test('in Swedish; and a program that has gone is told, and followed when it is back', async () => {
  const own = await serve('sv');
  const tab = await browser.newPage();
  await tab.goto(own.at('patient/sv/walk-slow/index.html'));
  await tab.locator('#andrum-bar').getByText('Inga fel').first().waitFor();
  await own.end();
  await tab.locator('#andrum-bar').getByText('svarar inte längre').waitFor();
  own.edit('content/sv/tools/walk-slow.md', '\n---\n\n', '\n---\n\nSkrivet medan programmet var borta. ');
  const again = await serve('sv', own.project, own.port);
  await shows(tab, 'Skrivet medan programmet var borta.');
  await tab.close();
  await again.end();
});
