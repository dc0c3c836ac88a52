// Sources that have addresses can be opened. Those of the bundled set have none: the built extension is given some.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inEachBrowser } from './session.mjs';
import { until } from './wait.mjs';

const PAGE = '/fixtures/nothing-covered.html?source=';
/** Where the background answers a page, whatever packing calls the port and the answer. */
const ANSWER = /([$\w]+)\.postMessage\(([$\w]+)\)/g;

/** Has the background give every source an address: that of a page, or what is none of the web. */
function addAddresses(/** @type {string} */ folder, /** @type {string} */ origin) {
  const file = join(folder, 'background.js');
  const text = readFileSync(file, 'utf8');
  assert.equal([...text.matchAll(ANSWER)].length, 1, 'there is one place where pages are answered');
  const add = `
    const withAddresses = (answer) => {
      const lines = answer.report?.findings.flatMap(({ evidence }) => evidence) ?? [];
      for (const source of lines.flatMap(({ sources }) => sources)) {
        source.address = source.publisher === 'GSMArena.ng' ? '${origin}${PAGE}' + encodeURIComponent(source.title) : 'javascript:alert(1)';
      }
      return answer;
    };`;
  writeFileSync(file, text.replace(ANSWER, '$1.postMessage(withAddresses($2))') + add);
}

inEachBrowser((session) => {
  const address = () =>
    `${session.server.origin}${PAGE}${encodeURIComponent('Meta Invests $14.3 Billion in Scale AI to Boost Its Artificial Intelligence Plans')}`;

  test('a source of the popup is opened in a tab of its own', async () => {
    const popup = await session.check('/fixtures/rewritten.html');
    const links = await popup.evaluate(() => {
      const [warning] = document.querySelectorAll('.finding.warn');
      return {
        links: [...(warning?.querySelectorAll('.sources a') ?? [])].map((link) => /** @type {HTMLAnchorElement} */ (link).href),
        sources: warning?.querySelectorAll('.sources li').length ?? 0,
      };
    });
    assert.deepEqual([...new Set(links.links)], [address()]);
    assert.ok(links.sources > links.links.length, 'what is no address of the web is no link');
    await popup.evaluate(() => /** @type {HTMLElement | null} */ (document.querySelector('.finding.warn .sources a'))?.focus());
    await popup.press('Enter');
    assert.equal(await session.openedBeside(), address());
    if (await popup.isOpen()) await popup.close();
  });

  test('a source of the card is opened in a tab of its own', async () => {
    await (await session.check('/fixtures/rewritten.html')).close();
    const { x, y } = await session.figure('warn', '$1.48 billion');
    await session.browser.click(x, y);
    const spot = await until('the link', () =>
      session.browser.inCard((root) => {
        const links = root.querySelectorAll('.sources a');
        const box = links[0]?.getClientRects()[0];
        const without = root.querySelectorAll('.sources li').length - links.length;
        return box && { x: box.left + 5, y: box.top + box.height / 2, without };
      }),
    );
    assert.ok(spot.without > 0, 'what is no address of the web is no link');
    await session.browser.click(spot.x, spot.y);
    assert.equal(await session.openedBeside(), address());
  });

  test('the card says where sources are weak', async () => {
    await (await session.check('/fixtures/rewritten.html')).close();
    const { x, y } = await session.figure('warn', '$1.48 billion');
    await session.browser.click(x, y);
    const card = await until('the card', () => session.cardText());
    assert.match(card, /publisher not stated/);
    assert.match(card, /undated, about/);
    assert.doesNotMatch(card, /Against the evidence/);
  });
}, { change: addAddresses });
