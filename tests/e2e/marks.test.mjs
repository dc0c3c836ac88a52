// What is marked on our own articles, what popup and badge say of it, and that the page is left as it was.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { POLICIES } from './server.mjs';
import { inEachBrowser, listedFindings } from './session.mjs';
import { until } from './wait.mjs';

/** @typedef {{ warn: string[], mark: string[] }} Quotes */
/** @type {Record<string, Quotes & { list: Quotes }>} What is drawn on a page, and what is listed: one error once. */
const EXPECTED = JSON.parse(readFileSync(new URL('../fixtures/expected.json', import.meta.url), 'utf8'));

inEachBrowser((session) => {
  for (const [page, { warn, mark, list }] of Object.entries(EXPECTED)) {
    test(`${page}: the marks, the list and the badge agree`, async () => {
      const popup = await session.check(`/fixtures/${page}`);
      assert.deepEqual(await session.highlighted('warn'), warn, 'warnings on the page');
      assert.deepEqual(await session.highlighted('mark'), mark, 'marks on the page');

      const listed = await listedFindings(popup);
      const quotes = (/** @type {string} */ kind) => listed.filter((f) => f.kind === kind).map((f) => f.quote);
      assert.deepEqual(quotes('warn'), list.warn, 'warnings in the list');
      assert.deepEqual(quotes('mark'), list.mark, 'marks in the list');
      // The toolbar hears of it after the marks are drawn.
      const badge = list.warn.length > 0 ? String(list.warn.length) : '';
      await until(`the badge “${badge}”`, async () => (await session.browser.badge()) === badge);
      await popup.close();
    });
  }

  test('the summary counts every finding once, and what is not compared is listed with the reason', async () => {
    const popup = await session.check('/fixtures/wire-report.html');
    const [read, ...kinds] = await popup.evaluate(() =>
      [...document.querySelectorAll('.summary .read, .tallies li')].map((line) => parseInt(line.textContent ?? '', 10)),
    );
    assert.ok(read && read > 0, 'figures are read');
    assert.equal(kinds.length, 4);
    const [warned = 0, marked = 0, supported = 0, passed = 0] = kinds;
    assert.equal((await listedFindings(popup)).length, warned + marked + supported);
    await popup.evaluate(() => document.querySelector('details.passed')?.setAttribute('open', ''));
    const reasons = () => popup.evaluate(() => [...document.querySelectorAll('.passed h3')].map((line) => line.textContent ?? ''));
    await until('the reasons', async () => (await reasons()).length > 0);
    const counts = (await reasons()).map((line) => parseInt(/\((\d+)\)$/.exec(line)?.[1] ?? '', 10));
    assert.equal(counts.reduce((sum, count) => sum + count, 0), passed);
    await popup.close();
  });

  test('one error is one finding, and its places are gone through', async () => {
    const popup = await session.check('/fixtures/slipped-point.html');
    assert.equal(await popup.evaluate(() => document.querySelector('.finding.warn .times')?.textContent), 'Three times on this page');
    await popup.close();
    const { x, y } = await session.figure('warn', '$1.48B');
    await session.browser.click(x, y);
    await until('the card', () => session.cardText());
    const quote = () => session.browser.inCard((root) => root.querySelector('#quote')?.textContent ?? '');
    assert.equal(await quote(), '$1.48B');
    const next = await session.browser.inCard((root) => {
      const { x, y, width, height } = root.querySelector('.leader:last-child')?.getBoundingClientRect() ?? new DOMRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    assert.ok(next);
    await session.browser.click(next.x, next.y);
    await until('the next place', async () => (await quote()) === '$1.48 billion');
    await session.browser.press('Escape');
  });

  test('a page without anything covered says so, and what is covered', async () => {
    const popup = await session.check('/fixtures/nothing-covered.html');
    const text = await popup.evaluate(() => document.querySelector('.note')?.textContent ?? '');
    assert.match(text, /^Nothing found/);
    assert.match(text, /figures, none of which could be checked against another/);
    assert.match(text, /Scale AI/);
    assert.equal(await popup.evaluate(() => document.querySelectorAll('.tallies').length), 0, 'no row of noughts');
    await popup.close();
  });

  test('marks that are hidden stay so while the page changes, until it is checked on request', async () => {
    const popup = await session.check('/fixtures/rewritten.html');
    assert.deepEqual(await session.highlighted('warn'), ['$1.48 billion']);
    await popup.evaluate(() => /** @type {HTMLElement | null} */ (document.querySelector('#hide button'))?.click());
    await until('that being said', () =>
      popup.evaluate(() => /hidden until/.test(document.getElementById('hide')?.textContent ?? '')),
    );
    const none = async () => {
      assert.deepEqual(await session.highlighted('warn'), []);
      assert.deepEqual(await session.highlighted('mark'), []);
    };
    await none();
    // A warning less: the badge tells that the page was read again.
    await session.browser.evaluate(() => /** @type {typeof globalThis & { mend: () => void }} */ (globalThis).mend());
    await until('the page being read again', async () => (await session.browser.badge()) === '');
    await none();
    await popup.close();
    await (await session.checkAgain()).close();
    assert.deepEqual(await session.highlighted('mark'), ['$14.3 billion']);
  });

  test('a page of the browser is said to be out of reach', async () => {
    await session.browser.open(session.browser.name === 'firefox' ? 'about:support' : 'chrome://version');
    const popup = await session.checkAgain();
    const text = await popup.evaluate(() => document.querySelector('.note')?.textContent ?? '');
    assert.match(text, /^A page of the browser/);
    assert.deepEqual(await listedFindings(popup), []);
    await popup.close();
  });

  for (const policy of Object.keys(POLICIES)) {
    test(`the page's policy “${policy}” does not stand in the way`, async () => {
      const popup = await session.check(`/fixtures/slipped-point.html?policy=${policy}`);
      assert.deepEqual(await session.highlighted('warn'), EXPECTED['slipped-point.html']?.warn);
      await popup.close();
      const { x, y } = await session.figure('warn', '$1.48B');
      await session.browser.click(x, y);
      const card = await until('the card', () => session.cardText());
      assert.match(card, /\$1\.48B/);
      const size = await session.browser.inCard((root) => {
        const box = root.querySelector('[role="dialog"]')?.getBoundingClientRect();
        return { width: box?.width ?? 0, height: box?.height ?? 0 };
      });
      assert.ok(size && size.width > 150 && size.width < 600 && size.height > 60, `the card has its style: ${JSON.stringify(size)}`);
    });
  }

  test('the document is left as it was', async () => {
    await session.browser.open(`${session.server.origin}/fixtures/slipped-point.html`);
    const state = () => session.browser.evaluate(() => ({
      head: document.head.innerHTML,
      body: document.body.innerHTML,
      textNodes: (() => {
        const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
        const lengths = [];
        while (walker.nextNode()) lengths.push(walker.currentNode.nodeValue?.length);
        return lengths;
      })(),
      globals: Object.getOwnPropertyNames(globalThis).length,
    }));
    const before = await state();
    const popup = await session.checkAgain();
    await popup.close();
    const { x, y } = await session.figure('warn', '$1.48B');
    await session.browser.click(x, y);
    await until('the card', () => session.cardText());
    assert.deepEqual(await state(), before, 'with the card open');
    assert.equal(
      await session.browser.evaluate(() => [...document.documentElement.children].some((child) => child.shadowRoot)),
      false,
      'the page cannot look into the card',
    );
    await session.browser.press('Escape');
    await until('the card closing', async () => !(await session.cardText()));
    assert.deepEqual(await state(), before, 'with the card closed');
    assert.equal(await session.browser.evaluate(() => document.documentElement.children.length), 2, 'nothing stays behind');
  });
});
