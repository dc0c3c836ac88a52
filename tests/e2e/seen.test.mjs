// What is read of a page is what readers see of it, and the marks stand on that.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './session.mjs';
import { until } from './wait.mjs';

/** @typedef {typeof globalThis & Record<'reveal' | 'correct', () => void>} HidingPage */

inEachBrowser((session) => {
  /** What is painted as warnings, each range by itself, in no order: ranges of shadow roots have none. */
  const warned = () =>
    session.browser.evaluate(() =>
      /** @type {Range[]} */ ([...(CSS.highlights.get('plumbline-warn')?.values() ?? [])]).map(String).sort(),
    );

  /** @param {string[]} texts */
  const warns = (...texts) =>
    until(texts.join(', '), async () => JSON.stringify(await warned()) === JSON.stringify(texts));

  test('a figure with something unseen inside is drawn without it, and what is in a shadow root is drawn', async () => {
    await (await session.check('/fixtures/not-all-seen.html')).close();
    await warns(' billion', ' billion', '$1.48', '$1.49', '$1.71 billion');
  });

  test('what comes to be seen is read', async () => {
    await (await session.check('/fixtures/not-all-seen.html')).close();
    await session.browser.evaluate(() => /** @type {HidingPage} */ (globalThis).reveal());
    await warns(' billion', ' billion', '$1.48', '$1.49', '$1.71 billion', '$15.9 billion', '$17.9 billion');
  });

  test('what changes within a shadow root is read again', async () => {
    await (await session.check('/fixtures/not-all-seen.html')).close();
    await session.browser.evaluate(() => /** @type {HidingPage} */ (globalThis).correct());
    await warns(' billion', ' billion', '$1.48', '$1.49', '$1.81 billion');
  });

  test('a figure in a shadow root has its card, from the keyboard and from the pointer', async () => {
    await (await session.check('/fixtures/not-all-seen.html')).close();
    for (const figure of ['$1.48', '$1.49', '$1.71']) {
      await session.browser.command('next-finding');
      await until(`the card of ${figure}`, async () => (await session.cardText())?.includes(figure));
    }
    await session.browser.press('Escape');
    await until('no card', async () => !(await session.cardText()));
    const { x, y } = await session.figure('warn', '$1.71 billion');
    await session.browser.click(x, y);
    await until('the card of $1.71', async () => (await session.cardText())?.includes('$1.71'));
    assert.ok(await session.cardText());
  });
});
