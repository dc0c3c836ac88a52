// What is answered late is of the page that it was asked about, and not of the one that is looked at by then.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { offered, SAVE, save } from './saving.mjs';
import { select } from './selecting.mjs';
import { inEachBrowser, listedFindings } from './session.mjs';
import { until } from './wait.mjs';

/** @typedef {import('./session.mjs').Popup} Popup */

const HARBOUR = '/fixtures/ferry-harbour.html';
const SLIPPED = '/fixtures/slipped-point.html';
const SLIPS = '/fixtures/two-slips.html';

/**
 * Runs in the background, before everything else: holds its answers to what is asked by a name that it is told, and lets them
 * go when it is told anything else, the last one first.
 */
function holder() {
  let name = '';
  /** @type {(() => void)[]} */
  let held = [];
  const channel = new BroadcastChannel('plumbline-late');
  channel.onmessage = ({ data }) => {
    for (const answer of held.reverse()) answer();
    held = [];
    name = data;
    void chrome.storage.session.set({ holds: data, held: 0 });
  };
  const { onMessage } = chrome.runtime;
  const add = /** @type {(...args: any[]) => void} */ (onMessage.addListener);
  onMessage.addListener = (/** @type {(...args: any[]) => any} */ hear) =>
    add.call(onMessage, (/** @type {any} */ asked, /** @type {any} */ sender, /** @type {(answer: unknown) => void} */ respond) =>
      hear(asked, sender, (/** @type {unknown} */ answer) => {
        if (!name || !asked[name]) return respond(answer);
        held.push(() => respond(answer));
        return void chrome.storage.session.set({ held: held.length });
      }));
}

/** @type {import('./session.mjs').Change} */
function hold(folder) {
  const background = join(folder, 'background.js');
  writeFileSync(background, `(${holder})();\n${readFileSync(background, 'utf8')}`);
}

inEachBrowser((session) => {
  /** @param {Popup} panel @returns {Promise<any>} */
  const kept = (panel) => panel.evaluate(() => chrome.storage.session.get(['holds', 'held']));
  /** Has answers held, or let go. @param {Popup} panel @param {'isSaved' | 'checkTab' | 'nothing'} name */
  async function holdBack(panel, name) {
    await panel.evaluate((name) => new BroadcastChannel('plumbline-late').postMessage(name), name);
    await until(`${name} held`, async () => (await kept(panel))['holds'] === name);
  }
  /** @param {Popup} panel @param {number} count */
  const held = (panel, count) => until(`${count} answers held`, async () => (await kept(panel))['held'] === count);

  /** @param {Popup} panel */
  const quotes = async (panel) => (await listedFindings(panel)).map(({ quote }) => quote);
  /** Waits until the panel lists these figures. @param {Popup} panel @param {string[]} wanted */
  const lists = (panel, wanted) =>
    until(`${wanted.join(', ') || 'nothing'} in the list`, async () => JSON.stringify(await quotes(panel)) === JSON.stringify(wanted));

  /** Opens the panel over a page that is checked, beside another; gives what it lists. @param {string} path */
  async function openBeside(path) {
    await session.browser.openTab(session.server.origin + path);
    const popup = await session.checkAgain();
    const listed = await quotes(popup);
    const panel = await session.browser.openPanel(popup);
    await lists(panel, listed);
    await until('the offer', async () => (await offered(panel)).length > 0);
    return { panel, listed };
  }

  test('whether an article is saved is said of its own page, though the panel shows another by then', async () => {
    await save(await session.check(HARBOUR));
    const { panel, listed } = await openBeside(SLIPPED);
    await holdBack(panel, 'isSaved');
    await session.browser.showTab(0);
    await held(panel, 1);
    await session.browser.showTab(1);
    await lists(panel, listed);
    await held(panel, 2);
    await holdBack(panel, 'nothing');
    await until('the offer', async () => (await offered(panel)).length > 0);
    // What was let go has come when what is asked later is answered.
    await panel.evaluate(() => chrome.runtime.sendMessage('shelf'));
    assert.deepEqual(await offered(panel), [SAVE], 'this one is not saved');
    await panel.close();
    await session.browser.closeTabs();
  });

  test('what becomes of a check is not shown over another tab', async () => {
    await (await session.check(SLIPS)).close();
    const { panel, listed } = await openBeside(SLIPPED);
    await session.browser.showTab(0);
    const { x, y } = await select(session.browser, 'was paid in the end');
    await session.browser.chooseFromMenu(x, y, 'Check the selection with Plumbline');
    await until('the way to the whole page', () => panel.evaluate(() => document.querySelector('.selected .again') !== null));
    await holdBack(panel, 'checkTab');
    await panel.evaluate(() => /** @type {HTMLElement | null} */ (document.querySelector('.selected .again'))?.click());
    await held(panel, 1);
    await session.browser.showTab(1);
    await lists(panel, listed);
    await holdBack(panel, 'nothing');
    await panel.evaluate(() => chrome.runtime.sendMessage('shelf'));
    assert.deepEqual(await quotes(panel), listed);
    await panel.close();
    await session.browser.closeTabs();
  });
}, { change: hold });
