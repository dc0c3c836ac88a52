// Makes the pictures of README.md with the built extension: docs/images/card.png, popup.png and panel.png.
// Run by hand where the looks have changed: node scripts/pictures.mjs

import { mkdirSync, writeFileSync } from 'node:fs';
import { launchBrowser } from '../tests/e2e/browsers/launch.mjs';
import { until } from '../tests/e2e/wait.mjs';
import { servePages } from '../tests/e2e/server.mjs';
import { serveArticle } from './article.mjs';

const IMAGES = new URL('../docs/images/', import.meta.url);

/** @param {string} name @param {Buffer} picture */
function keep(name, picture) {
  mkdirSync(IMAGES, { recursive: true });
  writeFileSync(new URL(name, IMAGES), picture);
  console.log(`docs/images/${name}: ${Math.ceil(picture.length / 1000)} kB`);
}

const article = await serveArticle();
const pages = await servePages();
const browser = await launchBrowser('chromium', { log: false });
try {
  await browser.open(article.url);
  const popup = await browser.clickToolbarButton();
  await until('the check', () => popup.evaluate(() => document.getElementById('status')?.className === 'done'));
  keep('popup.png', await popup.screenshot());
  await popup.close();

  const spot = await browser.evaluate(() => {
    const ranges = /** @type {Range[]} */ ([...(CSS.highlights.get('plumbline-warn')?.values() ?? [])]);
    const box = ranges[0]?.getBoundingClientRect();
    return box && { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  });
  if (!spot) throw new Error('the demo article has no warning');
  await browser.click(spot.x, spot.y);
  await until('the card standing still', () =>
    browser.inCard((root) => root.querySelector('[role="dialog"]') && root.getAnimations().every((a) => a.playState === 'finished')),
  );
  keep('card.png', await browser.screenshot());

  // Two articles on one story, and what the panel says of the first beside the second.
  const checked = async (/** @type {string} */ path) => {
    await browser.open(`${pages.origin}/fixtures/${path}`);
    const popup = await browser.clickToolbarButton();
    await until('the check', () => popup.evaluate(() => document.getElementById('status')?.className === 'done'));
    return popup;
  };
  await (await checked('ferry-harbour.html')).close();
  const panel = await browser.openPanel(await checked('ferry-courier.html'));
  await until('the other article', () => panel.evaluate(() => document.querySelector('#story .article') !== null));
  await panel.evaluate(() => {
    document.getElementById('story-tab')?.click();
    // No taller than what it says.
    document.body.style.minHeight = '0';
  });
  keep('panel.png', await panel.screenshot());
} finally {
  await browser.close();
  article.close();
  await pages.close();
}
