// Makes the pictures of README.md with the built extension: docs/images/card.png, labels.png, popup.png, panel.png and
// library.png.
// Run by hand where the looks have changed: node scripts/pictures.mjs

import { mkdirSync, writeFileSync } from 'node:fs';
import { launchBrowser } from '../tests/e2e/browsers/launch.mjs';
import { save } from '../tests/e2e/saving.mjs';
import { until } from '../tests/e2e/wait.mjs';
import { servePages } from '../tests/e2e/server.mjs';
import { serveArticle } from './article.mjs';
import { part } from './picture.mjs';

const IMAGES = new URL('../docs/images/', import.meta.url);

/** @param {string} name @param {Buffer} picture */
function keep(name, picture) {
  mkdirSync(IMAGES, { recursive: true });
  writeFileSync(new URL(name, IMAGES), picture);
  console.log(`docs/images/${name}: ${Math.ceil(picture.length / 1000)} kB`);
}

const article = await serveArticle();
const pages = await servePages();

/** Articles are known by the names of their sites, which no machine's own address is: names that belong to nobody lead there. */
const DEMO = 'plumb-line.example';
const SITES = {
  'mudslide-friday.html': 'brod-mirror.example',
  'ferry-gazette.html': 'tolland-gazette.example',
  'ferry-harbour.html': 'harbour-news.example',
  'ferry-courier.html': 'orrin-courier.example',
};
const rules = [`MAP ${DEMO} ${new URL(article.url).host}`, `MAP *.example ${new URL(pages.origin).host}`, 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];
const browser = await launchBrowser('chromium', { log: false, settings: { chromium: [`--host-resolver-rules=${rules.join(', ')}`] } });
try {
  await browser.open(`http://${DEMO}/`);
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
  const standing = () =>
    until('the card standing still', () =>
      browser.inCard((root) => root.querySelector('[role="dialog"]') && root.getAnimations().every((a) => a.playState === 'finished')),
    );
  await standing();
  keep('card.png', await browser.screenshot());

  // The end of the card, with what the reader can say of it.
  const word = await browser.inCard((root) => {
    const button = root.querySelector('.word button');
    button?.scrollIntoView({ block: 'nearest' });
    const box = button?.getBoundingClientRect();
    return box && { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  });
  if (!word) throw new Error('the card takes no word');
  await browser.click(word.x, word.y);
  await until('what can be said', () => browser.inCard((root) => root.querySelectorAll('.word button').length > 2));
  await standing();
  const row = await browser.inCard((root) => {
    root.querySelector('.word')?.scrollIntoView({ block: 'end' });
    const [card, word] = ['[role="dialog"]', '.word'].map((name) => root.querySelector(name)?.getBoundingClientRect());
    return card && word && { x: card.left, y: word.top, width: card.width, height: card.bottom - word.top };
  });
  if (!row) throw new Error('the card is gone');
  keep('labels.png', await part(browser, await browser.screenshot(), row));

  // Two articles on one story, and what the panel says of the first beside the second.
  const checked = async (/** @type {keyof typeof SITES} */ path) => {
    await browser.open(`http://${SITES[path]}/fixtures/${path}`);
    const popup = await browser.clickToolbarButton();
    await until('the check', () => popup.evaluate(() => document.getElementById('status')?.className === 'done'));
    return popup;
  };
  for (const path of /** @type {const} */ (['mudslide-friday.html', 'ferry-gazette.html'])) await save(await checked(path));
  await (await checked('ferry-harbour.html')).close();
  const panel = await browser.openPanel(await checked('ferry-courier.html'));
  await until('the other article', () => panel.evaluate(() => document.querySelector('#story .article') !== null));
  await panel.evaluate(() => {
    document.getElementById('story-tab')?.click();
    // No taller than what it says.
    document.body.style.minHeight = '0';
  });
  keep('panel.png', await panel.screenshot());
  await panel.close();

  await browser.openExtensionPage('options.html');
  await until('what is saved', () => browser.evaluate(() => document.querySelectorAll('#shelves li').length === 2));
  const shelf = await browser.evaluate(() => {
    const section = document.getElementById('shelf')?.parentElement;
    section?.scrollIntoView();
    const box = section?.getBoundingClientRect();
    return box && { x: box.left, y: box.top, width: box.width, height: box.height };
  });
  if (!shelf) throw new Error('the options have no library');
  keep('library.png', await part(browser, await browser.screenshot(), shelf));
} finally {
  await browser.close();
  article.close();
  await pages.close();
}
