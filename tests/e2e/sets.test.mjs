// Reference sets from a file: imported, compared with, switched off, removed, taken along; and what is made of hostile ones.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { chooseFile, importSet, openOptions, packed, parts, recordsOfSets, saidOfImport, sets, TOWNS, told } from './packs.mjs';
import { inEachBrowser, listedFindings } from './session.mjs';
import { wipe } from './stored.mjs';
import { until } from './wait.mjs';

const PAGE = '/fixtures/towns-told.html';

/** Marsaglia's xorshift: the same numbers for the same seed. @param {number} seed */
function random(seed) {
  let state = seed;
  return (/** @type {number} */ bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}

inEachBrowser((session) => {
  const listed = () =>
    session.browser.evaluate(() => [...document.querySelectorAll('#sets > li')].map((item) => (item.textContent ?? '').replace(/\s+/g, ' ')));

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

  /** The library as the file that its button makes. */
  async function exported() {
    const { downloads } = session.browser;
    const files = () => (existsSync(downloads) ? readdirSync(downloads).filter((name) => /^plumbline-[\d-]+\.jsonl$/.test(name)) : []);
    for (const name of files()) rmSync(join(downloads, name));
    await session.pressInLibrary('Export');
    const name = await until('the file', async () => files()[0]);
    return until('all of it', async () => readFileSync(join(downloads, name), 'utf8'));
  }

  test('a set that was imported is compared with, until it is switched off', async () => {
    assert.deepEqual(await findings(), []);
    await openOptions(session);
    await importSet(session, TOWNS, '“towns” was imported');
    await until('the set in the list', async () => /^towns ?Reference set: 5 statements about 5 names, 1 KB\./.test((await listed())[0] ?? ''));
    await session.browser.stopBackground();
    const found = await findings();
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', /^52,700: .*41,300/);
    await openOptions(session);
    await press('#sets input');
    await until('that it is off', async () => (await sets(session))[0]?.on === false);
    assert.deepEqual(await findings(), []);
    await openOptions(session);
    await press('#sets input');
    await until('that it is on', async () => (await sets(session))[0]?.on === true);
    assert.equal((await findings()).length, 1);
  });

  test('a page that has a stopped background start is compared with what is on, and with nothing else', async () => {
    /** Has the background start for a page that goes on. @param {string} text */
    const tell = async (text) => {
      await session.browser.stopBackground();
      await session.browser.evaluate((text) => {
        const added = document.createElement('p');
        added.textContent = text;
        document.querySelector('article')?.append(added);
      }, text);
    };
    assert.equal((await findings()).length, 1);
    await tell('In 2021 Braskford had a population of 7,800.');
    await until('the mark in what is new', async () => (await session.highlighted('mark')).includes('7,800'));
    await openOptions(session);
    await press('#sets input');
    await until('that it is off', async () => (await sets(session))[0]?.on === false);
    assert.deepEqual(await findings(), []);
    await tell('In 2021 Braskford had a population of 7,800. Its council met on Friday, 5 March 2003.');
    await until('the mark of the page itself', async () => (await session.highlighted('warn')).length > 0);
    assert.deepEqual(await session.highlighted('mark'), []);
    await openOptions(session);
    await press('#sets input');
    await until('that it is on', async () => (await sets(session))[0]?.on === true);
  });

  test('a set that is imported once more is not there twice', async () => {
    await openOptions(session);
    const before = [await sets(session), await recordsOfSets(session)];
    await importSet(session, TOWNS, '“towns” was imported');
    assert.deepEqual([await sets(session), await recordsOfSets(session)], before);
  });

  test('exported, wiped and imported, the library has the same sets, on and off as they were', async () => {
    await openOptions(session);
    await importSet(session, told([['Orrinmouth', 'Vexelmouth'], ['orrinmouth', 'vexelmouth']]), '“towns” was imported');
    await until('both', async () => (await listed()).length === 2);
    await press('#sets > li:last-child input');
    await until('that it is off', async () => (await sets(session))[1]?.on === false);
    const popup = await session.check('/fixtures/ferry-gazette.html');
    await until('the offer', () => popup.evaluate(() => document.querySelectorAll('#saving button').length === 1));
    await popup.evaluate(() => /** @type {HTMLElement | null} */ (document.querySelector('#saving button'))?.click());
    await until('that it is saved', () => popup.evaluate(() => document.querySelectorAll('#saving button').length === 2));
    await popup.close();
    await openOptions(session);
    const file = await exported();
    const all = await sets(session);
    await session.pressInLibrary('Delete all');
    await session.pressInLibrary('Delete all of it');
    await until('that all is gone', async () => (await listed()).length === 0 && (await saidOfImport(session)) === 'Everything that was saved is deleted.');
    assert.deepEqual([await sets(session), await recordsOfSets(session)], [[], 0]);
    await session.browser.stopBackground();
    await chooseFile(session, 'library.jsonl', Buffer.from(file));
    await until('both', async () => (await listed()).length === 2);
    await until('what was saved', () => session.browser.evaluate(() => document.querySelectorAll('#shelves .title').length === 1));
    assert.match(await saidOfImport(session), /^1 article was imported\.“towns” was imported: .*“towns” was imported: /);
    const numberless = (/** @type {Plumbline.SavedSet[]} */ sets) => sets.map((set) => ({ ...set, number: 0 }));
    assert.deepEqual(numberless(await sets(session)), numberless(all));
    assert.equal(await exported(), file);
    assert.equal((await findings()).length, 1, 'and it is compared with');
  });

  test('a set that is removed is gone', async () => {
    await openOptions(session);
    for (const left of [1, 0]) {
      await press('#sets button');
      await until('that it is gone', async () => (await listed()).length === left);
    }
    assert.deepEqual([await sets(session), await recordsOfSets(session)], [[], 0]);
    assert.deepEqual(await findings(), []);
  });

  test('what the engine keeps of a set goes with it, and is not taken for another of its number', async () => {
    await openOptions(session);
    await wipe(session.browser);
    await importSet(session, TOWNS, '“towns” was imported');
    const [set] = await sets(session);
    const found = [await findings(), await findings()];
    assert.deepEqual(found.map(({ length }) => length), [1, 1]);
    await openOptions(session);
    await wipe(session.browser);
    await importSet(session, told([['Orrinmouth', 'Vexelmouth'], ['orrinmouth', 'vexelmouth']]), '“towns” was imported');
    assert.equal((await sets(session))[0]?.number, set?.number);
    assert.deepEqual(await findings(), []);
    await openOptions(session);
    await press('#sets button');
    await until('that it is gone', async () => (await listed()).length === 0);
  });

  test('a file that is no whole set leaves nothing behind', async () => {
    await openOptions(session);
    const damaged = Buffer.from(TOWNS);
    damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
    const newer = Buffer.from(TOWNS);
    newer[4] = 9;
    const unsound = 'The set cannot be used: the packed set is damaged: pack it again.';
    const [head = Buffer.of(), names = Buffer.of(), ...shards] = parts(TOWNS);
    for (const [content, said] of /** @type {const} */ ([
      [damaged, unsound],
      [TOWNS.subarray(0, TOWNS.length - 20), unsound],
      [TOWNS.subarray(0, 8), unsound],
      [packed([]), unsound],
      [packed([head]), unsound],
      [packed([head, names]), unsound],
      [packed([head, Buffer.alloc(90), ...shards]), unsound],
      [packed([Buffer.alloc(3_000_000), names, ...shards]), unsound],
      [packed([head, names, ...shards, head]), unsound],
      [newer, 'The set cannot be used: the set is packed in format 9,'],
    ])) {
      await importSet(session, content, said);
      assert.deepEqual([await sets(session), await recordsOfSets(session)], [[], 0]);
    }
  });

  test('a set in the library’s file that is cut off, or no set, is told, and the rest is taken', async () => {
    await openOptions(session);
    const bytes = (/** @type {Buffer} */ content) => `{"bytes":"${content.toString('base64')}"}`;
    const lines = [
      '{"plumbline":{"version":1}}',
      '{"set":{"name":"one","on":true}}',
      bytes(TOWNS.subarray(0, -9)),
      '{"set":{"name":"<img src=x>","on":"perhaps"}}',
      '{"set":{"name":"two","on":true}}',
      '{"bytes":"!"}',
      bytes(TOWNS),
      '{"set":{"name":"three","on":true}}',
      bytes(TOWNS.subarray(0, 300)),
      bytes(TOWNS.subarray(300)),
    ];
    await chooseFile(session, 'library.jsonl', Buffer.from(lines.join('\n')));
    await until('that it is read', async () => (await saidOfImport(session)).includes('imported'));
    assert.equal(
      await saidOfImport(session),
      'The set cannot be used: the packed set is damaged: pack it again.' +
        'The set cannot be used: this is not a packed reference set.' +
        '“towns” was imported: pages are compared with what it states of those whom they name.' +
        '3 lines could not be read, these first:' +
        [4, 6, 7].map((line) => `Line ${line}: it is nothing that Plumbline saves.`).join(''),
    );
    assert.equal((await sets(session)).length, 1);
    await press('#sets button');
    await until('that it is gone', async () => (await listed()).length === 0);
  });

  test('what a hostile set says is text, and only an address of the web is a link', async () => {
    await openOptions(session);
    const hostile = told([['Almanac of towns', '<img src=x id=o>'], ['https://almanac.example', 'javascript:alert(1)////'], ['towns: population', '<img src=x id=ow>']]);
    await importSet(session, hostile, '“towns” was imported');
    await until('it in the list', async () => (await listed())[0]?.includes('<img src=x id=ow>') === true);
    const unsafe = () => document.querySelectorAll('img[src="x"], a[href^="javascript"]').length;
    assert.equal(await session.browser.evaluate(unsafe), 0);
    const popup = await session.check(PAGE);
    const found = await listedFindings(popup);
    assert.ok(found.some(({ text }) => text.includes('<img src=x id=o>')), 'it is told as it is');
    assert.equal(await popup.evaluate(unsafe), 0);
    await popup.close();
    const { x, y } = await session.figure('mark', '52,700');
    await session.browser.click(x, y);
    await until('the card', async () => (await session.cardText())?.includes('<img src=x id=o>') === true);
    assert.equal(await session.browser.inCard((root) => root.querySelectorAll('img[src="x"], a[href^="javascript"]').length), 0);
    await session.browser.press('Escape');
    await openOptions(session);
    await press('#sets button');
    await until('that it is gone', async () => (await listed()).length === 0);
  });

  test('whatever bytes a set has under right checksums, pages are checked', async () => {
    const sound = parts(TOWNS);
    let imported = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const below = random(seed * 7919);
      const forged = sound.map((part) => Buffer.from(part));
      for (let changes = 0; changes < 3; changes++) {
        // The head is looked at at once; what is behind it, when a page names somebody.
        const part = forged[below(6) === 0 ? 0 : 1 + below(forged.length - 1)];
        if (part) part[below(part.length)] = below(256);
      }
      await openOptions(session);
      await chooseFile(session, 'towns.pack', packed(forged));
      const said = await until('what becomes of it', async () => /imported|damaged/.exec(await saidOfImport(session))?.[0]);
      if (said === 'imported') imported += 1;
      const popup = await session.check(PAGE);
      const problem = await popup.evaluate(() => document.querySelector('.problem')?.textContent ?? '');
      assert.equal(problem, '', `seed ${seed}`);
      await popup.close();
      await openOptions(session);
      for (const { number } of await sets(session)) {
        await session.browser.evaluate((set) => chrome.runtime.sendMessage({ removeSet: { set } }), number);
      }
    }
    assert.ok(imported > 3, `${imported} were imported`);
  });
});
