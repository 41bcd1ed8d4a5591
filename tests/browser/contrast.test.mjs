// The colours of the style sheet, measured: every pair that meets on a page, in every scheme and edition, as WCAG 2.2 computes it.
// Words need 4.5:1 (1.4.3); borders of fields, drawn signs and the ring around what has the focus need 3:1 (1.4.11).

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';

const folder = new URL('../../themes/default/assets/style.css/', import.meta.url);
const css = fs.readdirSync(folder).sort().map(name => fs.readFileSync(new URL(name, folder), 'utf8')).join('').replaceAll(/\/\*.*?\*\//gs, '');

const EDITIONS = ['patient', 'therapist', 'course', 'trainer', 'another'];
const GROUNDS = ['paper', 'soft', 'task', 'field'];
const NOTES = ['caution-soft', 'crisis-soft'];

/** What meets what: words or a drawing, and the grounds that it stands on. */
const PAIRS = [
  ['ink', [...GROUNDS, ...NOTES], 4.5],
  ['muted', GROUNDS, 4.5],
  ['accent', GROUNDS, 4.5],
  ['paper', ['accent'], 4.5],
  ['caution', ['caution-soft'], 4.5],
  ['crisis', ['crisis-soft', 'paper', 'task'], 4.5],
  ['border', [...GROUNDS, ...NOTES], 3],
  // The ring of the focus is drawn in the accent, also around a link in a note.
  ['accent', NOTES, 3],
];

/** The blocks that set variables: where they hold, and what they set. */
function blocks() {
  const found = [];
  const take = (text, where) => {
    for (const [, selectors, body] of text.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      const set = Object.fromEntries([...body.matchAll(/--([\w-]+):\s*([^;]+)/g)].map(([, name, value]) => [name, value.trim()]));
      if (selectors.includes(':root')) found.push({ selectors: selectors.split(',').map(it => it.trim()), set, ...where });
    }
  };
  const media = /@media ([^{]*)\{((?:[^{}]|\{[^{}]*\})*)\}/g;
  take(css.replaceAll(media, ''), {});
  for (const [, query, text] of css.matchAll(media)) take(text, { dark: query.includes('dark'), more: query.includes('more') });
  return found;
}

/** Whether a selector of the root holds for an edition. */
function holds(selector, edition) {
  const not = [...selector.matchAll(/:not\(\[data-edition="(\w+)"\]\)/g)].some(([, name]) => name === edition);
  const named = [...selector.replaceAll(/:not\([^)]*\)/g, '').matchAll(/\[data-edition="(\w+)"\]/g)];
  return !not && named.every(([, name]) => name === edition);
}

/** The colours that a page wears; where two blocks set one, the more particular selector wins, then the later. */
function colours(edition, dark, more) {
  const weight = selector => (selector.match(/\[|:/g) ?? []).length - (selector.match(/:not/g) ?? []).length;
  const set = blocks()
    .filter(block => (!block.dark || dark) && (!block.more || more))
    .map(block => ({ ...block, selectors: block.selectors.filter(selector => holds(selector, edition)) }))
    .filter(block => block.selectors.length > 0)
    .map((block, at) => ({ ...block, at, weight: Math.max(...block.selectors.map(weight)) }))
    .sort((a, b) => a.weight - b.weight || a.at - b.at)
    .reduce((all, block) => ({ ...all, ...block.set }), {});
  const value = name => {
    const inner = set[name]?.match(/^var\(--([\w-]+)\)$/);
    return inner ? value(inner[1]) : set[name];
  };
  return value;
}

function luminance(hex) {
  assert.match(hex ?? '', /^#[0-9A-F]{6}$/i, 'a colour that is not six hexadecimal digits');
  const [red, green, blue] = [1, 3, 5]
    .map(at => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test('the sum is that of WCAG', () => {
  assert.equal(contrast('#000000', '#FFFFFF').toFixed(2), '21.00');
  assert.equal(contrast('#767676', '#FFFFFF').toFixed(2), '4.54');
});

test('editions wear accents of their own, in both schemes', () => {
  for (const dark of [false, true]) {
    const accents = EDITIONS.slice(0, 4).map(edition => colours(edition, dark)('accent'));
    assert.equal(new Set(accents).size, 4, accents.join(' '));
  }
});

test('every pair of colours that meets can be read or seen', t => {
  const faults = [];
  const least = new Map();
  for (const edition of EDITIONS) {
    for (const dark of [false, true]) {
      for (const more of [false, true]) {
        const colour = colours(edition, dark, more);
        for (const [front, grounds, wanted] of PAIRS) {
          for (const ground of grounds) {
            const found = contrast(colour(front), colour(ground));
            const said = `${found.toFixed(2)}:1, ${front} on ${ground} (${edition}, ${dark ? 'dark' : 'light'}${more ? ', more contrast' : ''})`;
            if (found < wanted) faults.push(`${said}, needs ${wanted}:1`);
            if (!(least.get(wanted)?.found <= found)) least.set(wanted, { found, said });
          }
        }
      }
    }
  }
  assert.deepEqual(faults, []);
  for (const [wanted, { said }] of least) t.diagnostic(`least of what needs ${wanted}:1: ${said}`);
});

test('colours are set in one place', () => {
  const rest = css.replaceAll(/--[\w-]+:[^;]+;/g, '');
  const stray = [...rest.matchAll(/#[0-9A-F]{3,8}\b/gi)].map(([colour]) => colour);
  // A film's own ground is dark in both schemes.
  assert.deepEqual(stray.filter(colour => colour !== '#14191B'), []);
});
