// How the site looks where a style sheet alone can break it: lines of a length that can be read, letters that come late and move
// nothing, the reader's own place on the way, and paper.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launched } from './browser.mjs';
import { build, counted, none } from './product.mjs';
import { serve } from './server.mjs';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };
const { dist, editions } = build();
const edition = editions.find(edition => edition.name === 'patient');
const { manifest, version } = edition;
const languages = manifest.languages.map(language => language.code);
const themes = manifest.page_order.filter(id => manifest.pages[id].kind === 'theme');
let browser, host;

before(async () => {
  browser = await launched();
  host = await serve(dist, editions);
});

after(async () => {
  await browser?.close();
  host?.close();
});

const address = (code, id) => host.address(`${edition.name}/${version}/${code}/${id ? `${id}/` : ''}index.html`);

/** A tab of its own, and what it complained of. */
async function opened(options, work) {
  const context = await browser.newContext({ serviceWorkers: 'block', ...options });
  const tab = await context.newPage();
  const said = [];
  tab.on('pageerror', error => said.push(error.message));
  await work(tab);
  none(said, 'errors');
  await context.close();
}

/** Runs in the page: how many letters stand on each full line of the running text. */
function letters() {
  const lines = [];
  for (const paragraph of document.querySelectorAll('.text > p:not([class])')) {
    const range = document.createRange();
    const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const rows = [];
    let top = -Infinity;
    for (let text = walk.nextNode(); text; text = walk.nextNode()) {
      for (let at = 0; at < text.length; at += 1) {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const box = range.getBoundingClientRect();
        if (!box.width) continue;
        if (box.top > top + 8) {
          rows.push(0);
          top = box.top;
        }
        rows[rows.length - 1] += 1;
      }
    }
    lines.push(...rows.slice(0, -1));
  }
  return lines;
}

test('on a desk a line holds about sixty-odd letters', async t => {
  await opened({ viewport: DESK }, async tab => {
    const lines = [];
    for (const code of languages) {
      await tab.goto(address(code, themes[0]));
      await tab.evaluate(() => document.fonts.ready);
      lines.push(...await tab.evaluate(letters));
    }
    const mean = lines.reduce((sum, count) => sum + count, 0) / lines.length;
    assert.ok(mean >= 58 && mean <= 68, `${mean.toFixed(1)} letters a line`);
    assert.ok(Math.max(...lines) <= 72, `${Math.max(...lines)} letters on the longest line`);
    t.diagnostic(`${mean.toFixed(1)} letters a line, ${Math.max(...lines)} on the longest`);
    counted(t, lines.length, 'lines');
  });
});

test('letters that come late move next to nothing', async t => {
  let most = 0;
  for (const viewport of [PHONE, DESK]) {
    for (const [code, id] of [[languages[0], ''], [languages[0], themes[0]], [languages[1], themes[1]]]) {
      await opened({ viewport }, async tab => {
        let late = 0;
        await tab.route('**/*.woff2', async route => {
          late += 1;
          await new Promise(done => setTimeout(done, 600));
          await route.continue();
        });
        await tab.addInitScript(() => {
          window.moved = 0;
          new PerformanceObserver(list => list.getEntries().forEach(shift => (window.moved += shift.value)))
            .observe({ type: 'layout-shift', buffered: true });
        });
        await tab.goto(address(code, id));
        await tab.evaluate(() => document.fonts.ready);
        await tab.waitForTimeout(200);
        assert.ok(late > 0, 'the page asks for its letters');
        assert.ok(await tab.evaluate(() => [...document.fonts].some(font => font.family.includes('Atkinson') && font.status === 'loaded')), 'they came');
        most = Math.max(most, await tab.evaluate(() => window.moved));
      });
    }
  }
  assert.ok(most < 0.05, `layout moved by ${most}`);
  t.diagnostic(`layout moved by ${most.toFixed(4)} at most`);
});

test('the reader says where they are, and the start page shows it open until they say otherwise', async () => {
  await opened({ viewport: PHONE }, async tab => {
    const { unit } = manifest.pages[themes[2]];
    const button = tab.locator('.unit-pages [data-choose]');
    await tab.goto(address(languages[0], themes[2]));
    assert.equal(await button.getAttribute('aria-pressed'), 'false');
    await button.focus();
    await tab.keyboard.press('Enter');
    assert.equal(await button.getAttribute('aria-pressed'), 'true');
    // Another language of the same programme is at the same place.
    await tab.goto(address(languages[1], ''));
    const open = () => tab.evaluate(() => [...document.querySelectorAll('.path details[open]')].map(it => it.closest('.stop').dataset.unit));
    assert.deepEqual(await open(), [String(unit)]);
    const here = tab.locator('.stop-here');
    assert.equal(await here.count(), 1);
    await here.locator('[data-choose]').click();
    assert.equal(await here.count(), 0);
    await tab.reload();
    assert.deepEqual(await open(), []);
  });
});

test('a browser that keeps nothing is offered nothing to keep', async () => {
  await opened({ viewport: PHONE }, async tab => {
    await tab.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } }));
    await tab.goto(address(languages[0], ''));
    assert.equal(await tab.locator('[data-choose]').count(), 0);
    assert.ok(await tab.locator('.stop').count() > 0);
  });
});

test('a link into what is folded opens it', async () => {
  await opened({ viewport: PHONE }, async tab => {
    await tab.goto(address(languages[0], ''));
    const id = await tab.evaluate(() => document.querySelector('.about h2[id]').id);
    await tab.goto(`${address(languages[0], '')}#${id}`);
    await tab.reload();
    assert.ok(await tab.locator(`#${id}`).isVisible());
  });
});

test('paper is light, has its foot on every page, room to write, and nothing folded', async t => {
  await opened({ viewport: DESK, colorScheme: 'dark' }, async tab => {
    let fields = 0;
    for (const id of ['', ...themes]) {
      await tab.goto(address(languages[0], id));
      await tab.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const facts = await tab.evaluate(() => {
        const style = (it, name) => getComputedStyle(it)[name];
        const seen = it => it.getClientRects().length > 0;
        const millimetres = it => (it.getBoundingClientRect().height / 96) * 25.4;
        return {
          ink: style(document.body, 'color'),
          foot: style(document.querySelector('.foot'), 'display'),
          body: style(document.body, 'display'),
          folded: [...document.querySelectorAll('.about > :not(summary), .stop details > ul, .tools ul, figcaption details > p')].filter(it => !seen(it)).length,
          low: [...document.querySelectorAll('.field textarea, .worksheet textarea')].filter(it => seen(it) && millimetres(it) < 18).length,
          fields: document.querySelectorAll('.field textarea, .worksheet textarea').length,
          pressed: [...document.querySelectorAll('button, .languages, .crisis')].filter(seen).length,
        };
      });
      assert.equal(facts.ink, 'rgb(29, 42, 46)', `${id}: ink`);
      assert.equal(`${facts.body} ${facts.foot}`, 'table table-footer-group', `${id}: the foot is repeated`);
      assert.deepEqual([facts.folded, facts.low, facts.pressed], [0, 0, 0], `${id}: folded, too low to write in, only to be pressed`);
      fields += facts.fields;
    }
    counted(t, fields, 'fields with room for a hand');
  });
});
