// Serves the pages that the tests look at, on this machine only: the fixtures, the pages to read, the documents of the
// bundled set where they are present, and one large page.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shared } from '../../scripts/shared.mjs';
import { largePage } from './large-page.mjs';

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

/** @typedef {{ origin: string, seeds: string[], close: () => Promise<void> }} PageServer */

/** @returns {Promise<PageServer>} */
export async function servePages() {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const html = pageAt(url.pathname);
    if (html === undefined) {
      response.writeHead(404).end();
      return;
    }
    const policy = POLICIES[/** @type {keyof typeof POLICIES} */ (url.searchParams.get('policy') ?? '')];
    response.setHeader('Content-Type', (url.pathname.startsWith('/fixtures/') && KINDS.get(extname(url.pathname))) || 'text/html; charset=utf-8');
    if (policy) response.setHeader('Content-Security-Policy', policy);
    response.end(html);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    seeds: SEEDS ? readdirSync(SEEDS).sort() : [],
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

/** @param {string} path */
function pageAt(path) {
  const [, folder, name = ''] = /^\/(fixtures|reading|seeds|large)\/?([\w-]*(?:\.\w+)?)$/.exec(path) ?? [];
  if (folder === 'large') return largePage();
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
