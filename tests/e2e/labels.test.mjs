// The reader's word on findings: said on the card and in the list, honoured from then on, listed, saved, taken back;
// and findings taken along, as text and as annotations.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser, listedFindings } from './session.mjs';
import { untilRead } from './stored.mjs';
import { until } from './wait.mjs';

const PAGE = '/fixtures/at-odds.html';
const DAY = ['Wednesday', '3 March 2026'];
const CHANGE = ['21%', '$56 million', '$50 million'];

inEachBrowser((session) => {
  const { shape } = /** @type {{ shape: (root: ShadowRoot) => string }} */ ({
    shape: (root) => [...root.querySelectorAll('.word button')].map((button) => button.textContent).join('|'),
  });

  /** Where the button of the card with that text stands. @param {string} text */
  const spotOf = (text) =>
    session.browser.inCard((root, wanted) => {
      const button = [...root.querySelectorAll('.word button')].find((other) => other.textContent === wanted);
      button?.scrollIntoView({ block: 'nearest' });
      const box = button?.getBoundingClientRect();
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, text);
  const nextFrame = () => session.browser.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined))));

  /** Presses the button of the card with that text. @param {string} text */
  async function press(text) {
    // A card that has grown is put in its place with the frame after, so the button may be there and not stand yet.
    const spot = await until(`the button ${text} standing still`, async () => {
      const before = await spotOf(text);
      await nextFrame();
      const now = await spotOf(text);
      return before && now && before.x === now.x && before.y === now.y ? now : undefined;
    });
    await session.browser.click(spot.x, spot.y);
  }

  /** @param {'warn' | 'mark'} kind @param {string} quote */
  async function openCard(kind, quote) {
    const { x, y } = await session.figure(kind, quote);
    await session.browser.click(x, y);
    await until('the card', () => session.cardText());
  }
  /** @param {RegExp} words */
  const says = (words) => until(`the card saying ${words}`, async () => words.test((await session.cardText()) ?? '') || undefined);
  const check = async (/** @type {string} */ path) => (await session.check(path)).close();

  /** Says a word on the card of a figure, and closes it. @param {string} quote @param {string} word @param {RegExp} said @param {'warn' | 'mark'} [kind] */
  async function say(quote, word, said, kind = 'warn') {
    await openCard(kind, quote);
    await press('Right or wrong?');
    await press(word);
    await says(said);
    await session.browser.press('Escape');
  }

  async function openOptions() {
    await session.browser.openExtensionPage('options.html');
    await until('the words', () => session.browser.evaluate(() => document.querySelector('#word > *') !== null));
  }
  const listed = () =>
    session.browser.evaluate(() => [...document.querySelectorAll('#word li p:first-child')].map((line) => line.textContent ?? ''));

  /** Has the file that a page of the extension saves kept for `savedFile`. @param {import('./browsers/types.d.ts').Document} page */
  const catchFile = (page) =>
    page.evaluate(() => {
      const own = /** @type {Window & { saved?: Promise<string> }} */ (document.defaultView);
      const make = URL.createObjectURL;
      URL.createObjectURL = (/** @type {Blob} */ blob) => {
        own.saved = blob.text();
        return make.call(URL, blob);
      };
    });
  /** @param {import('./browsers/types.d.ts').Document} page */
  const savedFile = (page) =>
    until('the file', () => page.evaluate(() => /** @type {Window & { saved?: Promise<string> }} */ (document.defaultView).saved ?? ''));

  test('what a card offers is quiet until it is asked for', async () => {
    await check(PAGE);
    await openCard('warn', 'Wednesday');
    const offers = (/** @type {string} */ buttons) => until(buttons, async () => (await session.browser.inCard(shape)) === buttons);
    await offers('Right or wrong?|Copy|Copy as Markdown');
    await press('Right or wrong?');
    await offers('Right or wrong?|Copy|Copy as Markdown|Right|Not the same thing|Wrong reading|Ignore here');
    await press('Right or wrong?');
    await offers('Right or wrong?|Copy|Copy as Markdown');
    await session.browser.press('Escape');
  });

  test('a word on a card is honoured when it closes, and after the page is loaded again', async () => {
    await check(PAGE);
    await say('Wednesday', 'Wrong reading', /You say that the figure is read wrongly/);
    await until('the marks going', async () => (await session.highlighted('warn')).join() === CHANGE.join());
    // The toolbar hears of it after the marks are drawn.
    await until('the badge', async () => (await session.browser.badge()) === '1');
    const popup = await session.check(PAGE);
    assert.deepEqual(await session.highlighted('warn'), CHANGE);
    const lines = await popup.evaluate(() => [...document.querySelectorAll('.inside')].map((line) => line.textContent));
    assert.ok(lines.includes('1 finding is left out, as you said.'), String(lines));
    await popup.close();
  });

  test('it outlives the background, and the page may have grown meanwhile', async () => {
    await session.browser.stopBackground();
    await check(`${PAGE}?utm_source=letter#top`);
    assert.deepEqual(await session.highlighted('warn'), CHANGE, 'by another way to the same page');
    await session.browser.evaluate(() => {
      const first = document.createElement('p');
      first.textContent = 'It rained on Friday, 5 March 2003.';
      document.querySelector('p')?.before(first);
    });
    await until('the mark in what is new', async () => (await session.highlighted('warn')).length > CHANGE.length);
    assert.deepEqual(await session.highlighted('warn'), ['Friday', '5 March 2003', ...CHANGE]);
  });

  test('what is right stays, and says so; undone on the card it is as before', async () => {
    await check(PAGE);
    await say('21%', 'Right', /You say that this is right/);
    await check(PAGE);
    assert.deepEqual(await session.highlighted('warn'), CHANGE);
    await openCard('warn', '21%');
    await says(/You say that this is right\./);
    assert.equal(await session.browser.inCard(shape), 'Undo');
    await press('Undo');
    await until('the question', async () => (await session.browser.inCard(shape))?.startsWith('Right or wrong?'));
    await session.browser.press('Escape');
    await openOptions();
    assert.deepEqual(await listed(), ['Wrong reading: Wednesday · 3 March 2026']);
  });

  test('a word is said in the list, and undone there', async () => {
    const popup = await session.check(PAGE);
    const open = () => popup.evaluate(() => {
      const details = document.querySelector('li.finding details.word');
      if (details instanceof HTMLDetailsElement) details.open = true;
      return details !== null;
    });
    const click = (/** @type {string} */ text) => until(`the button ${text}`, () => popup.evaluate((text) => {
      const button = [...document.querySelectorAll('.word-body button')].find((button) => button.textContent === text);
      if (button instanceof HTMLElement) button.click();
      return button !== undefined;
    }, text));
    await until('the list', open);
    await click('Ignore here');
    await until('that it is said', () => popup.evaluate(() => /You ignore it here/.test(document.querySelector('.said')?.textContent ?? '')));
    await until('no marks', async () => (await session.highlighted('warn')).length === 0);
    assert.equal((await listedFindings(popup)).length, 1, 'the row stays');
    await click('Undo');
    await until('the marks', async () => (await session.highlighted('warn')).join() === CHANGE.join());
    await popup.close();
  });

  test('what is not the same thing is told of on neither page again', async () => {
    const [harbour, courier] = ['/fixtures/ferry-harbour.html', '/fixtures/ferry-courier.html'];
    const first = await session.check(harbour);
    await untilRead(first, harbour);
    await first.close();
    await check(courier);
    assert.deepEqual(await session.highlighted('mark'), ['43']);
    await say('43', 'Not the same thing', /You say that it is not the same thing/, 'mark');
    await until('the mark going', async () => (await session.highlighted('mark')).length === 0);
    await session.browser.stopBackground();
    for (const path of [courier, harbour]) {
      const popup = await session.check(path);
      assert.deepEqual(await session.highlighted('mark'), [], path);
      const lines = await popup.evaluate(() => [...document.querySelectorAll('.inside')].map((line) => line.textContent));
      assert.ok(lines.includes('1 finding is left out, as you said.'), `${path}: ${lines}`);
      await untilRead(popup, path);
      await popup.close();
    }
    await openOptions();
    assert.deepEqual(await listed(), ['Not the same thing: 43', 'Wrong reading: Wednesday · 3 March 2026'], 'one word is listed once');
    await session.browser.evaluate(() => {
      const back = document.querySelector('#word li button');
      if (back instanceof HTMLElement) back.click();
    });
    await until('one left', async () => (await listed()).length === 1);
    for (const [path, figure] of /** @type {const} */ ([[courier, '43'], [harbour, '34']])) {
      await check(path);
      assert.deepEqual(await session.highlighted('mark'), [figure], `${path}, after it was taken back`);
    }
  });

  test('the options list the words, save them as JSON Lines, and take them back', async () => {
    await check(PAGE);
    await say('21%', 'Ignore here', /You ignore it here/);
    await openOptions();
    assert.deepEqual(await listed(), ['Ignore here: 21% · $56 million · $50 million', 'Wrong reading: Wednesday · 3 March 2026']);
    await catchFile(session.browser);
    await session.browser.evaluate(() => {
      const save = [...document.querySelectorAll('#word button')].find((button) => button.textContent === 'Save them as JSON Lines');
      if (save instanceof HTMLElement) save.click();
    });
    const lines = (await savedFile(session.browser)).trim().split('\n').map((line) => JSON.parse(line));
    assert.deepEqual(lines.map(({ word, code }) => `${word} ${code}`).sort(), ['ignore article/change', 'wrong-reading article/weekday']);
    const day = lines.find(({ code }) => code === 'article/weekday');
    assert.deepEqual(day.figures.map((/** @type {{ quote: string }} */ { quote }) => quote), DAY);
    assert.match(day.figures[0].sentence, /Wednesday, 3 March 2026/);
    assert.ok(day.figures[0].prefix && day.figures[0].suffix);
    assert.match(day.address, /^127\.0\.0\.1:\d+\/fixtures\/at-odds\.html$/);
    for (const left of [1, 0]) {
      await session.browser.evaluate(() => {
        const back = document.querySelector('#word li button');
        if (back instanceof HTMLElement) back.click();
      });
      await until(`${left} left`, async () => (await listed()).length === left);
    }
    assert.equal(await session.browser.evaluate(() => document.querySelector('#word')?.textContent), 'Nothing yet.');
    await check(PAGE);
    assert.deepEqual(await session.highlighted('warn'), [...DAY, ...CHANGE]);
  });

  test('a damaged record is told of, and left as it is', async () => {
    await check(PAGE);
    await say('Wednesday', 'Ignore here', /You ignore it here/);
    await session.browser.openExtensionPage('options.html');
    const store = (/** @type {string} */ work) => session.browser.evaluate((work) => new Promise((resolve, reject) => {
      const opening = indexedDB.open('library');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const pages = database.transaction('words', 'readwrite').objectStore('words');
        const keys = pages.getAllKeys();
        keys.onsuccess = () => {
          const [key] = keys.result;
          if (work === 'damage' && key !== undefined) pages.put('neither a list nor a label', key);
          const all = pages.getAll();
          all.onsuccess = () => {
            database.close();
            resolve(JSON.stringify(all.result));
          };
        };
      };
    }), work);
    const damaged = await store('damage');
    await check(PAGE);
    assert.deepEqual(await session.highlighted('warn'), [...DAY, ...CHANGE], 'the page is checked all the same');
    await openCard('warn', 'Wednesday');
    await press('Right or wrong?');
    await press('Ignore here');
    await says(/What you have said of this page is damaged on this computer’s disk\. It is left as it is/);
    await session.browser.press('Escape');
    await openOptions();
    assert.match(String(await session.browser.evaluate(() => document.querySelector('#word .problem')?.textContent)), /^1 record cannot be read/);
    assert.equal(await store('look'), damaged);
    await session.browser.evaluate(() => {
      const all = [...document.querySelectorAll('#word button')].find((button) => button.textContent === 'Take all back');
      if (all instanceof HTMLElement) all.click();
    });
    await until('nothing', () => session.browser.evaluate(() => document.querySelector('#word')?.textContent === 'Nothing yet.'));
  });

  test('a finding is copied as text and as Markdown from the card', async () => {
    await check(PAGE);
    await openCard('warn', '21%');
    for (const [button, first] of /** @type {const} */ ([
      ['Copy', /^At odds within the article: 21% · \$56 million · \$50 million\n/],
      ['Copy as Markdown', /^\*\*At odds within the article: 21% · \$56 million · \$50 million\*\*\n/],
    ])) {
      await press(button);
      await says(/Copied\./);
      const copied = await pasted();
      assert.match(copied, first);
      assert.match(copied, /is a rise of 12%/);
      assert.match(copied, /Found by Plumbline on: .*at-odds\.html/);
    }
    await session.browser.press('Escape');
  });

  /** What a page is given when the reader pastes. */
  async function pasted() {
    await session.browser.evaluate(() => {
      const field = document.createElement('textarea');
      field.id = 'pasted';
      document.body.append(field);
      field.focus();
    });
    await session.browser.press('Control+V');
    return until('the paste', () =>
      session.browser.evaluate(() => {
        const field = document.getElementById('pasted');
        const text = field instanceof HTMLTextAreaElement ? field.value : '';
        if (text) field?.remove();
        return text;
      }),
    );
  }

  test('findings are saved as annotations that find the same figures after the page is loaded again', async () => {
    const saved = [];
    for (let times = 0; times < 2; times += 1) {
      const popup = await session.check(PAGE);
      await catchFile(popup);
      await popup.evaluate(() => {
        const save = [...document.querySelectorAll('button')].find((button) => button.textContent === 'Save the findings as Web Annotations');
        save?.click();
      });
      saved.push(JSON.parse(await savedFile(popup)));
      await popup.close();
    }
    const [one, again] = saved.map(({ first }) => first.items);
    const plain = (/** @type {any[]} */ items) => items.map(({ created, ...item }) => item);
    assert.deepEqual(plain(again), plain(one));
    const quoted = one.flatMap((/** @type {any} */ { target }) => target.map((/** @type {any} */ { selector: [quote] }) => quote));
    assert.deepEqual(quoted.map((/** @type {any} */ { exact }) => exact), [...DAY, ...CHANGE]);
    const found = await session.browser.evaluate((quotes) => {
      const spaced = (/** @type {string} */ text) => text.replace(/\s+/g, ' ');
      const text = spaced(document.body.innerText);
      return quotes.map(({ exact, prefix, suffix }) => text.split(spaced(prefix + exact + suffix)).length - 1);
    }, /** @type {{ exact: string, prefix: string, suffix: string }[]} */ (quoted));
    assert.deepEqual(found, quoted.map(() => 1), 'each once on the page');
  });

  test('no script of a page gets at what is kept', async () => {
    const answers = await session.browser.evaluate(() => ({
      databases: indexedDB.databases().then((all) => all.map(({ name }) => name)),
    }).databases);
    assert.ok(!answers.includes('library'));
  });
});
