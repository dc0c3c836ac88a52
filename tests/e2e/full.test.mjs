// No room left on the disk: what is there stays, it is said, and with some room all goes on.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { offered, press, REMOVE, SAVE, saidOfSaving, save } from './saving.mjs';
import { chooseFile, importSet, openOptions, packed, parts, recordsOfSets, saidOfImport, sets, TOWNS } from './packs.mjs';
import { inEachBrowser } from './session.mjs';
import { stored } from './stored.mjs';
import { until } from './wait.mjs';

/** @typedef {import('./browsers/types.d.ts').Document} Document */

/** An article whose record does not fit into what is left over in a file of the store. */
const LONG = '/covered/2000';
const GAZETTE = '/fixtures/ferry-gazette.html';

const FULL = 'There is no room left on this computer for the library. What is there stays: delete something, and try again.';

/** How many of those a file has. */
const COPIES = 20;

/** How much the browser lets every site have, in bytes. */
const ROOM = 8_000_000;

/** Without the permission the browser's bound holds, as the disk's does with it. @param {string} folder */
function limited(folder) {
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.permissions = manifest.permissions.filter((/** @type {string} */ one) => one !== 'unlimitedStorage');
  writeFileSync(file, JSON.stringify(manifest));
}

/**
 * Takes up all the room that there is, in one store after the other: Firefox gives each a file, which grows by leaps. What it
 * wrote beside the files it gives back when it has closed them, and it opens none again before: it goes round until nothing was
 * to be had.
 * @param {Document} popup @param {number} stores @returns {Promise<number>} How much that was, in bytes.
 */
const fill = (popup, stores) =>
  popup.evaluate(async (stores) => {
    /** @param {string} name @returns {Promise<IDBDatabase | undefined>} */
    const open = (name) =>
      new Promise((resolve) => {
        const opening = indexedDB.open(name);
        opening.onupgradeneeded = () => opening.result.createObjectStore('filler', { autoIncrement: true });
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => resolve(undefined);
      });
    /** @param {IDBDatabase} store @param {number} size @returns {Promise<boolean>} */
    const write = (store, size) =>
      new Promise((resolve) => {
        const writing = store.transaction('filler', 'readwrite');
        writing.oncomplete = () => resolve(true);
        writing.onabort = () => resolve(false);
        try {
          writing.objectStore('filler').add(Uint8Array.from({ length: size }, () => Math.random() * 256));
        } catch {
          resolve(false);
        }
      });
    let [taken, before] = [0, -1];
    while (taken > before) {
      before = taken;
      for (let number = 0; number < stores; number++) {
        const store = await open(`filler-${number}`);
        if (!store) break;
        let size = 1 << 20;
        while (size > 64) {
          if (await write(store, size)) taken += size;
          else size /= 8;
        }
        store.close();
      }
    }
    return taken;
  }, stores);

/** Makes room again. @param {Document} popup @param {number} stores */
const empty = (popup, stores) =>
  popup.evaluate(async (stores) => {
    for (let number = 0; number < stores; number++) {
      const removing = indexedDB.deleteDatabase(`filler-${number}`);
      await new Promise((resolve) => {
        removing.onsuccess = resolve;
        // There was no room to begin that one.
        removing.onerror = resolve;
      });
    }
  }, stores);

/** A set whose names do not fit into what is left over either; what stands behind them is never read. */
function large() {
  const [head = Buffer.of(), names = Buffer.of(), ...shards] = parts(TOWNS);
  return packed([head, Buffer.concat([names, randomBytes(3_000_000)]), ...shards]);
}

inEachBrowser((session) => {
  const stores = () => (session.browser.name === 'firefox' ? 40 : 1);

  test('an article that there is no room for is not saved, and what is there stays', async () => {
    // Chromium asks how much room there is once in half a minute, so it has to be limited before the first is taken.
    await session.browser.limitStorage(ROOM);
    await save(await session.check(GAZETTE));
    const popup = await session.check(LONG);
    const before = await stored(popup);
    assert.ok((await fill(popup, stores())) > 0);
    await press(popup, SAVE);
    await until('that there is no room', async () => (await saidOfSaving(popup)).includes(FULL), () => saidOfSaving(popup));
    assert.deepEqual(await stored(popup), before);
    await empty(popup, stores());
    await press(popup, SAVE);
    await until('that it is saved', async () => (await offered(popup)).includes(REMOVE));
    assert.equal(Object.keys((await stored(popup)).heads).length, 2);
    await popup.close();
  });

  test('a file of articles that there is no room for changes nothing', async () => {
    await openOptions(session);
    const before = await stored(session.browser);
    const { text } = await session.browser.evaluate(() => chrome.runtime.sendMessage({ export: { from: 0, table: false } }));
    const [opening, ...saved] = String(text).trim().split('\n');
    const long = saved.find((line) => line.includes(LONG)) ?? '';
    // More than Firefox has left in the file of a store, which grows by leaps.
    const copies = Array.from({ length: COPIES }, (_, number) => long.replaceAll(LONG, `/copied/${number}`));
    const file = Buffer.from([opening, ...copies].join('\n'));
    assert.ok((await fill(session.browser, stores())) > 0);
    await chooseFile(session, 'library.jsonl', file);
    await until('that there is no room', async () => (await saidOfImport(session)) === `${FULL}0 articles were imported.`, () => saidOfImport(session));
    assert.deepEqual(await stored(session.browser), before);
    await empty(session.browser, stores());
    await chooseFile(session, 'library.jsonl', file);
    await until('that it is imported', async () => (await saidOfImport(session)).startsWith(`${COPIES} articles were imported.`), () => saidOfImport(session));
    assert.equal(Object.keys((await stored(session.browser)).heads).length, 2 + COPIES);
  });

  test('a set that there is no room for does not stay, nor does it take anything with it', async () => {
    await openOptions(session);
    const before = await stored(session.browser);
    assert.ok((await fill(session.browser, stores())) > 0);
    await importSet(session, large(), FULL);
    assert.deepEqual([await sets(session), await recordsOfSets(session)], [[], 0]);
    assert.deepEqual(await stored(session.browser), before);
    await empty(session.browser, stores());
    await importSet(session, large(), '“towns” was imported');
    const popup = await session.check('/fixtures/towns-told.html');
    assert.deepEqual(await session.highlighted('mark'), ['52,700']);
    await popup.close();
  });
}, { change: limited, settings: { firefox: { 'dom.quotaManager.temporaryStorage.fixedLimit': ROOM / 1000 } } });
