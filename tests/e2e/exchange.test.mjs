// The library as a file: out and in again the same, whatever the file holds; and what is said where it cannot be read.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inEachBrowser } from './session.mjs';
import { until } from './wait.mjs';

const HARBOUR = '/fixtures/ferry-harbour.html';
const COURIER = '/fixtures/ferry-courier.html';
const GAZETTE = '/fixtures/ferry-gazette.html';

/** An article as a line of the file. @param {string} address @param {Record<string, unknown>} [changed] */
const line = (address, changed = {}) =>
  JSON.stringify({
    article: {
      saved: 1_714_730_000_000,
      article: { title: 'Ferry lost', publisher: 'coast.example', address, published: '2024-05-03', text: 'It carried 340 people.', names: 'orrin', ...changed },
      figures: [{ figure: '340', sentence: 'It carried 340 people.' }],
    },
  });

inEachBrowser((session) => {
  /** Asks the background, from the options page. @param {Plumbline.Ask} ask @returns {Promise<any>} */
  const ask = (ask) => session.browser.evaluate((ask) => chrome.runtime.sendMessage(ask), ask);
  const openOptions = () => session.browser.openExtensionPage('options.html');

  /** The whole file. @param {boolean} [table] */
  async function exported(table = false) {
    let text = '';
    let /** @type {number | null} */ from = 0;
    while (from !== null) {
      const /** @type {Plumbline.Exported} */ piece = await ask({ export: { from, table } });
      assert.equal(piece.leftOut, 0);
      text += piece.text;
      from = piece.next;
    }
    return text;
  }

  /** @param {string} lines @param {number} [before] @returns {Promise<Plumbline.Imported>} */
  const imported = (lines, before = 0) => ask({ import: { lines, before } });

  async function wipe() {
    const /** @type {Plumbline.SavedHead[]} */ heads = await ask('shelf');
    await ask({ removeArticles: { numbers: heads.map(({ number }) => number) } });
    assert.deepEqual(await ask('shelf'), []);
  }

  /** @param {string} path */
  async function save(path) {
    const popup = await session.check(path);
    await until('the offer', () => popup.evaluate(() => document.querySelector('#saving button') !== null));
    await popup.evaluate(() => /** @type {HTMLElement | null} */ (document.querySelector('#saving button'))?.focus());
    await popup.press('Enter');
    await until('that it is saved', () => popup.evaluate(() => document.querySelectorAll('#saving button').length === 2));
    await popup.close();
  }

  /** Changes what the store holds, as nobody but a fault would. @param {string} store @param {number} key @param {number[]} value */
  const damage = (store, key, value) =>
    session.browser.evaluate(
      (store, key, value) =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('library');
          opening.onerror = reject;
          opening.onsuccess = () => {
            const writing = opening.result.transaction([store], 'readwrite');
            writing.objectStore(store).put(new Uint8Array(value), key);
            writing.oncomplete = () => {
              opening.result.close();
              resolve(true);
            };
          };
        }),
      store, key, value,
    );

  /** What the popup says beside the findings. @param {string} path */
  async function notice(path) {
    const popup = await session.check(path);
    const said = await popup.evaluate(() => document.querySelector('.notice')?.textContent ?? '');
    await popup.close();
    return said;
  }

  test('exported, wiped and imported, it is the same', async () => {
    for (const path of [HARBOUR, COURIER, GAZETTE]) await save(path);
    await openOptions();
    const file = await exported();
    assert.equal(file.trim().split('\n').length, 4, 'a line that says what it is, and one for each article');
    const shelf = await ask('shelf');
    await wipe();
    await session.browser.stopBackground();
    assert.deepEqual(await imported(file), { articles: 3, older: 0, wrong: 0, told: [] });
    assert.equal(await exported(), file);
    // Numbers are never given twice.
    const listed = (/** @type {Plumbline.SavedHead[]} */ heads) => heads.map((head) => ({ ...head, number: 0 }));
    assert.deepEqual(listed(await ask('shelf')), listed(shelf));
    const popup = await session.check(COURIER);
    await until('that it is saved', () => popup.evaluate(() => document.querySelectorAll('#saving button').length === 2));
    await popup.close();
  });

  /** What stands in a part of the options page, spaces as read. @param {string} selector */
  const told = (selector) =>
    session.browser.evaluate((selector) => (document.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim(), selector);
  const titles = () => session.browser.evaluate(() => [...document.querySelectorAll('#shelves .title')].map((title) => title.textContent ?? ''));

  /** The file that was downloaded, once it is there as a whole. */
  async function downloaded() {
    const { downloads } = session.browser;
    const name = await until('the file', async () => (existsSync(downloads) ? readdirSync(downloads) : []).find((name) => /^plumbline-[\d-]+\.\w+$/.test(name)));
    const text = await until('all of it', async () => readFileSync(join(downloads, name), 'utf8'));
    return { name, text };
  }

  /** Chooses a file to import. @param {string} name @param {string} text */
  const choose = (name, text) =>
    session.browser.evaluate(
      (name, text) => {
        const field = /** @type {HTMLInputElement} */ (document.getElementById('import-file'));
        const chosen = new DataTransfer();
        chosen.items.add(new File([text], name));
        field.files = chosen.files;
        field.dispatchEvent(new Event('change'));
      },
      name, text,
    );

  test('the options page lists what is saved, and exports, deletes and imports it', async () => {
    await openOptions();
    await until('what is saved', async () => (await titles()).length === 3);
    assert.match(await told('#shelf p'), /^3 articles, \d+ KB on this computer\.$/);
    assert.match(await told('#shelves .from'), /^127\.0\.0\.1:\d+ · .* · \d+ (days|months|years) old$/);
    await session.pressInLibrary('Export');
    await until('that it is handed over', async () => (await told('#shelf-note')).startsWith('Saved as'));
    const file = await downloaded();
    assert.match(file.name, /^plumbline-\d{4}-\d\d-\d\d\.jsonl$/);
    assert.equal(file.text, await exported());
    assert.equal(await told('#shelf-note'), `Saved as ${file.name} in your downloads.`);
    // Had the library been shown anew, it would have been by now.
    for (const asked of /** @type {const} */ (['sets', 'shelf'])) await ask(asked);
    assert.equal(await session.browser.evaluate(() => document.activeElement?.textContent), 'Export', 'who goes by keyboard is still there');
    await session.pressInLibrary('Delete all');
    await session.pressInLibrary('Delete all of it');
    await until('that it is deleted', async () => (await titles()).length === 0);
    await until('that it is said', async () => (await told('#shelf-note')) === 'Everything that was saved is deleted.');
    await choose('library.jsonl', `\uFEFF${file.text.replaceAll('\n', '\r\n')}nothing`);
    await until('that it is imported', async () => (await titles()).length === 3);
    assert.equal(await told('#shelf-note'), '3 articles were imported.1 line could not be read:Line 5: it is cut off, or no JSON.');
    assert.equal(await exported(), file.text);
  });

  test('what is saved can be searched, and one of it deleted', async () => {
    await openOptions();
    await until('what is saved', async () => (await titles()).length === 3);
    const all = await titles();
    await session.browser.evaluate(() => {
      const field = /** @type {HTMLInputElement} */ (document.getElementById('search'));
      field.value = 'pulled orrin';
      field.dispatchEvent(new Event('input'));
    });
    assert.deepEqual(await titles(), ['Engineer pulled from the sea off Orrin']);
    const file = await exported();
    await session.browser.evaluate(() => /** @type {HTMLElement | null} */ (document.querySelector('#shelves li button'))?.focus());
    await session.browser.press('Enter');
    await until('that it is gone', async () => (await told('#search-found')) === '0 articles');
    assert.equal((await ask('shelf')).length, all.length - 1);
    await imported(file);
  });

  test('as a table, it has a row for each figure', async () => {
    await openOptions();
    const rows = (await exported(true)).trim().split('\r\n');
    assert.equal(rows[0], 'publisher,title,published,address,figure,sentence');
    assert.ok(rows.length > 3);
    assert.match(rows.find((row) => row.includes('ferry-courier')) ?? '', /,"43","/);
  });

  test('a file with an older word on what is saved changes nothing', async () => {
    await openOptions();
    const file = await exported();
    const old = file.replace(/"saved":\d+/g, '"saved":1000').replaceAll('Engineer', 'Nobody');
    assert.deepEqual(await imported(old), { articles: 0, older: 3, wrong: 0, told: [] });
    assert.equal(await exported(), file);
  });

  test('of a hostile file what can be taken is taken, the rest is told by its line, and nothing is lost', async () => {
    await openOptions();
    const saved = await exported();
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    const lines = [
      '{"plumbline":{"version":1}}',
      line('https://coast.example/1', { title: '<img src=x onerror=alert(1)>' }),
      `{"article":${deep}}`,
      line('https://coast.example/2', { text: 'x'.repeat(500_000) }),
      line('javascript:alert(1)'),
      line('https://coast.example/3', { title: ['a', 'list'] }),
      line('https://coast.example/4', { published: 'soon' }),
      line('https://coast.example/1', { title: 'The same again' }),
      '{"virus":true}',
      '{"plumbline":{"version":2}}',
      line('https://coast.example/5', { extra: { 'of a newer': 'version' }, __proto__: { admin: true } }),
      line('https://coast.example/6').slice(0, -20),
    ];
    const { told, ...counts } = await imported(lines.join('\n'));
    assert.deepEqual(counts, { articles: 3, older: 0, wrong: 8 });
    // One browser reads JSON of any depth, the other does not.
    assert.match(told[0] ?? '', /^Line 3: it is (nothing that Plumbline saves|cut off, or no JSON)\.$/);
    assert.deepEqual(told.slice(1), [
      'Line 4: something in it is longer than anything in an article.',
      'Line 5: it has no address of the web.',
      'Line 6: it is nothing that Plumbline saves.',
      'Line 7: its day is no day.',
    ]);
    const rest = await imported(lines.slice(8).join('\n'), 8);
    assert.deepEqual(rest.told, [
      'Line 9: it is nothing that Plumbline saves.',
      'Line 10: the file was written by a newer version of Plumbline. Update Plumbline to read all of it.',
      'Line 12: it is cut off, or no JSON.',
    ]);
    const now = await exported();
    assert.ok(now.startsWith(saved), 'what was saved is still there');
    assert.deepEqual(
      now.slice(saved.length).trim().split('\n').map((line) => JSON.parse(line).article.article.title),
      ['The same again', 'Ferry lost'],
    );
  });

  test('a damaged record is told beside the findings, and the rest is compared with', async () => {
    await openOptions();
    await wipe();
    await session.browser.evaluate(() => chrome.storage.local.set({ remember: false }));
    for (const path of [HARBOUR, GAZETTE]) await save(path);
    await openOptions();
    await session.browser.evaluate(() => chrome.storage.session.clear());
    await openOptions();
    const [head] = /** @type {Plumbline.SavedHead[]} */ (await ask('shelf')).filter(({ address }) => address.includes('gazette'));
    assert.ok(head);
    await damage('articles', head.number, [1, 2, 3]);
    assert.equal(
      await notice(COURIER),
      'Your library was not compared with, or not all of it. “Tolland ferry lost: survivor found” is damaged on this computer’s disk: save that article again, or delete it.',
    );
    assert.deepEqual(await session.highlighted('mark'), ['43'], 'the other article is compared with');
    await openOptions();
    const file = await ask({ export: { from: 0, table: false } });
    assert.equal(file.leftOut, 1);
    await ask({ removeArticles: { numbers: [head.number] } });
    assert.equal(await notice(COURIER), '');
  });

  test('a library of a newer version is told beside the findings, and left as it is', async () => {
    await openOptions();
    await session.browser.stopBackground();
    await session.browser.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('library', 99);
          opening.onerror = reject;
          opening.onsuccess = () => {
            opening.result.close();
            resolve(true);
          };
        }),
    );
    assert.match(await notice(COURIER), /^Your library was not compared with, or not all of it\. The library was written by a newer version of Plumbline\./);
  });
});
