// The course in an LMS: npm's scorm-again plays SCORM 1.2 and 2004 packages of the repository's own course, in both languages.
// A learner starts, stops in the middle, comes back in a new window, fails, passes, meets an LMS that is slow or gone, and a newer
// version; every call to the LMS is one that the standard knows.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { learner as met } from '../lms/learner.mjs';
import { host, unpacked } from '../lms/scorm.mjs';
import { launched } from './browser.mjs';
import { copied, counted, files, none, run, target } from './product.mjs';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LANGUAGES = ['no', 'sv'];
const STANDARDS = ['scorm12', 'scorm2004'];
const dist = fs.mkdtempSync(path.join(target, 'course-'));
process.on('exit', () => fs.rmSync(dist, { recursive: true, force: true }));
run('build', '--quiet', '--out', dist, '--edition', 'course', '--edition', 'trainer', '--only', 'course');
const [version] = fs.readdirSync(path.join(dist, 'course')).filter(name => /^\d/.test(name));
const zip = (language, standard, module) =>
  path.join(dist, 'course', version, 'lms', module ? 'modules' : '', `antistress-terapeut-${version}-${language}${module ? `-${module}` : ''}.${standard}.zip`);
let browser;

before(async () => { browser = await launched(); });
after(async () => { await browser?.close(); });

/** A learner whose LMS is scorm-again: what it was told is judged call by call. */
async function learner(lms, options = {}) {
  const one = await met(browser, lms.address, options);
  return {
    ...one,
    /** Waits until the LMS has what is known now. */
    async saved() {
      for (let tries = 0; tries < 100; tries += 1) {
        const { state, count } = await one.window().evaluate(() => ({ state: andrum.session.state, count: andrum.session.count }));
        if (state === 'open' && lms.kept && Number.parseInt(lms.kept['cmi.suspend_data'].split('|')[1], 36) === count) return;
        await one.tab.waitForTimeout(50);
      }
      assert.fail('the LMS never had it all');
    },
    /** Ends it. Fails where a call was none that the standard knows, or a page was broken; returns how many there were. */
    async close() {
      none([...await one.tab.evaluate(() => window.faults), ...one.broken], 'faults in what the course said to the LMS');
      const calls = await one.tab.evaluate(() => window.calls.length);
      await one.context.close();
      return calls;
    },
  };
}

const status = (lms, standard) => (standard === 'scorm12'
  ? lms.kept['cmi.core.lesson_status']
  : [lms.kept['cmi.completion_status'], lms.kept['cmi.success_status']].join(' '));
const STATUS = {
  scorm12: { begun: 'incomplete', failed: 'failed', passed: 'passed' },
  scorm2004: { begun: 'incomplete unknown', failed: 'completed failed', passed: 'completed passed' },
};
const score = (lms, standard) => Number(lms.kept[standard === 'scorm12' ? 'cmi.core.score.raw' : 'cmi.score.raw']);

for (const standard of STANDARDS) {
  for (const language of LANGUAGES) {
    test(`${standard} in ${language}: start, suspend, resume in a new window, fail, pass, complete`, async t => {
      const lms = await host(standard, unpacked(zip(language, standard)));
      const first = await learner(lms);
      const { modules, pass } = await first.course();
      assert.equal(pass, 80);
      await first.open('m1');
      await first.page().evaluate(() => scrollTo(0, document.body.scrollHeight));
      await first.until(judged => judged.modules[0].read && !judged.modules[0].done);
      await first.take('m1', false);
      await first.saved();
      assert.equal(status(lms, standard), STATUS[standard].begun);
      await first.open('m2');
      await first.page().evaluate(() => document.querySelector('main h2[id]').scrollIntoView());
      // What is chosen and not handed in is kept as well.
      const [question] = modules[1].checks[0].questions;
      await first.page().locator(`[data-question="${question.id}"] input`).first().check();
      await first.leave();
      let calls = await first.close();
      assert.match(lms.kept[standard === 'scorm12' ? 'cmi.core.lesson_location' : 'cmi.location'], /^m2/);
      assert.equal(lms.kept[standard === 'scorm12' ? 'cmi.core.exit' : 'cmi.exit'], 'suspend');

      const second = await learner(lms);
      assert.match(second.page().url(), new RegExp(`/${language}/m2/index\\.html`));
      assert.ok(await second.page().locator(`[data-question="${question.id}"] input`).first().isChecked(), 'the choice is there');
      for (const module of modules.slice(1)) await second.take(module.id, false);
      await second.saved();
      assert.equal(status(lms, standard), STATUS[standard].failed);
      const failed = score(lms, standard);
      assert.ok(failed < pass, `${failed}`);
      calls += await second.close();

      const third = await learner(lms);
      for (const module of modules) {
        await third.again(module.id, true);
      }
      await third.saved();
      assert.equal(status(lms, standard), STATUS[standard].passed);
      assert.equal(score(lms, standard), 100);
      const time = lms.kept[standard === 'scorm12' ? 'cmi.core.session_time' : 'cmi.session_time'];
      assert.match(time, standard === 'scorm12' ? /^00:00:\d\d$/ : /^PT0H0M[1-9]\d*S$/);
      await third.leave();
      calls += await third.close();

      // Each question of each try is there, with the outcome that it tests; the first was wrong and the last is right.
      const of = name => Object.entries(lms.kept).filter(([key]) => new RegExp(`^cmi\\.interactions\\.\\d+\\.${name}$`).test(key)).map(([, value]) => value);
      const questions = modules.flatMap(module => module.checks.flatMap(check => check.questions)).length;
      assert.equal(of('id').length, 2 * questions);
      assert.equal(of('result')[0], standard === 'scorm12' ? 'wrong' : 'incorrect');
      assert.equal(of('result').at(-1), 'correct');
      assert.ok(of('objectives\\.0\\.id').every(id => /^m\d-o\d$/.test(id)));
      const objectives = modules.map((_, at) => lms.kept[`cmi.objectives.${at}.${standard === 'scorm12' ? 'status' : 'success_status'}`]);
      assert.deepEqual(objectives, modules.map(() => 'passed'));
      const size = lms.kept['cmi.suspend_data'].length;
      assert.ok(size < 4096 / 4, `${size} characters`);
      t.diagnostic(`${calls} calls, ${questions} questions, ${size} of 4096 characters`);
      lms.close();
    });
  }
}

test('a window that is closed in the middle has lost nothing, and neither has one whose LMS was gone', async () => {
  const lms = await host('scorm12', unpacked(zip('no', 'scorm12')));
  const first = await learner(lms);
  await first.take('m1', true);
  await first.shut();
  for (let tries = 0; tries < 40 && lms.kept['cmi.suspend_data'].endsWith('|'); tries += 1) await new Promise(soon => { setTimeout(soon, 50); });
  assert.match(lms.kept['cmi.suspend_data'], /,....A[^A]B/, 'the check that was handed in at the last moment is with the LMS');
  await first.context.close();

  const context = await browser.newContext();
  const second = await learner(lms, { context });
  assert.ok((await second.judged()).modules[0].checks[0].passed);
  await second.tab.evaluate(() => { window.behaviour.gone = true; });
  await second.take('m2', true);
  await second.window().locator('[data-trouble]:not([hidden])').waitFor();
  const before = structuredClone(lms.kept);
  await second.shut();
  assert.deepEqual(lms.kept['cmi.suspend_data'], before['cmi.suspend_data'], 'the LMS has heard nothing of it');

  const third = await learner(lms, { context });
  const { modules } = await third.judged();
  assert.ok(modules[0].checks[0].passed && modules[1].checks[0].passed, 'what the LMS had and what the device had are together');
  await third.saved();
  assert.equal(status(lms, 'scorm12'), 'incomplete');
  await third.tab.evaluate(() => { window.behaviour.slow = 30; });
  await third.take('m3', true);
  await third.saved();
  await third.close();
  lms.close();
});

test('a course without an LMS can be read, and says that nothing is recorded', async () => {
  const lms = await host('scorm12', unpacked(zip('sv', 'scorm12')));
  const tab = await browser.newPage();
  await tab.goto(`${lms.address}course/index.html`);
  await tab.locator('[data-trouble]:not([hidden])').waitFor({ timeout: 10_000 });
  assert.match(await tab.locator('[data-trouble]').textContent(), /lärplattform/);
  await tab.frameLocator('iframe').getByRole('link', { name: 'Samtalet på skärm' }).click();
  await tab.frameLocator('iframe').locator('h1', { hasText: 'Samtalet på skärm' }).waitFor();
  // A page that is opened alone says where the course is.
  await tab.goto(`${lms.address}course/sv/m3/index.html`);
  await tab.getByRole('link', { name: 'Öppna kursen' }).waitFor();
  await tab.close();
  lms.close();
});

test('a learner half-way through one version keeps what is unchanged in the next, and is told what is new', async () => {
  const folder = copied();
  const edit = (file, change) => {
    const place = path.join(folder, file);
    const text = fs.readFileSync(place, 'utf8');
    assert.notEqual(change(text), text, file);
    fs.writeFileSync(place, change(text));
  };
  // Two more tries, and no more; the text of module 2 says something else, module 3 asks something else, module 9 is new.
  edit('programme.yaml', text => text.replace('modules: [m1, m2, m3, m4, m5, m6, m7, m8, m9]', 'modules: [m1, m2, m3]').replace('pass: 80', 'pass: 80\n  tries: 2'));
  const made = version => {
    edit('programme.yaml', text => text.replace(/^version: .*/m, `version: ${version}`));
    const out = path.join(dist, `made-${version}`);
    run('build', '--quiet', '--root', folder, '--out', out, '--edition', 'course', '--only', 'course');
    return unpacked(path.join(out, 'course', `${version}-dev`, 'lms', `antistress-terapeut-${version}-dev-no.scorm12.zip`));
  };
  const lms = await host('scorm12', made('1.3.0'));
  const first = await learner(lms);
  for (const id of ['m1', 'm2', 'm3']) await first.take(id, id !== 'm1');
  await first.saved();
  assert.equal(status(lms, 'scorm12'), 'failed');
  await first.leave();
  await first.close();

  edit('programme.yaml', text => text.replace('modules: [m1, m2, m3]', 'modules: [m1, m2, m3, m9]'));
  edit('content/no/course/m2.md', text => text.replace(/\n## /, '\nEn ny setning om kroppen.\n\n## '));
  edit('content/no/course/m3.md', text => text.replace(/^### .*?( \{#m3-q)/m, '### Et helt nytt spørsmål?$1'));
  lms.folder = made('1.4.0');
  const second = await learner(lms);
  const [one, two, three, nine] = (await second.judged()).modules;
  assert.ok(one.read && one.checks[0].tries === 1 && !one.checks[0].passed, 'what is unchanged is as it was');
  assert.ok(two.changed && !two.read && two.checks[0].passed, 'a text that has changed is to be read again; its questions have not');
  assert.ok(three.changed && three.checks[0].tries === 0, 'other questions are asked again');
  assert.ok(nine.isNew && !nine.read, 'a new module is new');
  await second.open('');
  await second.page().locator('[data-course]:not([hidden])').waitFor();
  const told = await second.page().locator('[data-course]').textContent();
  assert.match(told, /oppdatert fra 1\.3\.0-dev til 1\.4\.0-dev/);
  const titles = (await second.course()).modules.map(module => module.title);
  assert.ok(told.includes(titles[1]) && told.includes(titles[2]) && told.includes(titles[3]) && !told.includes(titles[0]), told);
  assert.equal(status(lms, 'scorm12'), 'incomplete');

  // The best of two tries counts, and there is no third.
  await second.again('m1', true);
  assert.equal(await second.page().locator('.task-quiz .acts button').count(), 0);
  assert.match(await second.page().locator('.task-quiz .result').textContent(), /ingen forsøk igjen/);
  await second.again('m2', true);
  for (const id of ['m3', 'm9']) await second.take(id, true);
  await second.saved();
  assert.equal(status(lms, 'scorm12'), 'passed');
  await second.close();
  // Who has passed has passed, also where a newer version asks for more.
  edit('content/no/course/m1.md', text => text.replace(/\n## /, '\nEnda en setning.\n\n## '));
  lms.folder = made('1.5.0');
  const third = await learner(lms);
  await third.saved();
  assert.equal(status(lms, 'scorm12'), 'passed');
  assert.ok((await third.judged()).modules[0].changed);
  await third.close();
  lms.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

test('a second try that is broken off is gone on with, and tells nothing before it is handed in', async () => {
  const lms = await host('scorm12', unpacked(zip('no', 'scorm12', 'm6')));
  const first = await learner(lms);
  await first.take('m6', false);
  await first.page().locator('.task-quiz .acts button').click();
  const [check] = (await first.course()).modules[0].checks;
  const option = reader => reader.page().locator(`[data-question="${check.questions[0].id}"] input`).first();
  await option(first).check();
  await first.leave();
  await first.close();
  const second = await learner(lms);
  await second.open('m6');
  assert.ok(await option(second).isChecked() && await option(second).isEnabled());
  assert.equal(await second.page().locator('.task-quiz .verdict').count(), 0);
  assert.equal((await second.judged()).modules[0].checks[0].tries, 1);
  await second.close();
  lms.close();
});

test('who only looks again is told that nothing is recorded', async () => {
  const lms = await host('scorm2004', unpacked(zip('no', 'scorm2004', 'm6')));
  const first = await learner(lms);
  await first.take('m6', false);
  await first.leave();
  await first.close();
  lms.mode = 'review';
  const before = lms.kept['cmi.suspend_data'];
  const second = await learner(lms);
  assert.match(await second.window().locator('[data-trouble]').textContent(), /gjennomgang/);
  await second.again('m6', true);
  await second.leave().catch(() => {});
  assert.equal(lms.kept['cmi.suspend_data'], before);
  await second.close();
  lms.close();
});

test('a module alone is a package of its own', async () => {
  const lms = await host('scorm2004', unpacked(zip('sv', 'scorm2004', 'm5')));
  const only = await learner(lms);
  const { modules } = await only.course();
  assert.deepEqual(modules.map(module => module.id), ['m5']);
  await only.take('m5', true);
  await only.saved();
  assert.equal(status(lms, 'scorm2004'), 'completed passed');
  await only.leave();
  await only.close();
  lms.close();
});

test('every page of a course meets WCAG 2.2 AA, in light and dark, on a phone and a desk, and leads nowhere that is not there', async t => {
  const lms = await host('scorm12', unpacked(zip('no', 'scorm12')));
  const swedish = await host('scorm12', unpacked(zip('sv', 'scorm12')));
  let judged = 0;
  const faults = [];
  for (const [one, width, colorScheme] of [[lms, 320, 'light'], [swedish, 1280, 'dark']]) {
    const reader = await learner(one, { viewport: { width, height: 800 }, colorScheme });
    const axe = async (frame, name) => {
      await frame.evaluate(AXE);
      const { violations } = await frame.evaluate(() => axe.run(document, { iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
      violations.forEach(fault => fault.nodes.forEach(node => faults.push(`${name}: ${fault.id} ${node.html}`)));
      judged += 1;
    };
    await axe(reader.window(), 'the window');
    await axe(reader.page(), 'where it begins');
    const wide = async name => {
      const over = await reader.page().evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) faults.push(`${name} is ${over} px too wide`);
    };
    for (const id of ['m1', 'm9', 'crisis', 'm1-handout']) {
      await reader.open(id);
      await axe(reader.page(), id);
      await wide(id);
    }
    await reader.take('m2', false);
    await axe(reader.page(), 'a check that is handed in');
    await reader.leave();
    await axe(reader.window(), 'the end');
    await reader.close();
  }
  none(faults, 'faults against WCAG');
  counted(t, judged, 'pages judged');
  lms.close();
  swedish.close();
});

test('the record, the certificate and the guide meet WCAG 2.2 AA without a script, and fit a phone', async t => {
  const folders = [path.join(dist, 'course', version, 'record'), path.join(dist, 'trainer', version, 'guide')];
  const list = folders.flatMap(folder => files(folder).filter(file => file.endsWith('.html')).map(file => path.join(folder, file)));
  const faults = [];
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 320, height: 800 } });
  const tab = await context.newPage();
  for (const file of list) {
    await tab.goto(pathToFileURL(file).href);
    await tab.evaluate(AXE);
    const { violations } = await tab.evaluate(() => axe.run(document));
    violations.forEach(fault => fault.nodes.forEach(node => faults.push(`${file}: ${fault.id} ${node.html.slice(0, 200)}`)));
    const over = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) faults.push(`${file} is ${over} px too wide`);
  }
  none(faults, 'faults');
  counted(t, list.length, 'pages judged');
  await context.close();
});

test('with the keyboard alone: to a module, through its check, handed in, and out', async () => {
  const lms = await host('scorm12', unpacked(zip('no', 'scorm12', 'm6')));
  const reader = await learner(lms);
  const { tab } = reader;
  const at = selector => reader.page().evaluate(selector => document.activeElement?.matches(selector) ?? false, selector);
  const to = async selector => {
    for (let press = 0; press < 300; press += 1) {
      if (await at(selector).catch(() => false)) return;
      await tab.keyboard.press('Tab');
    }
    assert.fail(`Tab never came to ${selector}`);
  };
  await to('.modules a');
  await tab.keyboard.press('Enter');
  await reader.page().locator('.task-quiz').waitFor();
  const [check] = (await reader.course()).modules[0].checks;
  for (const question of check.questions) {
    await to(`[data-question="${question.id}"] input`);
    await tab.keyboard.press('Space');
  }
  await to('.task-quiz .acts button');
  await tab.keyboard.press('Enter');
  await reader.until(judged => judged.modules[0].checks[0].tries === 1);
  assert.ok(await at('.task-quiz .result'), 'the result has the focus');
  const atTheWayOut = () => reader.window().evaluate(() => document.activeElement.matches('[data-leave]'));
  for (let press = 0; press < 300 && !(await atTheWayOut()); press += 1) await tab.keyboard.press('Shift+Tab');
  assert.ok(await atTheWayOut(), 'keys lead to the way out');
  await tab.keyboard.press('Enter');
  await reader.window().locator('[data-left]:not([hidden])').waitFor();
  await reader.close();
  lms.close();
});
