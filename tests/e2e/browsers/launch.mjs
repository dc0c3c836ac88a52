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

/** @param {BrowserName} browser The folder of the extension that was built for it. */
export const built = (browser) => fileURLToPath(new URL(`../../../dist/${BUILT[browser]}`, import.meta.url));

/**
 * @param {BrowserName} browser
 * @param {{ headless?: boolean, screen?: string, log?: boolean, extension?: string, settings?: import('./types.d.ts').Settings }} [options] `extension` is another folder than the built one.
 * @returns {Promise<DrivenBrowser>}
 */
export async function launchBrowser(browser, options = {}) {
  const { launch } = await import(`./${browser}.mjs`);
  return launch({ extension: built(browser), ...options });
}
