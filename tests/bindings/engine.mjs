// The built engine as the background loads it, in Node: a fresh instance with each call.

import { readFileSync } from 'node:fs';

const BUILT = new URL('../../dist/chrome/', import.meta.url);

let instances = 0;

/** @type {Record<string, { message: string }>} */
const messages = JSON.parse(readFileSync(new URL('../../extension/_locales/en/messages.json', import.meta.url), 'utf8'));

/**
 * What the browser's `i18n.getMessage` gives.
 * @param {string} name @param {string[]} [parts]
 */
export const said = (name, parts = []) => (messages[name]?.message ?? '').replace(/\$(\d)/g, (_, at) => parts[at - 1] ?? '');

/** @returns {Promise<typeof import('../../target/glue/wasm/engine.js')>} */
export async function loadEngine() {
  // A different query makes a different instance of the glue, and so of the module.
  const glue = await import(new URL(`wasm/engine.js?instance=${(instances += 1)}`, BUILT).href);
  glue.initSync({ module: readFileSync(new URL('wasm/engine_bg.wasm', BUILT)) });
  return glue;
}

/**
 * Sends the last part of a page, and has it checked beside nothing.
 * @param {import('../../target/glue/wasm/engine.js').Incoming} incoming
 * @param {Plumbline.LastPart} last
 */
export async function checked(incoming, last) {
  incoming.add(last);
  return incoming.check({}, await incoming.find({}), []);
}

/**
 * A page of one article, in the form that the content script sends.
 * @param {string[]} paragraphs
 * @returns {Plumbline.Page}
 */
export function article(...paragraphs) {
  return {
    url: 'https://news.example/2025/06/14/scale',
    title: 'Meta buys into Scale AI',
    language: 'en',
    place: '',
    dates: [{ from: 'meta', value: '2025-06-14T08:00:00Z' }],
    data: [],
    blocks: paragraphs.map((text) => ({ zone: 'article', text })),
  };
}

/**
 * What a finding's offsets cut out of its block, as JavaScript counts.
 * @param {Plumbline.Page} page
 * @param {Plumbline.Place} finding
 */
export const cut = (page, { block, start, end }) => page.blocks[block]?.text.slice(start, end);
