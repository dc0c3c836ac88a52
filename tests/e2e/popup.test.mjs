// The popup over pages that change, that hold very much, that do not answer.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser, listedFindings } from './session.mjs';
import { until } from './wait.mjs';

/** @typedef {typeof globalThis & Record<'rewrite' | 'lead' | 'mend', () => void>} RewritingPage */
/** @typedef {import('./session.mjs').Popup} Popup */

inEachBrowser((session) => {
  /** @param {Popup} popup @returns {Promise<string[]>} What is warned of in its list. */
  const warned = async (popup) =>
    (await listedFindings(popup)).filter(({ kind }) => kind === 'warn').map(({ quote }) => quote);

  test('an open popup lists what the page says now', async () => {
    const popup = await session.check('/fixtures/rewritten.html');
    assert.deepEqual(await warned(popup), ['$1.48 billion']);
    const said = () => popup.evaluate(() => document.querySelector('.changed')?.textContent ?? '');
    assert.equal(await said(), '');
    await session.browser.evaluate(() => /** @type {RewritingPage} */ (globalThis).rewrite());
    await until('the other figure in the list', async () => (await warned(popup))[0] === '$14.8 billion');
    assert.match(await said(), /^The page has changed/);
    await session.browser.evaluate(() => /** @type {RewritingPage} */ (globalThis).lead());
    await until('that it is there twice', () => popup.evaluate(() => /Twice/.test(document.querySelector('.times')?.textContent ?? '')));
    await popup.evaluate(() => {
      document.querySelector('li.mark button')?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
    });
    await until('the figure', async () => (await session.highlighted('here'))[0] === '$14.3 billion');
    await popup.close();
  });

  test('of very many findings a hundred are listed, and as many more with each wish', async () => {
    const popup = await session.check('/covered/20000');
    const rows = () => popup.evaluate(() => document.querySelectorAll('li.finding').length);
    assert.equal(await rows(), 100);
    const counted = await popup.evaluate(() => document.querySelector('.tallies')?.textContent ?? '');
    assert.match(counted, /20,000 warnings/);
    assert.match(await popup.evaluate(() => document.querySelector('.rest')?.textContent ?? ''), /more findings are not listed/);
    await popup.evaluate(() => /** @type {HTMLElement | null} */ (document.querySelector('.findings + .again'))?.click());
    assert.equal(await rows(), 200);
    await popup.close();
  });

  test('one error fifty thousand times is one finding, which the browser hands over', async () => {
    const popup = await session.check('/repeated/50000');
    assert.deepEqual(await warned(popup), ['$1.48 billion']);
    assert.equal(await popup.evaluate(() => document.querySelector('.times')?.textContent), '50,000 times on this page');
    await until('the badge', async () => (await session.browser.badge()) === '1');
    await popup.close();
  });

  test('a check that the browser stops has failed, and can be asked for again', async () => {
    const held = session.server.hold();
    await session.browser.open(`${session.server.origin}/fixtures/rewritten.html`);
    await session.browser.evaluate((address) => void (location.href = address), held.address);
    // Until a page has come, no script of ours runs in it.
    await held.asked;
    const popup = await session.browser.clickToolbarButton();
    // The popup asks for the check when it knows the tab; what is asked after that is answered when the check has begun.
    await popup.evaluate(async () => {
      await chrome.tabs.query({ active: true, currentWindow: true });
      await chrome.runtime.sendMessage('sets');
    });
    await session.browser.stopBackground();
    await until('the end of the check', () => popup.evaluate(() => document.getElementById('status')?.className === 'done'));
    held.release();
    const text = await popup.evaluate(() => document.querySelector('.note')?.textContent ?? '');
    assert.match(text, /^This page could not be checkedThe browser stopped Plumbline while it read this page\./);
    await popup.evaluate(() => /** @type {HTMLElement | null} */ (document.querySelector('.again'))?.click());
    await until('the list', async () => (await warned(popup))[0] === '$1.48 billion');
    await popup.close();
  });
});
