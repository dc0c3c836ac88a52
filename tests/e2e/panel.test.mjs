// The side panel: it stays, and follows the tab that the reader looks at.

import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { inEachBrowser, listedFindings } from './session.mjs';
import { untilRead } from './stored.mjs';
import { until } from './wait.mjs';

const HARBOUR = '/fixtures/ferry-harbour.html';
const COURIER = '/fixtures/ferry-courier.html';
const REWRITTEN = '/fixtures/rewritten.html';

/** @typedef {import('./session.mjs').Popup} Popup */
/** @typedef {typeof globalThis & Record<'rewrite' | 'lead' | 'mend', () => void>} RewritingPage */

inEachBrowser((session) => {
  /** @type {Popup | undefined} */
  let panel;
  /** Opens the panel over a page that is checked. @param {string} path */
  async function openPanel(path) {
    const popup = await session.check(path);
    const opened = await session.browser.openPanel(popup);
    panel = opened;
    await until('the popup going', async () => !(await popup.isOpen()));
    await until('what it shows', () => opened.evaluate(() => document.getElementById('outcome')?.hasChildNodes()));
    return opened;
  }
  afterEach(async () => {
    if (!panel) return;
    await panel.close();
    panel = undefined;
    await session.browser.closeTabs();
  });

  /** @param {Popup} panel */
  const quotes = async (panel) => (await listedFindings(panel)).map(({ quote }) => quote);
  /** Waits until the panel lists these figures. @param {Popup} panel @param {string[]} wanted */
  const lists = (panel, ...wanted) =>
    until(`${wanted.join(', ') || 'nothing'} in the list`, async () => JSON.stringify(await quotes(panel)) === JSON.stringify(wanted));
  /** @param {Popup} panel @param {string} words */
  const says = (panel, words) =>
    until(words, () => panel.evaluate((words) => document.getElementById('outcome')?.textContent?.includes(words), words));
  /** Chooses a view with the keyboard. @param {Popup} panel @param {string} view */
  async function choose(panel, view) {
    await panel.evaluate((view) => document.getElementById(view)?.focus(), `${view}-tab`);
    await panel.press('Enter');
    await until('the view', () => panel.evaluate((view) => document.getElementById(view)?.hidden === false, view === 'library' ? 'library-view' : view));
  }

  test('the popup offers it, and it shows what was found', async () => {
    const panel = await openPanel(HARBOUR);
    await says(panel, '1 figure read');
    assert.equal(await panel.isOpen(), true);
  });

  test('it follows the reader from tab to tab, and to another page', async () => {
    const panel = await openPanel('/fixtures/slipped-point.html');
    await until('the list', async () => (await quotes(panel)).length > 0);
    const first = await quotes(panel);
    await session.browser.openTab(session.server.origin + HARBOUR);
    await says(panel, 'Not checked yet');
    assert.deepEqual(await quotes(panel), []);
    await (await session.checkAgain()).close();
    await says(panel, '1 figure read');
    await session.browser.showTab(0);
    await lists(panel, ...first);
    await session.browser.open(session.server.origin + HARBOUR);
    await says(panel, 'Not checked yet');
  });

  test('what is opened in it stays open where the page is read again', async () => {
    const panel = await openPanel(REWRITTEN);
    await lists(panel, '$1.48 billion', '$14.3 billion');
    const details = () =>
      panel.evaluate(() => [...document.querySelectorAll('li.finding')].map((item) => item.querySelector('details')?.open));
    await panel.evaluate(() => {
      for (const summary of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('li.finding summary'))) summary.click();
      /** @type {HTMLElement | null} */ (document.querySelector('li.mark summary'))?.focus();
      document.querySelector('li.mark')?.setAttribute('data-kept', '');
    });
    assert.deepEqual(await details(), [false, true]);
    await session.browser.evaluate(() => /** @type {RewritingPage} */ (globalThis).rewrite());
    await lists(panel, '$14.8 billion', '$14.3 billion');
    const kept = await panel.evaluate(() => {
      const item = document.querySelector('li.mark');
      return { same: item?.hasAttribute('data-kept'), focused: item?.contains(document.activeElement) };
    });
    assert.deepEqual(kept, { same: true, focused: true }, 'it is the same item, and the focus is where it was');
    assert.equal((await details())[1], true);
  });

  test('a click on a finding leaves the list where it is', async () => {
    const panel = await openPanel('/covered/300');
    await until('the list', async () => (await quotes(panel)).length === 100);
    /** Where the sixty-first finding is with the frame after next: those above it are laid out in the frame in which they come near. */
    const top = () => panel.evaluate(async () => {
      for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
      return Math.round(document.querySelectorAll('li.finding')[60]?.getBoundingClientRect().top ?? 1e9);
    });
    // What is laid out above it on the way may push it out of sight again.
    const before = await until('the list standing still', async () => {
      await panel.evaluate(() => document.querySelectorAll('li.finding')[60]?.scrollIntoView());
      const one = await top();
      return one < 500 && one === (await top()) && one;
    }, top);
    const wanted = (await quotes(panel))[60];
    await panel.evaluate(() => /** @type {HTMLElement} */ (document.querySelectorAll('li.finding')[60]?.querySelector('button')).click());
    await until('the figure', async () => (await session.highlighted('here'))[0] === wanted);
    assert.equal(await top(), before);
    assert.equal((await quotes(panel)).length, 100);
  });

  test('this story: the other article, what it says, and the way to its tab', async () => {
    const panel = await openPanel(HARBOUR);
    await choose(panel, 'story');
    const story = () => panel.evaluate(() => (document.getElementById('story')?.textContent ?? '').replace(/\s+/g, ' '));
    assert.match(await story(), /^No other article on this story/);
    await untilRead(panel, HARBOUR);
    await session.browser.openTab(session.server.origin + COURIER);
    await (await session.checkAgain()).close();
    await until('the other article', async () => (await story()).includes('Engineer pulled from the sea off Orrin'));
    assert.match(await story(), /34 · this page says 43.*Lena Marsh’s age.*“?Lena Marsh, 34, was pulled/);
    assert.equal(await panel.evaluate(() => document.getElementById('story-count')?.textContent), '1');
    await panel.evaluate(() => /** @type {HTMLElement | null} */ (document.querySelector('#story a'))?.click());
    await until('the first tab', async () => (await session.browser.shownTab()) === 0);
  });

  test('the library lists what was read and what came along, and finds it', async () => {
    const panel = await openPanel(HARBOUR);
    await untilRead(panel, HARBOUR);
    await choose(panel, 'library');
    const titles = () => panel.evaluate(() => [...document.querySelectorAll('#shelves .title')].map((title) => title.textContent));
    await until('the articles', async () => (await titles()).length > 5);
    await panel.evaluate(() => {
      const field = /** @type {HTMLInputElement} */ (document.getElementById('search'));
      field.value = 'pulled orrin';
      field.dispatchEvent(new Event('input'));
    });
    assert.deepEqual(await titles(), ['Engineer pulled from the sea off Orrin']);
    assert.equal(await panel.evaluate(() => document.getElementById('search-found')?.textContent), '1 article');
  });

  test('the arrow keys go from view to view', async () => {
    const panel = await openPanel(HARBOUR);
    await panel.evaluate(() => document.getElementById('page-tab')?.focus());
    const focused = () => panel.evaluate(() => document.activeElement?.id);
    for (const [key, view] of /** @type {const} */ ([['ArrowRight', 'story-tab'], ['End', 'library-tab'], ['ArrowRight', 'page-tab'], ['ArrowLeft', 'library-tab']])) {
      await panel.press(key);
      assert.equal(await focused(), view, key);
      assert.equal(await panel.evaluate((view) => document.getElementById(view)?.ariaSelected, view), 'true');
    }
  });
});
