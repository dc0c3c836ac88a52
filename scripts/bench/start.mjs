// What a background that was stopped costs the next click, without the browser around it: the engine's module compiled
// and laid out, and its first answer, each time in a process of its own. Prints the median of some rounds, in
// milliseconds, for each folder that is named (the extension as built, dist/chrome, when none is), in turns.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { median, PAGE } from './rounds.mjs';

const ROUNDS = 11;
const ONCE = '--once';

/**
 * One start, in this process: module, first answer, and the processor time of both.
 * @param {string} folder
 */
async function start(folder) {
  const glue = await import(pathToFileURL(resolve(folder, 'wasm/engine.js')).href);
  const module = readFileSync(resolve(folder, 'wasm/engine_bg.wasm'));
  const used = process.cpuUsage();
  const began = performance.now();
  glue.initSync({ module });
  const ready = performance.now();
  glue.check(PAGE);
  const answered = performance.now();
  const { user, system } = process.cpuUsage(used);
  return [ready - began, answered - ready, (user + system) / 1000];
}

const [first, ...named] = process.argv.slice(2);
if (first === ONCE) {
  console.log(JSON.stringify(await start(named[0] ?? '')));
} else {
  const folders = first === undefined ? [fileURLToPath(new URL('../../dist/chrome', import.meta.url))] : [first, ...named];
  /** @type {Map<string, number[][]>} */
  const starts = new Map(folders.map((folder) => [folder, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const folder of folders) {
      const told = execFileSync(process.execPath, [fileURLToPath(import.meta.url), ONCE, folder], { encoding: 'utf8' });
      starts.get(folder)?.push(JSON.parse(told));
    }
  }
  for (const [folder, rounds] of starts) {
    const [module, answer, used] = [0, 1, 2].map((part) => median(rounds.map((round) => round[part] ?? NaN)).toFixed(0));
    console.log(`${folder}: module ${module} ms, first answer ${answer} ms, processor time of both ${used} ms`);
  }
}
