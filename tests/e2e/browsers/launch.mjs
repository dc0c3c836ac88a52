// The built extension in either browser.

import { fileURLToPath } from 'node:url';

/** @typedef {import('./types.d.ts').BrowserName} BrowserName */
/** @typedef {import('./types.d.ts').DrivenBrowser} DrivenBrowser */

/** The browsers and the built folder that each loads. */
const BUILT = { chromium: 'chrome', firefox: 'firefox' };

/**
 * Both, unless the variable names one.
 * @type {BrowserName[]}
 */
export const BROWSERS = /** @type {BrowserName[]} */ (['chromium', 'firefox']).filter(
  (name) => !process.env.PLUMBLINE_BROWSER || process.env.PLUMBLINE_BROWSER === name,
);

/**
 * @param {BrowserName} browser
 * @param {{ headless?: boolean, log?: boolean }} [options]
 * @returns {Promise<DrivenBrowser>}
 */
export async function launchBrowser(browser, options = {}) {
  const extension = fileURLToPath(new URL(`../../../dist/${BUILT[browser]}`, import.meta.url));
  const { launch } = await import(`./${browser}.mjs`);
  return launch({ extension, ...options });
}
