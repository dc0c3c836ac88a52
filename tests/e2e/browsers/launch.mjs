// The built extension in either browser.

import { fileURLToPath } from 'node:url';

/** @typedef {import('./types.d.ts').BrowserName} BrowserName */
/** @typedef {import('./types.d.ts').DrivenBrowser} DrivenBrowser */

/** The browsers and the built folder that each loads. */
const BUILT = { chromium: 'chrome', firefox: 'firefox' };

/** @type {BrowserName[]} */
export const BROWSERS = ['chromium', 'firefox'];

/**
 * @param {BrowserName} browser
 * @param {{ headless?: boolean }} [options]
 * @returns {Promise<DrivenBrowser>}
 */
export async function launchBrowser(browser, options = {}) {
  const extension = fileURLToPath(new URL(`../../../dist/${BUILT[browser]}`, import.meta.url));
  const { launch } = await import(`./${browser}.mjs`);
  return launch({ extension, ...options });
}
