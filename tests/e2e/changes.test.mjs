// Pages that change under the marks, and a background that the browser stops.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './session.mjs';
import { until } from './wait.mjs';

/** @typedef {typeof globalThis & Record<'rewrite' | 'lead' | 'redraw' | 'mend', () => void>} RewritingPage */
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

  /** The list of the popup, which was made before, leads to a figure. @param {import('./session.mjs').Popup} popup */
  const goToMark = (popup) =>
    popup.evaluate(() => {
      // As a pointer clicks, which leaves the popup open.
      document.querySelector('li.mark button')?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
    });

  test('the list leads to the figure meant when the page was read again since', async () => {
    const popup = await session.check('/fixtures/rewritten.html');
    await session.browser.evaluate(() => /** @type {RewritingPage} */ (globalThis).lead());
    await highlights('warn', ['$14.8 billion', '$1.48 billion']);
    await goToMark(popup);
    await until('the mark', async () => (await session.highlighted('here'))[0] === '$14.3 billion');
    assert.match((await session.cardText()) ?? '', /\$14\.3 billion/);
    await session.browser.evaluate(() => /** @type {RewritingPage} */ (globalThis).redraw());
    await highlights('mark', ['$14.3 billion']);
    assert.deepEqual(await session.highlighted('here'), [], 'the card went with the old nodes');
    await goToMark(popup);
    await until('the mark in new nodes', async () => (await session.highlighted('here'))[0] === '$14.3 billion');
    await popup.close();
  });

  test('the next figure is the next one when the page was read again since, and the card stays with its own', async () => {
    await (await session.check('/fixtures/rewritten.html')).close();
    const here = (/** @type {string} */ text) =>
      until(`a card at ${text}`, async () => (await session.highlighted('here'))[0] === text);
    await session.browser.command('next-finding');
    await here('$1.48 billion');
    const gap = async () => {
      const bottom = await session.browser.evaluate(() => {
        const [range] = /** @type {Range[]} */ ([...(CSS.highlights.get('plumbline-here')?.values() ?? [])]);
        return range?.getBoundingClientRect().bottom ?? 0;
      });
      const top = await session.browser.inCard((root) => root.querySelector('.frame')?.getBoundingClientRect().top ?? 0);
      return Math.round((top ?? 0) - bottom);
    };
    const isUnder = () => until('the card under its figure', async () => Math.abs((await gap()) - 8) <= 1);
    await isUnder();
    await session.browser.evaluate(() => /** @type {RewritingPage} */ (globalThis).lead());
    await highlights('warn', ['$14.8 billion', '$1.48 billion']);
    await here('$1.48 billion');
    await isUnder();
    await session.browser.command('next-finding');
    await here('$14.3 billion');
    await session.browser.press('Escape');
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

  test('of very many marks those around the window are painted, which keeps the page quick', async () => {
    await (await session.check('/covered/1500')).close();
    const painted = () => session.browser.evaluate(() => [...(CSS.highlights.get('plumbline-warn')?.values() ?? [])].map(String));
    const first = await painted();
    assert.ok(first.includes('$15 billion') && first.length < 600, `${first.length} of 1500`);
    await session.browser.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await until('those at the end', async () => (await painted()).includes('$16.499 billion'));
    assert.ok(!(await painted()).includes('$15 billion'), 'and not all of them');
    await session.browser.evaluate(() => {
      const article = document.querySelector('article');
      for (const paragraph of [...(article?.querySelectorAll('p') ?? [])].slice(100, 1400)) paragraph.hidden = true;
      scrollTo(0, 0);
    });
    await until('the first again', async () => (await painted()).includes('$15 billion'));
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

  test('a badge is not of the page that the tab has gone on to while another was checked', async () => {
    const popup = await session.check('/fixtures/slipped-point.html');
    await popup.close();
    await until('the badge', async () => (await session.browser.badge()) !== '');
    await session.browser.open(`${session.server.origin}/large`);
    const asked = await session.browser.clickToolbarButton();
    await session.browser.open(`${session.server.origin}/fixtures/nothing-covered.html`);
    await until('the end of the check', async () =>
      !(await asked.isOpen()) || asked.evaluate(() => document.getElementById('status')?.className === 'done'),
    );
    if (await asked.isOpen()) await asked.close();
    // What the background was still at comes before what it is asked for now.
    const after = await session.checkAgain();
    await until('no badge', async () => (await session.browser.badge()) === '');
    await after.close();
  });

  test('the badge belongs to the page and goes with it', async () => {
    const popup = await session.check('/fixtures/slipped-point.html');
    await popup.close();
    await until('the badge', async () => (await session.browser.badge()) !== '');
    await session.browser.open(`${session.server.origin}/fixtures/nothing-covered.html`);
    await until('the badge', async () => (await session.browser.badge()) === '');
  });
});
