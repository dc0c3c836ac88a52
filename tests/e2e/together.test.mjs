// Two windows that save and delete at once.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOptions, recordsOfSets, sets, TOWNS } from './packs.mjs';
import { inEachBrowser } from './session.mjs';
import { stored } from './stored.mjs';

/** @typedef {import('./browsers/types.d.ts').Document} Document */
/** @typedef {import('./browsers/types.d.ts').Popup} Popup */

const HARBOUR = '/fixtures/ferry-harbour.html';
const COURIER = '/fixtures/ferry-courier.html';
const GAZETTE = '/fixtures/ferry-gazette.html';

inEachBrowser((session) => {
  /** Asks the background for several things before it has answered any. @param {Document} popup @param {object[]} asks @returns {Promise<any[]>} */
  const ask = (popup, ...asks) =>
    popup.evaluate((asks) => Promise.all(asks.map((ask) => chrome.runtime.sendMessage(ask))), asks);

  /** The numbers of the tabs, in their order. @param {Popup} popup */
  const tabs = (popup) =>
    popup.evaluate(async () => (await chrome.tabs.query({})).sort((one, other) => (one.id ?? 0) - (other.id ?? 0)).map(({ id }) => id ?? 0));

  /** @param {Document} popup */
  async function titles(popup) {
    const { heads, articles } = await stored(popup);
    assert.deepEqual(Object.keys(heads), Object.keys(articles), 'each has its record');
    return Object.values(heads).map((head) => head.title).sort();
  }

  /** Shows two pages, the second of them in a window of its own. @param {string} first @param {string} second */
  async function show(first, second) {
    await session.browser.closeTabs();
    await (await session.check(first)).close();
    await session.browser.openTab(session.server.origin + second);
    const popup = await session.checkAgain();
    return { popup, tabs: await tabs(popup) };
  }

  const ENGINEER = 'Engineer pulled from the sea off Orrin';
  const FERRY = 'Tolland ferry lost: survivor found';
  const WOMAN = 'Woman saved off Orrin is doing well';

  test('the same article is saved once, whoever is first', async () => {
    const { popup, tabs } = await show(HARBOUR, `${HARBOUR}#here`);
    await ask(popup, ...tabs.map((tab) => ({ saveArticle: { tab } })));
    assert.deepEqual(await titles(popup), [ENGINEER]);
    await popup.close();
  });

  test('two articles are both saved', async () => {
    const { popup, tabs } = await show(GAZETTE, COURIER);
    await ask(popup, ...tabs.map((tab) => ({ saveArticle: { tab } })));
    assert.deepEqual(await titles(popup), [ENGINEER, FERRY, WOMAN]);
    const { names } = await stored(popup);
    assert.equal(Object.keys(names).length, 1);
    await popup.close();
  });

  test('an article is deleted by both, and another saved meanwhile', async () => {
    const { popup, tabs } = await show(HARBOUR, COURIER);
    const { heads } = await stored(popup);
    const numbers = Object.keys(heads).map(Number);
    await ask(popup, { removeArticles: { numbers } }, { saveArticle: { tab: tabs[1] } }, { removeArticles: { numbers } });
    assert.deepEqual(await titles(popup), [WOMAN]);
    await popup.close();
  });

  test('the same file is imported once, and a set that comes twice is there once', async () => {
    await openOptions(session);
    const ours = session.browser;
    const { text } = await ours.evaluate(() => chrome.runtime.sendMessage({ export: { from: 0, table: false } }));
    const lines = text.replaceAll(/ferry-\w+/g, 'ferry-copied').replaceAll('doing well', 'at home');
    const told = await ask(ours, { import: { lines, before: 0 } }, { import: { lines, before: 0 } });
    assert.deepEqual(told.map(({ articles }) => articles), [1, 1]);
    assert.deepEqual(await titles(ours), ['Woman saved off Orrin is at home', WOMAN]);
    const { heads } = await stored(ours);
    const numbers = Object.keys(heads).map(Number).filter((number) => heads[number]?.title.endsWith('at home'));
    const start = TOWNS.toString('latin1');
    const [first, second] = await ask(ours, { beginSet: { name: 'towns', start } }, { beginSet: { name: 'towns', start } }, { removeArticles: { numbers } });
    assert.deepEqual(second, first);
    const { set, from, until: end } = first;
    const content = start.slice(from, end);
    // Whoever comes second has parts that are there already, and begins anew.
    const added = await ask(ours, { addParts: { set, content } }, { addParts: { set, content } });
    assert.deepEqual(added[0].from, added[0].until, 'it is whole');
    assert.equal((await sets(session)).filter(({ whole, on }) => whole && on).length, 1);
    assert.equal(await recordsOfSets(session), 6);
    await ask(ours, { removeSet: { set } }, { switchSet: { set, on: false } });
    assert.deepEqual([await sets(session), await recordsOfSets(session)], [[], 0]);
  });

  test('what is deleted by a list that is out of date is nothing that was saved since', async () => {
    const { popup, tabs } = await show(HARBOUR, COURIER);
    const numbers = Object.keys((await stored(popup)).heads).map(Number);
    await ask(popup, { removeArticles: { numbers } });
    await ask(popup, { saveArticle: { tab: tabs[0] } });
    await ask(popup, { removeArticles: { numbers } });
    assert.deepEqual(await titles(popup), [ENGINEER]);
    await popup.close();
    await session.browser.closeTabs();
  });
});
