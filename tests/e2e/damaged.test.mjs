// A library that is damaged, of a newer version, or of an older one: it is said, and the rest keeps working.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { offered, press, REMOVE, SAVE, saidOfSaving, save, showLibrary, titlesOn } from './saving.mjs';
import { inEachBrowser } from './session.mjs';
import { begin, forgetSession, renew, replace, stored, untilRead } from './stored.mjs';
import { until } from './wait.mjs';

/** @typedef {import('./browsers/types.d.ts').Popup} Popup */

const HARBOUR = '/fixtures/ferry-harbour.html';
const COURIER = '/fixtures/ferry-courier.html';
const GAZETTE = '/fixtures/ferry-gazette.html';

const ENGINEER = 'Engineer pulled from the sea off Orrin';
const FERRY = 'Tolland ferry lost: survivor found';

const DAMAGED = 'It is in your library, but damaged on this computer’s disk, and nothing is compared with it. Save the article again, or delete this.';
const NEWER = 'It is in your library, but was saved by a newer version of Plumbline, and nothing is compared with it. Update Plumbline, or save the article again.';
const NEWER_LIBRARY = 'The library was written by a newer version of Plumbline. It is left as it is: update Plumbline to use it.';

/** Where a record says its version. */
const VERSION_AT = 4;

/** What the first version has stored of two articles, as it wrote it itself; the records as hexadecimal digits. */
const FIRST = JSON.parse(readFileSync(new URL('./stored-1.json', import.meta.url), 'utf8'), (_, value) =>
  typeof value === 'string' && /^504c52/.test(value) ? [...Buffer.from(value, 'hex')] : value,
);

inEachBrowser((session) => {
  /** How the next page is marked when it is held against the library alone, with nothing that was read before. */
  async function marksOfCourier() {
    const before = await session.check(COURIER);
    // Pages are kept one after the other, this one last.
    await untilRead(before, COURIER);
    await forgetSession(before);
    await before.close();
    await (await session.checkAgain()).close();
    const marks = await session.highlighted('mark');
    return [...marks, ...(await session.highlighted('warn')).map((text) => `${text}!`)];
  }

  /** @param {Popup} popup */
  const library = async (popup) => {
    const panel = await session.browser.openPanel(popup);
    await showLibrary(panel);
    await until('what came along', async () => (await titlesOn(panel, 'Came with Plumbline')).length > 0);
    return panel;
  };
  /** @param {Popup} panel */
  const problems = (panel) =>
    panel.evaluate(() => [...document.querySelectorAll('#shelves .problem')].map((line) => line.textContent ?? ''));
  /** The only number that is taken. @param {Record<number, unknown>} records */
  const only = (records) => {
    const [number, ...others] = Object.keys(records).map(Number);
    assert.ok(number !== undefined && others.length === 0, 'one');
    return number;
  };

  test('an article whose record is damaged is said to be, others are compared with, and saving it again mends it', async () => {
    await save(await session.check(GAZETTE));
    let popup = await session.check(HARBOUR);
    await save(popup);
    assert.deepEqual(await marksOfCourier(), ['43!']);
    popup = await session.check(HARBOUR);
    const { heads, articles } = await stored(popup);
    const [number = 0] = Object.keys(heads).map(Number).filter((number) => heads[number].title === ENGINEER);
    const record = articles[number] ?? [];
    await replace(popup, 'articles', number, record.slice(0, -7));
    assert.deepEqual(await marksOfCourier(), ['43']);
    popup = await session.check(HARBOUR);
    await until('the offer', async () => (await offered(popup)).includes(REMOVE));
    assert.deepEqual(await saidOfSaving(popup), [DAMAGED]);
    await press(popup, 'Save it as it is now');
    await until('that it is saved', async () => !(await saidOfSaving(popup)).includes(DAMAGED));
    await popup.close();
    assert.deepEqual(await marksOfCourier(), ['43!']);
  });

  test('an index that is damaged is made anew of the articles, by the next page and by the next that is saved', async () => {
    for (const bytes of [[], [1, 2, 3]]) {
      const popup = await session.check(HARBOUR);
      const { names } = await stored(popup);
      const part = only(names);
      await replace(popup, 'names', part, bytes);
      // What the engine has read already it keeps.
      await session.browser.stopBackground();
      assert.deepEqual(await marksOfCourier(), ['43!']);
      const again = await session.check(HARBOUR);
      const mended = (await stored(again)).names[part] ?? [];
      assert.equal(mended.length, names[part]?.length);
      await replace(again, 'names', part, bytes);
      await press(again, 'Save it as it is now');
      await until('that it is saved', async () => (await stored(again)).names[part]?.length === mended.length);
      await again.close();
    }
  });

  test('an index that a newer version wrote is left as it is, and nothing is saved into it', async () => {
    const popup = await session.check(HARBOUR);
    const before = await stored(popup);
    const part = only(before.names);
    const newer = (before.names[part] ?? []).with(VERSION_AT, 9);
    await replace(popup, 'names', part, newer);
    await press(popup, 'Save it as it is now');
    await until('that it is of a newer version', async () => (await saidOfSaving(popup)).includes(NEWER_LIBRARY));
    assert.deepEqual(await stored(popup), { ...before, names: { [part]: newer } });
    await replace(popup, 'names', part, before.names[part]);
    await popup.close();
    assert.deepEqual(await marksOfCourier(), ['43!']);
  });

  test('what is listed of an article may be damaged: it is listed all the same, and can be deleted', async () => {
    const popup = await session.check(HARBOUR);
    const { heads } = await stored(popup);
    const [number = 0] = Object.keys(heads).map(Number).filter((number) => heads[number].title === ENGINEER);
    await replace(popup, 'heads', number, 'what is this?');
    const panel = await library(popup);
    const saved = () => titlesOn(panel, 'Saved by you');
    assert.deepEqual((await saved()).sort(), ['An article without a title', FERRY]);
    assert.deepEqual(await problems(panel), [DAMAGED]);
    await panel.evaluate(() => {
      const item = document.querySelector('#shelves .problem')?.closest('li');
      item?.querySelector('button')?.focus();
    });
    await panel.press('Enter');
    await until('that it is gone', async () => (await saved()).length === 1);
    await panel.close();
    assert.deepEqual(await marksOfCourier(), ['43']);
  });

  test('an article that a newer version saved is left as it is, and said to be of one', async () => {
    let popup = await session.check(GAZETTE);
    const { articles } = await stored(popup);
    const number = only(articles);
    const newer = (articles[number] ?? []).with(VERSION_AT, 9);
    await replace(popup, 'articles', number, newer);
    assert.deepEqual(await marksOfCourier(), []);
    popup = await session.check(GAZETTE);
    await until('the offer', async () => (await offered(popup)).includes(REMOVE));
    assert.deepEqual(await saidOfSaving(popup), [NEWER]);
    assert.deepEqual((await stored(popup)).articles[number], newer);
    await popup.close();
  });

  test('what the first version has stored is read by this one', async () => {
    const popup = await session.check(HARBOUR);
    // Nobody is to ask for the store between its end and its beginning.
    await until('the offer', async () => (await offered(popup)).length > 0);
    await begin(popup, FIRST);
    await session.browser.stopBackground();
    assert.deepEqual(await marksOfCourier(), ['43!']);
    const panel = await library(await session.check(COURIER));
    const saved = () => titlesOn(panel, 'Saved by you');
    assert.deepEqual((await saved()).sort(), [ENGINEER, FERRY]);
    await panel.evaluate(() => /** @type {HTMLElement | null} */ (document.querySelector('#shelves li button'))?.focus());
    await panel.press('Enter');
    await until('that one is gone', async () => (await saved()).length === 1);
    await panel.close();
    assert.deepEqual(await marksOfCourier(), ['43']);
    await save(await session.check(GAZETTE));
    assert.deepEqual(await marksOfCourier(), ['43!']);
  });

  test('a library of a newer version is left as it is, and all the rest works', async () => {
    const before = await session.check(HARBOUR);
    const known = await stored(before);
    await untilRead(before, HARBOUR);
    await forgetSession(before);
    await renew(before, 900);
    await before.close();
    const popup = await session.check(HARBOUR);
    await until('that it is newer', async () => (await saidOfSaving(popup)).includes(NEWER_LIBRARY));
    await press(popup, SAVE);
    await until('that it is still said', async () => (await saidOfSaving(popup)).includes(NEWER_LIBRARY));
    await untilRead(popup, HARBOUR);
    const panel = await library(popup);
    assert.deepEqual(await problems(panel), [NEWER_LIBRARY]);
    assert.deepEqual(await titlesOn(panel, 'Checked since the browser started'), [ENGINEER]);
    assert.deepEqual(await stored(panel), known);
    await panel.close();
    await (await session.check(COURIER)).close();
    assert.deepEqual(await session.highlighted('mark'), ['43'], 'by what was read');
  });
});
