// What imported sets cost, in both browsers: a million statements, and the towns of GeoNames where scripts/cities.sh has
// built them (target/cities/cities.pack). How long the import takes, how much room it takes on the disk, and a check with and
// without it: of an article that names nobody in it, and of one that names forty.

import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BROWSERS } from '../../tests/e2e/browsers/launch.mjs';
import { openOptions, saidOfImport } from '../../tests/e2e/packs.mjs';
import { Session } from '../../tests/e2e/session.mjs';
import { until } from '../../tests/e2e/wait.mjs';
import { median } from './rounds.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CITIES = join(ROOT, 'target/cities/cities.pack');
const RUNS = 15;
const STARTS = 13;
const NAMED = 40;

/** @typedef {{ name: string, file: string, towns: string[] }} Imported */

/** @param {string} folder @returns {Imported[]} */
function prepare(folder) {
  const generator = ['run', '--quiet', '--release', '--package', 'plumbline-bench', '--example', 'million', '--', folder];
  const { status, stderr } = spawnSync('cargo', generator, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  /** @type {Imported[]} */
  const sets = [{ name: 'Places', file: 'million.pack', towns: JSON.parse(readFileSync(join(folder, 'million.json'), 'utf8')) }];
  if (existsSync(CITIES)) {
    copyFileSync(CITIES, join(folder, 'cities.pack'));
    const towns = ['Leipzig', 'Tromsø', 'Reykjavík', 'Ljubljana', 'Gdańsk', 'Bergen', 'Porto', 'Graz', 'Osaka', 'Nairobi', 'Lagos', 'Quito', 'Perth', 'Oslo', 'Turin', 'Lyon', 'Zagreb', 'Skopje', 'Tallinn', 'Vilnius'];
    sets.push({ name: 'cities', file: 'cities.pack', towns: [...towns, ...towns] });
  }
  return sets;
}

/** An article that says something of these. @param {readonly string[]} names @returns {Plumbline.Page} */
const page = (names) => ({
  url: `https://valley.example/${names[0]}`,
  title: 'What the census found',
  language: 'en',
  place: '',
  dates: [{ from: 'given', value: '2024-05-03' }],
  data: [],
  blocks: names.map((name, at) => ({ zone: 'article', text: `In 2021 ${name} had a population of ${(at * 7919) % 90_000}. The council met ${at + 2} times, and spent $${at + 1}.5 million on roads.` })),
});

const folder = mkdtempSync(join(tmpdir(), 'plumbline-sets-'));
try {
  const all = prepare(folder);
  for (const name of BROWSERS) {
    for (const { name: called, file, towns } of all) {
      const session = new Session();
      await session.start(name, { stays: true, change: (extension) => cpSync(folder, join(extension, 'sets'), { recursive: true }) });
      try {
        let ours = session.browser;
        // Whoever has just been installed, or has imported a file, has had all of it in memory.
        const anew = async () => {
          await session.restart();
          ours = session.browser;
        };
        /** Checks a page many times; the times in milliseconds. @param {Plumbline.Page} page @param {number} runs */
        const check = (page, runs) =>
          ours.evaluate(
            async (page, runs) => {
              const times = [];
              let marked = 0;
              for (let run = 0; run < runs; run++) {
                const began = performance.now();
                const port = chrome.runtime.connect();
                const answered = new Promise((resolve) => port.onMessage.addListener(resolve));
                port.postMessage({ page, styled: null, selected: false });
                const { report } = /** @type {any} */ (await answered);
                times.push(performance.now() - began);
                port.disconnect();
                marked = report.summary.warned + report.summary.marked;
                if (report.notice) throw new Error(report.notice);
              }
              return { times, marked };
            },
            page, runs,
          );
        const step = Math.max(1, Math.floor(towns.length / NAMED));
        const pages = { strangers: page(Array.from({ length: NAMED }, (_, at) => `Qx${at}orrinmouth`)), named: page(towns.filter((_, at) => at % step === 0).slice(0, NAMED)) };
        const warm = async () => {
          await openOptions(session);
          await check(pages.named, 3);
          const [strangers, named] = [await check(pages.strangers, RUNS), await check(pages.named, RUNS)];
          return { strangers: median(strangers.times), named: median(named.times), marked: named.marked };
        };
        const stopped = async () => {
          const times = [];
          for (let start = 0; start < STARTS; start++) {
            await openOptions(session);
            await ours.stopBackground();
            times.push((await check(pages.named, 1)).times[0] ?? NaN);
          }
          return median(times);
        };
        const room = () => ours.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
        await anew();
        const before = { warm: await warm(), memory: await ours.memory(), stopped: await stopped(), room: await room() };
        await openOptions(session);
        const began = performance.now();
        await ours.evaluate(async (file) => {
          const content = await (await fetch(chrome.runtime.getURL(`sets/${file}`))).blob();
          const field = /** @type {HTMLInputElement} */ (document.getElementById('import-file'));
          const chosen = new DataTransfer();
          chosen.items.add(new File([content], file));
          field.files = chosen.files;
          field.dispatchEvent(new Event('change'));
        }, file);
        await until('the import', async () => (await saidOfImport(session)).includes(`“${called}” was imported`));
        const took = performance.now() - began;
        await anew();
        const after = { warm: await warm(), memory: await ours.memory(), stopped: await stopped(), room: await room() };
        const { size } = statSync(join(folder, file));
        console.log(`${ours.version}, ${file} (${(size / 1e6).toFixed(1)} MB): imported in ${(took / 1000).toFixed(1)} s, takes ${((after.room - before.room) / 1e6).toFixed(1)} MB`);
        const line = (/** @type {string} */ what, /** @type {number} */ one, /** @type {number} */ other, unit = 'ms') =>
          console.log(`  ${what}: ${one.toFixed(1)} ${unit} without it, ${other.toFixed(1)} with it; ${(other - one).toFixed(1)} more`);
        line('a check of an article that names nobody in it', before.warm.strangers, after.warm.strangers);
        line(`a check of one that names ${NAMED} (${after.warm.marked} marked)`, before.warm.named, after.warm.named);
        line('the first of a background that was stopped', before.stopped, after.stopped);
        line('memory of the background', before.memory / 1e6, after.memory / 1e6, 'MB');
      } finally {
        await session.stop();
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
