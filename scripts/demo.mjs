// Shows the extension at work on the demo article: in a window where there is a display, else as text and a picture.

import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../tests/e2e/browsers/launch.mjs';
import { listedFindings } from '../tests/e2e/session.mjs';
import { until } from '../tests/e2e/wait.mjs';
import { serveArticle } from './article.mjs';
import { sideBySide } from './picture.mjs';

/** @typedef {import('../tests/e2e/browsers/types.d.ts').BrowserName} BrowserName */

const PICTURES = new URL('../tests/output/', import.meta.url);

/** macOS always has a display; elsewhere the environment names it. */
const hasDisplay =
  process.platform === 'darwin' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

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
