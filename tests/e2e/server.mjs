// Serves the pages that the tests look at, on this machine only: the fixtures, the pages to read, the documents of the
// bundled set where they are present, and one large page.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shared } from '../../scripts/shared.mjs';
import { coveredPage, largePage } from './large-page.mjs';

const FIXTURES = new URL('../fixtures/', import.meta.url);
const READING = new URL('../reading/', import.meta.url);
const SEEDS = shared('seeds');

/** Types of the fixtures that are not HTML. Seeds are texts, but served as pages. */
const KINDS = new Map([
  ['.svg', 'image/svg+xml'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.xml', 'text/xml'],
]);

/** Policies that a page can be served with, by the name that `?policy=` has for them. */
export const POLICIES = {
  'scripts-of-its-own': "script-src 'self'",
  'nothing-at-all': "default-src 'none'; require-trusted-types-for 'script'",
};

/** A page that has come but for the script at its end. */
const UNFINISHED =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Still coming</title>' +
  '<meta property="article:published_time" content="2025-06-20"><article><h1>Meta and Scale AI</h1>' +
  '<p>Meta has invested $1.48 billion in Scale AI.</p></article><script src="/held"></script></html>';

/**
 * A page that does not end to load until it is released, and when its last part was asked for.
 * @typedef {{ address: string, asked: Promise<void>, release: () => void }} Held
 */
/** @typedef {{ origin: string, seeds: string[], hold: () => Held, close: () => Promise<void> }} PageServer */

/** @returns {Promise<PageServer>} */
export async function servePages() {
  /** @type {(response: import('node:http').ServerResponse) => void} */
  let onHeld = (response) => response.end();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/held') return onHeld(response);
    const html = pageAt(url.pathname);
    if (html === undefined) {
      return void response.writeHead(404).end();
    }
    const policy = POLICIES[/** @type {keyof typeof POLICIES} */ (url.searchParams.get('policy') ?? '')];
    response.setHeader('Content-Type', (url.pathname.startsWith('/fixtures/') && KINDS.get(extname(url.pathname))) || 'text/html; charset=utf-8');
    if (policy) response.setHeader('Content-Security-Policy', policy);
    return void response.end(html);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    hold() {
      let release = () => {};
      const asked = new Promise((resolve) => {
        onHeld = (response) => {
          release = () => void response.end();
          resolve(undefined);
        };
      });
      return { address: `${origin}/unfinished`, asked, release: () => release() };
    },
    seeds: SEEDS ? readdirSync(SEEDS).sort() : [],
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

/** @param {string} path */
function pageAt(path) {
  const [, folder, name = ''] = /^\/(fixtures|reading|seeds|large|covered|repeated|unfinished)\/?([\w-]*(?:\.\w+)?)$/.exec(path) ?? [];
  if (folder === 'large') return largePage();
  if (folder === 'unfinished') return UNFINISHED;
  if (folder === 'covered') return coveredPage(Number(name), (n) => 15 + n / 1000);
  if (folder === 'repeated') return coveredPage(Number(name), () => 1.48);
  const base = { fixtures: FIXTURES, reading: READING }[folder ?? ''] ?? SEEDS;
  if (!base || !folder || !name) return undefined;
  const file = new URL(name, base);
  if (!existsSync(file)) return undefined;
  const text = readFileSync(fileURLToPath(file), 'utf8');
  return folder === 'seeds' ? pageOfText(text) : text;
}

/**
 * A plain text as a page: each line that is not empty a paragraph, those with `#` headings, `**` bold.
 * @param {string} text
 */
export function pageOfText(text) {
  const blocks = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [, hashes, words = ''] = /^(#{0,6})\s*(.*)$/.exec(line) ?? [];
      const element = hashes ? `h${hashes.length}` : 'p';
      return `<${element}>${escaped(words).replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')}</${element}>`;
    });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Article</title><article>\n${blocks.join('\n')}\n</article></html>`;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
