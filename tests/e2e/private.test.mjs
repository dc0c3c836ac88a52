// Private windows: pages are checked there, and nothing of them is kept. In Firefox alone, for Chromium lets no driver lead
// an extension into private windows; there menu.test.mjs goes by mouse and keys.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { press, SAVE, saidOfSaving, save } from './saving.mjs';
import { inEachBrowser } from './session.mjs';
import { stored } from './stored.mjs';
import { until } from './wait.mjs';

const HARBOUR = '/fixtures/ferry-harbour.html';
const COURIER = '/fixtures/ferry-courier.html';

const PRIVATE = 'This is a private window: nothing is ever kept of it.';

inEachBrowser((session) => {
  test('a page of a private window is held against what was saved, and neither remembered nor saved', async () => {
    const { browser, server } = session;
    await save(await session.check(HARBOUR));
    await browser.openPrivate(server.origin + COURIER);
    const popup = await session.checkAgain();
    await press(popup, SAVE);
    await until('that it is refused', async () => (await saidOfSaving(popup)).includes(PRIVATE));
    await popup.close();
    assert.deepEqual(await session.highlighted('mark'), ['43']);
    await browser.closeTabs();
    await browser.openExtensionPage('options.html');
    const { heads } = await stored(browser);
    assert.deepEqual(Object.values(heads).map(({ title }) => title), ['Engineer pulled from the sea off Orrin']);
    const read = await browser.evaluate(() => chrome.storage.session.get());
    assert.deepEqual(Object.keys(read).filter((key) => key.includes(COURIER)), []);
  });
}, undefined, ['firefox']);
