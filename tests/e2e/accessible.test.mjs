// Every page of the extension, looked at by axe-core: in light, dark and forced colours, in narrow windows, and enlarged.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { inEachBrowser } from './session.mjs';
import { until } from './wait.mjs';

/** @typedef {import('./browsers/types.d.ts').Document} Document */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** In the page: what axe-core objects to, with the elements. It comes along as the function's own text. */
const violations = /** @type {() => Promise<string[]>} */ (
  new Function(`${AXE}
    return window.axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' ')));`)
);

/** In the page: what reaches beyond its right edge. */
const beyond = () => {
  const width = document.documentElement.clientWidth;
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > width + 1 && element.id !== 'status')
    .map((element) => `${element.tagName} ${element.className} ${element.id}`);
};

/** In the page: as large as who enlarges it so many times has it. */
const enlarge = (/** @type {number} */ times) => void (document.documentElement.style.zoom = String(times));

inEachBrowser((session) => {
  /** @param {string} what @param {Document} page */
  async function look(what, page) {
    assert.deepEqual(await page.evaluate(violations), [], what);
  }

  /** @param {string} path */
  async function open(path) {
    await session.browser.openExtensionPage(path);
    await until(`${path}`, () => session.browser.evaluate(() => (document.body.innerText.length > 100)));
  }

  for (const [theme, dark, forced] of /** @type {const} */ ([['light', false, false], ['dark', true, false], ['forced colours', false, true]])) {
    test(`nothing is wrong in ${theme}`, async () => {
      await session.browser.darken(dark);
      await session.browser.forceColours(forced);
      for (const path of ['welcome.html', 'options.html']) {
        await open(path);
        if (path === 'options.html') await until('the sources', () => session.browser.evaluate(() => document.querySelector('#library details') !== null));
        await look(path, session.browser);
      }
      await (await session.check('/fixtures/ferry-harbour.html')).close();
      const popup = await session.check('/fixtures/ferry-courier.html');
      await look('popup', popup);
      const panel = await session.browser.openPanel(popup);
      await until('the list', () => panel.evaluate(() => document.querySelector('li.finding') !== null));
      await look('panel, page', panel);
      for (const view of ['story', 'library']) {
        await panel.evaluate((view) => document.getElementById(`${view}-tab`)?.click(), view);
        await until(view, () => panel.evaluate(() => [...document.querySelectorAll('.article')].some((article) => article.checkVisibility())));
        await look(`panel, ${view}`, panel);
      }
      await panel.close();
      await session.browser.forceColours(false);
    });
  }

  test('nothing is cut off in 320 pixels, or at double size', async () => {
    /** @param {string} what @param {Document} page */
    const fits = async (what, page) => {
      assert.deepEqual(await page.evaluate(beyond), [], what);
      await look(what, page);
    };
    for (const path of ['welcome.html', 'options.html']) {
      await open(path);
      // Firefox has no windows of 320 pixels: one of 640 at double size has as many.
      await session.browser.resize(640, 700);
      await session.browser.evaluate(enlarge, 2);
      await fits(`${path} at double size`, session.browser);
      await session.browser.evaluate(enlarge, 1);
      if (session.browser.name === 'chromium') {
        await session.browser.resize(320, 700);
        await fits(`${path} in 320 pixels`, session.browser);
      }
      await session.browser.resize(1000, 800);
    }
    const popup = await session.check('/fixtures/slipped-point.html');
    await look('popup', popup);
    const panel = await session.browser.openPanel(popup);
    await until('the list', () => panel.evaluate(() => document.querySelector('li.finding') !== null));
    await fits('panel', panel);
    await panel.evaluate(enlarge, 2);
    await fits('panel at double size', panel);
    await panel.close();
  });
});
