// Every page that is built is HTML as the standard has it: html-validate's recommended rules.

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
  const pages = [...editions, internal].flatMap(edition => edition.files.map(file => `${edition.name}/${file}`)).filter(file => file.endsWith('.html'));
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
