// The content script's reader in the browsers, held to what the command line's makes of the same pages.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { joined } from '../../scripts/pack.mjs';
import { inEachBrowser } from './session.mjs';

const PAGES = new URL('../reading/', import.meta.url);
const READER = joined('reader.js', { as: 'reader' });

inEachBrowser((session) => {
  /** What the reader makes of the page in the tab, nothing left out; the reader runs as the page's own. */
  const read = () =>
    session.browser.evaluate((script) => {
      /** @type {Reading} */
      const reading = (0, eval)(`${script}; reader`).read();
      const { title, language, place, data } = reading.last;
      const dates = reading.last.dates.map((date) => ({ block: 0, ...date }));
      const whole = { role: 'paragraph', linked: 0, row: 0 };
      return { title, language, place, dates, data, blocks: reading.blocks.map((block) => ({ ...whole, ...block })) };
    }, READER);

  for (const file of readdirSync(PAGES).filter((name) => name.endsWith('.html'))) {
    test(`${file} is read as on the command line`, async () => {
      const { url, ...expected } = JSON.parse(readFileSync(new URL(file.replace(/html$/, 'json'), PAGES), 'utf8'));
      await session.browser.open(`${session.server.origin}/reading/${file}`);
      assert.deepEqual(await read(), expected);
    });
  }
});
