// What is no common article: other kinds of documents, frames, unusual layouts, text being selected.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './session.mjs';
import { until } from './wait.mjs';

inEachBrowser((session) => {
  /** What the popup says in the place of findings. @param {string} path */
  async function note(path) {
    const popup = await session.check(path);
    const text = await popup.evaluate(() => document.querySelector('.note')?.textContent ?? '');
    await popup.close();
    return text;
  }

  for (const file of ['ledger.xml', 'drawing.svg']) {
    test(`${file} is said to be no web page`, async () => {
      assert.match(await note(`/fixtures/${file}`), /^Not a web page.*Open an article and press the button there/);
    });
  }

  test('an article in a frame is said not to be read', async () => {
    assert.match(await note('/fixtures/frame.html'), /^No figures here.*frame/);
  });

  test('an article in another language is left alone, and that is said', async () => {
    assert.match(await note('/fixtures/other-language.html'), /^Plumbline reads English articles/);
    assert.deepEqual(await session.highlighted('warn'), []);
  });

  test('a text without markup is read', async () => {
    await (await session.check('/fixtures/notes.txt')).close();
    assert.deepEqual(await session.highlighted('warn'), ['$1.48 billion', '$1.49 billion', '$1.47 billion']);
  });

  test('on a zoomed page that runs from right to left the card has its own size, in the window', async () => {
    await (await session.check('/fixtures/right-to-left.html')).close();
    const { x, y } = await session.figure('warn', '$1.48 billion');
    await session.browser.click(x, y);
    const box = await until('the card', () =>
      session.browser.inCard((root) => {
        const box = root.querySelector('.frame')?.getBoundingClientRect();
        if (!box) return undefined;
        const { left, right, top, bottom, width } = box;
        return { left, right, top, bottom, width, room: innerWidth, height: innerHeight };
      }),
    );
    assert.ok(box.left >= 0 && box.right <= box.room && box.top >= 0 && box.bottom <= box.height, JSON.stringify(box));
    assert.ok(box.width <= 360, `no wider than elsewhere: ${box.width}`);
    await session.browser.press('Escape');
  });

  test('what a page paints behind its own dialogs is not painted behind the card', async () => {
    await (await session.check('/fixtures/rival-figure.html')).close();
    await session.browser.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = '::backdrop { background: rgb(0 0 0 / 0.8) }';
      document.head.append(style);
    });
    await session.browser.command('next-finding');
    await until('the card', () => session.cardText());
    const behind = await session.browser.evaluate(() => {
      const host = document.documentElement.lastElementChild;
      return host?.matches(':popover-open') && getComputedStyle(host, '::backdrop').display;
    });
    assert.equal(behind, 'none');
    await session.browser.press('Escape');
  });

  test('the popup is as wide as its content', async () => {
    const popup = await session.check('/fixtures/slipped-point.html');
    const { body, room } = await popup.evaluate(() => ({
      body: document.body.getBoundingClientRect().width,
      room: document.documentElement.clientWidth,
    }));
    assert.equal(body, room);
    assert.ok(room <= 440, `${room} pixels`);
    const wide = await popup.evaluate(() => {
      document.documentElement.style.width = '320px';
      return [...document.querySelectorAll('body *')].filter((part) => part.getBoundingClientRect().right > 320).length;
    });
    assert.equal(wide, 0, 'in 320 pixels too');
    await popup.close();
  });
});
