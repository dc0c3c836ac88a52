// What a library of ten thousand saved articles costs, in both browsers: a check with and without it, until the first answer,
// with which the page's own marks are drawn, and until the one that has what other articles say too; the first check of
// a background that was stopped, and of a browser that has just been started on a profile that has it, and what the
// background takes of the memory. The articles are texts of this repository with other names, days and figures
// (crate/python/tests/corpus.py); pages to check are articles of the same stories that were not saved.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BROWSERS } from '../../tests/e2e/browsers/launch.mjs';
import { Session } from '../../tests/e2e/session.mjs';
import { median } from './rounds.mjs';

/** @typedef {import('../../tests/e2e/browsers/types.d.ts').Document} Document */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SAVED = 10_000;
/** Paragraphs an article, full of figures and with few: five kilobytes, with as many figures and names as news has. */
const LENGTH = [12, 10];
/** One article of so many is a page to check, and not saved. */
const HELD_OUT = 300;
/** From where pages are sent: the options would list all that is saved meanwhile. */
const PAGE = 'welcome.html';
const WARM_UP = 5;
const STARTS = 7;

/** @param {string} command @param {string[]} args @param {string} [input] */
function run(command, args, input) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: ROOT, input, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (status !== 0) throw error ?? new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** Writes what is stored of the saved articles into a folder; gives the pages. @param {string} folder @returns {Plumbline.Page[]} */
function prepare(folder) {
  const lines = run('python3', ['crate/python/tests/corpus.py', String(SAVED + Math.ceil(SAVED / HELD_OUT)), ...LENGTH.map(String)]).trim().split('\n');
  const saved = lines.filter((_, at) => at % HELD_OUT !== 1).slice(0, SAVED);
  const generator = ['run', '--quiet', '--release', '--package', 'plumbline-bench', '--example', 'saved', '--', folder];
  process.stdout.write(run('cargo', generator, `${saved.join('\n')}\n`));
  return lines
    .filter((_, at) => at % HELD_OUT === 1)
    .map((line) => JSON.parse(line))
    .map(({ id, published, text }) => ({
      url: `https://other.example/${id}`,
      title: text.split('.')[0],
      language: 'en',
      place: '',
      dates: [{ from: 'given', value: published }],
      data: [],
      blocks: text.split('\n\n').map((/** @type {string} */ text) => ({ zone: 'article', text })),
    }));
}

/**
 * Checks pages one after the other; for each how long its first answer took, in milliseconds, and the last, and whether it
 * was compared with articles.
 * @param {Document} ours @param {Plumbline.Page[]} pages
 */
const check = (ours, pages) =>
  ours.evaluate(async (pages) => {
    const checks = [];
    for (const page of pages) {
      const began = performance.now();
      const port = chrome.runtime.connect();
      /** @type {((answer: any) => void)[]} */
      const heard = [];
      const answers = [0, 1].map(() => new Promise((resolve) => heard.push(resolve)));
      port.onMessage.addListener((answer) => heard.shift()?.(answer));
      port.postMessage({ page, styled: null, selected: false });
      const first = await answers[0];
      const marks = performance.now() - began;
      if (!first.report) throw new Error(JSON.stringify(first));
      const answer = (first.more && (await answers[1])) || first;
      const all = performance.now() - began;
      port.disconnect();
      if (!answer.report) throw new Error(JSON.stringify(answer));
      checks.push({ marks, all, beside: answer.report.beside !== '' });
    }
    return checks;
  }, pages);

/** @typedef {{ marks: number, all: number, beside: boolean }} Checked */

/** What is told of several checks: on a machine that does other work, the fastest says more than the one in the middle. @param {Checked[]} checks */
const told = (checks) => {
  const of = (/** @type {'marks' | 'all'} */ which) => checks.map((check) => check[which]);
  return {
    middle: { marks: median(of('marks')), all: median(of('all')) },
    fastest: { marks: Math.min(...of('marks')), all: Math.min(...of('all')) },
  };
};

/** Puts what was prepared into the store, which the engine has made. @param {Document} ours */
const fill = (ours) =>
  ours.evaluate(async () => {
    const read = (/** @type {string} */ name) => fetch(chrome.runtime.getURL(`saved/${name}`));
    const [heads, names] = await Promise.all(['heads.json', 'names.json'].map(async (name) => (await read(name)).json()));
    const [articles, parts] = await Promise.all(['articles.bin', 'names.bin'].map(async (name) => new Uint8Array(await (await read(name)).arrayBuffer())));
    const opening = indexedDB.open('library');
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const writing = opening.result.transaction(['heads', 'articles', 'names'], 'readwrite');
    let at = 0;
    for (const head of heads) {
      writing.objectStore('heads').put(head, head.number);
      writing.objectStore('articles').put(articles?.slice(at, (at += head.bytes)), head.number);
    }
    at = 0;
    for (const [number, length] of names) writing.objectStore('names').put(parts?.slice(at, (at += length)), number);
    await new Promise((resolve, reject) => {
      writing.oncomplete = resolve;
      writing.onabort = () => reject(writing.error);
    });
    opening.result.close();
  });

const folder = mkdtempSync(join(tmpdir(), 'plumbline-saved-'));
try {
  const pages = prepare(folder);
  const [first] = pages;
  if (!first) throw new Error('no pages');
  for (const name of BROWSERS) {
    const session = new Session();
    await session.start(name, { stays: true, change: (extension) => cpSync(folder, join(extension, 'saved'), { recursive: true }) });
    try {
      const opened = () => session.browser.openExtensionPage(PAGE);
      /** The median, the fastest, and how many pages were compared with articles. */
      const warm = async () => {
        await opened();
        await check(session.browser, pages.slice(0, WARM_UP));
        const all = await check(session.browser, pages);
        return { ...told(all), beside: all.filter(({ beside }) => beside).length };
      };
      const stopped = async () => {
        const checks = [];
        for (let start = 0; start < STARTS; start++) {
          await opened();
          await session.browser.stopBackground();
          checks.push(...(await check(session.browser, [first])));
        }
        return told(checks);
      };
      const started = async () => {
        await session.restart();
        await session.browser.openExtensionPage(PAGE);
        return told(await check(session.browser, [first])).fastest;
      };
      // A browser that has just been installed is another one than it is after that.
      await session.restart();
      const without = { warm: await warm(), memory: await session.browser.memory(), stopped: await stopped() };
      await opened();
      await fill(session.browser);
      // What the engine has read of the store it keeps, and who has filled it has had all of it in memory.
      await session.restart();
      const withAll = { warm: await warm(), memory: await session.browser.memory(), stopped: await stopped() };
      const cold = await started();
      const line = (/** @type {string} */ what, /** @type {number} */ one, /** @type {number} */ other, /** @type {string} */ unit) =>
        console.log(`  ${what}: ${one.toFixed(1)} ${unit} with none, ${other.toFixed(1)} ${unit} with ${SAVED}; ${(other - one).toFixed(1)} ${unit} more`);
      console.log(`${session.browser.version}, ${withAll.warm.beside} of ${pages.length} pages compared with saved articles:`);
      for (const which of /** @type {const} */ (['middle', 'fastest'])) {
        for (const [until, name] of /** @type {const} */ ([['marks', 'its first answer'], ['all', 'all is said']])) {
          line(`a check until ${name}, ${which}`, without.warm[which][until], withAll.warm[which][until], 'ms');
          line(`the first of a background that was stopped, ${which}`, without.stopped[which][until], withAll.stopped[which][until], 'ms');
        }
      }
      line('memory of the background', without.memory / 1e6, withAll.memory / 1e6, 'MB');
      console.log(`  the first after the browser was started: ${cold.marks.toFixed(1)} ms, and until all is said ${cold.all.toFixed(1)} ms`);
    } finally {
      await session.stop();
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
