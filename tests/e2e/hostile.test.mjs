// Pages that stand in our way, by accident or on purpose.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './session.mjs';
import { until } from './wait.mjs';

const WRONG = '$1.48 billion';
const RIGHT = '$14.3 billion';

inEachBrowser((session) => {
  /** @param {'warn' | 'mark' | 'here'} kind @param {string[]} texts */
  const highlights = (kind, texts) =>
    until(`${kind}: ${texts.join(', ') || 'nothing'}`, async () =>
      JSON.stringify(await session.highlighted(kind)) === JSON.stringify(texts),
    );

  test('names that the page gives stand for nothing that we ask', async () => {
    const popup = await session.check('/fixtures/names-of-the-page.html');
    await popup.close();
    await highlights('warn', [WRONG]);
    await highlights('mark', [RIGHT]);
    await session.browser.command('next-finding');
    await until('the card', () => session.cardText());
    await session.browser.press('Escape');
    await until('the card closing', async () => !(await session.cardText()));
    const { x, y } = await session.figure('mark', RIGHT);
    await session.browser.click(x, y);
    await until('the card of the other', async () => (await session.cardText())?.includes(RIGHT));
    await (await session.checkAgain()).close();
    await highlights('warn', [WRONG]);
  });

  test('a page that is longer than is ever read is said to be', async () => {
    await session.browser.open(`${session.server.origin}/fixtures/names-of-the-page.html`);
    await session.browser.evaluate(() => {
      const article = Document.prototype.querySelectorAll.call(document, 'article')[0];
      const words = 'Nobody in the town had asked for it. '.repeat(1000);
      for (let length = 0; length < 5_000_000; length += words.length) {
        const paragraph = Document.prototype.createElement.call(document, 'p');
        paragraph.textContent = words;
        article?.append(paragraph);
      }
    });
    const popup = await session.checkAgain();
    const text = await popup.evaluate(() => document.querySelector('.note')?.textContent ?? '');
    assert.match(text, /^A very long page/);
    await popup.close();
    await highlights('warn', []);
  });

  test('a mark goes with its text in a document that was opened anew, and clicks are heard there', async () => {
    const popup = await session.check('/fixtures/rewritten.html');
    await popup.close();
    await highlights('warn', [WRONG]);
    await session.browser.evaluate(() => {
      document.open();
      document.write(
        '<!doctype html><html lang="en"><meta property="article:published_time" content="2025-06-20"><article>' +
          '<h1>Meta and Scale AI</h1><p id="a">Meta has invested $1.48 billion in Scale AI.</p>' +
          '<p id="b">Meta has put $14.3 billion into Scale AI.</p></article></html>',
      );
      document.close();
    });
    await (await session.checkAgain()).close();
    await highlights('warn', [WRONG]);
    const { x, y } = await session.figure('warn', WRONG);
    await session.browser.click(x, y);
    await until('the card', () => session.cardText());
    const marked = await session.browser.evaluate(async () => {
      const text = /** @type {Text} */ (document.getElementById('a')?.firstChild);
      // No figure, for another would be marked in its own right by a check that was due.
      text.replaceData(text.data.indexOf('1.48'), 4, 'many');
      // Whatever was asked for in this frame comes before a second.
      for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
      return [...(CSS.highlights.get('plumbline-warn')?.values() ?? [])].map(String);
    });
    assert.deepEqual(marked.filter((mark) => mark.includes('many')), [], 'no mark stays on other text');
  });

  test('a mark goes with its text where the root element was replaced', async () => {
    const popup = await session.check('/fixtures/rewritten.html');
    await popup.close();
    await highlights('warn', [WRONG]);
    await session.browser.evaluate(() => {
      document.replaceChild(document.documentElement.cloneNode(true), document.documentElement);
    });
    await highlights('warn', [WRONG]);
  });

  /** Opens the card of the first warning. */
  const openCard = async () => {
    const { x, y } = await session.figure('warn', WRONG);
    await session.browser.click(x, y);
    return until('the card', () => session.cardText());
  };

  /** Waits until a page of that title is there; while one goes and the other comes there is none. @param {string} title */
  const isOpen = (title) =>
    until(title, () => session.browser.evaluate(() => document.title).then((now) => now === title, () => false));

  test('leaving during a check ends the check, and going back finds a page that can be checked', async () => {
    await session.browser.open(`${session.server.origin}/large`);
    const popup = await session.browser.clickToolbarButton();
    await session.browser.evaluate((address) => void (location.href = address), `${session.server.origin}/fixtures/rewritten.html`);
    await isOpen('A live page about Meta and Scale AI');
    await until('the end of the check', async () =>
      !(await popup.isOpen()) || popup.evaluate(() => document.getElementById('status')?.className === 'done'),
    );
    if (await popup.isOpen()) await popup.close();
    await session.browser.evaluate(() => history.back());
    await isOpen('The long chronicle');
    await (await session.checkAgain()).close();
    await highlights('warn', [WRONG]);
  });

  for (const [how, take] of /** @type {const} */ ([
    ['out of the document', () => document.querySelector('div[popover]')?.remove()],
    ['out of the top layer', () => document.querySelector('div[popover]')?.removeAttribute('popover')],
  ])) {
    test(`a card that the page takes ${how} opens again`, async () => {
      await (await session.check('/fixtures/rewritten.html')).close();
      await openCard();
      await session.browser.evaluate(take);
      await session.browser.command('next-finding');
      const seen = await until('the card', () => session.browser.inCard((root) => {
        const box = root.querySelector('[role="dialog"]')?.getBoundingClientRect();
        return box && box.width > 0 && root.host.matches(':popover-open') && document.activeElement === root.host;
      }));
      assert.ok(seen);
      await session.browser.press('Escape');
      await until('the card closing', async () => !(await session.cardText()));
    });
  }

  test('a card that the page rewrites is closed', async () => {
    await (await session.check('/fixtures/rewritten.html')).close();
    await session.browser.evaluate(() => {
      for (const name of ['pointerover', 'pointermove', 'focus', 'focusin', 'click']) {
        addEventListener(
          name,
          (event) => {
            const target = /** @type {Event & { originalTarget?: Node }} */ (event).originalTarget;
            const root = target?.getRootNode();
            const verdict = root instanceof ShadowRoot && root.querySelector('.verdict');
            if (verdict) verdict.textContent = 'Every source agrees';
          },
          true,
        );
      }
    });
    await openCard();
    const box = await session.browser.inCard((root) => {
      const { left, top } = /** @type {Element} */ (root.querySelector('.verdict')).getBoundingClientRect();
      return { left, top };
    });
    assert.ok(box);
    await session.browser.hover(box.left + 5, box.top + 5);
    if (session.browser.name === 'firefox') await until('the card closing', async () => !(await session.cardText()));
    else assert.doesNotMatch((await session.cardText()) ?? '', /Every source agrees/, 'out of the reach of the page');
    await session.browser.hover(5, 5);
    await openCard();
  });

  test('a card stands above a dialog that makes the rest inert', async () => {
    await (await session.check('/fixtures/rewritten.html')).close();
    await session.browser.evaluate(() => {
      const dialog = document.createElement('dialog');
      dialog.textContent = 'Cookies?';
      document.body.append(dialog);
      dialog.showModal();
    });
    await session.browser.command('next-finding');
    await until('the card with the focus', () =>
      session.browser.inCard((root) => root.activeElement !== null && root.activeElement === root.querySelector('[role="dialog"]')),
    );
    await session.browser.press('Escape');
    await until('the card closing', async () => !(await session.cardText()));
    assert.ok(await session.browser.evaluate(() => document.querySelector('dialog')?.open), 'the dialog stays');
  });

  test('a page that draws itself anew keeps its marks in every frame, and the card', async () => {
    await session.browser.open(`${session.server.origin}/fixtures/rewritten.html`);
    // Notes down for how long nothing else was done at the most, as while the page is read.
    await session.browser.evaluate(() => {
      const own = /** @type {typeof window & { longest: number }} */ (window);
      own.longest = 0;
      let last = performance.now();
      const look = () => {
        own.longest = Math.max(own.longest, performance.now() - last);
        last = performance.now();
        setTimeout(look);
      };
      look();
    });
    await (await session.checkAgain()).close();
    await openCard();
    // For ten times as long as it was read it is not read again within a frame.
    await until('the page having had its time', () => session.browser.evaluate(() => {
      const own = /** @type {typeof window & { longest: number, until?: number }} */ (window);
      own.until ??= performance.now() + 10 * own.longest;
      return performance.now() > own.until;
    }));
    const frames = await session.browser.evaluate(async () => {
      /** @type {typeof globalThis & { redraw: () => void }} */ (globalThis).redraw();
      const seen = [];
      for (let frame = 0; frame < 20; frame += 1) {
        await new Promise((resolve) => requestAnimationFrame(() => queueMicrotask(() => resolve(undefined))));
        // What was asked for in this frame has been done when a task comes after it.
        await new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port2.onmessage = () => resolve(undefined);
          port1.postMessage('');
        });
        const standing = [...(CSS.highlights.get('plumbline-warn')?.values() ?? [])].map(String).join();
        seen.push(`${standing} ${document.querySelectorAll('div[popover]').length}`);
      }
      return [...new Set(seen)];
    });
    assert.deepEqual(frames, [`${WRONG} 1`]);
  });

  test('nothing of ours is printed, and all is there again afterwards', async () => {
    await (await session.check('/fixtures/rewritten.html')).close();
    await session.browser.evaluate(() => {
      addEventListener('beforeprint', () => (document.documentElement.lang = `had:${[...CSS.highlights.keys()]}`));
    });
    await session.browser.print();
    const printed = await until('printing', () =>
      session.browser.evaluate(() => /^had:/.test(document.documentElement.lang) && document.documentElement.lang),
    );
    assert.equal(printed, 'had:');
    await highlights('warn', [WRONG]);
  });

  test('no style sheet of the page has a say in how marks look', async () => {
    await (await session.check('/fixtures/rewritten.html')).close();
    const look = () =>
      session.browser.evaluate(() => {
        const paragraph = /** @type {Element} */ (document.getElementById('first'));
        const { backgroundColor, textDecorationLine, textDecorationColor, textUnderlineOffset } =
          getComputedStyle(paragraph, '::highlight(plumbline-warn)');
        return { backgroundColor, textDecorationLine, textDecorationColor, textUnderlineOffset };
      });
    /** The colour that is painted in the corner of the figure: red, green, blue. */
    const painted = async () => {
      const shot = (await session.browser.screenshot()).toString('base64');
      return session.browser.evaluate(async (data) => {
        const range = /** @type {Range} */ ([...(CSS.highlights.get('plumbline-warn')?.values() ?? [])][0]);
        const { left, top } = range.getBoundingClientRect();
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const context = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
        context.drawImage(image, -(left + 1), -(top + 2));
        return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
      }, shot);
    };
    const before = await look();
    assert.equal(before.textDecorationLine, 'underline');
    const [red = 0, green = 0, blue = 0] = await painted();
    assert.ok(red - green > 15 && red - blue > 15, `tinted: ${red} ${green} ${blue}`);
    await session.browser.evaluate(() => {
      const sheet = document.createElement('style');
      sheet.textContent = `
        p { text-underline-offset: 5000px; }
        p::highlight(plumbline-warn) {
          background-color: transparent !important; text-underline-offset: 5000px !important;
          text-decoration: none !important;
        }`;
      document.head.append(sheet);
    });
    assert.deepEqual(await look(), before);
    assert.deepEqual(await painted(), [red, green, blue]);
  });

  // The last of all: after it Chromium lets nobody press the toolbar's button from outside.
  test('a script whose extension was updated ends itself, and the newer one takes over', async () => {
    await (await session.check('/fixtures/rewritten.html')).close();
    await openCard();
    await session.browser.update();
    await session.browser.hover(300, 300);
    await session.browser.hover(310, 310);
    const hosts = () => session.browser.evaluate(() => document.querySelectorAll('div[popover]').length);
    if (session.browser.name === 'chromium') {
      await highlights('warn', []);
      await highlights('mark', []);
      assert.equal(await hosts(), 0, 'no card is left');
      return;
    }
    // Firefox ends the earlier script itself, and only takes away its style sheets.
    await (await session.checkAgain()).close();
    await highlights('warn', [WRONG]);
    assert.equal(await hosts(), 0, 'no card is left');
    await openCard();
    assert.equal(await hosts(), 1, 'one card');
    await session.browser.press('Escape');
    await session.browser.evaluate(() => /** @type {typeof globalThis & { mend: () => void }} */ (globalThis).mend());
    await highlights('warn', []);
    await highlights('mark', [RIGHT]);
  });
});
