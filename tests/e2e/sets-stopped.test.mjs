// The background is stopped at every moment of importing a set: half a set is never used, it is said, and nothing is lost.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdAt, holdStore, untilHeld } from './held-store.mjs';
import { chooseFile, importSet, openOptions, recordsOfSets, saidOfImport, sets, TOWNS } from './packs.mjs';
import { inEachBrowser, listedFindings } from './session.mjs';
import { until } from './wait.mjs';

const STOPPED = 'The browser stopped Plumbline in the middle of this. Nothing that was saved before is lost: try again.';

/** What is kept of a set: what its file begins with, head, names, and a shard each of entities, statements and sources. */
const RECORDS = 6;

inEachBrowser((session) => {
  /** Has the browser stop the background at a moment of an import. @param {import('./held-store.mjs').Moment} moment */
  async function stopAt(moment) {
    await openOptions(session);
    await holdAt(session.browser, moment);
    await chooseFile(session, 'towns.pack', TOWNS);
    await untilHeld(session.browser);
    await session.browser.stopBackground();
    await until('that it was stopped being said', async () => (await saidOfImport(session)) === STOPPED);
  }

  /** How many figures are marked where the set says otherwise. */
  async function marked() {
    const popup = await session.check('/fixtures/towns-told.html');
    const found = await listedFindings(popup);
    await popup.close();
    return found.filter(({ kind }) => kind === 'mark').length;
  }

  test('a set of which no part has come is not there', async () => {
    // Its number, what its file begins with.
    for (const moment of [0, 1, 2]) {
      await stopAt(moment);
      assert.deepEqual([await sets(session), await recordsOfSets(session)], [[], 0], `after ${moment} writes`);
    }
  });

  test('a set that has come in part does not stay', async () => {
    // Its five parts, and that it is whole.
    for (const moment of [3, 4, 5, 6, 7, 8]) {
      await stopAt(moment);
      assert.deepEqual([await sets(session), await recordsOfSets(session)], [[], 0], `after ${moment} writes`);
    }
    assert.equal(await marked(), 0);
  });

  test('a set that nobody knows to have begun is listed, never used, and goes on when its file is chosen again', async () => {
    await stopAt('written');
    const [begun] = await sets(session);
    assert.deepEqual([begun?.whole, begun?.on, await recordsOfSets(session)], [false, false, 1]);
    const told = () => session.browser.evaluate(() => (document.querySelector('#sets > li .from')?.textContent ?? '').trim());
    await until('what is said of it', async () => (await told()) === 'Its import was stopped, and pages are not compared with it. Import the same file again to go on, or remove it.');
    assert.equal(await marked(), 0);
    await openOptions(session);
    await importSet(session, TOWNS, '“towns” was imported');
    const all = await sets(session);
    assert.deepEqual(all.map(({ number, whole, on }) => ({ number, whole, on })), [{ number: begun?.number, whole: true, on: true }]);
    assert.equal(await recordsOfSets(session), RECORDS);
    assert.equal(await marked(), 1);
  });

  test('a set whose removal is stopped is there as a whole', async () => {
    await openOptions(session);
    await holdAt(session.browser, 1);
    await session.browser.evaluate(() => /** @type {HTMLElement | null} */ (document.querySelector('#sets button'))?.click());
    await untilHeld(session.browser);
    await session.browser.stopBackground();
    await until('that it was stopped being said', () => session.browser.evaluate((said) => document.querySelector('#sets')?.textContent === said, STOPPED));
    assert.equal(await recordsOfSets(session), RECORDS);
    assert.equal(await marked(), 1);
  });
}, { change: holdStore });
