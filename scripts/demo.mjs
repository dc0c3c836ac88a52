// Shows the extension at work on the demo article: in a window where there is a display, else as text and a picture.

import { createServer } from 'node:http';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../tests/e2e/browsers/launch.mjs';
import { listedFindings } from '../tests/e2e/session.mjs';
import { until } from '../tests/e2e/wait.mjs';
import { sideBySide } from './picture.mjs';

/** @typedef {import('../tests/e2e/browsers/types.d.ts').BrowserName} BrowserName */

const ARTICLE = readFileSync(new URL('../demo/article.html', import.meta.url));
const PICTURES = new URL('../tests/output/', import.meta.url);

/** macOS always has a display; elsewhere the environment names it. */
const hasDisplay =
  process.platform === 'darwin' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** @returns {Promise<{ url: string, close: () => void }>} */
async function serveArticle() {
  const server = createServer((request, response) => {
    if (request.url !== '/') response.writeHead(404).end();
    else response.setHeader('Content-Type', 'text/html; charset=utf-8').end(ARTICLE);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port is free');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * @param {import('../tests/e2e/session.mjs').ListedFinding[]} findings
 * @param {string} summary
 */
function print(findings, summary) {
  const name = { warn: 'WARNING', mark: 'mark', supported: 'supported', 'not-covered': 'not covered' };
  console.log(`\n${summary}\n`);
  for (const { kind, quote, verdict, why } of findings) {
    console.log(`  ${name[/** @type {keyof typeof name} */ (kind)] ?? kind}: ${quote} – ${verdict}`);
    if (kind === 'warn' || kind === 'mark') console.log(`      ${why}`);
  }
}

const name = /** @type {BrowserName} */ (process.argv[2] ?? 'chromium');
const article = await serveArticle();
const browser = await launchBrowser(name, { headless: !hasDisplay, log: false });
try {
  await browser.open(article.url);
  const popup = await browser.clickToolbarButton();
  await until('the check', () => popup.evaluate(() => document.getElementById('status')?.className === 'done'));
  const summary = await popup.evaluate(() => document.getElementById('status')?.textContent ?? '');
  const findings = await listedFindings(popup);
  if (findings.length === 0) throw new Error(`The check found nothing: ${summary}`);
  print(findings, summary);
  if (hasDisplay) {
    console.log(`\nThe article is open in ${browser.version}. Point at a marked figure, or press Tab in the list.`);
    console.log('Close the browser to end the demo.');
    await browser.closedByUser();
  } else {
    const picture = await sideBySide(browser, await browser.screenshot(), await popup.screenshot());
    mkdirSync(PICTURES, { recursive: true });
    const file = new URL(`demo-${name}.png`, PICTURES);
    writeFileSync(file, picture);
    console.log(`\nThere is no display here; what ${browser.version} shows is in ${fileURLToPath(file)}`);
  }
} finally {
  await browser.close();
  article.close();
}
