// What other articles say comes after what the page says itself: marks are there before it, and none goes for it.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { save } from './saving.mjs';
import { inEachBrowser, listedFindings } from './session.mjs';
import { forgetSession } from './stored.mjs';
import { until } from './wait.mjs';

const HARBOUR = '/fixtures/ferry-harbour.html';
const INQUIRY = '/fixtures/ferry-inquiry.html';

/**
 * Runs in the background, before everything else: holds the second answer to a page that asks for that, until it is let go,
 * and has a page that asks for that wait without end for what is saved.
 */
function holder() {
  let waits = false;
  const { get } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.get = function (key) {
    if (!waits || this.name !== 'articles') return get.call(this, key);
    void chrome.storage.session.set({ waiting: true });
    return /** @type {any} */ (new EventTarget());
  };
  const channel = new BroadcastChannel('plumbline-others');
  /** @type {(() => void)[]} */
  const held = [];
  let times = 0;
  channel.onmessage = () => held.shift()?.();
  const add = chrome.runtime.onConnect.addListener;
  chrome.runtime.onConnect.addListener = (/** @type {(port: chrome.runtime.Port) => void} */ hear) =>
    add.call(chrome.runtime.onConnect, (port) => {
      waits = port.sender?.url?.endsWith('?waits') ?? false;
      const post = port.postMessage.bind(port);
      let answers = 0;
      port.postMessage = (said) => {
        answers += 1;
        if (answers < 2 || !port.sender?.url?.endsWith('?held')) return post(said);
        held.push(() => post(said));
        times += 1;
        void chrome.storage.session.set({ held: times });
      };
      hear(port);
    });
}

/** @type {import('./session.mjs').Change} */
function hold(folder) {
  const background = join(folder, 'background.js');
  writeFileSync(background, `(${holder})();\n${readFileSync(background, 'utf8')}`);
}

inEachBrowser((session) => {
  test('marks of the page itself come first, and none goes while it is asked what others say', async () => {
    await save(await session.check(HARBOUR));
    await session.browser.open(`${session.server.origin}${INQUIRY}?held`);
    const popup = await session.browser.clickToolbarButton();
    const held = (/** @type {number} */ times) =>
      until(`${times} answers held`, async () => (await popup.evaluate(() => chrome.storage.session.get('held')))['held'] === times);
    const letGo = () => popup.evaluate(() => new BroadcastChannel('plumbline-others').postMessage('go'));
    const isDone = () => popup.evaluate(() => document.getElementById('status')?.className === 'done');

    await until('the mark of the page itself', async () => (await session.highlighted('warn')).length > 0);
    const itself = await session.highlighted('warn');
    assert.deepEqual(await session.highlighted('mark'), []);
    assert.equal(await isDone(), false, 'the list waits for all that is said');
    await held(1);
    await letGo();
    await until('the list', isDone);
    assert.equal((await listedFindings(popup)).length, 2);
    assert.deepEqual(await session.highlighted('mark'), ['43']);

    await session.browser.evaluate(() => {
      const added = document.createElement('p');
      added.textContent = 'It had been launched on Friday, 5 March 2003, the yard said.';
      document.querySelector('article')?.append(added);
    });
    await held(2);
    assert.deepEqual(await session.highlighted('mark'), ['43'], 'it stays until all is said');
    await letGo();
    await until('the mark in what is new', async () => (await session.highlighted('warn')).length > itself.length);
    assert.deepEqual((await session.highlighted('warn')).slice(0, itself.length), itself);
    assert.deepEqual(await session.highlighted('mark'), ['43']);
    await popup.close();
  });

  test('a page that is left before it is told what others say is kept as it was checked', async () => {
    await session.untilKept(2);
    await forgetSession(session.browser);
    await session.browser.open(`${session.server.origin}${INQUIRY}?waits`);
    const popup = await session.browser.clickToolbarButton();
    await until('that it waits', async () => (await popup.evaluate(() => chrome.storage.session.get('waiting')))['waiting']);
    await until('the mark of the page itself', async () => (await session.highlighted('warn')).length > 0);
    await popup.close();
    await session.untilKept(1);
    assert.deepEqual(await session.readArticles(), ['Inquiry into the loss of the Tolland ferry']);
    const next = await session.check(HARBOUR);
    const beside = await next.evaluate(() => [...document.querySelectorAll('.inside')].map((line) => line.textContent));
    assert.ok(beside.includes('Compared with one other article on the same story.'));
    await next.close();
  });
}, { change: hold });
