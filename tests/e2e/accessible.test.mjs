// Every page of the extension in every state, looked at by axe-core: in light, dark and forced colours, in narrow windows,
// and enlarged. Where PLUMBLINE_PICTURES names a folder, a picture of each is kept there, for people to look at.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { importSet, TOWNS, told } from './packs.mjs';
import { offered, press, REMOVE, SAVE, saidOfSaving } from './saving.mjs';
import { inEachBrowser } from './session.mjs';
import { untilRead } from './stored.mjs';
import { until } from './wait.mjs';

/** @typedef {import('./browsers/types.d.ts').Document} Document */
/** @typedef {import('./browsers/types.d.ts').Popup} Popup */

const PICTURES = process.env.PLUMBLINE_PICTURES;

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
  /** What the states are looked at in; part of the pictures' names. */
  let theme = 'light';

  /** Looks at a state. @param {string} what @param {Document} page */
  async function look(what, page) {
    if (PICTURES) {
      mkdirSync(PICTURES, { recursive: true });
      const name = `${session.browser.name} ${theme} ${what}.png`.replaceAll(/[ ,/]+/g, '-');
      writeFileSync(join(PICTURES, name), await page.screenshot());
    }
    assert.deepEqual(await page.evaluate(violations), [], what);
    assert.deepEqual(await page.evaluate(beyond), [], `${what}: beyond the edge`);
  }

  /** The same at double size. @param {string} what @param {Document} page */
  async function lookCloser(what, page) {
    await page.evaluate(enlarge, 2);
    await look(`${what}, at double size`, page);
    await page.evaluate(enlarge, 1);
  }

  /** Opens what can be said of the first finding. @param {Document} page */
  const ask = (page) => until('what can be said', () => page.evaluate(() => {
    const details = document.querySelector('li.finding details.word');
    if (details instanceof HTMLDetailsElement) details.open = true;
    return document.querySelector('.word-body .choice') !== null;
  }));
  /** Says something of it. @param {Document} page @param {string} word */
  async function say(page, word) {
    await ask(page);
    await page.evaluate((word) => {
      const button = [...document.querySelectorAll('.word-body button')].find((button) => button.textContent === word);
      if (button instanceof HTMLElement) button.click();
    }, word);
    await until('that it is said', () => page.evaluate(() => document.querySelector('.word-body .said')?.textContent));
  }

  /** The states of the pages that open in a tab. @param {(what: string, page: Document) => Promise<void>} see */
  async function pages(see) {
    const { browser } = session;
    /** @param {string} path @param {string} shows Of what they show last. */
    const open = async (path, shows) => {
      await browser.openExtensionPage(path);
      await until(`${path} with ${shows}`, () => browser.evaluate((shows) => document.querySelector(shows) !== null, shows));
    };
    // On a telephone both fill the window.
    for (const path of ['popup.html', 'panel.html']) {
      await open(path, '#status.done');
      await see(`${path} in a tab`, browser);
    }
    await open('welcome.html', '#try');
    await see('first steps', browser);
    await open('options.html', '#library details');
    await importSet(session, TOWNS, '“towns” was imported');
    // Another one has only begun to come.
    const start = told([['towns', 'ports']]).toString('latin1');
    await browser.evaluate((start) => chrome.runtime.sendMessage({ beginSet: { name: 'ports-of-the-northern-coast-2031.pack', start } }), start);
    await open('options.html', '#library details');
    await until('the sets', () => browser.evaluate(() => document.querySelectorAll('#sets > li').length === 2));
    await until('what was said', () => browser.evaluate(() => document.querySelector('#word > *') !== null));
    await see('options', browser);
    await browser.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await see('options, all open', browser);
  }

  /** The states of popup and panel. @param {(what: string, page: Document) => Promise<void>} see */
  async function lists(see) {
    for (const [path, what] of /** @type {const} */ ([
      ['/fixtures/nothing-covered.html', 'popup, nothing to compare with'],
      ['/fixtures/other-language.html', 'popup, another language'],
      ['/fixtures/bridge-checked.html', 'popup, denied'],
    ])) {
      const popup = await session.check(path);
      await see(what, popup);
      await popup.close();
    }
    let popup = await session.check('/fixtures/ferry-harbour.html');
    await untilRead(popup, '/fixtures/ferry-harbour.html');
    await popup.close();
    popup = await session.check('/fixtures/ferry-courier.html');
    await see('popup, one source says otherwise', popup);
    await ask(popup);
    await see('popup, what can be said', popup);
    await press(popup, SAVE);
    await until('that it is saved', async () => (await saidOfSaving(popup)).length > 0);
    await see('popup, saved', popup);
    await popup.close();
    popup = await session.check('/fixtures/at-odds.html');
    await say(popup, 'Ignore here');
    await see('popup, said', popup);
    await popup.close();
    popup = await session.check('/fixtures/at-odds.html');
    await see('popup, left out', popup);
    await popup.close();
    popup = await session.check('/fixtures/ferry-courier.html');
    const panel = await session.browser.openPanel(popup);
    await until('the list', () => panel.evaluate(() => document.querySelector('li.finding') !== null));
    await see('panel, page', panel);
    await ask(panel);
    await see('panel, what can be said', panel);
    for (const view of ['story', 'library']) {
      await panel.evaluate((view) => document.getElementById(`${view}-tab`)?.click(), view);
      await until(view, () => panel.evaluate(() => [...document.querySelectorAll('.article')].some((article) => article.checkVisibility())));
      await see(`panel, ${view}`, panel);
    }
    await panel.close();
  }

  /** Takes back what was said, and takes out what was saved. */
  async function forget() {
    const { browser } = session;
    await browser.openExtensionPage('options.html');
    const back = () => browser.evaluate(() => {
      const all = [...document.querySelectorAll('#word button')].find((button) => button.textContent === 'Take all back');
      if (all instanceof HTMLElement) all.click();
      return document.getElementById('word')?.textContent === 'Nothing yet.';
    });
    await until('nothing said', back);
    const popup = await session.check('/fixtures/ferry-courier.html');
    await until('what can be done', async () => (await offered(popup)).length > 0);
    if ((await offered(popup)).includes(REMOVE)) {
      await press(popup, REMOVE);
      await until('that it is gone', async () => (await offered(popup)).includes(SAVE));
    }
    await popup.close();
  }

  for (const [name, dark, forced] of /** @type {const} */ ([['light', false, false], ['dark', true, false], ['forced colours', false, true]])) {
    test(`nothing is wrong in ${name}`, async () => {
      theme = name;
      await forget();
      await session.browser.darken(dark);
      await session.browser.forceColours(forced);
      await lists(look);
      await pages(look);
      await session.browser.darken(false);
      await session.browser.forceColours(false);
    });
  }

  test('nothing is cut off in 320 pixels, or at double size', async () => {
    theme = 'light';
    await forget();
    await lists(lookCloser);
    // Firefox has no windows of 320 pixels: one of 640 at double size has as many.
    await session.browser.resize(640, 700);
    await pages(lookCloser);
    if (session.browser.name === 'chromium') {
      await session.browser.resize(320, 700);
      await pages((what, page) => look(`${what}, in 320 pixels`, page));
    }
    await session.browser.resize(1000, 800);
  });
});
