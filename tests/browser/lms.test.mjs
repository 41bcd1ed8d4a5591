// The course in real platforms: SCORM 1.2 in the player of Open edX (PyPI's openedx-scorm-xblock), and cmi5 launched by a strict host
// that hands every statement on to a real record store (PyPI's ralph-malph).

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import * as cmi5 from '../lms/cmi5.mjs';
import { learner } from '../lms/learner.mjs';
import { unpacked } from '../lms/scorm.mjs';
import { launched } from './browser.mjs';
import { counted, none, root, run, target } from './product.mjs';

const python = name => path.join(target, `${name}-venv/bin/python`);
const dist = fs.mkdtempSync(path.join(target, 'lms-'));
process.on('exit', () => fs.rmSync(dist, { recursive: true, force: true }));
run('build', '--quiet', '--out', dist, '--edition', 'course', '--only', 'course');
const [version] = fs.readdirSync(path.join(dist, 'course')).filter(name => /^\d/.test(name));
const zip = (language, standard) => path.join(dist, 'course', version, 'lms', `antistress-terapeut-${version}-${language}.${standard}.zip`);
let browser;

before(async () => { browser = await launched(); });
after(async () => { await browser?.close(); });

/** Open edX's block with a package in it. */
async function openedx(package_) {
  const lms = spawn(python('openedx'), [path.join(root, 'tests/lms/openedx.py'), package_], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [, address] = await new Promise((ready, failed) => {
    createInterface({ input: lms.stdout }).on('line', line => ready(line.split(' ')));
    lms.on('exit', code => failed(new Error(`the block ended with ${code}`)));
  });
  const state = async () => (await fetch(`${address}state`)).json();
  return { address, state, close: () => lms.stdin.end() };
}

/** Waits until the block has heard of something; it is told after the page has gone on. */
async function heard(lms, holds, what) {
  for (let tries = 0; tries < 200; tries += 1) {
    const state = await lms.state();
    if (holds(state)) return state;
    await new Promise(soon => { setTimeout(soon, 50); });
  }
  return assert.fail(`the block never heard: ${what}: ${JSON.stringify(await lms.state()).slice(0, 600)}`);
}

for (const language of ['no', 'sv']) {
  test(`Open edX plays it in ${language}: start, suspend, resume, fail, pass`, async () => {
    const lms = await openedx(zip(language, 'scorm12'));
    const first = await learner(browser, lms.address);
    const { modules } = await first.course();
    for (const module of modules) await first.take(module.id, false);
    await heard(lms, state => state.scorm_data['cmi.core.lesson_status'] === 'failed', 'failed');
    await first.open('m4');
    await heard(lms, state => /^m4/.test(state.scorm_data['cmi.core.lesson_location']), 'where the learner is');
    await first.leave();
    await first.context.close();

    const second = await learner(browser, lms.address);
    assert.match(second.page().url(), /\/m4\/index\.html/);
    assert.ok((await second.judged()).modules.every(module => module.done), 'everything that was done is there');
    for (const module of modules) await second.again(module.id, true);
    const is = (state, status, score) => state.scorm_data['cmi.core.lesson_status'] === status && Number(state.scorm_data['cmi.core.score.raw']) === score;
    const state = await heard(lms, state => is(state, 'passed', 100), 'passed with everything right');
    assert.ok(state.scorm_data['cmi.suspend_data'].length < 4096);
    await second.open('m2');
    await second.shut();
    await heard(lms, state => state.scorm_data['cmi.core.lesson_location'] === 'm2', 'where the learner was when the window closed');
    none([...first.broken, ...second.broken], 'faults on the pages');
    await second.context.close();
    lms.close();
  });
}

for (const language of ['no', 'sv']) {
  test(`cmi5 in ${language}: statements that a record store takes, in the right order, over three sessions`, async t => {
    const store = await cmi5.ralph(python('ralph'));
    const lms = await cmi5.host({ folder: unpacked(zip(language, 'cmi5')), ralph: store });
    const { url, registration } = lms.launch();
    const first = await learner(browser, url);
    const { modules } = await first.course();
    for (const module of modules.slice(0, 3)) await first.take(module.id, true);
    await first.open('m3');
    await first.leave();
    await first.context.close();

    const second = await learner(browser, lms.launch(0, { registration }).url);
    assert.match(second.page().url(), /\/m3\/index\.html/);
    assert.ok((await second.judged()).modules.slice(0, 3).every(module => module.done), 'what was done is there');
    for (const module of modules.slice(3)) await second.take(module.id, false);
    await second.leave();
    await second.context.close();

    const third = await learner(browser, lms.launch(0, { registration }).url);
    for (const module of modules.slice(3)) await third.again(module.id, true);
    await third.leave();
    await third.context.close();

    none(lms.violations, 'violations of cmi5');
    const verbs = lms.statements().map(statement => statement.verb.id.split('/').at(-1));
    const told = verbs.filter(verb => verb !== 'answered');
    assert.deepEqual(told, ['initialized', 'terminated', 'initialized', 'completed', 'failed', 'terminated', 'initialized', 'passed', 'terminated']);
    const questions = rows => rows.flatMap(module => module.checks.flatMap(check => check.questions)).length;
    assert.equal(verbs.length - told.length, questions(modules) + questions(modules.slice(3)));
    assert.equal((await store.statements()).length, verbs.length, 'all of them are in the record store');
    counted(t, verbs.length, 'statements');
    await lms.close();
    await store.close();
  });
}

test('a record store that is gone for a while is told everything when it is back; a window that closes says so', async () => {
  const store = await cmi5.ralph(python('ralph'));
  const lms = await cmi5.host({ folder: unpacked(zip('no', 'cmi5')), ralph: store });
  const { url, registration } = lms.launch();
  const first = await learner(browser, url);
  await first.take('m1', true);
  await lms.stop();
  await first.take('m2', true);
  await first.window().locator('[data-trouble]:not([hidden])').waitFor();
  await lms.start();
  await first.take('m3', true);
  await first.window().locator('[data-trouble]').waitFor({ state: 'hidden', timeout: 20_000 });
  // Closed in the very moment something was done: that goes first, and the LMS finds the session abandoned.
  await first.take('m4', true);
  await first.shut();
  await new Promise(soon => { setTimeout(soon, 1_000); });
  const second = await learner(browser, lms.launch(0, { registration }).url);
  const kept = (await second.judged()).modules.slice(0, 4).map(module => module.checks[0].passed);
  assert.deepEqual(kept, [true, true, true, true]);
  // Closed later, the session ends as it should.
  await second.tab.waitForTimeout(1_000);
  await second.shut();
  const last = () => lms.statements().at(-1).verb.id.split('/').at(-1);
  for (let tries = 0; tries < 60 && last() !== 'terminated'; tries += 1) await new Promise(soon => { setTimeout(soon, 50); });
  assert.equal(last(), 'terminated');
  none(lms.violations, 'violations of cmi5');
  await lms.close();
  await store.close();
});
