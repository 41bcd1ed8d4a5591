// Tasks that work: every kind is done by keyboard alone and found again, in another version and the other language too; nothing
// that was typed a second ago is lost when the browser is killed; answers leave only by the reader's own hand.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { executablePath, FLAGS, launched, tabTo } from './browser.mjs';
import { another, build, counted, none } from './product.mjs';
import { serve } from './server.mjs';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const { dist, editions } = build();
const byName = name => editions.find(edition => edition.name === name);
const patient = byName('patient');
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

const file = (edition, code, id) => `${edition.name}/${edition.version}/${code}/${id}/index.html`;
const address = (edition, code, id) => host.address(file(edition, code, id));

/** The first task of a kind that an edition has, and the page it is on. */
function task(edition, fits) {
  const [id, row] = Object.entries(edition.manifest.tasks).find(([, row]) => fits(row) && !row.group) ?? [];
  assert.ok(id, 'there is such a task');
  return { id, ...row };
}

const saved = (tab, id) => tab.waitForFunction(
  id => /\d\d.\d\d/.test(document.querySelector(`#${id} [data-saved]`).textContent), id);

/** By the kind of a task: does it by keyboard, and what its fields then say. */
const DONE = {
  reflection: {
    act: async (tab, id) => {
      await tabTo(tab, `#${id} textarea`);
      await tab.keyboard.type('Skuldrene kom først. Så æ, ø og å.');
    },
    says: id => document.querySelector(`#${id} textarea`).value,
  },
  scale: {
    act: async (tab, id) => {
      await tabTo(tab, `#${id} input`);
      await tab.keyboard.press('Space');
      await tab.keyboard.press('ArrowRight');
      await tab.keyboard.press('ArrowRight');
    },
    says: id => document.querySelector(`#${id} input:checked`)?.value,
  },
  choice: {
    act: async (tab, id) => {
      await tabTo(tab, `#${id} input`);
      await tab.keyboard.press('Space');
    },
    says: id => document.querySelector(`#${id} input:checked`)?.value,
  },
  homework: {
    act: async (tab, id) => {
      await tabTo(tab, `#${id} input`);
      await tab.keyboard.press('Space');
      await tab.keyboard.press('Tab');
      await tab.keyboard.type('Det gikk.');
    },
    says: id => document.querySelector(`#${id} input`).checked && document.querySelector(`#${id} textarea`).value,
  },
  worksheet: {
    act: async (tab, id) => {
      await tabTo(tab, `#${id} tr:not(.example) textarea`);
      await tab.keyboard.type('Jeg rekker det ikke');
      await tab.keyboard.press('Tab');
      await tab.keyboard.type('Tungt i brystet');
    },
    says: id => [...document.querySelectorAll(`#${id} textarea`)].map(field => field.value).filter(Boolean).join(' | '),
  },
  checkin: {
    act: async (tab, id) => {
      await tabTo(tab, `#${id} input, #${id} textarea`);
      await tab.keyboard.press('Space');
      await tab.keyboard.press('ArrowRight');
    },
    says: id => [...document.querySelectorAll(`#${id} input:checked`)].map(it => `${it.name}=${it.value}`).join(),
  },
};

test('every kind of task is done by keyboard alone and found again', async t => {
  let count = 0;
  const context = await browser.newContext();
  const tab = await context.newPage();
  for (const [kind, { act, says }] of Object.entries(DONE)) {
    const edition = editions.find(edition => Object.values(edition.manifest.tasks).some(row => row.kind === kind && !row.group));
    assert.ok(edition, `an edition has a ${kind}`);
    const { id, page } = task(edition, row => row.kind === kind);
    await tab.goto(address(edition, first.code, page));
    await act(tab, id);
    await saved(tab, id);
    const written = await tab.evaluate(says, id);
    assert.ok(written, `${kind}: something was written`);
    await tab.reload();
    await tab.waitForFunction(says, id);
    assert.equal(await tab.evaluate(says, id), written, kind);
    count += 1;
  }
  counted(t, count, 'kinds of tasks');
  await context.close();
});

test('from a folder on a disk what is written is kept too', async () => {
  const context = await browser.newContext();
  const tab = await context.newPage();
  const { id, page } = task(patient, row => row.kind === 'reflection' && !row.every);
  await tab.goto(pathToFileURL(path.join(dist, file(patient, first.code, page))).href);
  await DONE.reflection.act(tab, id);
  await saved(tab, id);
  const written = await tab.evaluate(DONE.reflection.says, id);
  await tab.reload();
  await tab.waitForFunction(DONE.reflection.says, id);
  assert.equal(await tab.evaluate(DONE.reflection.says, id), written);
  await context.close();
});

test('answers are there in another version and the other language', async () => {
  const out = fs.mkdtempSync(path.join(os.tmpdir(), 'andrum-answers-'));
  another('1.0.0', out);
  another('2.0.0', out);
  const own = await serve(out, [patient]);
  const { id, page } = task(patient, row => row.kind === 'reflection');
  const tab = await browser.newPage();
  await tab.goto(own.address(`patient/1.0.0-dev/${first.code}/${page}/index.html`));
  await tab.fill(`#${id} textarea`, 'Skrevet i den første.');
  await saved(tab, id);
  await tab.goto(own.address(`patient/2.0.0-dev/${second.code}/${page}/index.html`));
  await tab.waitForFunction(id => document.querySelector(`#${id} textarea`).value === 'Skrevet i den første.', id);
  await tab.close();
  own.close();
  fs.rmSync(out, { recursive: true, force: true });
});

test('a browser that is killed has lost nothing older than a second', async () => {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'andrum-killed-'));
  const { id, page } = task(patient, row => row.kind === 'reflection');
  const words = 'Dette skal ikke bli borte';
  const open = () => chromium.launchPersistentContext(profile, { executablePath, args: FLAGS });
  const context = await open();
  const tab = await context.newPage();
  await tab.goto(address(patient, first.code, page));
  await tab.click(`#${id} textarea`);
  await tab.keyboard.type(words, { delay: 20 });
  await tab.waitForTimeout(1000);
  await tab.keyboard.type(' og dette rakk ingen å lagre', { delay: 1 });
  // No page is told that it ends: every process of the browser is gone at once.
  for (const process of fs.readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    try {
      if (fs.readFileSync(`/proc/${process}/cmdline`, 'utf8').includes(profile)) globalThis.process.kill(Number(process), 'SIGKILL');
    } catch {
      // A process may be gone before it is looked at.
    }
  }
  await context.close().catch(() => {});
  fs.rmSync(path.join(profile, 'SingletonLock'), { force: true });
  const again = await open();
  const next = await again.newPage();
  await next.goto(address(patient, first.code, page));
  await next.waitForFunction(id => document.querySelector(`#${id} textarea`).value !== '', id);
  assert.ok((await next.inputValue(`#${id} textarea`)).startsWith(words));
  await again.close();
  fs.rmSync(profile, { recursive: true, force: true });
});

test('what was written just before a page is left is found again, also where the database takes in no more from it', async () => {
  const { id, page } = task(patient, row => row.kind === 'reflection');
  const ways = {
    'loaded anew': tab => tab.reload(),
    'left for another page': tab => tab.goto(host.address(`${patient.name}/${patient.version}/${first.code}/index.html`)),
    'left for another site': tab => tab.goto('about:blank'),
    'closed': tab => tab.close(),
  };
  const context = await browser.newContext();
  // Which of a page's last transactions get through is the browser's to say; here none does.
  await context.addInitScript(() => addEventListener('pagehide', () => {
    IDBDatabase.prototype.transaction = () => { throw new Error('too late'); };
  }, { capture: true }));
  let kept = '';
  const opened = async () => {
    const tab = await context.newPage();
    await tab.goto(address(patient, first.code, page));
    await tab.waitForFunction(([id, words]) => document.querySelector(`#${id} textarea`).value === words, [id, kept], { timeout: 3000 });
    return tab;
  };
  for (const [way, leave] of Object.entries(ways)) {
    const tab = await opened();
    await tab.fill(`#${id} textarea`, `I siste liten, ${way}`);
    await leave(tab);
    kept = `I siste liten, ${way}`;
    await opened();
  }
  const last = await opened();
  assert.deepEqual(await last.evaluate(() => Object.keys(localStorage).filter(key => key.endsWith('on the way'))), [], 'nothing of it stays beside');
  await context.close();
});

test('on a slow phone what is written before the kept answers are there stays, and so do they', async () => {
  const context = await browser.newContext();
  const { id, page } = task(patient, row => row.kind === 'reflection');
  const scale = task(patient, row => row.kind === 'scale' && !row.every);
  const slow = () => {
    const { getAll } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.getAll = function (...range) {
      const request = getAll.apply(this, range);
      Object.defineProperty(request, 'onsuccess', { set: back => request.addEventListener('success', event => setTimeout(() => back(event), 700)) });
      return request;
    };
  };
  const onASlowPhone = async (page, write) => {
    const tab = await context.newPage();
    await tab.addInitScript(slow);
    await tab.goto(address(patient, first.code, page));
    await write(tab);
    await tab.waitForTimeout(2500);
    return tab;
  };
  const write = words => tab => tab.fill(`#${id} textarea`, words);
  const one = await onASlowPhone(page, write('Først dette.'));
  assert.equal(await one.inputValue(`#${id} textarea`), 'Først dette.');
  const two = await onASlowPhone(page, write('Så dette.'));
  assert.equal(await two.inputValue(`#${id} textarea`), 'Først dette.\nSå dette.');
  const choose = number => tab => tab.locator(`#${scale.id} input`).nth(number).check();
  await onASlowPhone(scale.page, choose(1));
  const chosen = await onASlowPhone(scale.page, choose(3));
  assert.deepEqual(await chosen.locator(`#${scale.id} input`).evaluateAll(all => all.map(it => it.checked).indexOf(true)), 3);
  const after = await context.newPage();
  await after.goto(address(patient, first.code, page));
  await after.waitForFunction(id => document.querySelector(`#${id} textarea`).value === 'Først dette.\nSå dette.', id);
  await after.goto(address(patient, first.code, scale.page));
  await after.waitForFunction(id => document.querySelectorAll(`#${id} input`)[3].checked, scale.id);
  await context.close();
});

test('answers are saved as a file, erased after a question, and brought back', async () => {
  const context = await browser.newContext({ acceptDownloads: true });
  const tab = await context.newPage();
  const shared = task(patient, row => row.kind === 'reflection' && row.share === 'therapist');
  const own = task(patient, row => row.kind === 'reflection' && row.share === 'private');
  for (const [{ id, page }, words] of [[shared, 'Til samtalen.'], [own, 'Bare for meg.']]) {
    await tab.goto(address(patient, first.code, page));
    await tab.fill(`#${id} textarea`, words);
    await saved(tab, id);
  }
  await tab.goto(host.address(`patient/${patient.version}/${first.code}/answers.html`));
  await tab.waitForSelector('[data-mine="list"] .mine-answer');
  const download = async name => {
    const [file] = await Promise.all([tab.waitForEvent('download'), tab.click(`[data-mine="${name}"]`)]);
    return { name: file.suggestedFilename(), text: fs.readFileSync(await file.path(), 'utf8'), path: await file.path() };
  };
  const text = await download('text');
  assert.ok(text.name.endsWith('.txt') && text.text.includes('Til samtalen.') && text.text.includes('Bare for meg.'), text.text);
  const bring = await download('shared-text');
  assert.ok(bring.text.includes('Til samtalen.') && !bring.text.includes('Bare for meg.'), bring.text);
  const backup = await download('json');
  assert.equal(JSON.parse(backup.text).format, 'andrum-answers/1');

  const ask = async answer => {
    await tab.click('[data-mine="erase"]');
    await tab.click(`dialog button:nth-of-type(${answer})`);
  };
  await ask(1);
  assert.equal(await tab.locator('[data-mine="list"] .mine-answer').count(), 2, 'no means no');
  await ask(2);
  await tab.waitForFunction(() => document.querySelectorAll('[data-mine="list"] .mine-answer').length === 0);
  await tab.setInputFiles('#import', backup.path);
  await tab.waitForFunction(() => document.querySelectorAll('[data-mine="list"] .mine-answer').length === 2);

  // A file of another programme, or none at all, changes nothing and says so.
  for (const [content, words] of [['{', /ikke en sikkerhetskopi/], [backup.text.replace('"antistress"', '"annet"'), /et annet program/]]) {
    await tab.setInputFiles('#import', { name: 'fil.json', mimeType: 'application/json', buffer: Buffer.from(content) });
    await tab.waitForFunction(words => new RegExp(words).test(document.querySelector('[data-mine="status"]').textContent), words.source);
  }
  // What is newer here stays.
  await tab.goto(address(patient, first.code, own.page));
  await tab.fill(`#${own.id} textarea`, 'Skrevet etterpå.');
  await saved(tab, own.id);
  await tab.goto(host.address(`patient/${patient.version}/${first.code}/answers.html`));
  await tab.setInputFiles('#import', backup.path);
  await tab.waitForFunction(() => /1|0/.test(document.querySelector('[data-mine="status"]').textContent));
  assert.match(await tab.textContent('[data-mine="list"]'), /Skrevet etterpå\./);
  await context.close();
});

test('where nothing is kept that is said before anything is written', async () => {
  const { id, page } = task(patient, row => row.kind === 'reflection');
  const tab = await browser.newPage();
  await tab.addInitScript(() => {
    IDBFactory.prototype.open = () => { throw new DOMException('refused', 'SecurityError'); };
  });
  await tab.goto(address(patient, first.code, page));
  await tab.waitForSelector('.callout-caution >> text=Her blir ikke svarene lagret');
  await tab.fill(`#${id} textarea`, 'Bare nå.');
  await tab.waitForFunction(id => /blir borte/.test(document.querySelector(`#${id} [data-saved]`).textContent), id);
  await tab.close();
});

test('what is done again and again gets a sheet of its own, and a scale a line over time', async () => {
  const { id, page } = task(patient, row => row.kind === 'scale' && row.every === 'day');
  const context = await browser.newContext();
  const tab = await context.newPage();
  for (const [day, point] of [['2026-03-01', 2], ['2026-03-02', 5], ['2026-03-03', 4]]) {
    await tab.clock.setFixedTime(new Date(`${day}T18:00:00`));
    await tab.goto(address(patient, first.code, page));
    assert.equal(await tab.locator(`#${id} input:checked`).count(), 0, `${day} begins empty`);
    await tab.check(`#${id} input[value="${point}"]`);
    await saved(tab, id);
  }
  const line = tab.locator(`#${id} figure.line`);
  assert.equal(await line.locator('circle').count(), 3);
  await tab.reload();
  await tab.waitForFunction(id => document.querySelector(`#${id} input:checked`)?.value === '4', id);
  await line.locator('summary').click();
  assert.deepEqual(await line.locator('td').allTextContents(), ['2', '5', '4']);
  await tab.click(`#${id} .past summary`);
  assert.match(await tab.textContent(`#${id} .past`), /1\. mars 2026/);
  await context.close();
});

test('beside what is for the therapist stands that nobody reads it, and where to turn', async t => {
  const tab = await browser.newPage();
  let count = 0;
  for (const [id, { page, share, group }] of Object.entries(patient.manifest.tasks)) {
    if (share !== 'therapist' || group) continue;
    await tab.goto(address(patient, first.code, page));
    assert.ok((await tab.getAttribute(`#${id} .unread a`, 'href')).endsWith('crisis/index.html'), id);
    count += 1;
  }
  counted(t, count, 'tasks for the therapist');
  await tab.close();
});

test('a knowledge check answers in words, and counts', async () => {
  const course = byName('course');
  const { id, page } = task(course, row => row.kind === 'quiz');
  const tab = await browser.newPage();
  await tab.goto(address(course, first.code, page));
  const questions = tab.locator(`#${id} .question`);
  await questions.first().locator('button').click();
  assert.match(await questions.first().locator('.reply').textContent(), /Velg et svar/);
  for (let at = 0; at < await questions.count(); at += 1) {
    const question = questions.nth(at);
    const right = await question.locator('dt[data-right]').evaluateAll(rows => rows.map(row => row.dataset.option));
    for (const option of right) await question.locator(`input[value="${option}"]`).check();
    await question.locator('.acts button').click();
    assert.match(await question.locator('.reply').textContent(), /^Riktig/);
  }
  assert.match(await tab.textContent(`#${id} .result`), /100 prosent/);
  await tab.reload();
  await tab.waitForFunction(id => /100 prosent/.test(document.querySelector(`#${id} .result`).textContent), id);
  await questions.first().locator('input:not(:checked)').first().check();
  await questions.first().locator('.acts button').click();
  assert.match(await questions.first().locator('.reply').textContent(), /^Ikke riktig/);
  await tab.close();
});

test('the breathing guide keeps its pattern, stops at once, and stands still for those who ask', async () => {
  const page = patient.manifest.pages['conscious-breathing'] ? 'conscious-breathing' : 'long-exhale';
  for (const reducedMotion of ['no-preference', 'reduce']) {
    const context = await browser.newContext({ reducedMotion });
    const tab = await context.newPage();
    await tab.clock.install();
    await tab.goto(reducedMotion === 'reduce' ? pathToFileURL(path.join(dist, file(patient, first.code, page))).href : address(patient, first.code, page));
    const { in: inhale } = await tab.evaluate(() => ({ ...document.querySelector('.pattern').dataset }));
    const button = tab.locator('.breathing .acts button').first();
    await button.focus();
    await tab.keyboard.press('Enter');
    await tab.clock.runFor(300);
    assert.equal(await tab.textContent('.breath-words'), 'Inn');
    assert.equal(await tab.locator('.breath').isVisible(), reducedMotion !== 'reduce');
    await tab.clock.runFor(1000 * Number(inhale));
    assert.notEqual(await tab.textContent('.breath-words'), 'Inn');
    await tab.keyboard.press('Escape');
    assert.equal(await tab.locator('.stage').isVisible(), false, 'it stops at once');
    await context.close();
  }
});

test('with answers in them the pages still meet WCAG', async t => {
  let count = 0;
  const pages = [
    file(patient, first.code, task(patient, row => row.kind === 'scale' && row.every === 'day').page),
    file(patient, second.code, task(patient, row => row.kind === 'worksheet').page),
    file(byName('course'), first.code, task(byName('course'), row => row.kind === 'quiz').page),
    `patient/${patient.version}/${first.code}/answers.html`,
  ];
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 640 }, bypassCSP: true });
    const tab = await context.newPage();
    for (const page of pages) {
      await tab.goto(host.address(page));
      await tab.evaluate(async () => {
        for (const field of document.querySelectorAll('.task textarea')) field.value = 'Noe.';
        for (const set of document.querySelectorAll('.task fieldset')) set.querySelector('input')?.click();
        for (const field of document.querySelectorAll('.task textarea')) field.dispatchEvent(new Event('change', { bubbles: true }));
        document.querySelectorAll('.question button').forEach(button => button.click());
        await new Promise(resolve => setTimeout(resolve, 500));
        document.querySelectorAll('details').forEach(it => (it.open = true));
      });
      await tab.evaluate(AXE);
      const found = await tab.evaluate(async () => (await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations
        .map(fault => `${fault.id}: ${fault.nodes.map(node => node.html.slice(0, 100)).join(' ')}`));
      none(found, `violations on ${page} (${colorScheme})`);
      const over = await tab.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);
      assert.ok(over <= 0, `${page} sticks out by ${over} px`);
      count += 1;
    }
    await context.close();
  }
  counted(t, count, 'pages with answers');
});
