// Where the browsers of this machine are.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {import('./types.d.ts').BrowserName} BrowserName */

/**
 * Names on the search path and places off it, the best first; the variable overrides them all.
 * @type {Record<BrowserName, { variable: string, names: string[], places: string[] }>}
 */
const CANDIDATES = {
  chromium: {
    variable: 'PLUMBLINE_CHROMIUM',
    names: ['chromium', 'chromium-browser', 'google-chrome-for-testing', 'microsoft-edge', 'brave-browser', 'google-chrome'],
    places: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
  },
  firefox: {
    variable: 'PLUMBLINE_FIREFOX',
    names: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
    places: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
    ],
  },
};

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {BrowserName} browser
 * @returns {string | undefined} The program's path.
 */
export function installed(browser) {
  const { variable, names, places } = CANDIDATES[browser];
  const chosen = process.env[variable];
  if (chosen) return chosen;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places].find(isProgram);
}

/**
 * @param {BrowserName} browser
 * @returns {string} The program's path; throws with what to do when there is none.
 */
export function required(browser) {
  const program = installed(browser);
  if (program) return program;
  throw new Error(`No ${browser} was found: install it, or name its program in ${CANDIDATES[browser].variable}.`);
}

// On the command line: prints the path, or fails quietly.
if (process.argv[1]?.endsWith('installed.mjs')) {
  const program = installed(/** @type {BrowserName} */ (process.argv[2]));
  if (!program) process.exit(1);
  console.log(program);
}
