// A learner in Chromium, whichever LMS shows the course: opens modules, reads them to the end, answers, leaves.

import assert from 'node:assert/strict';

/** The course's window in an LMS's page, and the page that it shows. */
export async function learner(browser, address, options = {}) {
  const context = options.context ?? await browser.newContext({ viewport: { width: 1024, height: 800 }, ...options });
  const tab = await context.newPage();
  const broken = [];
  tab.on('pageerror', error => broken.push(error.message));
  tab.on('console', message => message.type() === 'error' && !/favicon\.ico$/.test(message.location().url) && broken.push(message.text()));
  await tab.goto(address);
  const isOfCourse = frame => frame?.url().includes('/index.html') ?? false;
  const window = () => tab.frames().find(frame => isOfCourse(frame) && !isOfCourse(frame.parentFrame()));
  const page = () => window()?.childFrames()[0];
  const there = () => page()?.evaluate(() => document.readyState === 'complete' && Boolean(document.querySelector('main'))).catch(() => false);
  const shown = async () => {
    for (let tries = 0; tries < 200; tries += 1) {
      if (await there()) return;
      await tab.waitForTimeout(50);
    }
    assert.fail('the course never showed a page');
  };
  await shown();
  return {
    tab, context, broken, window, page,
    course: () => window().evaluate(() => andrum.session.course),
    judged: () => window().evaluate(() => andrum.session.judged()),
    /** Shows a page of the course; with an empty id the one where it begins. */
    async open(id) {
      const language = await window().evaluate(() => andrum.site.language);
      const address = new URL([language, id, 'index.html'].filter(Boolean).join('/'), window().url()).href;
      if (page().url().split('#')[0] === address) return;
      await page().evaluate(address => location.assign(address), address);
      await page().waitForURL(address);
      await shown();
    },
    /** Answers the knowledge checks of a module and hands them in: all of it right, or all of it wrong. */
    async take(id, right) {
      await this.open(id);
      const { modules } = await this.course();
      for (const check of modules.find(module => module.id === id).checks) {
        await page().evaluate(({ check, right }) => {
          for (const { id, options, right: those } of check.questions) {
            const wrong = options.filter(option => !those.includes(option)).slice(0, 1);
            const wanted = right ? those : wrong.length > 0 ? wrong : those.slice(1);
            for (const input of document.querySelectorAll(`[data-question="${id}"] input`)) {
              if (input.checked !== wanted.includes(input.value)) input.click();
            }
          }
          document.querySelector(`[data-task="${check.id}"] .acts button`).click();
        }, { check, right });
      }
      await this.until(judged => judged.modules.find(module => module.id === id).done, id);
    },
    /** Answers a check once more. */
    async again(id, right) {
      await this.open(id);
      await page().locator('.task-quiz .acts button').click();
      await this.take(id, right);
    },
    async until(holds, what = holds) {
      for (let tries = 0; tries < 100; tries += 1) {
        if (holds(await this.judged(), what)) return;
        await tab.waitForTimeout(50);
      }
      assert.fail(`never came to pass: ${what}`);
    },
    async leave() {
      await window().locator('[data-leave]').click();
      const course = window();
      // An LMS may have told the course where to go from here.
      await Promise.any([course.locator('iframe').waitFor({ state: 'detached' }), tab.waitForURL(/\/return\//)]);
    },
    /** Closes the window as one does who has no time to leave. */
    async shut() {
      const closed = tab.waitForEvent('close');
      await tab.close({ runBeforeUnload: true });
      await closed;
    },
  };
}
