// What the interface says stands in one place, and all of it is said somewhere.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { filesBelow } from '../../scripts/pack.mjs';

const ROOT = new URL('../../', import.meta.url);
const read = (/** @type {string} */ path) => readFileSync(new URL(path, ROOT), 'utf8');

/** @type {Record<string, { message: string }>} */
const messages = JSON.parse(read('extension/_locales/en/messages.json'));

/** Every file that may say something. */
const files = [
  'manifest.json',
  'crate/protocol/src/appearance.rs',
  ...['extension', 'crate/ui/src', 'crate/engine/src', 'crate/browser/src'].flatMap((folder) =>
    filesBelow(new URL(folder, ROOT).pathname).map((name) => `${folder}/${name}`),
  ),
].filter((name) => /\.(html|js|rs|json)$/.test(name) && !name.includes('_locales'));

/** How a name is asked for: in pages, in scripts, in Rust, in the manifest; those with a part that is put in last. */
const ASKED = [
  /data-(?:says|label|placeholder)="(\w+)"/g,
  /(?:says|getMessage|says_with)\(\s*'(\w+)'/g,
  /(?:says|says_with)\(\s*"(\w+)"/g,
  /__MSG_(\w+)__/g,
];
const COUNTED = [/counted\([^;{}]*?"(\w+)"\s*,?\s*\)/g, /form\(\s*"(\w+)"/g];

/** @param {RegExp[]} patterns @param {string} text */
const found = (patterns, text) => patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name]) => name ?? ''));

test('every name that is asked for is in the table', () => {
  for (const file of files) {
    const text = read(file);
    for (const name of found(ASKED, text)) assert.ok(name in messages, `${file}: ${name}`);
    for (const name of found(COUNTED, text)) {
      for (const form of ['one', 'many']) assert.ok(`${name}_${form}` in messages, `${file}: ${name}_${form}`);
    }
  }
});

test('every name of the table is asked for', () => {
  const all = files.map(read).join('\n');
  for (const name of Object.keys(messages)) {
    const stem = name.replace(/_(one|many|title|text|purpose)$/, '');
    const short = stem.replace(/^(card|look|said)_/, '');
    const asked = [name, stem, short].some((part) => new RegExp(`["'_\`]${part}["'_]`).test(all));
    assert.ok(asked, name);
  }
});

test('pages hold no words of their own', () => {
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const body = read(file).replace(/<article[^]*?<\/article>/, '').replace(/<(title|h1)>Plumbline<\/\1>/g, '');
    const words = body.replace(/<(kbd|code)>[^<]*<\/\1>/g, '').replace(/<[^>]*>/g, ' ').match(/\p{L}{2,}/gu);
    assert.equal(words, null, file);
  }
});
