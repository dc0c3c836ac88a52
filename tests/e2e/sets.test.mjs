// Reference sets from a file: imported, compared with, switched off, removed; tests/fixtures/towns.pack is what
// `plumbline reference import` makes of towns.csv beside it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inEachBrowser, listedFindings } from './session.mjs';
import { until } from './wait.mjs';

const TOWNS = readFileSync(process.env.PLUMBLINE_PACK ?? new URL('../fixtures/towns.pack', import.meta.url));
const PAGE = '/fixtures/towns-told.html';

inEachBrowser((session) => {
  const openOptions = async () => {
    await session.browser.openExtensionPage('options.html');
    await until('the library', () => session.browser.evaluate(() => document.querySelector('#shelf button') !== null));
  };
  /** @returns {Promise<Plumbline.SavedSet[]>} */
  const sets = () => session.browser.evaluate(() => chrome.runtime.sendMessage({ ask: 'sets' }));
  /** What is said of the last import, spaces as read. */
  const told = () => session.browser.evaluate(() => (document.getElementById('shelf-note')?.textContent ?? '').replace(/\s+/g, ' ').trim());
  const listed = () =>
    session.browser.evaluate(() => [...document.querySelectorAll('#sets > li')].map((item) => (item.textContent ?? '').replace(/\s+/g, ' ')));

  /** Chooses a file to import, and waits for what is said of it. @param {Buffer} content @param {string} said */
  async function choose(content, said) {
    await session.browser.evaluate((content) => {
      const field = /** @type {HTMLInputElement} */ (document.getElementById('import-file'));
      const chosen = new DataTransfer();
      chosen.items.add(new File([Uint8Array.from(atob(content), (byte) => byte.charCodeAt(0))], 'towns.pack'));
      field.files = chosen.files;
      field.dispatchEvent(new Event('change'));
    }, content.toString('base64'));
    await until(said, async () => (await told()).includes(said));
  }

  /** The figures that are marked on the page, each with why: one source alone says otherwise. */
  async function findings() {
    const popup = await session.check(PAGE);
    const found = await listedFindings(popup);
    await popup.close();
    return found.filter(({ kind }) => kind === 'mark').map(({ quote, why }) => `${quote}: ${why}`);
  }

  /** Presses what a selector finds on the options page, with the keyboard. @param {string} selector */
  async function press(selector) {
    await until(selector, () => session.browser.evaluate((selector) => document.querySelector(selector) !== null, selector));
    await session.browser.evaluate((selector) => /** @type {HTMLElement | null} */ (document.querySelector(selector))?.focus(), selector);
    await session.browser.press('Space');
  }

  test('a set that was imported is compared with, until it is switched off', async () => {
    assert.deepEqual(await findings(), []);
    await openOptions();
    await choose(TOWNS, '“towns” was imported');
    await until('the set in the list', async () => /^towns ?Reference set: 5 statements about 5 names, 1 KB\./.test((await listed())[0] ?? ''));
    await session.browser.stopBackground();
    const found = await findings();
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', /^52,700: .*41,300/);
    await openOptions();
    await press('#sets input');
    await until('that it is off', async () => (await sets())[0]?.on === false);
    assert.deepEqual(await findings(), []);
    await openOptions();
    await press('#sets input');
    await until('that it is on', async () => (await sets())[0]?.on === true);
    assert.equal((await findings()).length, 1);
  });

  test('a set that is removed is gone', async () => {
    await openOptions();
    await press('#sets button');
    await until('that it is gone', async () => (await listed()).length === 0);
    assert.deepEqual(await sets(), []);
    const parts = () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('library');
        opening.onerror = reject;
        opening.onsuccess = () => {
          const counting = opening.result.transaction('parts').objectStore('parts').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      });
    assert.equal(await session.browser.evaluate(parts), 0);
    assert.deepEqual(await findings(), []);
  });

  test('a file that is no whole set leaves nothing behind', async () => {
    await openOptions();
    const damaged = Buffer.from(TOWNS);
    damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
    const newer = Buffer.from(TOWNS);
    newer[4] = 9;
    for (const [content, said] of /** @type {const} */ ([
      [damaged, 'The set cannot be used: the packed set is damaged: pack it again.'],
      [TOWNS.subarray(0, TOWNS.length - 20), 'The set cannot be used: the packed set is damaged: pack it again.'],
      [TOWNS.subarray(0, 8), 'The set cannot be used: the packed set is damaged: pack it again.'],
      [newer, 'The set cannot be used: the set is packed in format 9,'],
    ])) {
      await choose(content, said);
      assert.deepEqual(await sets(), []);
    }
  });
});
