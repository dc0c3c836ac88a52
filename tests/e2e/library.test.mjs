// Saving articles as references: from the popup, until they are deleted.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offered, press, REMOVE, SAVE, save, showLibrary, titlesOn } from './saving.mjs';
import { inEachBrowser, listedFindings } from './session.mjs';
import { until } from './wait.mjs';

const HARBOUR = '/fixtures/ferry-harbour.html';
const COURIER = '/fixtures/ferry-courier.html';

inEachBrowser((session) => {
  test('an article is saved, known again, and deleted', async () => {
    let popup = await session.check(HARBOUR);
    await save(popup);
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
    await save(popup);
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
    await showLibrary(panel);
    await until('what is saved', async () => (await titlesOn(panel, 'Saved by you')).length === 1);
    await panel.evaluate(() => /** @type {HTMLElement | null} */ (document.querySelector('#shelves li button'))?.focus());
    await panel.press('Enter');
    await until('that it is gone', async () => (await titlesOn(panel, 'Saved by you')).length === 0);
    await panel.close();
    await (await session.check(COURIER)).close();
    assert.deepEqual(await session.highlighted('mark'), []);
  });
});
