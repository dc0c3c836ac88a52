// The figures reader as WebAssembly in Node and in Chromium, and three other readers, on the same articles in
// one run. The others are far slower: they get the first part of the text, and rates are compared.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const ROOT = new URL('../../', import.meta.url);
const GLUE = new URL('target/glue/wasm/', ROOT);
const READERS = new URL('crate/bench/readers/', ROOT);
const PYTHON = fileURLToPath(new URL('target/bench/python/bin/python', ROOT));
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));

/** Other readers see this many characters. */
const SAMPLE = 40_000;

const articles = readFileSync(process.argv[2] ?? 'target/bench/articles.txt', 'utf8');
const bytes = (/** @type {string} */ text) => Buffer.byteLength(text);
const sample = articles.slice(0, articles.lastIndexOf('\n\n', SAMPLE));

/** @type {{ name: string, rate: number, found: number }[]} */
const results = [];
const note = (/** @type {string} */ name, /** @type {string} */ text, /** @type {number} */ seconds, /** @type {number} */ found) => {
  results.push({ name, rate: bytes(text) / 1e6 / seconds, found: (found / bytes(text)) * 1e6 });
};

/**
 * The fastest of some runs, in seconds, and what the last gave.
 * @param {number} runs
 * @param {() => number} work
 */
function fastest(runs, work) {
  let best = Infinity;
  let found = 0;
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    found = work();
    best = Math.min(best, (performance.now() - started) / 1000);
  }
  return { best, found };
}

/** How often a text is read, in Node and in Chromium alike: short ones until the module is compiled as well as it will be. @param {number} megabytes */
const runs = (megabytes) => (megabytes > 10 ? 2 : 8);

/** @param {number} megabytes */
const text = (megabytes) => articles.repeat(Math.ceil((megabytes * 1e6) / bytes(articles)));

// Node
const glue = await import(new URL('bench.js', GLUE).href);
await glue.default({ module_or_path: readFileSync(new URL('bench_bg.wasm', GLUE)) });
for (const megabytes of [1, 10, 100]) {
  const prose = text(megabytes);
  const { best, found } = fastest(runs(megabytes), () => glue.readFigures(prose));
  note(`this reader, WebAssembly in Node, ${megabytes} MB`, prose, best, found);
}

// Chromium
if (CHROMIUM) {
  const server = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1);
    if (name === '') return response.setHeader('content-type', 'text/html').end('<!doctype html><title>bench</title>');
    const type = name.endsWith('.js') ? 'text/javascript' : name.endsWith('.wasm') ? 'application/wasm' : 'text/plain; charset=utf-8';
    const file = name === 'articles' ? pathToFileURL(process.argv[2] ?? '') : new URL(name, GLUE);
    if (!existsSync(file)) return response.writeHead(404).end();
    return response.setHeader('content-type', type).end(readFileSync(file));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(undefined)));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const browser = await puppeteer.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    for (const megabytes of [1, 10, 100]) {
      const prose = text(megabytes);
      const { best, found } = await page.evaluate(async (times, runs) => {
        const module = await import(/** @type {any} */ ('/bench.js'));
        await module.default();
        const prose = (await (await fetch('/articles')).text()).repeat(times);
        let best = Infinity;
        let found = 0;
        for (let run = 0; run < runs; run++) {
          const started = performance.now();
          found = module.readFigures(prose);
          best = Math.min(best, (performance.now() - started) / 1000);
        }
        return { best, found };
      }, Math.ceil((megabytes * 1e6) / bytes(articles)), runs(megabytes));
      note(`this reader, WebAssembly in Chromium, ${megabytes} MB`, prose, best, found);
    }
  } finally {
    await browser.close();
    server.close();
  }
}

// The others
const require = createRequire(READERS);
const paragraphs = sample.split('\n\n').filter((paragraph) => paragraph.trim());
const nlp = require('compromise');
const compromise = fastest(2, () => paragraphs.reduce((sum, paragraph) => sum + nlp(paragraph).numbers().json().length, 0));
note('compromise', sample, compromise.best, compromise.found);

const recognizers = require('@microsoft/recognizers-text-suite');
const culture = recognizers.Culture.English;
const models = ['recognizeNumber', 'recognizeOrdinal', 'recognizePercentage', 'recognizeAge', 'recognizeCurrency', 'recognizeDimension', 'recognizeTemperature'];
const suite = fastest(1, () =>
  paragraphs.reduce((sum, paragraph) => sum + models.reduce((inner, model) => inner + recognizers[model](paragraph, culture).length, 0), 0),
);
note('@microsoft/recognizers-text-suite', sample, suite.best, suite.found);

for (const [name, ...options] of existsSync(PYTHON) ? [['quantulum3'], ['spaCy, by rule, and quantulum3', '--sentences']] : []) {
  try {
    const command = [fileURLToPath(new URL('quantulum.py', READERS)), ...options];
    const out = execFileSync(PYTHON, command, { input: sample, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });
    const [seconds = NaN, found = 0] = out.trim().split(' ').map(Number);
    note(name ?? '', sample, seconds, found);
  } catch {
    console.log(`  (${name} does not run here: left out)`);
  }
}

const own = results[1]?.rate ?? NaN;
for (const { name, rate, found } of results) {
  const shown = rate < 1 ? rate.toFixed(4) : rate.toFixed(1);
  const ratio = name.startsWith('this reader') ? '' : `, ${Math.round(own / rate).toLocaleString('en')} times slower than this reader in Node`;
  console.log(`  ${name}: ${shown} MB/s, ${Math.round(found)} figures a megabyte${ratio}`);
}
