// The site in a real browser: every page of every edition, in every language, on a phone and on a desk, light and dark,
// without JavaScript, and the status page with them; then axe over all of it, a keyboard, wide text spacing, and the same folder from a memory stick.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launched } from './browser.mjs';
import { build, counted, none } from './product.mjs';
import { serve } from './server.mjs';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { width: 320, height: 640 };
const DESK = { width: 1280, height: 800 };

const { dist, editions: readers, internal } = build();
const editions = [...readers, internal];
/** Every page: its file below `dist`, and what the manifest says of it. */
const pages = editions.flatMap(edition =>
  edition.files.filter(file => file.endsWith('.html') && file !== '404.html').map(file => page(edition, file)));
/** The pages by what they hold: one that differs from another in its edition's name alone is the same page to the eye. */
const alike = grouped(pages, common);
const distinct = [...alike.values()].map(([first]) => first);
/** What was seen of each page, by its file. */
const seen = new Map();
/** What the browser complained of. */
const complaints = [];
let browser, host;

/** Pages of the site's own, beside the programme's in every language. */
const BESIDE = ['answers', 'search', 'offline', 'print'];
/** What a host shows for an address that leads nowhere: at any depth, so its links begin at the host's root. */
const NOWHERE = '404.html';

function page(edition, file) {
  const [version, code, id] = file.split('/');
  const language = edition.manifest.languages.find(language => language.code === code);
  const of = language ? (id === 'index.html' ? (edition.home ?? 'home') : id.replace(/\.html$/, '')) : null;
  return {
    file: `${edition.name}/${file}`,
    edition,
    id: of,
    code: language?.code,
    tag: (language ?? edition.manifest.languages[0]).tag,
    kind: of ? (edition.manifest.pages[of]?.kind ?? of) : (version === 'index.html' ? 'versions' : 'choose'),
    door: !of,
  };
}

function grouped(list, by) {
  const groups = new Map();
  list.forEach(item => groups.set(by(item), [...(groups.get(by(item)) ?? []), item]));
  return groups;
}

/** The file of a page in a language, or of the language's start page where it is missing. */
function fileOf(edition, code, id) {
  if (BESIDE.includes(id)) return `${edition.name}/${edition.version}/${code}/${id}.html`;
  const there = id !== 'home' && edition.manifest.pages[id]?.files[code];
  return `${edition.name}/${edition.version}/${code}/${there ? `${id}/` : ''}index.html`;
}

before(async () => {
  host = await serve(dist, editions);
  browser = await launched();
  await inPairs(distinct, { javaScriptEnabled: false, viewport: PHONE }, async (tab, page) => {
    const facts = await look(tab, page);
    alike.get(common(page)).forEach(({ file }) => seen.set(file, facts));
  });
});

after(async () => {
  await browser?.close();
  host?.close();
});

/** Works through a list in two tabs at once, one for each core; what the tabs complain of is kept with the page. */
async function inPairs(list, options, work) {
  const rest = [...list];
  await Promise.all([0, 1].map(async () => {
    const context = await browser.newContext(options);
    const tab = await context.newPage();
    let at = '';
    const say = words => complaints.push(`${at}: ${words}`);
    tab.on('console', message => ['error', 'warning'].includes(message.type()) && say(`console: ${message.text()}`));
    tab.on('pageerror', error => say(`error: ${error.message}`));
    tab.on('request', request => request.url().startsWith(`${host.origin}/`) || say(`asks for ${request.url()}`));
    tab.on('response', response => response.status() >= 400 && say(`${response.status()} ${response.url()}`));
    tab.on('requestfailed', request => {
      // A player stops loading when it has enough; that the file is there is checked with the links.
      const enough = request.resourceType() === 'media' && request.failure()?.errorText === 'net::ERR_ABORTED';
      if (!enough) say(`${request.failure()?.errorText} ${request.url()}`);
    });
    for (let item = rest.shift(); item; item = rest.shift()) {
      at = item.file ?? item;
      await work(tab, item);
    }
    await context.close();
  }));
}

/** Opens a page at both widths and in both schemes, and takes down everything that is to be judged. */
async function look(tab, page) {
  const response = await tab.goto(host.address(page.file));
  const facts = await tab.evaluate(read);
  facts.headers = response.headers();
  facts.wide = [];
  for (const scheme of ['dark', 'light']) {
    await tab.emulateMedia({ colorScheme: scheme });
    facts[scheme] = await tab.evaluate(bright);
  }
  for (const size of [DESK, PHONE]) {
    await tab.setViewportSize(size);
    const over = await tab.evaluate(fits);
    if (over) facts.wide.push(`${size.width} px: ${over}`);
  }
  const tree = await (await tab.context().newCDPSession(tab)).send('Accessibility.getFullAXTree');
  facts.nameless = tree.nodes
    .filter(node => !node.ignored && NAMED.has(node.role?.value) && !node.name?.value?.trim())
    .map(node => node.role.value);
  return facts;
}

/** Roles that a person meets by name. */
const NAMED = new Set([
  'button', 'checkbox', 'combobox', 'DisclosureTriangle', 'image', 'link', 'listbox', 'menuitem', 'radio', 'searchbox', 'slider',
  'spinbutton', 'switch', 'tab', 'textbox',
]);

/** Runs in the page. */
function read() {
  const text = element => element?.textContent.trim() ?? '';
  const all = selector => [...document.querySelectorAll(selector)];
  const label = control => {
    const by = (control.getAttribute('aria-labelledby') ?? '').split(' ').map(id => text(document.getElementById(id)));
    const labels = [...(control.labels ?? [])].map(text);
    return [control.getAttribute('aria-label') ?? '', ...by, ...labels, control.title, text(control.closest('button'))].join('').trim();
  };
  const controls = all('input:not([type=hidden]), select, textarea, button, meter, progress');
  const links = all('[href], [src], [srcset], [poster], [data], [action], [style]').flatMap(element =>
    ['href', 'src', 'srcset', 'poster', 'data', 'action', 'style']
      .filter(name => element.hasAttribute(name))
      .map(name => ({
        tag: element.localName, name, value: element.getAttribute(name), rel: element.getAttribute('rel') ?? '',
        hreflang: element.getAttribute('hreflang'),
      })));
  return {
    lang: document.documentElement.lang,
    title: document.title,
    headings: all('h1').map(text),
    levels: all('h1, h2, h3, h4, h5, h6').map(heading => Number(heading.localName[1])),
    ids: all('[id]').map(element => element.id),
    words: text(document.querySelector('main')).length,
    controls: controls.length,
    unlabelled: controls.filter(control => !label(control)).map(control => control.outerHTML.slice(0, 120)),
    links,
    phones: all('a[href^="tel:"]').filter(link => /\s/.test(text(link)) && getComputedStyle(link).whiteSpace !== 'nowrap').map(text),
    sheets: document.styleSheets.length,
  };
}

/** Runs in the page: what sticks out on the right, with everything folded and unfolded. */
function fits() {
  const over = () => {
    const hidden = [document.documentElement, document.body].some(it => ['hidden', 'clip'].includes(getComputedStyle(it).overflowX));
    if (hidden) return 'the page hides what sticks out';
    const { scrollWidth, clientWidth } = document.scrollingElement;
    if (scrollWidth <= clientWidth) return '';
    const wide = [...document.body.querySelectorAll('*')].find(it => it.getBoundingClientRect().right > clientWidth + 1);
    return `${scrollWidth} px wide, <${wide?.localName} class="${wide?.getAttribute('class')}">`;
  };
  const folded = [...document.querySelectorAll('details:not([open])')];
  const closed = over();
  folded.forEach(it => (it.open = true));
  const open = over();
  folded.forEach(it => (it.open = false));
  return closed || open;
}

/** Runs in the page: how bright the words are. */
function bright() {
  // However the colour is written, a pixel of it is red, green and blue.
  const ink = document.createElement('canvas').getContext('2d');
  ink.fillStyle = getComputedStyle(document.body).color;
  ink.fillRect(0, 0, 1, 1);
  const [red, green, blue] = ink.getImageData(0, 0, 1, 1).data;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** A fault of each page that `judge` finds. */
const faults = (judge, list = pages) =>
  list.flatMap(page => [judge(seen.get(page.file), page)].flat().filter(Boolean).map(fault => `${page.file}: ${fault}`));

test('every page of the manifest is there, and no other', t => {
  for (const edition of editions) {
    const { manifest, version } = edition;
    const promised = manifest.languages.flatMap(({ code }) => [
      `${version}/${code}/index.html`,
      ...(edition === internal ? [] : BESIDE.map(name => `${version}/${code}/${name}.html`)),
      ...manifest.page_order.filter(id => id !== 'home' && manifest.pages[id].files[code]).map(id => `${version}/${code}/${id}/index.html`),
    ]);
    const there = edition.files.filter(file => file.endsWith('.html'));
    const front = edition === internal ? ['index.html'] : ['index.html', NOWHERE];
    assert.deepEqual(there, [...promised, ...front, `${version}/index.html`].sort());
  }
  counted(t, editions.length, 'editions');
  counted(t, pages.length, 'pages');
  counted(t, new Set(pages.map(page => page.code).filter(Boolean)).size, 'languages');
});

test('pages load from their own folder alone, without a word in the console', t => {
  none(complaints, 'complaints');
  none(faults(facts => [
    !facts.headers['content-security-policy'] && 'came without the headers of headers.json',
    facts.sheets === 0 && 'has no style sheet',
  ]), 'faults');
  counted(t, distinct.length, `pages opened without JavaScript, ${seen.size} with those that an edition shares`);
});

test('a page says its language and has one heading of the first level, and no level is left out', t => {
  none(faults((facts, page) => [
    facts.lang !== page.tag && `lang is "${facts.lang}", not "${page.tag}"`,
    facts.headings.length !== 1 && `${facts.headings.length} h1`,
    facts.headings[0] === '' && 'an empty h1',
    facts.title.trim() === '' && 'no title',
    facts.words < 20 && 'main is as good as empty',
    facts.levels.some((level, at) => level > (facts.levels[at - 1] ?? 0) + 1) && `heading levels ${facts.levels.join(' ')}`,
    new Set(facts.ids).size !== facts.ids.length && `an id twice: ${facts.ids.find((id, at) => facts.ids.indexOf(id) !== at)}`,
  ]), 'faults');
  counted(t, seen.size, 'pages');
});

test('every control has a name', t => {
  none(faults(facts => [
    ...facts.unlabelled.map(html => `no label: ${html}`),
    ...facts.nameless.map(role => `the browser knows no name for a ${role}`),
  ]), 'controls without a name');
  counted(t, [...seen.values()].reduce((sum, facts) => sum + facts.controls, 0), 'controls');
});

test('nothing sticks out at 320 and 1280 px, and a phone number stays on one line', t => {
  none(faults(facts => [...facts.wide, ...facts.phones.map(number => `may break: ${number}`)]), 'faults');
  counted(t, distinct.length * 2, 'views');
});

test('dark mode is dark', t => {
  none(faults(facts => facts.dark <= facts.light && 'words are no brighter in the dark'), 'pages');
  counted(t, seen.size, 'pages');
});

test('every link is relative and leads to a file of the edition, and to a place on it', t => {
  let count = 0;
  none(faults((facts, page) => facts.links.flatMap(link => {
    count += 1;
    return addresses(link).map(address => broken(link, address, page));
  })), 'links');
  for (const edition of editions) {
    for (const file of edition.files.filter(file => file.endsWith('.css'))) {
      const css = fs.readFileSync(path.join(dist, edition.name, file), 'utf8');
      const found = [...css.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g)].map(match => match[1] ?? match[2]);
      const from = { file: `${edition.name}/${file}`, edition };
      none(found.map(address => broken({ tag: 'css' }, address, from)).filter(Boolean), `links in ${from.file}`);
    }
  }
  counted(t, count, 'links');
});

/** The addresses in an attribute: one, those of a srcset, or those in a style. */
function addresses({ name, value }) {
  if (name === 'srcset') return value.split(',').map(part => part.trim().split(/\s+/)[0]);
  if (name === 'style') return [...value.matchAll(/url\(\s*["']?([^"')]+)/g)].map(match => match[1]);
  return [value];
}

/** What is wrong with an address, if anything. */
function broken(link, address, from) {
  const shown = `<${link.tag}> ${address}`;
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) {
    const out = link.tag === 'a' && /^(https?|mailto|tel|sms):/.test(address);
    const metadata = link.tag === 'link' && /^(canonical|alternate)$/.test(link.rel);
    return out || metadata ? null : `${shown} is not in the folder`;
  }
  if (address.startsWith('/')) return `${shown} starts at the host's root`;
  const [file, anchor] = decodeURI(address).split('#');
  const target = file === '' ? from.file : path.posix.join(path.posix.dirname(from.file), file);
  if (!target.startsWith(`${from.edition.name}/`)) return `${shown} leaves the edition`;
  if (!from.edition.files.includes(target.slice(from.edition.name.length + 1))) return `${shown}: there is no ${target}`;
  if (anchor && !seen.get(target)?.ids.includes(anchor)) return `${shown}: no such place on ${target}`;
  return null;
}

/** Where a page's links lead, as files below `dist`, by what they are. */
function leads(page, which) {
  const links = seen.get(page.file).links.filter(link => link.tag === 'a' && !/^[a-z]+:/.test(link.value) && which(link));
  return links.map(link => path.posix.join(path.posix.dirname(page.file), link.value.split('#')[0] || path.posix.basename(page.file)));
}

test('the language switch leads to the same page', t => {
  let count = 0;
  const inside = pages.filter(page => !page.door);
  none(faults((facts, page) => page.edition.manifest.languages.flatMap(language => {
    count += 1;
    const there = leads(page, link => link.hreflang === language.tag);
    const wanted = fileOf(page.edition, language.code, page.id);
    return there.length === 1 && there[0] === wanted ? [] : [`${language.tag}: leads to ${there.join(', ') || 'nothing'}, not ${wanted}`];
  }), inside), 'switches');
  counted(t, count, 'switches');
});

test('previous and next undo each other, in reading order, and end where another sort of page begins', t => {
  let count = 0;
  for (const edition of editions) {
    for (const { code } of edition.manifest.languages) {
      const { pages, page_order } = edition.manifest;
      const order = page_order.filter(id => pages[id].files[code]);
      const rel = (id, name) => leads({ file: fileOf(edition, code, id) }, link => link.rel === name);
      const sort = id => (pages[id].unit ? 'unit' : `${pages[id].kind} for ${pages[id].audience}`);
      order.slice(1).forEach((id, at) => {
        const before = order[at];
        const there = rel(id, 'prev');
        // The start page has no pager: it leads to everything.
        const back = before === 'home' ? there.map(() => fileOf(edition, code, id)) : rel(before, 'next');
        assert.deepEqual(back, there.length ? [fileOf(edition, code, id)] : [], `next of ${before}, before ${id}`);
        assert.deepEqual(there, there.length ? [fileOf(edition, code, before)] : [], `previous of ${id}`);
        if (sort(id) === sort(before)) assert.equal(there.length, 1, `${before} and ${id} are of one sort and do not lead to one another`);
        count += there.length;
      });
      assert.deepEqual(rel(order.at(-1), 'next'), [], `${order.at(-1)} is the last`);
    }
  }
  counted(t, count, 'pages in reading order');
});

test('every page can be reached from the front door', t => {
  let count = 0;
  for (const edition of editions) {
    const reached = new Set([`${edition.name}/index.html`, `${edition.name}/${edition.version}/index.html`]);
    for (const file of reached) leads({ file }, () => true).filter(file => seen.has(file)).forEach(file => reached.add(file));
    // The service worker alone leads to the page that says what is not here.
    none(pages.filter(page => page.edition === edition && page.id !== 'offline' && !reached.has(page.file)).map(page => page.file), 'pages that nothing leads to');
    count += reached.size;
  }
  counted(t, count, 'pages reached');
});

/** A page with each kind of block beside those of a list: whatever the renderer marks by a class. */
function blocks(list) {
  const classes = page => [...(own(page).match(/class="?[^">]+/g) ?? [])].flatMap(found => found.replace(/class="?/, '').split(' '));
  const met = new Set(list.flatMap(classes));
  return distinct.filter(page => {
    const fresh = page.id !== 'print' && classes(page).filter(name => !met.has(name));
    if (fresh.length > 0) fresh.forEach(name => met.add(name));
    return fresh.length > 0;
  });
}

/** One page of every kind, from the editions with the most pages, in changing languages. */
function sample() {
  const kinds = new Map();
  const rich = [...editions].sort((a, b) => b.files.length - a.files.length);
  for (const page of rich.flatMap(edition => pages.filter(page => page.edition === edition))) {
    const kind = page.id === 'home' ? 'home' : page.kind;
    kinds.set(kind, [...(kinds.get(kind) ?? []), page]);
  }
  return [...kinds.values()].map((list, at) => {
    const code = editions[0].manifest.languages[at % editions[0].manifest.languages.length].code;
    const most = page => seen.get(page.file).controls;
    return list.filter(page => !page.code || page.code === code).reduce((best, page) => (most(page) > most(best) ? page : best));
  });
}

async function axe(tab, page, size, scheme) {
  await tab.setViewportSize(size);
  await tab.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  if (tab.url() !== host.address(page.file)) {
    await tab.goto(host.address(page.file));
    await tab.evaluate(AXE);
    await tab.evaluate(() => document.querySelectorAll('details').forEach(it => (it.open = true)));
  }
  const result = await tab.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  const violations = result.violations.map(rule =>
    `${page.file} (${size.width} px ${scheme}): ${rule.id}: ${rule.help}: ${rule.nodes[0].html.slice(0, 160)} (${rule.nodes.length})`);
  return { violations, rules: result.passes.length };
}

/** A page's HTML without what its edition alone adds: the name, the banner, the addresses of metadata. */
function common(page) {
  const html = fs.readFileSync(path.join(dist, page.file), 'utf8');
  return html
    .replaceAll(/<html[^>]*>/g, '').replaceAll(/<link[^>]*rel="?(canonical|alternate)[^>]*>/g, '')
    .replaceAll(/<p class="?edition"?>[^<]*<\/p>/g, '');
}

/** What a page has of its own; what stands around it in one edition or another is in the sample of every kind. */
const own = page => fs.readFileSync(path.join(dist, page.file), 'utf8').match(/<article.*<\/article>/s)?.[0] ?? page.file;

test('axe finds nothing on any page on a phone', async t => {
  const list = [...grouped(distinct, page => (page.id === 'print' ? page.file : own(page))).values()].map(pages => pages.at(-1));
  const found = [];
  let rules = 0;
  await inPairs(list, { bypassCSP: true, viewport: PHONE }, async (tab, page) => {
    const result = await axe(tab, page, PHONE, 'light');
    found.push(...result.violations);
    rules = Math.max(rules, result.rules);
  });
  none(found, 'violations');
  counted(t, list.length, `pages, ${pages.length} with those that editions share`);
  counted(t, rules, 'rules that had something to judge');
});

test('axe finds nothing on a desk or in the dark, on a page of every kind and block', async t => {
  const found = [];
  const kinds = sample();
  const list = [...kinds, ...blocks(kinds), { file: `${editions[0].name}/${NOWHERE}` }];
  await inPairs(list, { bypassCSP: true, viewport: DESK }, async (tab, page) => {
    for (const [size, scheme] of [[DESK, 'light'], [DESK, 'dark'], [PHONE, 'dark']]) {
      found.push(...(await axe(tab, page, size, scheme)).violations);
    }
  });
  none(found, 'violations');
  counted(t, list.length - kinds.length, 'pages more, for every kind of block and for an address that leads nowhere');
  counted(t, kinds.length, `kinds of page: ${kinds.map(page => (page.id === 'home' ? 'home' : page.kind)).sort().join(', ')}`);
});

/** Ways in which readers make words easier to see; a page in 1 280 px at 400 % is one in 320 px, which `look` sees. */
const EASIER = {
  // The values of WCAG 2.2, 1.4.12.
  'wide spacing on a phone': [PHONE, tab => tab.addStyleTag({ content: `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
                                                                        p { margin-bottom: 2em !important }` })],
  'a desk at 200 %': [{ width: 640, height: 400 }],
  // The reader's own size of text, WCAG 2.2, 1.4.4: 32 px where browsers begin at 16.
  'words twice as large on a desk': [DESK, largeWords],
  'words twice as large on a phone': [{ width: 360, height: 640 }, largeWords],
};

async function largeWords(tab) {
  const browser = await tab.context().newCDPSession(tab);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
  await tab.waitForFunction(() => parseFloat(getComputedStyle(document.body).fontSize) >= 32);
}

for (const [way, [viewport, ease]] of Object.entries(EASIER)) {
  test(`${way}: nothing is cut off or sticks out`, async t => {
    const found = [];
    const list = sample();
    await inPairs(list, { bypassCSP: true, viewport }, async (tab, page) => {
      await tab.goto(host.address(page.file));
      await ease?.(tab);
      const over = await tab.evaluate(fits);
      if (over) found.push(`${page.file}: ${over}`);
      const cut = await tab.evaluate(() => [...document.body.querySelectorAll('*')]
        .filter(it => ['hidden', 'clip'].includes(getComputedStyle(it).overflowY) && it.clientHeight > 1 && it.scrollHeight > it.clientHeight + 1)
        .map(it => it.outerHTML.slice(0, 120)));
      found.push(...cut.map(html => `${page.file}: cut off: ${html}`));
    });
    none(found, 'pages');
    counted(t, list.length, 'pages');
  });
}

test('Tab reaches every control, and one sees where one is', async t => {
  const found = [];
  let count = 0;
  // The document to print holds every other page's controls over again.
  const list = sample().filter(page => page.id !== 'print');
  await inPairs(list, { javaScriptEnabled: false, viewport: DESK }, async (tab, page) => {
    await tab.goto(host.address(page.file));
    const wanted = await tab.evaluate(tabStops);
    count += wanted;
    for (let press = 0, left = wanted; left > 0 && press < 3 * wanted + 10; press += 1) {
      await tab.keyboard.press('Tab');
      left = await tab.evaluate(arrived);
    }
    const { missed, dim } = await tab.evaluate(() => ({
      missed: [...document.querySelectorAll('[data-stop]')].map(it => it.outerHTML.slice(0, 120)),
      dim: [...document.querySelectorAll('[data-dim]')].map(it => it.outerHTML.slice(0, 120)),
    }));
    found.push(...missed.map(html => `${page.file}: Tab does not reach ${html}`), ...dim.map(html => `${page.file}: focus can't be seen on ${html}`));
  });
  none(found, 'faults');
  counted(t, count, 'controls reached');
});

/** Runs in the page: marks everything that Tab should reach, one of each group of radio buttons. */
function tabStops() {
  const groups = new Set();
  const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, audio[controls], video[controls], [tabindex="0"]')]
    .filter(it => !it.disabled && it.type !== 'hidden' && it.checkVisibility())
    .filter(it => it.type !== 'radio' || (!groups.has(it.name) && groups.add(it.name)));
  stops.forEach(it => it.setAttribute('data-stop', it.type === 'radio' ? it.name : ''));
  return stops.length;
}

/** Runs in the page: takes the mark off what has the focus, notes where that can't be seen, and counts what is left. */
function arrived() {
  const it = document.activeElement;
  const stop = it.type === 'radio' ? [...document.querySelectorAll('[data-stop]')].find(other => other.dataset.stop === it.name) : it;
  stop?.removeAttribute('data-stop');
  const ring = it => it && ((getComputedStyle(it).outlineStyle !== 'none' && parseFloat(getComputedStyle(it).outlineWidth) >= 1) || getComputedStyle(it).boxShadow !== 'none');
  // A player draws its own ring inside.
  if (!it.matches('body, audio, video') && !ring(it) && !ring(it.closest('label'))) it.setAttribute('data-dim', '');
  return document.querySelectorAll('[data-stop]').length;
}

test('the folder works from a memory stick', async t => {
  const look = () => ['html', 'body', 'h1', 'a', 'p'].map(name => {
    const { color, backgroundColor, fontFamily, fontSize, margin, maxWidth } = getComputedStyle(document.querySelector(name));
    return [name, color, backgroundColor, fontFamily, fontSize, margin, maxWidth];
  });
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: DESK });
  const [stick, served] = [await context.newPage(), await context.newPage()];
  const said = [];
  // Chromium lets no page from file:// read captions, whatever the page does; everything else must load.
  const captions = words => /\.vtt\b/.test(words);
  stick.on('console', message => ['error', 'warning'].includes(message.type()) && !captions(message.text()) && said.push(`${stick.url()}: ${message.text()}`));
  stick.on('requestfailed', request => request.resourceType() === 'media' || captions(request.url()) || said.push(`${request.failure()?.errorText} ${request.url()}`));
  stick.on('request', request => request.url().startsWith('file:') || said.push(`asks for ${request.url()}`));
  const list = sample();
  for (const page of list) {
    await stick.goto(pathToFileURL(path.join(dist, page.file)).href);
    await served.goto(host.address(page.file));
    assert.deepEqual(await stick.evaluate(look), await served.evaluate(look), `${page.file} looks another way from file://`);
    const pictures = await stick.evaluate(() => Promise.all([...document.images].map(it => ((it.loading = 'eager'), it.decode().then(() => null, () => it.src)))));
    none(pictures.filter(Boolean), 'pictures that do not show');
  }
  // A walk: in at the front door, a language, the first page, two pages on, and over to the other language.
  const edition = editions[0];
  const [first, second] = edition.manifest.languages;
  const order = edition.manifest.page_order.filter(id => id !== 'home' && edition.manifest.pages[id].files[first.code]);
  const at = file => assert.equal(stick.url(), pathToFileURL(path.join(dist, file)).href);
  await stick.goto(pathToFileURL(path.join(dist, edition.name, 'index.html')).href);
  await stick.click(`a[hreflang="${first.tag}"]`);
  at(fileOf(edition, first.code, 'home'));
  await stick.click(`main a[href^="${order[0]}/"]`);
  for (const id of order.slice(0, 3)) {
    at(fileOf(edition, first.code, id));
    await stick.click('a[rel=next]');
  }
  at(fileOf(edition, first.code, order[3]));
  await stick.click(`a[hreflang="${second.tag}"]`);
  at(fileOf(edition, second.code, order[3]));
  none(said, 'complaints');
  counted(t, list.length, 'pages from file://');
  await context.close();
});
