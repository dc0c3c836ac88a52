// Pages that stand in our way, by accident or on purpose.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './session.mjs';
import { until } from './wait.mjs';

const WRONG = '$1.48 billion';
const RIGHT = '$14.3 billion';

inEachBrowser((session) => {
  /** @param {'warn' | 'mark' | 'here'} kind @param {string[]} texts */
  const highlights = (kind, texts) =>
    until(`${kind}: ${texts.join(', ') || 'nothing'}`, async () =>
      JSON.stringify(await session.highlighted(kind)) === JSON.stringify(texts),
    );

  test('names that the page gives stand for nothing that we ask', async () => {
    const popup = await session.check('/fixtures/names-of-the-page.html');
    await popup.close();
    await highlights('warn', [WRONG]);
    await highlights('mark', [RIGHT]);
    await session.browser.command('next-finding');
    await until('the card', () => session.cardText());
    await session.browser.press('Escape');
    await until('the card closing', async () => !(await session.cardText()));
    const { x, y } = await session.figure('mark', RIGHT);
    await session.browser.click(x, y);
    await until('the card of the other', async () => (await session.cardText())?.includes(RIGHT));
    await (await session.checkAgain()).close();
    await highlights('warn', [WRONG]);
  });

  test('a page that is longer than is ever read is said to be', async () => {
    await session.browser.open(`${session.server.origin}/fixtures/names-of-the-page.html`);
    await session.browser.evaluate(() => {
      const article = Document.prototype.querySelectorAll.call(document, 'article')[0];
      const words = 'Nobody in the town had asked for it. '.repeat(1000);
      for (let length = 0; length < 5_000_000; length += words.length) {
        const paragraph = Document.prototype.createElement.call(document, 'p');
        paragraph.textContent = words;
        article?.append(paragraph);
      }
    });
    const popup = await session.checkAgain();
    const text = await popup.evaluate(() => document.querySelector('.note')?.textContent ?? '');
    assert.match(text, /^A very long page/);
    await popup.close();
    await highlights('warn', []);
  });

  test('a mark goes with its text in a document that was opened anew, and clicks are heard there', async () => {
    const popup = await session.check('/fixtures/rewritten.html');
    await popup.close();
    await highlights('warn', [WRONG]);
    await session.browser.evaluate(() => {
      document.open();
      document.write(
        '<!doctype html><html lang="en"><meta property="article:published_time" content="2025-06-20"><article>' +
          '<h1>Meta and Scale AI</h1><p id="a">Meta has invested $1.48 billion in Scale AI.</p>' +
          '<p id="b">Meta has put $14.3 billion into Scale AI.</p></article></html>',
      );
      document.close();
    });
    await (await session.checkAgain()).close();
    await highlights('warn', [WRONG]);
    const { x, y } = await session.figure('warn', WRONG);
    await session.browser.click(x, y);
    await until('the card', () => session.cardText());
    const marked = await session.browser.evaluate(async () => {
      const text = /** @type {Text} */ (document.getElementById('a')?.firstChild);
      text.replaceData(text.data.indexOf('1.48'), 4, '99.9');
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return [...(CSS.highlights.get('plumbline-warn')?.values() ?? [])].map(String);
    });
    assert.ok(!marked.includes('$99.9 billion'), 'no mark stays on other text');
  });

  test('a mark goes with its text where the root element was replaced', async () => {
    const popup = await session.check('/fixtures/rewritten.html');
    await popup.close();
    await highlights('warn', [WRONG]);
    await session.browser.evaluate(() => {
      document.replaceChild(document.documentElement.cloneNode(true), document.documentElement);
    });
    await highlights('warn', [WRONG]);
  });
});
