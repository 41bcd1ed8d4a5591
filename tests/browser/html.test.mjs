// Every page that is built is HTML as the standard has it, in the eyes of two judges: html-validate's recommended rules, and
// the Nu checker, which the W3C runs, and which reads the style sheets and pictures too.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { HtmlValidate } from 'html-validate/node';
import { build, counted, none } from './product.mjs';

const RULES = {
  // How the page is written, not what it says: templates are minified, pages' own HTML is CommonMark's.
  'doctype-style': 'off',
  'attr-quotes': 'off',
  'void-style': 'off',
  'attribute-boolean-style': 'off',
  // A button in a form submits it when it says nothing else, and minified it says nothing.
  'no-implicit-button-type': 'off',
  // Boxes to tick share the name of their task, as radio buttons do; forms are never sent.
  'form-dup-name': 'off',
  // A title is the page's, its unit's and the programme's; nothing is lost where a tab shows the first of it.
  'long-title': 'off',
  // Content may name a number as it likes; that it stays on one line is the style sheet's work: see site.test.mjs.
  'tel-non-breaking': 'off',
};

const { dist, editions, internal } = build();
const judge = new HtmlValidate({ root: true, extends: ['html-validate:recommended'], rules: RULES });

test('every page is valid HTML', async t => {
  const pages = [...editions, internal].flatMap(edition => [...edition.files, ...edition.course].map(file => `${edition.name}/${file}`)).filter(file => file.endsWith('.html'));
  const faults = [];
  for (const page of pages) {
    const report = await judge.validateFile(path.join(dist, page));
    for (const message of report.results.flatMap(result => result.messages)) {
      faults.push(`${page}:${message.line}:${message.column} ${message.ruleId}: ${message.message}`);
    }
  }
  none(faults, 'faults in HTML');
  counted(t, pages.length, 'pages');
});

test('a page with faults is found out', async t => {
  const page = '<!doctype html><html lang="nb"><head><title>x</title></head><body><p id="a"><div id="a"></div></p><img src="x.png"></body></html>';
  const report = await judge.validateString(page);
  const rules = report.results.flatMap(result => result.messages.map(message => message.ruleId));
  counted(t, ['no-dup-id', 'wcag/h37'].filter(rule => rules.includes(rule)).length, 'kinds of fault found');
  none(['no-dup-id', 'wcag/h37'].filter(rule => !rules.includes(rule)), 'rules that sleep');
});

const NU = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

/** What the Nu checker may say. */
const KNOWN = [
  // It reads files, and 'self' is nobody there: what the policy lets through is seen in a browser, in site.test.mjs.
  /^Resource violates Content Security Policy/,
  // Content's own HTML is written as CommonMark has it.
  /^Trailing slash on void elements/,
  // A field that grows with its words, in CSS Basic User Interface 4, which the checker does not know yet.
  /^CSS: “field-sizing”/,
  // A table that scrolls is a region with the name of the heading before it.
  /^Section lacks heading\..*class=scroll tabindex=0/s,
];

/** Everything that the Nu checker says of the files below a folder. */
function nu(folder) {
  const options = ['--stdout', '--exit-zero-always', '--format', 'json', '--skip-non-html', '--also-check-css', '--also-check-svg'];
  const done = spawnSync('java', ['-jar', NU, ...options, folder], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.error || done.status !== 0) throw new Error(`the Nu checker did not run: ${done.error ?? done.stderr}`);
  return JSON.parse(done.stdout).messages.map(({ url, lastLine, type, message, extract }) =>
    ({ words: `${message} ${extract ?? ''}`, fault: `${url.slice(url.indexOf(folder) + folder.length + 1)}:${lastLine}: ${type}: ${message}: ${extract}` }));
}

test('the Nu checker has nothing to say of any page, style sheet or drawing', t => {
  none(nu(dist).filter(({ words }) => !KNOWN.some(known => known.test(words))).map(({ fault }) => fault), 'faults');
  const judged = [...editions, internal].flatMap(edition => [...edition.files, ...edition.course]).filter(file => /\.(html|css|svg)$/.test(file));
  counted(t, judged.length, 'pages, style sheets and drawings');
});

test('the Nu checker finds out what is wrong', t => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'andrum-nu-'));
  fs.writeFileSync(path.join(folder, 'page.html'), '<!doctype html><html lang=nb><title>x</title><p><section>y</section></html>');
  fs.writeFileSync(path.join(folder, 'style.css'), 'p { colour: red }');
  fs.writeFileSync(path.join(folder, 'drawing.svg'), '<svg xmlns="http://www.w3.org/2000/svg" widht="9"></svg>');
  const found = nu(folder).map(({ fault }) => fault.split(':')[0]);
  fs.rmSync(folder, { recursive: true });
  const wrong = ['page.html', 'style.css', 'drawing.svg'];
  none(wrong.filter(file => !found.includes(file)), 'files whose faults pass');
  counted(t, wrong.length, 'faulty files');
});
