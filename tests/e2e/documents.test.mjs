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

  test('an article in a frame is opened in a tab of its own', async () => {
    const popup = await session.check('/fixtures/frame.html');
    assert.match((await popup.evaluate(() => document.querySelector('.note')?.textContent)) ?? '', /^No figures here.*frame/);
    await popup.evaluate(() => /** @type {HTMLElement | null} */ (document.querySelector('.note .way'))?.focus());
    await popup.press('Enter');
    assert.equal(await session.openedBeside(), `${session.server.origin}/fixtures/slipped-point.html`);
    if (await popup.isOpen()) await popup.close();
  });

  test('a frame that takes up little of the window is no way to an article', async () => {
    await session.browser.open(`${session.server.origin}/fixtures/frame.html`);
    await session.browser.evaluate(() => {
      const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
      frame.width = frame.height = '250';
    });
    const popup = await session.checkAgain();
    assert.equal(await popup.evaluate(() => document.querySelectorAll('.note .way').length), 0);
    await popup.close();
  });

  test('from Reader View the popup leads to the page itself', async (context) => {
    if (session.browser.name !== 'firefox') return context.skip('only Firefox shows it in place of the page');
    const address = `${session.server.origin}/fixtures/slipped-point.html`;
    await session.browser.open(`about:reader?url=${encodeURIComponent(address)}`);
    const popup = await session.checkAgain();
    assert.match((await popup.evaluate(() => document.querySelector('.note')?.textContent)) ?? '', /^This is Reader View/);
    await popup.evaluate(() => /** @type {HTMLElement | null} */ (document.querySelector('.note .way'))?.click());
    await until('the page itself', () =>
      session.browser.evaluate(() => document.readyState === 'complete' && location.href).then((now) => now === address, () => false),
    );
    if (await popup.isOpen()) await popup.close();
    await (await session.checkAgain()).close();
    assert.notDeepEqual(await session.highlighted('warn'), []);
    return undefined;
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
    // Its frame takes the width of its document only after a while.
    const room = await until('the popup as wide as its content', () => popup.evaluate(() => {
      const { clientWidth } = document.documentElement;
      return document.body.getBoundingClientRect().width === clientWidth ? clientWidth : undefined;
    }));
    assert.ok(room <= 440, `${room} pixels`);
    const wide = await popup.evaluate(() => {
      document.documentElement.style.width = '320px';
      return [...document.querySelectorAll('body *')].filter((part) => part.getBoundingClientRect().right > 320).length;
    });
    assert.equal(wide, 0, 'in 320 pixels too');
    await popup.close();
  });
});
