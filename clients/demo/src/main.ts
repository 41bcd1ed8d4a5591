/** The app: a bundle that is installed, a page that is shown, and a look for something newer. */

import type { Bundle, Mapped } from '../../ts/src/index.js';
import { SavedAnswers } from './answers.js';
import { blocks, footnotes } from './blocks.js';
import { h } from './dom.js';
import { isRefused, Library } from './library.js';
import { address, type Reading } from './reading.js';
import { saveAll } from './saving.js';
import { wordsFor, type Words } from './words.js';

const app = document.body.appendChild(h('div', { class: 'app' }));
const notices = h('div', { role: 'status' });
let media: string[] = [];

async function start(): Promise<void> {
  const first = wordsFor(navigator.language);
  const library = await Library.open();
  const answers = await SavedAnswers.open();
  let bundle = await library.installed().catch(() => undefined);
  if (!bundle) {
    app.replaceChildren(h('main', {}, h('h1', {}, first.title), h('p', { role: 'status' }, first.installing)));
    await library.refresh();
    bundle = (await library.installed())!;
  } else {
    void renew(library, bundle);
  }
  await keepApp();
  const open = bundle;
  const mapped = await answers.under(open.manifest);
  addEventListener('hashchange', () => void show(open, answers, mapped));
  await show(open, answers, mapped);
}

/** Looks for a newer bundle. The reader goes on reading what is there, and is told. */
async function renew(library: Library, bundle: Bundle): Promise<void> {
  const words = wordsOf(bundle);
  try {
    const { from, to } = await library.refresh();
    if (from === to) return;
    const reload = () => {
      saveAll();
      location.reload();
    };
    notices.replaceChildren(h('div', { class: 'notice' }, h('p', {}, words.updated(to)), h('button', { type: 'button', click: reload }, words.show)));
  } catch (error) {
    // Without a network there is nothing to tell; a bundle that is refused is another matter.
    if (isRefused(error)) notices.replaceChildren(h('div', { class: 'notice' }, h('p', {}, words.refused)));
  }
}

/** Keeps the app's own files, so that the next visit needs no network. */
async function keepApp(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('worker.js');
  const loaded = performance.getEntriesByType('resource').map(entry => entry.name);
  const own = loaded.filter(name => name.startsWith(new URL('.', location.href).href) && !/\/(blobs|bundle)\/|manifest\.json/.test(name));
  const cache = await caches.open('app');
  await cache.addAll([...new Set([new URL('.', location.href).href, ...own])]).catch(() => undefined);
}

/** The language and page that the address names; where it names none, the reader's own language and all the weeks. */
function where(bundle: Bundle): { language: string; page: string | undefined; anchor: string | undefined } {
  const [, language, page, anchor] = decodeURIComponent(location.hash).split('/');
  const codes = bundle.manifest.languages;
  const known = codes.find(row => row.code === language) ?? codes.find(row => row.tag === navigator.language.slice(0, 2)) ?? codes[0]!;
  return { language: known.code, page: page || undefined, anchor };
}

function wordsOf(bundle: Bundle): Words {
  const { language } = where(bundle);
  return wordsFor(bundle.manifest.languages.find(row => row.code === language)!.tag);
}

async function show(bundle: Bundle, answers: SavedAnswers, mapped: Mapped): Promise<void> {
  saveAll();
  const { language, page, anchor } = where(bundle);
  const words = wordsOf(bundle);
  document.documentElement.lang = bundle.manifest.languages.find(row => row.code === language)!.tag;
  const shown: string[] = [];
  const main = h('main', { id: 'main' }, page === undefined
    ? await contents(bundle, language, words, mapped)
    : await pageOf(bundle, answers, language, words, page, shown));
  app.replaceChildren(head(bundle, language, words, page), notices, main);
  // What was shown before is gone now, and its media with it.
  media.forEach(url => URL.revokeObjectURL(url));
  media = shown;
  document.title = `${main.querySelector('h1')?.textContent ?? words.title} – ${bundle.manifest.programme.title[language] ?? ''}`;
  const target = (anchor !== undefined && document.getElementById(anchor)) || main.querySelector('h1');
  target?.focus();
  target?.scrollIntoView({ block: 'start' });
}

function head(bundle: Bundle, language: string, words: Words, page: string | undefined): Node {
  const skip = (event: Event) => {
    event.preventDefault();
    document.querySelector<HTMLElement>('main h1')?.focus();
  };
  const others = bundle.manifest.languages.filter(row => row.code !== language);
  const names = new Intl.DisplayNames(others.map(row => row.tag), { type: 'language' });
  return h('header', {},
    h('a', { class: 'skip', href: '#main', click: skip }, words.skip),
    h('a', { href: address(language) }, words.home),
    bundle.manifest.pages.crisis && h('a', { class: 'crisis', href: address(language, 'crisis') }, words.urgent),
    h('span', { class: 'spring' }),
    others.map(row => h('a', { href: address(row.code, page), lang: row.tag, hreflang: row.tag }, names.of(row.tag) ?? row.tag)));
}

/** Every week with its pages, and what is always at hand. */
async function contents(bundle: Bundle, language: string, words: Words, mapped: Mapped): Promise<Node[]> {
  const { manifest } = bundle;
  const titled = async (ids: string[]): Promise<HTMLElement> => {
    const rows = await Promise.all(ids.map(async id => {
      const found = await bundle.page(id, language).catch(() => undefined);
      return found && h('li', {}, h('a', { href: address(language, id), lang: found.fallback ? found.page.tag : null }, found.page.title));
    }));
    return h('ul', { class: 'plain' }, rows);
  };
  const units = await Promise.all(manifest.units.map(async unit => {
    const meta = [unit.minutes > 0 && words.minutes(unit.minutes), unit.tasks.length > 0 && words.tasks(unit.tasks.length)];
    return h('section', {}, h('h2', {}, words.unit(unit.number)), h('p', { class: 'meta' }, meta.filter(Boolean).join(' · ')), await titled(unit.pages));
  }));
  const listed = new Set([...manifest.units.flatMap(unit => unit.pages), ...manifest.always_available, 'home']);
  const rest = manifest.page_order.filter(id => !listed.has(id));
  const countries = new Intl.DisplayNames(document.documentElement.lang, { type: 'region' });
  const numbers = Object.entries(manifest.emergency).flatMap(([country, rows]) => rows.map(({ number, for: occasion }) => h('li', {},
    h('a', { href: `tel:${number.replace(/\s/g, '')}` },
      `${words.call} ${number} (${countries.of(country.toUpperCase())}): ${occasion[language] ?? Object.values(occasion)[0] ?? ''}`))));
  return [
    h('h1', { tabindex: -1 }, manifest.programme.title[language] ?? manifest.programme.id),
    ...(await welcome(bundle, language, words)),
    ...units,
    h('h2', {}, words.atHand), await titled(manifest.always_available), h('ul', { class: 'plain' }, numbers),
    ...(rest.length > 0 ? [h('h2', {}, words.more), await titled(rest)] : []),
    ...kept(words, mapped),
    h('p', { class: 'meta' }, `${manifest.programme.version}`),
  ];
}

/** The programme's own first page. */
async function welcome(bundle: Bundle, language: string, words: Words): Promise<Node[]> {
  const found = await bundle.page('home', language).catch(() => undefined);
  return found ? [h('p', { class: 'meta', lang: found.page.tag }, found.page.summary ?? ''), h('p', {}, h('a', { href: address(language, 'home') }, found.page.title))] : [];
}

/** Answers that no task of this version asks for. They are the reader's, and stay. */
function kept(words: Words, { aside }: Mapped): Node[] {
  const rows = Object.values(aside).map(answer => h('li', {}, typeof answer === 'string' ? answer : JSON.stringify(answer)));
  return rows.length === 0 ? [] : [h('h2', {}, words.aside), h('p', {}, words.asideMore), h('ul', {}, rows)];
}

async function pageOf(bundle: Bundle, answers: SavedAnswers, language: string, words: Words, id: string, media: string[]): Promise<Node[]> {
  const found = await bundle.page(id, language).catch(() => undefined);
  if (!found) return [h('h1', { tabindex: -1 }, words.title), h('p', {}, words.absent)];
  const { page, fallback } = found;
  const reading: Reading = { bundle, language, words, answers, page, media };
  const unit = bundle.manifest.pages[id]?.unit;
  const meta = [unit !== undefined && words.unit(unit), page.minutes !== undefined && words.minutes(page.minutes)].filter(Boolean).join(' · ');
  const content = h('div', { lang: page.tag }, h('h1', { tabindex: -1 }, page.title), meta && h('p', { class: 'meta' }, meta), blocks(reading, page.blocks), footnotes(reading));
  return [fallback ? h('p', { class: 'notice' }, words.otherLanguage) : null, content].filter(node => node !== null);
}

start().catch(() => {
  const words = wordsFor(navigator.language);
  const retry = h('button', { type: 'button', click: () => location.reload() }, words.retry);
  app.replaceChildren(h('main', {}, h('h1', {}, words.title), h('p', { role: 'alert' }, words.failed), retry));
});
