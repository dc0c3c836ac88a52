// The real context menu of Chromium, in a window on a screen of its own: the developer protocol does not know of menus, so
// everything else raises the event that an entry raises. Firefox's own is pressed in selection.test.mjs.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { BROWSERS, launchBrowser } from './browsers/launch.mjs';
import { MISSING, Screen } from './browsers/screen.mjs';
import { select } from './selecting.mjs';
import { servePages } from './server.mjs';
import { until } from './wait.mjs';

/** Where our entry stands in a menu, from its end: behind it are the browser's own, over a page two, over a selection one. */
const OVER_PAGE = 3;
const OVER_SELECTION = 2;

describe('in chromium with a window', { skip: BROWSERS.includes('chromium') ? MISSING : 'another browser is asked for' }, () => {
  /** @type {Screen} */
  let screen;
  /** @type {import('./browsers/types.d.ts').DrivenBrowser} */
  let browser;
  /** @type {import('./server.mjs').PageServer} */
  let pages;

  before(async () => {
    screen = await Screen.start();
    pages = await servePages();
    browser = await launchBrowser('chromium', { screen: screen.name, log: false });
  });
  after(async () => {
    await browser?.close();
    await pages?.close();
    await screen?.stop();
  });

  /** Selects a text, and gives the middle of it on the screen. @param {string} text */
  const selectOnScreen = async (text) => {
    const point = await select(browser, text);
    // The window has its bars above the page.
    return browser.evaluate(({ x, y }) => ({ x: screenX + x, y: screenY + outerHeight - innerHeight + y }), point);
  };

  const note = () => browser.inCard((root) => root.querySelector('.note')?.textContent ?? '');

  test('what is selected is checked from the menu, with no button pressed before', async () => {
    await browser.open(`${pages.origin}/fixtures/two-slips.html`);
    const { x, y } = await selectOnScreen('was paid in the end');
    await screen.pressInMenu(x, y, OVER_SELECTION);
    await until('what came of it', async () => (await note()) === 'Selection checked. Figures read: 1. Marked: 1.');
  });

  test('an article is saved from the menu', async () => {
    await browser.open(`${pages.origin}/fixtures/ferry-harbour.html`);
    const { x, y } = await selectOnScreen('Orrin');
    await browser.evaluate(() => getSelection()?.removeAllRanges());
    await screen.pressInMenu(x, y, OVER_PAGE);
    await until('that it is saved', async () => /^Saved in your library/.test((await note()) ?? ''));
  });

  test('nothing is kept of a private window, whatever its menu is pressed for', async () => {
    await browser.openExtensionPage('options.html');
    const id = await browser.evaluate(() => chrome.runtime.id);
    await browser.open('chrome://extensions/');
    await browser.evaluate(async (id) => {
      // @ts-expect-error Only the browser's own pages have it. The extension is started anew, and unpacked ones need this mode.
      const settings = chrome.developerPrivate;
      await settings.updateProfileConfiguration({ inDeveloperMode: true });
      await settings.updateExtensionConfiguration({ extensionId: id, incognitoAccess: true });
    }, id);
    const options = () => until('the options', () => browser.openExtensionPage('options.html').then(() => true, () => false));
    await options();
    await until('its entries', () => browser.evaluate(() => chrome.contextMenus.update('save-article', {}).then(() => true, () => false)));
    await screen.openPrivate(`${pages.origin}/fixtures/ferry-courier.html`, 'Woman saved off Orrin');
    await screen.pressInMenu(600, 700, OVER_PAGE);
    await options();
    const kept = await browser.evaluate(async () => {
      const [tab] = (await chrome.tabs.query({})).filter((tab) => tab.incognito);
      // What is asked for later is answered later.
      const answer = await chrome.runtime.sendMessage({ saveArticle: { tab: tab?.id } });
      const shelf = await chrome.runtime.sendMessage('shelf');
      const read = Object.keys(await chrome.storage.session.get()).filter((key) => key.includes('courier'));
      // Its address is told to whom the reader has called there.
      return { called: tab?.url?.includes('courier'), answer, titles: shelf.map((/** @type {{ title: string }} */ { title }) => title), read };
    });
    assert.deepEqual(kept, { called: true, answer: { saving: 'refused', why: { because: 'private' } }, titles: ['Engineer pulled from the sea off Orrin'], read: [] });
  });
});
