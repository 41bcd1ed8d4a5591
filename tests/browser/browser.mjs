// The browser of these tests: Debian's Chromium, which may ask this machine alone.

import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { none } from './product.mjs';

export const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** How Chromium is started on a machine that is all its own. */
export const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

/** Addresses on this machine. */
const OWN = /^(https?:\/\/127\.0\.0\.1[:/]|(file|data|blob|about|chrome|chrome-extension):)/;

/** Starts the browser. To close it fails where any page of it asked for anything on another host. */
export async function launched() {
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const foreign = [];
  const [open, close] = [browser.newContext.bind(browser), browser.close.bind(browser)];
  browser.newContext = async options => {
    const context = await open(options);
    context.on('request', request => OWN.test(request.url()) || foreign.push(request.url()));
    return context;
  };
  browser.newPage = async options => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.on('close', () => context.close().catch(() => {}));
    return page;
  };
  browser.close = async () => {
    await close();
    none(foreign, 'requests to other hosts');
  };
  return browser;
}

/** Moves to an element by Tab alone, as one does who has no mouse. */
export async function tabTo(tab, selector) {
  for (let press = 0; press < 400; press += 1) {
    if (await tab.evaluate(wanted => document.activeElement.matches(wanted), selector)) return;
    await tab.keyboard.press('Tab');
  }
  assert.fail(`Tab never came to ${selector}`);
}
