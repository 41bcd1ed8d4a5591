// What a first visit costs: bytes, counted, and Lighthouse on three kinds of page with the phone and the line that it assumes. The
// programme is the repository's own, approved by everyone it asks, as it will be when a clinic publishes it.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import zlib from 'node:zlib';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { executablePath, FLAGS } from './browser.mjs';
import { copied, counted, files, none, run } from './product.mjs';
import { serve } from './server.mjs';

/** Bytes after gzip. */
const MOST = { page: 60_000, scripts: 25_000 };
const LANGUAGE = 'no';

const dist = fs.mkdtempSync(path.join(os.tmpdir(), 'andrum-load-'));
process.on('exit', () => fs.rmSync(dist, { recursive: true, force: true }));
const folder = copied();
run('approve', '--quiet', '--all', '--role', 'clinical', '--by', 'Test', '--root', folder);
run('build', '--quiet', '--root', folder, '--out', dist, '--edition', 'patient');
fs.rmSync(folder, { recursive: true, force: true });
const { version } = JSON.parse(fs.readFileSync(path.join(dist, 'patient/versions.json'), 'utf8')).versions[0];
const place = path.join(dist, 'patient', version);
const { pages } = JSON.parse(fs.readFileSync(path.join(place, 'bundle/manifest.json'), 'utf8'));
const edition = { name: 'patient', headers: JSON.parse(fs.readFileSync(path.join(place, 'headers.json'), 'utf8')) };
let host;

before(async () => {
  host = await serve(dist, [edition]);
});

after(() => host?.close());

const sizes = new Map();

/** A file's bytes as a host sends them. */
function gzipped(file) {
  if (!sizes.has(file)) sizes.set(file, zlib.gzipSync(fs.readFileSync(file), { level: 9 }).length);
  return sizes.get(file);
}

/** What a page is made of before its pictures: the file, its style sheets and scripts. */
function weight(page) {
  const html = fs.readFileSync(page, 'utf8');
  const beside = pattern => [...html.matchAll(pattern)].map(match => path.resolve(path.dirname(page), match[1]));
  const styles = beside(/<link[^>]*href="?([^" >]+\.css)/g);
  const scripts = beside(/<script[^>]*src="?([^" >]+\.js)/g);
  const sum = list => list.reduce((sum, file) => sum + gzipped(file), 0);
  return { page: gzipped(page) + sum(styles) + sum(scripts), scripts: sum(scripts), parts: [styles.length, scripts.length] };
}

test('a first visit to a page of the programme is light', t => {
  const list = files(place).filter(file => /^\w+\/.+\/index\.html$/.test(file));
  const weights = list.map(file => ({ file, ...weight(path.join(place, file)) }));
  none(weights.filter(({ parts: [styles, scripts] }) => styles < 1 || scripts < 2).map(row => row.file), 'pages whose parts were not found');
  for (const [what, most] of Object.entries(MOST)) {
    none(weights.filter(row => row[what] > most).map(row => `${row.file}: ${row[what]} bytes`), `pages above ${most} bytes (${what})`);
    const heaviest = weights.reduce((one, other) => (other[what] > one[what] ? other : one));
    t.diagnostic(`${heaviest[what]} bytes of ${most} (${what}), the most: ${heaviest.file}`);
  }
  counted(t, list.length, 'pages');
});

/** A page of each kind that Lighthouse judges. */
const KINDS = {
  'the start page': `${LANGUAGE}/index.html`,
  'a page of a week': ofKind('theme'),
  'an exercise': ofKind('exercise'),
};

/** The heaviest page of a kind. */
function ofKind(kind) {
  const list = Object.keys(pages).filter(id => pages[id].kind === kind).map(id => `${LANGUAGE}/${id}/index.html`);
  assert.ok(list.length > 0, `there is no page of the kind ${kind}`);
  return list.reduce((one, other) => (weight(path.join(place, other)).page > weight(path.join(place, one)).page ? other : one));
}

/** What each must reach of a hundred. */
const LEAST = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 };
/** The largest thing on the page is painted within so many milliseconds. */
const LATEST = 1_500;
/** Nothing moves once it is there. */
const MOVED = 0.01;

async function judged(address) {
  const chrome = await launch({ chromePath: executablePath, chromeFlags: ['--headless=new', ...FLAGS] });
  try {
    const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: 'error', onlyCategories: Object.keys(LEAST), output: 'json' });
    assert.equal(lhr.runtimeError, undefined, JSON.stringify(lhr.runtimeError));
    return lhr;
  } finally {
    await chrome.kill();
  }
}

/** What else the machine does makes a page slower and never faster, so the best of so many visits counts. */
const VISITS = 3;

/** What Lighthouse saw of a page, and what of it is wrong. */
function faults({ categories, audits }) {
  const score = name => Math.round(categories[name].score * 100);
  const failed = name => categories[name].auditRefs.map(({ id }) => audits[id]).filter(audit => audit.score !== null && audit.score < 1);
  const largest = Math.round(audits['largest-contentful-paint'].numericValue);
  const moved = audits['cumulative-layout-shift'].numericValue;
  return {
    seen: `${Object.keys(LEAST).map(name => `${name} ${score(name)}`).join(', ')}; largest paint ${largest} ms, ${audits['total-byte-weight'].displayValue}`,
    found: [
      ...Object.keys(LEAST).filter(name => score(name) < LEAST[name]).map(name =>
        `${name} ${score(name)}: ${failed(name).map(audit => `${audit.id} ${audit.displayValue ?? ''}`).join(', ')}`),
      largest > LATEST && `the largest paint is at ${largest} ms`,
      moved > MOVED && `what is there moves: ${moved}`,
    ].filter(Boolean),
  };
}

for (const [kind, file] of Object.entries(KINDS)) {
  test(`Lighthouse is content with ${kind}`, async t => {
    let found;
    for (let visit = 0; visit < VISITS && found?.length !== 0; visit += 1) {
      const report = await judged(host.address(`patient/${version}/${file}`));
      const asked = report.audits['network-requests'].details.items.map(item => item.url);
      none(asked.filter(url => !url.startsWith(`${host.origin}/`) && !url.startsWith('data:')), 'requests to other hosts');
      counted(t, asked.length, 'requests');
      const verdict = faults(report);
      t.diagnostic(verdict.seen);
      ({ found } = verdict);
    }
    none(found, `faults of ${file}`);
  });
}
