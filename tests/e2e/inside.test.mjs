// Figures of one article that cannot all be right: every place is marked, the card leads from one to the others.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './session.mjs';
import { until } from './wait.mjs';

const PAGE = '/fixtures/at-odds.html';
const DAY = ['Wednesday', '3 March 2026'];
const CHANGE = ['21%', '$56 million', '$50 million'];

inEachBrowser((session) => {
  /** Presses the button of the card with that text. @param {string} text */
  const press = async (text) => {
    const spot = await until(`the button ${text}`, () =>
      session.browser.inCard(
        (root, wanted) => {
          const button = [...root.querySelectorAll('.other')].find((other) => other.textContent === wanted);
          const box = button?.getBoundingClientRect();
          return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        },
        text,
      ),
    );
    await session.browser.click(spot.x, spot.y);
  };
  const quote = () => session.browser.inCard((root) => root.querySelector('#quote')?.textContent ?? '');

  test('every place is drawn, and the popup tells what was checked, conflicts first', async () => {
    const popup = await session.check(PAGE);
    assert.deepEqual(await session.highlighted('warn'), [...DAY, ...CHANGE]);
    const told = await popup.evaluate(() => ({
      tallies: [...document.querySelectorAll('.tallies li')].map((tally) => tally.textContent ?? ''),
      inside: document.querySelector('.inside')?.textContent ?? '',
      answers: [...document.querySelectorAll('.finding .why')].map((line) => line.textContent ?? ''),
      others: [...document.querySelectorAll('.finding .other')].map((button) => button.textContent ?? ''),
    }));
    assert.deepEqual(told.tallies, ['2 at odds'], 'no row of noughts for sources that were not asked');
    assert.match(told.inside, /^Within the article: 7 figures, 6 of which could be checked against one another, and in two places/);
    assert.match(told.answers[0] ?? '', /3 March 2026 is a Tuesday; the article says Wednesday\./);
    assert.match(told.answers[1] ?? '', /is a rise of 12%; the article says 21%\./);
    assert.deepEqual(told.others, ['3 March 2026', '$56 million', '$50 million']);
    await until('the badge', async () => (await session.browser.badge()) === '2');
    await popup.close();
  });

  test('the card names the other places, and goes to them by pointer', async () => {
    await (await session.check(PAGE)).close();
    const { x, y } = await session.figure('warn', '21%');
    await session.browser.click(x, y);
    const card = await until('the card', () => session.cardText());
    assert.match(card, /At odds within the article/);
    assert.match(card, /Does not fit with \$56 million \$50 million/);
    assert.deepEqual(await session.highlighted('here'), CHANGE, 'all of them are set apart');
    await press('$50 million');
    await until('the other place', async () => (await quote()) === '$50 million');
    assert.deepEqual(await session.highlighted('here'), CHANGE);
  });

  test('resting on one place shows the others, and leaving lets them go', async () => {
    await (await session.check(PAGE)).close();
    const { x, y } = await session.figure('warn', '$56 million');
    await session.browser.hover(x, y);
    await until('the card', async () => (await quote()) === '$56 million');
    assert.deepEqual(await session.highlighted('here'), CHANGE);
    await session.browser.hover(2, 2);
    await until('the card closing', async () => !(await session.cardText()));
    assert.deepEqual(await session.highlighted('here'), []);
    assert.deepEqual(await session.highlighted('warn'), [...DAY, ...CHANGE], 'the marks stay');
  });

  test('the keys walk every place, and the card is read out with its figure', async () => {
    await (await session.check(PAGE)).close();
    const walked = [];
    for (const wanted of [...DAY, ...CHANGE, DAY[0] ?? '']) {
      await session.browser.command('next-finding');
      await until(`the card at ${wanted}`, async () => (await quote()) === wanted);
      walked.push(
        await session.browser.inCard((root) => {
          const dialog = root.querySelector('[role="dialog"]');
          const ids = (dialog?.getAttribute('aria-labelledby') ?? '').split(' ');
          return ids.map((id) => root.querySelector(`#${id}`)?.textContent ?? '').join(': ');
        }),
      );
    }
    assert.deepEqual(
      walked,
      [...DAY, ...CHANGE, DAY[0]].map((figure) => `At odds within the article: ${figure}`),
    );
  });

  test('Tab leads through the card to the other figures, and Enter goes there', async () => {
    await (await session.check(PAGE)).close();
    await session.browser.command('next-finding');
    await until('the card', async () => (await quote()) === DAY[0]);
    const focused = () => session.browser.inCard((root) => [...root.querySelectorAll('*')].findIndex((part) => part === root.activeElement));
    await until('the focus on the other figure', async () => {
      const before = await focused();
      await session.browser.press('Tab');
      await until('the focus going on', async () => (await focused()) !== before);
      return session.browser.inCard((root) => root.activeElement?.matches('.other') ?? false);
    });
    await session.browser.press('Enter');
    await until('the other place', async () => (await quote()) === DAY[1]);
  });

  test('a figure that cannot be right by itself is told of without others', async () => {
    const popup = await session.check('/fixtures/colder-than-anything.html');
    const told = await popup.evaluate(() => ({
      answers: [...document.querySelectorAll('.finding .why')].map((line) => line.textContent ?? ''),
      others: document.querySelectorAll('.finding .together, .finding .note-line').length,
      passed: document.querySelector('.passed summary')?.textContent ?? '',
    }));
    assert.match(told.answers[0] ?? '', /^Nothing is colder than/);
    assert.equal(told.others, 0, 'no line that leads to nothing');
    assert.match(told.passed, /^\d+ figures not compared with sources, and why$/, 'what was checked within the article was compared');
    await popup.close();
    await session.browser.command('next-finding');
    await until('the card', async () => (await quote()) === 'minus 300 degrees Celsius');
    assert.equal(await session.browser.inCard((root) => root.querySelectorAll('.together').length), 0);
  });

  test('all of its marks go when one of its figures changes', async () => {
    await (await session.check(PAGE)).close();
    await session.browser.evaluate(() => /** @type {typeof globalThis & { mend: () => void }} */ (globalThis).mend());
    await until('the marks of the change going', async () => (await session.highlighted('warn')).length === DAY.length);
    assert.deepEqual(await session.highlighted('warn'), DAY);
  });
});
