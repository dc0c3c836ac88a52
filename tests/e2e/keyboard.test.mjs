// Everything by keyboard, and by pointer: the popup's list, the card, going from finding to finding.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser, listedFindings } from './session.mjs';
import { until } from './wait.mjs';

inEachBrowser((session) => {
  /** @param {RegExp} words */
  const card = (words) => until(`a card with ${words}`, async () => {
    const text = await session.cardText();
    return text && words.test(text) ? text : undefined;
  });
  const noCard = () => until('the card closing', async () => !(await session.cardText()));

  test('the pointer resting on a figure opens its card, and leaving closes it', async () => {
    const popup = await session.check('/fixtures/rival-figure.html');
    await popup.close();
    const { x, y } = await session.figure('warn', '$14.8 billion');
    await session.browser.hover(x, y);
    await card(/\$14\.8 billion/);
    await session.browser.hover(2, 2);
    await noCard();
  });

  test('a card says the figure, the verdict, why, and who says what', async () => {
    const popup = await session.check('/fixtures/slipped-point.html');
    const listed = (await listedFindings(popup)).find((finding) => finding.quote === '$1.48 billion');
    const disclosures = await popup.evaluate(() => [...document.querySelectorAll('summary')].map((summary) => summary.ariaLabel));
    assert.ok(disclosures.includes('What the sources say about $1.48 billion'), 'each disclosure has its figure');
    await popup.close();
    const { x, y } = await session.figure('warn', '$1.48B');
    await session.browser.click(x, y);
    const text = await card(/\$1\.48B/);
    assert.match(text, /decimal/i, 'names the slip');
    assert.match(text, /\$14\.3 billion/, 'what sources say instead');
    assert.match(text, /49\s?%.*\$29 billion|\$29 billion.*49\s?%/, 'the arithmetic');
    assert.match(text, /2025/, 'the date of a source');
    assert.ok(listed, 'the list has it too');
    assert.ok(text.includes(listed.verdict), `the card has the list's verdict “${listed.verdict}”`);
    await session.browser.press('Escape');
    await noCard();
  });

  test('a click stays, the close button closes', async () => {
    const popup = await session.check('/fixtures/slipped-point.html');
    await popup.close();
    const { x, y } = await session.figure('warn', '$1.48B');
    await session.browser.click(x, y);
    await card(/\$1\.48B/);
    const close = await session.browser.inCard((root) => {
      const box = root.querySelector('button')?.getBoundingClientRect();
      return { x: (box?.left ?? 0) + (box?.width ?? 0) / 2, y: (box?.top ?? 0) + (box?.height ?? 0) / 2 };
    });
    assert.ok(close);
    await session.browser.click(close.x, close.y);
    await noCard();
  });

  test('Tab and Enter in the popup lead to the figure; Escape leads back', async () => {
    const popup = await session.check('/fixtures/rival-figure.html');
    const [first] = (await listedFindings(popup)).filter((finding) => finding.kind === 'warn');
    assert.ok(first);
    await until('the focus on the first warning', async () => {
      await popup.press('Tab');
      return popup.evaluate(() => document.activeElement?.matches('li.warn button'));
    });
    await popup.press('Enter');
    await card(/\$14\.8 billion/);
    await until('the popup making way', async () => !(await popup.isOpen()));
    await until('the focus in the card', () => session.browser.inCard((root) => root.activeElement?.getAttribute('role') === 'dialog'));
    await session.browser.press('Tab');
    await until('the focus on the close button', () => session.browser.inCard((root) => root.activeElement?.tagName === 'BUTTON'));
    await session.browser.press('Escape');
    await noCard();
  });

  test('the commands go round all findings in reading order', async () => {
    const popup = await session.check('/fixtures/rival-figure.html');
    await popup.close();
    const here = async () => (await session.highlighted('here'))[0];
    const order = await session.browser.evaluate(() =>
      ['plumbline-warn', 'plumbline-mark']
        .flatMap((name) => /** @type {Range[]} */ ([...(CSS.highlights.get(name)?.values() ?? [])]))
        .sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other))
        .map((range) => range.toString().replace(/\s+/g, ' ')),
    );
    assert.equal(order.length, 3);
    const place = () => session.browser.evaluate(() => {
      const [range] = /** @type {Range[]} */ ([...(CSS.highlights.get('plumbline-here')?.values() ?? [])]);
      return range ? [range.startContainer.parentElement?.tagName, range.toString()].join(' ') : '';
    });
    let last = '';
    for (const text of [...order, order[0]]) {
      await session.browser.command('next-finding');
      last = await until(`the next finding, ${text}`, async () => {
        const now = await place();
        return now && now !== last && (await here()) === text ? now : undefined;
      });
      await card(new RegExp(text?.replace(/[$.]/g, '\\$&') ?? ''));
    }
    await session.browser.command('previous-finding');
    await until('the previous finding', async () => (await place()) !== last && (await here()) === order[2]);
  });

  test('Tab goes on from the figure when its card is closed, also out of an open card', async () => {
    await session.browser.open(`${session.server.origin}/fixtures/rival-figure.html`);
    await session.browser.evaluate(() => {
      for (const [where, id] of /** @type {const} */ ([['afterbegin', 'before'], ['beforeend', 'after']])) {
        const link = document.createElement('a');
        link.id = link.textContent = id;
        link.href = '#story';
        document.body.insertAdjacentElement(where, link);
      }
    });
    await (await session.checkAgain()).close();
    const focused = (/** @type {string} */ id) =>
      until(`the focus on ${id}`, () =>
        session.browser.evaluate((id) => document.activeElement?.id === id, id),
      );
    await session.browser.command('next-finding');
    await card(/\$14\.8 billion/);
    await session.browser.press('Escape');
    await noCard();
    await session.browser.press('Tab');
    await focused('after');
    await session.browser.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());

    await session.browser.command('next-finding');
    await card(/./);
    await session.browser.press('Shift+Tab');
    await noCard();
    await focused('before');
    // With the focus on something of the page, Escape leads back there.
    await session.browser.command('next-finding');
    await card(/./);
    await session.browser.press('Escape');
    await noCard();
    await focused('before');
  });

  test('a card leaves its figure in sight, in windows of usual sizes', async () => {
    for (const [width, height] of /** @type {const} */ ([[1366, 625], [1280, 720], [1000, 800]])) {
      await session.browser.resize(width, height);
      for (const page of ['rival-figure.html', 'slipped-point.html']) {
        await (await session.check(`/fixtures/${page}`)).close();
        for (let step = 1; step <= 3; step++) {
          await session.browser.command('next-finding');
          const { figure, box } = await until('the card at the next figure', () =>
            session.browser.inCard((root) => {
              const page = /** @type {Window & { last?: string }} */ (window);
              const [range] = /** @type {Range[]} */ ([...(CSS.highlights.get('plumbline-here')?.values() ?? [])]);
              const frame = root.querySelector('.frame');
              if (!range || !frame) return undefined;
              // One text node holds several figures, and several hold the same one.
              const before = document.createRange();
              before.setStart(document.body, 0);
              before.setEnd(range.startContainer, range.startOffset);
              const spot = String(before.toString().length);
              if (spot === page.last) return undefined;
              page.last = spot;
              const [figure, box] = [range, frame].map((part) => {
                const { top, bottom } = part.getBoundingClientRect();
                return { top, bottom };
              });
              return figure && box && { figure, box };
            }),
          );
          const boxes = JSON.stringify({ page, width, height, step, figure, box });
          assert.ok(box.top > figure.bottom || box.bottom < figure.top, boxes);
          assert.ok(box.top >= 0 && box.bottom <= height && box.bottom - box.top > 140, boxes);
        }
      }
    }
  });

  test('where nothing is marked, the keys say so', async () => {
    await (await session.check('/fixtures/nothing-covered.html')).close();
    await session.browser.command('next-finding');
    const note = () => session.browser.inCard((root) => root.querySelector('[role="status"]')?.textContent);
    assert.equal(await until('the note', note), 'No marked figures on this page');
    await session.browser.press('Escape');
    await until('the note going', async () => (await note()) === undefined);
  });

  test('the commands have their keys', async () => {
    const commands = await session.browser.commands();
    assert.ok(['_execute_action', 'next-finding', 'previous-finding'].every((name) => name in commands));
    // Chromium gives no keys to extensions that a test loads; Firefox does, and there they are pressed.
    if (session.browser.name !== 'firefox') return;
    assert.equal(commands._execute_action, 'Alt+Shift+L');
    assert.equal(commands['next-finding'], 'Alt+Shift+N');
    assert.equal(commands['previous-finding'], 'Alt+Shift+P');
  });

  test('assistive technology is told of the card', async () => {
    const popup = await session.check('/fixtures/slipped-point.html');
    await popup.close();
    await session.browser.command('next-finding');
    await card(/\$1\.48/);
    // Its name is told a little after itself.
    await until('the dialog with its figure', async () =>
      (await session.browser.accessibleNodes()).some(({ role, name }) => role === 'dialog' && /\$1\.48/.test(name)),
    );
  });
});
