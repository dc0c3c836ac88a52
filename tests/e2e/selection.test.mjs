// Checking what is selected, and saving an article, from the context menu and with a key.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { select } from './selecting.mjs';
import { inEachBrowser } from './session.mjs';
import { until } from './wait.mjs';

const WRONG = '/fixtures/slipped-point.html';
const HARBOUR = '/fixtures/ferry-harbour.html';
const CHECK = 'Check the selection with Plumbline';
const SAVE = 'Save this article as a Plumbline reference';

inEachBrowser((session) => {
  /** Opens a page whose menu may be used. In Chromium the test presses the button first, for want of the menu. @param {string} path */
  async function open(path) {
    await session.browser.open(session.server.origin + path);
    if (session.browser.name === 'chromium') await (await session.checkAgain()).close();
  }

  /** What is said at the edge of the window. */
  const note = () => session.browser.inCard((root) => root.querySelector('.note')?.textContent ?? '');

  test('the sentences that are selected are checked, and nothing else', async () => {
    await open('/fixtures/two-slips.html');
    const { x, y } = await select(session.browser, 'was paid in the end');
    await session.browser.chooseFromMenu(x, y, CHECK);
    await until('what came of it', async () => (await note()) === 'Selection checked. Figures read: 1. Marked: 1.');
    assert.deepEqual(await session.highlighted('warn'), ['$1.48 billion']);
    const popup = await session.checkAgain();
    await popup.close();
    await until('the whole page', async () => (await session.highlighted('warn')).length === 2);
  });

  test('a selection without figures says so', async () => {
    await open('/fixtures/two-slips.html');
    const { x, y } = await select(session.browser, 'Nobody else was asked');
    await session.browser.chooseFromMenu(x, y, CHECK);
    await until('what came of it', async () => (await note()) === 'Plumbline found no figures in the selection.');
    assert.deepEqual(await session.highlighted('warn'), []);
  });

  test('an article is saved from the menu', async () => {
    await open(HARBOUR);
    await session.browser.chooseFromMenu(700, 500, SAVE);
    await until('that it is saved', async () => /^Saved in your library/.test((await note()) ?? ''));
  });

  test('an article is saved with a key', async () => {
    await (await session.check(WRONG)).close();
    await session.browser.command('save-article');
    await until('that it is saved', async () => /^Saved in your library/.test((await note()) ?? ''));
  });
});
