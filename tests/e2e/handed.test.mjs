// What the background hands to a page's content script: of other articles the sentences that findings rest on, no more.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { save } from './saving.mjs';
import { inEachBrowser } from './session.mjs';

const HARBOUR = '/fixtures/ferry-harbour.html';
const COURIER = '/fixtures/ferry-courier.html';
const TUESDAY = '/fixtures/mudslide-tuesday.html';
const FRIDAY = '/fixtures/mudslide-friday.html';

/** Runs in the background, before everything else: notes down whatever goes to tabs. */
function listener() {
  let number = 0;
  const note = (/** @type {unknown} */ said) => chrome.storage.session.set({ [`handed:${(number += 1)}`]: JSON.stringify(said) });
  const add = chrome.runtime.onConnect.addListener;
  chrome.runtime.onConnect.addListener = (/** @type {(port: chrome.runtime.Port) => void} */ hear) =>
    add.call(chrome.runtime.onConnect, (port) => {
      const post = port.postMessage.bind(port);
      port.postMessage = (said) => {
        note(said);
        post(said);
      };
      hear(port);
    });
  const send = /** @type {(...args: any[]) => Promise<any>} */ (chrome.tabs.sendMessage);
  /** @type {any} */ (chrome.tabs).sendMessage = (/** @type {any[]} */ ...args) => {
    note(args[1]);
    return send.apply(chrome.tabs, args);
  };
}

/** @type {import('./session.mjs').Change} */
function listen(folder) {
  const background = join(folder, 'background.js');
  writeFileSync(background, `(${listener})();\n${readFileSync(background, 'utf8')}`);
}

/** The sentences of a fixture, and its title and name. @param {string} path */
function textsOf(path) {
  const html = readFileSync(new URL(`../${path.slice(1)}`, import.meta.url), 'utf8');
  const paragraphs = [...html.matchAll(/<p>(.*?)<\/p>/gs)].map(([, text = '']) => text.replace(/\s+/g, ' '));
  return [...paragraphs, path.split('/').at(-1) ?? ''];
}

inEachBrowser((session) => {
  test('a page is told of other articles what its findings rest on', async () => {
    for (const path of [HARBOUR, TUESDAY, FRIDAY]) await save(await session.check(path));
    const before = await session.check(COURIER);
    await before.evaluate(() => chrome.storage.session.clear());
    await before.close();
    const popup = await session.checkAgain();
    const kept = await popup.evaluate(() => chrome.storage.session.get());
    const handed = Object.entries(kept).filter(([key]) => key.startsWith('handed:')).map(([, said]) => String(said)).join('\n');
    await popup.close();
    const [evidence = '', rest = '', name = ''] = textsOf(HARBOUR);
    assert.ok(handed.includes(evidence) && handed.includes(name), 'the sentence that says otherwise, and where');
    assert.ok(!handed.includes(rest), 'nothing else of that article');
    for (const text of [...textsOf(TUESDAY), ...textsOf(FRIDAY)]) assert.ok(!handed.includes(text), text);
  });
}, { change: listen });
