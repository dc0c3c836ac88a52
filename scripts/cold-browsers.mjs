// What a background that was stopped costs the next click, in both browsers: the engine's module fetched, compiled and
// laid out, and its first answer, in a page of the extension and in a browser that has just been started. Prints the
// medians of some rounds, in milliseconds.

import { Session } from '../tests/e2e/session.mjs';
import { BROWSERS } from '../tests/e2e/browsers/launch.mjs';
import { median, PAGE } from './cold-start.mjs';

const ROUNDS = 7;

/**
 * One start.
 * @param {import('../tests/e2e/browsers/types.d.ts').BrowserName} name
 */
async function start(name) {
  const session = new Session();
  await session.start(name);
  try {
    const { browser } = session;
    await browser.openExtensionPage('options.html');
    const [ready = NaN, answered = NaN] = await browser.evaluate(async (page) => {
      const at = (/** @type {string} */ path) => chrome.runtime.getURL(`wasm/${path}`);
      const began = performance.now();
      const glue = await import(at('engine.js'));
      await glue.default({ module_or_path: at('engine_bg.wasm') });
      const ready = performance.now();
      glue.check(page);
      return [ready - began, performance.now() - ready];
    }, PAGE);
    return { version: browser.version, ready, answered };
  } finally {
    await session.stop();
  }
}

for (const name of BROWSERS) {
  const starts = [];
  for (let round = 0; round < ROUNDS; round++) starts.push(await start(name));
  const [ready, answered] = [starts.map((one) => one.ready), starts.map((one) => one.answered)].map((times) => median(times).toFixed(0));
  console.log(`${starts[0]?.version}: module ${ready} ms, first answer ${answered} ms`);
}
