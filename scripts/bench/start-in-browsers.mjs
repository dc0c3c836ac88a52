// What a background that was stopped costs the next click, in both browsers: the engine's module fetched, compiled and
// laid out, and its first answer, in a page of the extension and in a browser that has just been started. Prints the
// medians of some rounds, in milliseconds, for each folder that is named (dist, as built, when none is; one of an older
// commit to compare with), in turns.

import { cpSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Session } from '../../tests/e2e/session.mjs';
import { BROWSERS, built } from '../../tests/e2e/browsers/launch.mjs';
import { median, PAGE } from './rounds.mjs';

const ROUNDS = 7;

/**
 * One start of what was built in that folder.
 * @param {import('../../tests/e2e/browsers/types.d.ts').BrowserName} name
 * @param {string} dist
 */
async function start(name, dist) {
  const session = new Session();
  await session.start(name, {
    change: (folder) => {
      rmSync(folder, { recursive: true });
      cpSync(join(dist, basename(built(name))), folder, { recursive: true });
    },
  });
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

const named = process.argv.slice(2).map((folder) => resolve(folder));
for (const name of BROWSERS) {
  const folders = named.length > 0 ? named : [join(built(name), '..')];
  /** @type {Map<string, Awaited<ReturnType<typeof start>>[]>} */
  const starts = new Map(folders.map((folder) => [folder, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const folder of folders) starts.get(folder)?.push(await start(name, folder));
  }
  for (const [folder, rounds] of starts) {
    const [ready, answered] = [rounds.map((one) => one.ready), rounds.map((one) => one.answered)].map((times) => median(times).toFixed(0));
    console.log(`${rounds[0]?.version}: ${folder}: module ${ready} ms, first answer ${answered} ms`);
  }
}
