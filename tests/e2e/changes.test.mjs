// Pages that change under the marks, and a background that the browser stops.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './session.mjs';
import { until } from './wait.mjs';

/** @typedef {typeof globalThis & { rewrite: () => void, mend: () => void }} RewritingPage */
/** @typedef {typeof globalThis & { ticks: number, draws: number, correct: () => void }} TickingPage */

inEachBrowser((session) => {
  /** @param {'warn' | 'mark'} kind @param {string[]} texts */
  const highlights = (kind, texts) =>
    until(`${kind}: ${texts.join(', ') || 'nothing'}`, async () =>
      JSON.stringify(await session.highlighted(kind)) === JSON.stringify(texts),
    );

  test('marks follow what the page rewrites', async () => {
    const popup = await session.check('/fixtures/rewritten.html');
    await popup.close();
    await highlights('warn', ['$1.48 billion']);
    await highlights('mark', ['$14.3 billion']);
    await session.browser.evaluate(() => /** @type {RewritingPage} */ (globalThis).rewrite());
    await highlights('warn', ['$14.8 billion']);
    await highlights('mark', ['$14.3 billion']);
    await until('the badge', async () => (await session.browser.badge()) === '1');
  });

  test('a mark goes when its text does', async () => {
    const popup = await session.check('/fixtures/rewritten.html');
    await popup.close();
    await highlights('warn', ['$1.48 billion']);
    await session.browser.evaluate(() => /** @type {RewritingPage} */ (globalThis).mend());
    await highlights('warn', []);
    await until('the badge', async () => (await session.browser.badge()) === '');
  });

  test('a clock that never rests does not have the page checked without end', async () => {
    await (await session.check('/fixtures/ticking-clock.html')).close();
    const seen = () => session.browser.evaluate(() => {
      const { ticks, draws } = /** @type {TickingPage} */ (globalThis);
      return { ticks, draws };
    });
    const start = (await seen()).ticks;
    const { draws } = await until('the clock going on', async () => {
      const now = await seen();
      return now.ticks > start + 300 ? now : undefined;
    });
    // Each check that brings nothing doubles the pause before the next: half an hour holds no more than these.
    assert.ok(draws <= 10, `drawn ${draws} times while the clock ticked 300 times`);
    await session.browser.evaluate(() => /** @type {TickingPage} */ (globalThis).correct());
    await highlights('warn', ['$14.8 billion']);
  });

  test('marks stay and another check works after the background was stopped', async () => {
    const popup = await session.check('/fixtures/slipped-point.html');
    await popup.close();
    const before = await session.highlighted('warn');
    await session.browser.stopBackground();
    assert.deepEqual(await session.highlighted('warn'), before);
    const again = await session.checkAgain();
    assert.deepEqual(await session.highlighted('warn'), before);
    await again.close();
  });

  test('the badge belongs to the page and goes with it', async () => {
    const popup = await session.check('/fixtures/slipped-point.html');
    await popup.close();
    assert.notEqual(await session.browser.badge(), '');
    await session.browser.open(`${session.server.origin}/fixtures/nothing-covered.html`);
    await until('the badge', async () => (await session.browser.badge()) === '');
  });
});
