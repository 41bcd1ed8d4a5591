// The search: the browser cuts words as Snowball does, finds what Norwegian and Swedish readers look for, and works from a disk,
// by keyboard and for those who listen.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { launched } from './browser.mjs';
import { build, counted, none, root } from './product.mjs';
import { serve } from './server.mjs';

const assets = path.join(root, 'themes/default/assets');
const target = process.env.CARGO_TARGET_DIR ? path.resolve(root, process.env.CARGO_TARGET_DIR) : path.join(root, 'target');
const { dist, editions } = build();
const patient = editions.find(edition => edition.name === 'patient');
let browser, host;

before(async () => {
  browser = await launched();
  host = await serve(dist, editions);
});

after(async () => {
  await browser?.close();
  host?.close();
});

/** The scripts of the search as a browser runs them, without a page. */
function scripts(...names) {
  const world = vm.createContext({ document: { querySelector: () => null } });
  vm.runInContext('var andrum = {};', world);
  names.forEach(name => vm.runInContext(fs.readFileSync(path.join(assets, name), 'utf8'), world));
  return world.andrum;
}

/** The texts of a language's pages, and its index, as their scripts hand them over. */
function indexOf(code) {
  const folder = path.join(dist, patient.name, patient.version, code, 'search');
  const [texts, handed] = [[], {}];
  const andrum = { search: { index: index => Object.assign(handed, index), texts: (shard, list) => texts.push(...list) } };
  fs.readdirSync(folder).sort().forEach(name => vm.runInNewContext(fs.readFileSync(path.join(folder, name), 'utf8'), { andrum }));
  return { index: handed, texts };
}

/** The words of the whole programme in a language. */
const wordsOf = code => [...new Set(indexOf(code).texts.join(' ').toLowerCase().match(/[\p{L}\p{N}]+/gu))];

/** What Snowball itself makes of words, by the package that its authors publish. */
function snowball(language, words) {
  const program = 'import sys, snowballstemmer\nstemmer = snowballstemmer.stemmer(sys.argv[1])\nfor word in sys.stdin.read().split("\\n"): print(stemmer.stemWord(word))';
  const python = path.join(target, 'test-venv/bin/python');
  return execFileSync(python, ['-c', program, language], { input: words.join('\n'), encoding: 'utf8', maxBuffer: 1 << 26 }).trimEnd().split('\n');
}

for (const [language, code] of [['norwegian', 'no'], ['swedish', 'sv']]) {
  test(`${language} words are cut as Snowball cuts them`, t => {
    const cut = scripts('stem.js').stemmers[language];
    // Every ending behind every sort of letter, and every word of the programme.
    const endings = 'a e en et er ar s as es ens ers ets ert erte ast ande ende heten het leg lig eleg slov skap fullt öst dt vt tt kt rets gets ets'.split(' ');
    const made = 'bcdfghjklmnpqrstvxzaeiouyåäöæø'.split('').flatMap(letter => endings.map(ending => `st${letter}r${letter}${ending}`));
    const words = [...wordsOf(code), ...made];
    const wanted = snowball(language, words);
    none(words.filter((word, at) => cut(word) !== wanted[at]).map(word => `${word}: ${cut(word)}`), 'words cut another way');
    counted(t, words.length, 'words');
    // An extra where Snowball's own lists are at hand; the words above stand in for them elsewhere.
    const lists = path.resolve(root, '../shared/data/snowball');
    if (!fs.existsSync(lists)) {
      t.diagnostic('Snowball\'s own lists are not here');
      return;
    }
    const read = name => fs.readFileSync(path.join(lists, `${language}-${name}.txt`), 'utf8').trim().split('\n');
    const output = read('output');
    none(read('voc').filter((word, at) => cut(word) !== output[at]), 'words of Snowball\'s own list');
    counted(t, output.length, 'words of Snowball\'s own list');
  });

  test(`the ${language} index is cut as the browser cuts`, t => {
    const { index } = indexOf(code);
    const cut = scripts('stem.js').stemmers[language];
    const forms = new Map(index.forms.flatMap(([first, ...others]) => others.map(other => [other, first])));
    const stems = new Set();
    let before = '';
    for (const [, alike, rest] of index.stems.matchAll(/([A-Z])([^A-Z]*)/g)) {
      before = before.slice(0, alike.charCodeAt(0) - 65) + rest;
      stems.add(before);
    }
    none(wordsOf(code).filter(word => !stems.has(cut(forms.get(word) ?? word))), 'words that the index has another way');
    counted(t, stems.size, 'stems');
  });

  test(`the ${language} index is small beside the text`, t => {
    const { index, texts } = indexOf(code);
    const bytes = Buffer.byteLength(texts.join(''));
    const share = Math.round(1000 * Buffer.byteLength(index.postings) / bytes) / 10;
    t.diagnostic(`postings are ${share} % of the text's ${bytes} bytes`);
    assert.ok(share < 15, `${share} %`);
  });
}

/** A search over pages of the test's own: their titles and texts. */
function searched(stemmer, pages, { endings = [], forms = [] } = {}) {
  const andrum = scripts('stem.js', 'search.js');
  const cut = andrum.stemmers[stemmer];
  const first = new Map(forms.flatMap(([first, ...others]) => others.map(other => [other, first])));
  const stems = new Map();
  pages.forEach((text, page) => text.toLowerCase().match(/\p{L}+/gu).forEach(word => {
    const stem = cut(first.get(word) ?? word);
    stems.set(stem, new Set([...(stems.get(stem) ?? []), page]));
  }));
  const sorted = [...stems].sort(([one], [other]) => (one < other ? -1 : 1));
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const postings = sorted.map(([, set]) => {
    let before = 0;
    return [...set].map(page => {
      const number = (page - before) * 4;
      before = page;
      return letters[number];
    }).join('');
  });
  andrum.search.read({ pages: pages.map(text => [text, text, null, '']), shards: [0], stemmer, endings, forms, stems: sorted.map(([stem]) => `A${stem}`).join(''), postings: postings.join(' ') });
  return words => [...andrum.search.find(words)];
}

test('a word finds its other forms and the compounds it is a part of', () => {
  const norwegian = searched('norwegian', ['Pusteøvelser hjelper', 'Puste rolig', 'Uka som gikk', 'Refleksjonsoppgaver', 'En refleksjon'], { forms: [['uke', 'uka', 'ukene']] });
  assert.ok(norwegian('øvelse').includes('Pusteøvelser hjelper'));
  assert.ok(norwegian('uke').includes('Uka som gikk'));
  assert.ok(norwegian('oppgave').includes('Refleksjonsoppgaver'));
  const swedish = searched('swedish', ['Veckan började', 'En andningsövning', 'Andning'], { endings: ['an', 'n'] });
  assert.ok(swedish('vecka').includes('Veckan började'));
  assert.ok(swedish('övning').includes('En andningsövning'));
});

test('a is no å: what was written comes first', () => {
  const find = searched('norwegian', ['Min far', 'Du får tid', 'Ganske annet']);
  assert.deepEqual(find('får'), ['Du får tid', 'Min far']);
});

test('one slip of the keys is forgiven, two are not', () => {
  const find = searched('norwegian', ['Avspenning', 'Noe annet']);
  for (const slip of ['avspening', 'avspenningg', 'avspennnig', 'avspanning']) assert.deepEqual(find(slip), ['Avspenning'], slip);
  assert.deepEqual(find('avxxenning'), []);
});

/** What is looked for in the real programme, by language: a word, and what the pages hold that it must find. */
const LOOKED_FOR = {
  no: [['øvelse', /pusteøvelse/i], ['uke', /\buka\b/i], ['oppgave', /refleksjonsoppgave/i], ['pusteøvels', /pusteøvelse/i], ['stresss', /stress/i]],
  sv: [['vecka', /veckan/i], ['övning', /andningsövning/i], ['stresss', /stress/i]],
};

test('in the real programme the words are found, marked and told, from a host and from a disk', async t => {
  let count = 0;
  for (const [code, rows] of Object.entries(LOOKED_FOR)) {
    const page = `${patient.name}/${patient.version}/${code}/search.html`;
    for (const address of [host.address(page), pathToFileURL(path.join(dist, page)).href]) {
      const tab = await browser.newPage();
      const asked = [];
      const own = new URL(address).origin;
      tab.on('request', request => new URL(request.url()).origin === own || asked.push(request.url()));
      const complaints = [];
      tab.on('console', message => message.type() === 'error' && complaints.push(message.text()));
      await tab.goto(address);
      await tab.waitForSelector('form:not([hidden])');
      for (const [word, wanted] of rows) {
        await tab.fill('#query', word);
        await tab.waitForFunction(word => decodeURIComponent(location.hash) === `#${word}` && /\d/.test(document.querySelector('.count').textContent), word);
        await tab.waitForSelector('.hits mark');
        const { index, texts } = indexOf(code);
        const holding = index.pages.filter((page, at) => wanted.test(texts[at])).map(([id]) => id);
        assert.ok(holding.length > 0, `a page has ${wanted}`);
        const hits = await tab.evaluate(word => andrum.search.find(word), word);
        none(holding.filter(id => !hits.includes(id)), `pages with ${wanted} that ${word} did not find`);
        count += 1;
      }
      none([...asked, ...complaints], 'complaints');
      await tab.close();
    }
  }
  counted(t, count, 'searches');
});

test('by keyboard alone: a word, a hit, and back to the same hits', async () => {
  const tab = await browser.newPage();
  await tab.goto(host.address(`${patient.name}/${patient.version}/no/index.html`));
  for (let press = 0; press < 20 && !await tab.evaluate(() => document.activeElement.matches('.aids a[href$="search.html"]')); press += 1) await tab.keyboard.press('Tab');
  await tab.keyboard.press('Enter');
  await tab.waitForSelector('form:not([hidden])');
  await tab.keyboard.type('pust');
  await tab.waitForSelector('.hits a');
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('Tab');
  assert.ok(await tab.evaluate(() => document.activeElement.matches('.hits a')), 'the first hit is next to the button');
  await tab.keyboard.press('Enter');
  await tab.waitForSelector('article.page, main.home:not(.search)');
  await tab.goBack();
  await tab.waitForSelector('.hits a');
  assert.equal(await tab.inputValue('#query'), 'pust');
  await tab.focus('#query');
  await tab.keyboard.press('Escape');
  assert.equal(await tab.locator('.hits a').count(), 0);
  await tab.keyboard.type('xqzwv');
  await tab.waitForFunction(() => /Ingen treff/.test(document.querySelector('.count').textContent));
  assert.equal(await tab.getAttribute('.count', 'role'), 'status');
  await tab.close();
});

test('without JavaScript the page lists every page', async t => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const tab = await context.newPage();
  await tab.goto(host.address(`${patient.name}/${patient.version}/sv/search.html`));
  const links = await tab.locator('.every a').count();
  assert.equal(links, patient.manifest.page_order.filter(id => patient.manifest.pages[id].files.sv).length);
  assert.equal(await tab.locator('form').isVisible(), false);
  counted(t, links, 'pages');
  await context.close();
});
