// The background is stopped at every moment of saving and deleting: all of it is done or nothing, and it is said.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdAt, holdStore, untilHeld } from './held-store.mjs';
import { chooseFile, openOptions, saidOfImport } from './packs.mjs';
import { offered, press, REMOVE, SAVE, saidOfSaving, save } from './saving.mjs';
import { inEachBrowser } from './session.mjs';
import { forgetSession, stored } from './stored.mjs';
import { until } from './wait.mjs';

/** @typedef {import('./browsers/types.d.ts').Popup} Popup */

const HARBOUR = '/fixtures/ferry-harbour.html';
const COURIER = '/fixtures/ferry-courier.html';
const GAZETTE = '/fixtures/ferry-gazette.html';

const STOPPED = 'The browser stopped Plumbline in the middle of this. Nothing that was saved before is lost: try again.';

inEachBrowser((session) => {
  /** Titles of what is stored, once it is sure that every part of it is there. @param {Popup} popup */
  async function titles(popup) {
    const { heads, articles, names } = await stored(popup);
    assert.deepEqual(Object.keys(heads), Object.keys(articles), 'each has its record');
    assert.deepEqual(Object.keys(names), Object.keys(heads).length > 0 ? ['0'] : [], 'and they are in the index');
    return Object.values(heads).map((head) => head.title);
  }

  /**
   * Presses a button of the popup, and has the browser stop the background at a moment of what follows.
   * @param {Popup} popup @param {string} button @param {import('./held-store.mjs').Moment} moment
   */
  async function stopAt(popup, button, moment) {
    await holdAt(popup, moment);
    await popup.evaluate(() => document.querySelectorAll('#saving [role="status"]').forEach((line) => line.remove()));
    await press(popup, button);
    await untilHeld(popup);
    await session.browser.stopBackground();
    await until('that it was stopped being said', async () => (await saidOfSaving(popup)).includes(STOPPED));
  }

  const FERRY = 'Tolland ferry lost: survivor found';
  const ENGINEER = 'Engineer pulled from the sea off Orrin';

  test('an article is saved as a whole or not at all', async () => {
    await save(await session.check(GAZETTE));
    const popup = await session.check(HARBOUR);
    await until('the offer', async () => (await offered(popup)).includes(SAVE));
    // Its number, its head, its record, its names.
    for (const moment of [0, 1, 2, 3, 4]) {
      await stopAt(popup, SAVE, moment);
      assert.deepEqual(await titles(popup), [FERRY], `after ${moment} writes`);
      await until('the offer', async () => (await offered(popup)).includes(SAVE));
    }
    await stopAt(popup, SAVE, 'written');
    assert.deepEqual(await titles(popup), [FERRY, ENGINEER]);
    await until('that it is saved all the same', async () => (await offered(popup)).includes(REMOVE));
    await popup.close();
  });

  test('an article is deleted as a whole or not at all', async () => {
    const popup = await session.check(HARBOUR);
    await until('the offer', async () => (await offered(popup)).includes(REMOVE));
    // Its head, its record, its names.
    for (const moment of [0, 1, 2, 3]) {
      await stopAt(popup, REMOVE, moment);
      assert.deepEqual(await titles(popup), [FERRY, ENGINEER], `after ${moment} writes`);
      await until('the offer', async () => (await offered(popup)).includes(REMOVE));
    }
    await stopAt(popup, REMOVE, 'written');
    assert.deepEqual(await titles(popup), [FERRY]);
    await until('that it is deleted all the same', async () => (await offered(popup)).includes(SAVE));
    await popup.close();
  });

  test('a file of articles is imported as a whole or not at all', async () => {
    await openOptions(session);
    const { text } = await session.browser.evaluate(() => chrome.runtime.sendMessage({ export: { from: 0, table: false } }));
    const file = Buffer.from(`${text}${text.trim().split('\n').at(-1)?.replaceAll(/ferry-\w+/g, 'ferry-copied').replace(FERRY, 'Copied')}\n`);
    const lists = () => session.browser.evaluate(() => chrome.runtime.sendMessage('shelf').then((heads) => heads.map((/** @type {any} */ { title }) => title)));
    // Head and record of the one that is there already, number, head and record of the other, their names.
    for (const moment of [0, 1, 2, 3, 4, 5, 6]) {
      await openOptions(session);
      await holdAt(session.browser, moment);
      await chooseFile(session, 'library.jsonl', file);
      await untilHeld(session.browser);
      await session.browser.stopBackground();
      await until('that it was stopped being said', async () => (await saidOfImport(session)) === `${STOPPED}0 articles were imported.`);
      assert.deepEqual(await lists(), [FERRY], `after ${moment} writes`);
    }
    await chooseFile(session, 'library.jsonl', file);
    await until('that it is imported', async () => (await saidOfImport(session)).startsWith('2 articles were imported.'));
    assert.deepEqual((await lists()).sort(), ['Copied', FERRY]);
    const { heads } = await stored(session.browser);
    const numbers = Object.keys(heads).map(Number).filter((number) => heads[number]?.title === 'Copied');
    await session.browser.evaluate((numbers) => chrome.runtime.sendMessage({ removeArticles: { numbers } }), numbers);
  });

  test('what is saved after all that is held against the next page', async () => {
    const popup = await session.check(HARBOUR);
    await forgetSession(popup);
    await save(popup);
    await (await session.check(COURIER)).close();
    assert.deepEqual(await session.highlighted('warn'), ['43']);
  });

  test('a word on a pair is kept on all of its pages or on none', async () => {
    const popup = await session.check(COURIER);
    const words = () => popup.evaluate(() => chrome.runtime.sendMessage('words').then((said) => said.length));
    const ask = () => popup.evaluate(() => {
      const details = document.querySelector('li.finding details.word');
      if (details instanceof HTMLDetailsElement) details.open = true;
      return document.querySelector('.word-body .choice') !== null;
    });
    /** @param {import('./held-store.mjs').Moment} moment */
    const sayUntil = async (moment) => {
      await holdAt(popup, moment);
      await until('what can be said', ask);
      await popup.evaluate(() => {
        document.querySelectorAll('.word-body [role="status"]').forEach((line) => line.replaceChildren());
        const button = [...document.querySelectorAll('.word-body button')].find((button) => button.textContent === 'Not the same thing');
        if (button instanceof HTMLElement) button.click();
      });
      await untilHeld(popup);
      await session.browser.stopBackground();
      await until('that it was stopped being said', () =>
        popup.evaluate((stopped) => document.querySelector('.word-body')?.textContent?.includes(stopped), STOPPED));
    };
    // This page, and the two that say otherwise.
    for (const moment of [0, 1, 2, 3]) {
      await sayUntil(moment);
      assert.equal(await words(), 0, `after ${moment} writes`);
    }
    await sayUntil('written');
    assert.equal(await words(), 3);
    await popup.close();
    await (await session.check(COURIER)).close();
    assert.deepEqual(await session.highlighted('warn'), [], 'it is honoured all the same');
  });
}, { change: holdStore });
