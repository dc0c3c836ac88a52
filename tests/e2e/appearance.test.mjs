// What marks look like where the page has no say in it: in forced colours, in full screen.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './session.mjs';
import { until } from './wait.mjs';

const WRONG = '$1.48 billion';
const RIGHT = '$14.3 billion';

inEachBrowser((session) => {
  /**
   * How often the colour changes along the lines below a figure's letters, where that is most: a solid line has few
   * changes, a dotted one has many.
   * @param {'warn' | 'mark'} kind
   */
  async function changesBelow(kind) {
    const shot = (await session.browser.screenshot()).toString('base64');
    return session.browser.evaluate(
      async (name, data) => {
        const [range] = /** @type {Range[]} */ ([...(CSS.highlights.get(name)?.values() ?? [])]);
        const { left, bottom, width } = /** @type {Range} */ (range).getBoundingClientRect();
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const context = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
        context.drawImage(image, -left, -(bottom - 4));
        let most = 0;
        for (let line = 0; line < 6; line += 1) {
          const { data: pixels } = context.getImageData(0, line, Math.floor(width), 1);
          let changes = 0;
          for (let at = 4; at < pixels.length; at += 4) {
            const difference = Math.abs(Number(pixels[at]) - Number(pixels[at - 4])) + Math.abs(Number(pixels[at + 1]) - Number(pixels[at - 3]));
            if (difference > 60) changes += 1;
          }
          most = Math.max(most, changes);
        }
        return most;
      },
      `plumbline-${kind}`,
      shot,
    );
  }

  /** The box of the ring around the figure that is shown, if a reader sees it. */
  const ring = () =>
    session.browser.inCard((root) => {
      const shown = root.querySelector('.ring');
      if (!shown || getComputedStyle(shown).display === 'none') return null;
      const { left, top, width, height } = shown.getBoundingClientRect();
      return [left, top, width, height].map(Math.round);
    });

  test('in forced colours warnings, marks and the figure that is shown differ in form', async () => {
    await (await session.check('/fixtures/rewritten.html')).close();
    await session.browser.command('next-finding');
    await until('the card', () => session.cardText());
    assert.equal(await ring(), null, 'as long as colours are not forced');
    await session.browser.press('Escape');
    await session.browser.forceColours(true);
    await until('forced colours', () => session.browser.evaluate(() => matchMedia('(forced-colors: active)').matches));
    await (await session.check('/fixtures/rewritten.html')).close();
    const [warning, mark] = [await changesBelow('warn'), await changesBelow('mark')];
    assert.ok(warning < 10, `a warning has a solid line: ${warning}`);
    assert.ok(mark > 20, `a mark has a dotted one: ${mark}`);
    await session.browser.command('next-finding');
    await until('the card', () => session.cardText());
    const figure = await session.browser.evaluate(() => {
      const [range] = /** @type {Range[]} */ ([...(CSS.highlights.get('plumbline-here')?.values() ?? [])]);
      const { left, top, width, height } = range?.getBoundingClientRect() ?? new DOMRect();
      return [left, top, width, height].map(Math.round);
    });
    assert.deepEqual(await ring(), figure, 'the figure that is shown has a ring');
    await session.browser.press('Escape');
    await session.browser.forceColours(false);
  });

  test('in full screen the card stands above what fills it, and has the keyboard', async () => {
    await session.browser.open(`${session.server.origin}/fixtures/rewritten.html`);
    await session.browser.evaluate(() => {
      const article = /** @type {HTMLElement} */ (document.querySelector('article'));
      article.addEventListener('click', () => void article.requestFullscreen(), { once: true });
    });
    await (await session.checkAgain()).close();
    const spot = await session.browser.evaluate(() => {
      const { left, top } = /** @type {Element} */ (document.querySelector('h1')).getBoundingClientRect();
      return { x: left + 5, y: top + 5 };
    });
    await session.browser.click(spot.x, spot.y);
    await until('full screen', () => session.browser.evaluate(() => document.fullscreenElement?.localName === 'article'));
    await session.browser.command('next-finding');
    // The window takes the size of the screen a little after that.
    await until('the card with the focus, above all', () =>
      session.browser.inCard((root) => {
        const dialog = root.querySelector('[role="dialog"]');
        if (!dialog || root.activeElement !== dialog) return undefined;
        const { left, top, width, height } = dialog.getBoundingClientRect();
        return document.elementFromPoint(left + width / 2, top + height / 2) === root.host && document.fullscreenElement?.contains(root.host);
      }),
    );
    const { x, y } = await session.figure('mark', RIGHT);
    await session.browser.click(x, y);
    await until('the card of the other, by pointer', async () => (await session.cardText())?.includes(RIGHT));
    assert.deepEqual(await session.highlighted('warn'), [WRONG]);
    await session.browser.evaluate(() => document.fullscreenElement && document.exitFullscreen());
    await until('no full screen', () => session.browser.evaluate(() => !document.fullscreenElement));
  });
});
