// Saving articles as references: from the popup, until they are deleted.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser, listedFindings } from './session.mjs';
import { until } from './wait.mjs';

/** @typedef {import('./browsers/types.d.ts').Popup} Popup */

const HARBOUR = '/fixtures/ferry-harbour.html';
const COURIER = '/fixtures/ferry-courier.html';

const SAVE = 'Save this article as a reference';
const REMOVE = 'Delete it from the library';

/** What can be done about the article that the popup is about. @param {Popup} popup */
const offered = (popup) =>
  popup.evaluate(() => [...document.querySelectorAll('#saving button')].map((button) => button.textContent ?? ''));

/** Presses a button of the popup. @param {Popup} popup @param {string} text */
async function press(popup, text) {
  await until(`“${text}”`, async () => (await offered(popup)).includes(text));
  await popup.evaluate((text) => {
    const buttons = [...document.querySelectorAll('#saving button')];
    const button = buttons.find((button) => button.textContent === text);
    if (button instanceof HTMLElement) button.focus();
  }, text);
  await popup.press('Enter');
}

inEachBrowser((session) => {
  test('an article is saved, known again, and deleted', async () => {
    let popup = await session.check(HARBOUR);
    await press(popup, SAVE);
    await until('that it is saved', async () => (await offered(popup)).includes(REMOVE));
    await popup.close();
    await session.browser.stopBackground();
    popup = await session.check(`${HARBOUR}#here`);
    await press(popup, REMOVE);
    await until('that it is deleted', async () => (await offered(popup)).includes(SAVE));
    await popup.close();
    popup = await session.checkAgain();
    await until('the offer', async () => (await offered(popup)).includes(SAVE));
    await popup.close();
  });

  test('a saved article is a reference for the next on its story, also where nothing else is remembered', async () => {
    await session.browser.openExtensionPage('options.html');
    const remembers = () => session.browser.evaluate(() => document.querySelector('#remember')?.getAttribute('aria-checked') ?? String(/** @type {HTMLInputElement | null} */ (document.querySelector('#remember'))?.checked));
    await until('the switch', async () => (await remembers()) === 'true');
    await session.browser.evaluate(() => /** @type {HTMLElement | null} */ (document.querySelector('#remember'))?.focus());
    await session.browser.press('Space');
    await until('that it is off', () =>
      session.browser.evaluate(() => document.getElementById('session-note')?.textContent?.includes('not remembered')));
    let popup = await session.check(HARBOUR);
    await press(popup, SAVE);
    await until('that it is saved', async () => (await offered(popup)).includes(REMOVE));
    await popup.close();
    await session.browser.stopBackground();
    popup = await session.check(COURIER);
    const [finding] = await listedFindings(popup);
    assert.match(finding?.why ?? '', /This page says 43; one other source says 34\./);
    await popup.close();
    assert.deepEqual(await session.highlighted('mark'), ['43']);
  });

  test('the panel lists what is saved, and deletes it', async () => {
    const popup = await session.check(COURIER);
    const panel = await session.browser.openPanel(popup);
    await until('its views', () => panel.evaluate(() => document.getElementById('library-tab') !== null));
    await panel.evaluate(() => document.getElementById('library-tab')?.focus());
    await panel.press('Enter');
    const shelves = () => panel.evaluate(() => [...document.querySelectorAll('#library h2')].map((title) => title.textContent));
    await until('what is saved', async () => (await shelves()).includes('Saved by you'));
    await panel.evaluate(() => /** @type {HTMLElement | null} */ (document.querySelector('#library li button'))?.focus());
    await panel.press('Enter');
    await until('that it is gone', async () => !(await shelves()).includes('Saved by you'));
    await panel.close();
    await (await session.check(COURIER)).close();
    assert.deepEqual(await session.highlighted('mark'), []);
  });
});
