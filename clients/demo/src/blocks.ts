/** The typed blocks of a page to elements. A native app does the same with its own views: nothing here reads HTML. */

import type { Block, Run } from '../../ts/src/index.js';
import { breathing } from './breathing.js';
import { h } from './dom.js';
import { address, type Reading } from './reading.js';
import { task } from './task.js';

export function blocks(reading: Reading, list: Block[]): Node[] {
  return list.map(block => element(reading, block));
}

function element(reading: Reading, block: Block): Node {
  const { words, bundle, language } = reading;
  const inner = (list: Block[]) => blocks(reading, list);
  switch (block.type) {
    case 'paragraph':
      return h('p', {}, runs(reading, block.text));
    case 'heading':
      return h(`h${Math.min(Math.max(block.level, 2), 4)}` as 'h2', { id: block.id, tabindex: -1 }, runs(reading, block.text));
    case 'list': {
      const items = block.items.map((item, at) => h('li', {}, block.checked?.[at] ? '✓ ' : null, inner(item)));
      return block.ordered ? h('ol', { start: block.start }, items) : h('ul', {}, items);
    }
    case 'table': {
      const cells = (row: Run[][], name: 'th' | 'td') => h('tr', {}, row.map(cell => h(name, name === 'th' ? { scope: 'col' } : {}, runs(reading, cell))));
      const table = h('table', {}, h('thead', {}, cells(block.head, 'th')), h('tbody', {}, block.rows.map(row => cells(row, 'td'))));
      return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': block.head.map(plain).join(', ') }, table);
    }
    case 'quote':
      return h('blockquote', {}, inner(block.blocks));
    case 'code':
      return h('pre', {}, h('code', {}, block.text));
    case 'rule':
      return h('hr');
    case 'callout':
      return h('div', { class: `callout ${block.tone}`, role: 'note' }, h('strong', {}, words.tones[block.tone]), inner(block.blocks));
    case 'image':
      return h('p', {}, media(reading, h('img', { alt: block.alt, width: block.width, height: block.height }), block.file));
    case 'audio':
      return h('div', {}, media(reading, h('audio', { controls: true, preload: 'none' }), block.file), transcript(reading, block.transcript));
    case 'video': {
      const video = h('video', { controls: true, preload: 'none' });
      for (const { tag, file } of block.captions) video.append(media(reading, h('track', { kind: 'captions', srclang: tag, label: tag }), file));
      if (block.poster !== undefined) void source(reading, block.poster).then(url => (video.poster = url));
      return h('div', {}, media(reading, video, block.file), transcript(reading, block.transcript));
    }
    case 'exercise':
      return pageLink(reading, block.page);
    case 'instrument':
      return h('p', {}, words.questionnaire(bundle.manifest.instruments[block.instrument]?.name ?? block.instrument));
    case 'breathing':
      return breathing(reading, block);
    case 'body':
      return h('section', {}, h('h2', { id: block.id }, block.title), inner(block.blocks), steps(reading, block.steps));
    case 'task':
      return task(reading, block);
    case 'phase':
      return h('section', {}, h('h2', {}, block.title), block.minutes !== undefined && h('p', { class: 'meta' }, words.minutes(block.minutes)), inner(block.blocks));
    case 'checklist':
      return h('section', {}, h('h2', {}, block.title), inner(block.blocks), h('ul', {}, block.items.map(item => h('li', {}, inner(item)))));
    case 'criteria': {
      const title = block.title || (block.of === 'inclusion' ? words.inclusion : words.exclusion);
      return h('section', {}, h('h2', {}, title), inner(block.blocks), h('ul', {}, block.items.map(item => h('li', {}, inner(item)))));
    }
    default: {
      // A type that came later: its words are in the page's plain text, which the bundle has for this.
      return h('div', { class: 'callout', lang: language }, reading.page.text);
    }
  }
}

/** Steps in their order. */
export function steps(reading: Reading, list: Block[][]): Node {
  return h('ol', {}, list.map(step => h('li', {}, blocks(reading, step))));
}

export function runs(reading: Reading, list: Run[]): Node[] {
  return list.map(run => {
    if (run.break) return h('br');
    if (run.footnote !== undefined) {
      const id = `note-${run.footnote}`;
      return h('sup', {}, h('a', { href: `#${id}`, id: `${id}-from`, click: jump(id) }, run.footnote));
    }
    let node: Node = run.code === undefined ? document.createTextNode(run.text ?? '') : h('code', {}, run.code);
    for (const mark of run.marks ?? []) {
      const name = ({ emphasis: 'em', strong: 'strong', strike: 's' } as const)[mark as 'emphasis'];
      if (name) node = h(name, {}, node);
    }
    if (run.lang !== undefined) node = h('span', { lang: run.lang }, node);
    return run.link ? link(reading, run, node) : node;
  });
}

function link(reading: Reading, { link }: Run, words: Node): Node {
  if (link?.url !== undefined && /^(https?|mailto|tel):/i.test(link.url)) {
    return h('a', { href: link.url, rel: 'noreferrer' }, words);
  }
  if (link?.file !== undefined) {
    const download = h('a', { href: '#', download: true }, words);
    void source(reading, link.file).then(url => (download.href = url));
    return download;
  }
  if (link?.page !== undefined) return h('a', { href: address(reading.language, link.page, link.task ?? link.anchor) }, words);
  return words;
}

/** A page by its title in the reader's language. */
function pageLink(reading: Reading, id: string): Node {
  const anchor = h('a', { href: address(reading.language, id) }, id);
  void reading.bundle.page(id, reading.language).then(({ page }) => (anchor.textContent = page.title), () => undefined);
  return h('p', {}, anchor);
}

/** The page's footnotes, each with its way back. */
export function footnotes(reading: Reading): Node | null {
  const notes = Object.entries(reading.page.footnotes);
  if (notes.length === 0) return null;
  const items = notes.map(([label, list]) => {
    const id = `note-${label}`;
    const back = h('a', { href: `#${id}-from`, 'aria-label': reading.words.back, click: jump(`${id}-from`) }, '↩');
    return h('li', { id, tabindex: -1 }, blocks(reading, list), back);
  });
  return h('section', {}, h('h2', {}, reading.words.footnotes), h('ol', {}, items));
}

/** Moves to an element on this page; addresses are the router's. */
function jump(id: string): (event: Event) => void {
  return event => {
    event.preventDefault();
    const target = document.getElementById(id);
    target?.scrollIntoView();
    target?.focus();
  };
}

function transcript(reading: Reading, list: Block[]): Node | null {
  return list.length === 0 ? null : h('details', {}, h('summary', {}, reading.words.transcript), blocks(reading, list));
}

function media<T extends HTMLImageElement | HTMLMediaElement | HTMLTrackElement>(reading: Reading, element: T, file: string): T {
  void source(reading, file).then(url => (element.src = url), () => undefined);
  return element;
}

/** An address for a file of the bundle, as long as its page is shown. */
async function source(reading: Reading, file: string): Promise<string> {
  const bytes = await reading.bundle.file(file);
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: reading.bundle.mediaType(file) }));
  reading.media.push(url);
  return url;
}

function plain(list: Run[]): string {
  return list.map(run => run.text ?? run.code ?? '').join('');
}
