// What the reader has said and saved is kept apart from pages: a content script hears of what its own page shows, and of
// nothing else. The content script here writes down whatever it is told, and asks for what is not its own.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { save } from './saving.mjs';
import { inEachBrowser } from './session.mjs';
import { until } from './wait.mjs';

/** What only pages of the extension may ask for. */
const NOT_FOR_PAGES = [
  'words',
  { takeBack: { address: '127.0.0.1/fixtures/at-odds.html', said: '2026-01-01T00:00:00.000Z' } },
  'takeAllBack',
  'library',
  'shelf',
  { removeArticles: { numbers: [0, 1, 2, 3] } },
];

/** In the content script: writes down what the background answers. */
const spy = `var heard = (() => {
  const told = [];
  const note = (answer) => {
    told.push(answer);
    document.documentElement.dataset.heard = JSON.stringify(told);
  };
  const ask = (question) => chrome.runtime.sendMessage(question).then((answer) => (note(answer), answer));
  const connect = () => {
    const port = chrome.runtime.connect();
    port.onMessage.addListener(note);
    return port;
  };
  const refused = Promise.all(${JSON.stringify(NOT_FOR_PAGES)}.map((question) => chrome.runtime.sendMessage(question)));
  refused.then((answers) => void (document.documentElement.dataset.refused = JSON.stringify(answers)));
  return { ask, connect };
})();\n`;

/** @param {string} folder */
function listen(folder) {
  const path = join(folder, 'content.js');
  const script = readFileSync(path, 'utf8');
  const changed = script.replaceAll('chrome.runtime.sendMessage(', 'heard.ask(').replaceAll('chrome.runtime.connect(', 'heard.connect(');
  assert.notEqual(changed, script);
  writeFileSync(path, spy + changed);
}

inEachBrowser((session) => {
  /** @param {'heard' | 'refused'} name */
  const written = (name) => until(name, () => session.browser.evaluate((name) => document.documentElement.dataset[name], name));

  /** Says a word on a warning, in the list. @param {string} path @param {string} word */
  async function say(path, word) {
    const popup = await session.check(path);
    await until('the list', () => popup.evaluate(() => {
      const details = document.querySelector('li.finding details.word');
      if (details instanceof HTMLDetailsElement) details.open = true;
      return details !== null;
    }));
    await until(word, () => popup.evaluate((word) => {
      const button = [...document.querySelectorAll('.word-body button')].find((button) => button.textContent === word);
      if (button instanceof HTMLElement) button.click();
      return button !== undefined;
    }, word));
    await until('that it is said', () => popup.evaluate(() => document.querySelector('.said')?.textContent));
    await popup.close();
  }

  test('a page hears nothing of what was said of another one, or saved of it', async () => {
    await say('/fixtures/at-odds.html', 'Ignore here');
    await save(await session.check('/fixtures/ferry-harbour.html'));
    await (await session.check('/fixtures/slipped-point.html')).close();
    const heard = await written('heard');
    assert.match(heard, /"findings":\[\{/, 'it hears of its own');
    for (const foreign of ['at-odds', 'Wednesday', '3 March 2026', 'ignore', 'mirrored', 'Lena Marsh', 'ferry-harbour', 'Petrel']) {
      assert.ok(!heard.includes(foreign), `“${foreign}” in what the page is told`);
    }
  });

  test('a page whose finding is left out hears of no label', async () => {
    await (await session.check('/fixtures/at-odds.html')).close();
    const heard = await written('heard');
    assert.match(heard, /1 finding is left out/);
    for (const kept of ['Wednesday', 'wrong-reading', '"version"', '"mirrored"', '"said":"2']) {
      assert.ok(!heard.includes(kept), `“${kept}” in what the page is told`);
    }
  });

  test('a page that asks for what is kept is refused, and nothing is lost', async () => {
    const answers = JSON.parse(await written('refused'));
    assert.equal(answers.length, NOT_FOR_PAGES.length);
    for (const [index, answer] of answers.entries()) {
      assert.match(JSON.stringify(answer), /Only Plumbline's own pages may ask for that/, JSON.stringify(NOT_FOR_PAGES[index]));
    }
    await session.browser.openExtensionPage('options.html');
    await until('the word is still there', () => session.browser.evaluate(() => document.querySelector('#word li') !== null));
  });
}, { change: listen });
