// Articles that were checked before, as references for the next one on the same story.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser, listedFindings } from './session.mjs';
import { until } from './wait.mjs';

const HARBOUR = '/fixtures/ferry-harbour.html';
const GAZETTE = '/fixtures/ferry-gazette.html';
const COURIER = '/fixtures/ferry-courier.html';
const TUESDAY = '/fixtures/mudslide-tuesday.html';
const FRIDAY = '/fixtures/mudslide-friday.html';

inEachBrowser((session) => {
  const check = async (/** @type {string} */ path) => (await session.check(path)).close();

  const isSaid = (/** @type {string} */ words) =>
    session.browser.evaluate((words) => document.getElementById('session-note')?.textContent === words, words);
  /** @param {string} selector */
  async function press(selector) {
    await session.browser.evaluate((selector) => {
      const control = document.querySelector(selector);
      if (control instanceof HTMLElement) control.focus();
    }, selector);
    await session.browser.press('Space');
  }
  test('the second article warns of nothing, and says that the first says otherwise', async () => {
    await check(HARBOUR);
    assert.deepEqual(await session.highlighted('mark'), [], 'nothing was read before');
    await session.untilKept(1);
    const popup = await session.check(COURIER);
    const [finding] = await listedFindings(popup);
    assert.ok(finding, 'it is listed');
    assert.equal(finding.verdict, 'One source says otherwise');
    assert.match(finding.why, /This page says 43; one other source says 34\./);
    assert.match(finding.text, /Engineer pulled from the sea off Orrin/);
    const beside = await popup.evaluate(() => [...document.querySelectorAll('.inside')].map((line) => line.textContent));
    assert.ok(beside.includes('Compared with one other article on the same story.'));
    await popup.close();
    assert.deepEqual(await session.highlighted('mark'), ['43']);
  });

  test('the first article, which is still open, is marked too, with the second one on its card', async () => {
    await check(HARBOUR);
    await session.browser.openTab(session.server.origin + COURIER);
    await (await session.checkAgain()).close();
    await session.browser.showTab(0);
    await until('the mark', async () => (await session.highlighted('mark'))[0] === '34');
    const { x, y } = await session.figure('mark', '34');
    await session.browser.click(x, y);
    const card = await until('the card', () => session.cardText());
    assert.match(card, /34 Lena Marsh’s age This page says 34; one other source says 43\./);
    assert.match(card, /Woman saved off Orrin is doing well/);
    // Its link leads to the other tab.
    await session.browser.inCard((root) => /** @type {HTMLElement | null} */ (root.querySelector('.sources a'))?.focus());
    await session.browser.press('Enter');
    await until('the other tab', async () => (await session.browser.shownTab()) === 1);
    await session.browser.showTab(1);
    const there = await until('the card there', () => session.cardText());
    assert.match(there, /43 Lena Marsh’s age/);
    await session.browser.closeTabs();
  });

  test('its card has the sentence of the other article, and leads to it', async () => {
    await check(COURIER);
    const { x, y } = await session.figure('mark', '43');
    await session.browser.click(x, y);
    const card = await until('the card', () => session.cardText());
    assert.match(card, /Lena Marsh, 34, was pulled from the water off Orrin/);
    const address = await session.browser.inCard((root) => root.querySelector('.sources a')?.getAttribute('href') ?? '');
    assert.match(String(address), /\/fixtures\/ferry-harbour\.html#:~:text=Lena%20Marsh/);
  });

  test('two articles that say otherwise make a warning', async () => {
    await check(GAZETTE);
    await session.untilKept(3);
    await check(COURIER);
    assert.deepEqual(await session.highlighted('warn'), ['43']);
  });

  test('what has risen since is told quietly in the earlier article, with both days, and not in the later one', async () => {
    await check(FRIDAY);
    await session.untilKept(4);
    const popup = await session.check(TUESDAY);
    const [finding] = await listedFindings(popup);
    assert.ok(finding, 'it is listed');
    assert.equal(finding.verdict, 'A later article has another figure');
    assert.match(finding.why, /This page, of .*9.*, says 31; a later article says 47 \(.*12.*\)\./);
    await popup.close();
    assert.deepEqual(await session.highlighted('mark'), ['31']);
    assert.deepEqual(await session.highlighted('warn'), []);
    await session.untilKept(5);
    await check(FRIDAY);
    assert.deepEqual(await session.highlighted('mark'), []);
  });

  test('the options list them, and forget them', async () => {
    await session.openReadArticles();
    assert.deepEqual((await session.readArticles()).sort(), [
      'Brod mourns its dead',
      'Engineer pulled from the sea off Orrin',
      'Mud buries a street in Brod',
      'Tolland ferry lost: survivor found',
      'Woman saved off Orrin is doing well',
    ]);
    await press('#session .remove');
    await until('that they are gone being said', () => isSaid('They are forgotten.'));
    await until('no articles', async () => (await session.readArticles()).length === 0);
    await check(COURIER);
    assert.deepEqual(await session.highlighted('warn'), []);
  });

  test('who does not want it has nothing kept', async () => {
    await session.untilKept(1);
    await press('#remember');
    await until('that it is off being said', () => isSaid('Articles are not remembered, and those that were are forgotten.'));
    await until('no articles', async () => (await session.readArticles()).length === 0);
    await check(HARBOUR);
    await check(COURIER);
    assert.deepEqual(await session.highlighted('mark'), []);
    await session.openReadArticles();
    assert.deepEqual(await session.readArticles(), []);
  });
});
