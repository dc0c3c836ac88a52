// Saving articles as references: from the popup, until they are deleted.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './session.mjs';
import { until } from './wait.mjs';

/** @typedef {import('./browsers/types.d.ts').Popup} Popup */

const HARBOUR = '/fixtures/ferry-harbour.html';

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
});
