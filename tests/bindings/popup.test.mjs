// What the popup's first script does before its module is there: it asks for the check, and does not wait for ever.

import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';

/** A module that keeps what it is given. */
const INTERFACE = `
  export const given = [];
  export default async () => {};
  export const showPopup = (tabs, outcome, check) => void given.push({ tabs, outcome, check });
  export const follow = (tab) => void given.push({ follow: tab });
`;

const folder = mkdtempSync(join(tmpdir(), 'plumbline-popup-'));
const NAMES = ['chrome', 'document', 'location', 'addEventListener', 'fetch'];
const before = NAMES.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]);
after(() => {
  rmSync(folder, { recursive: true });
  for (const [name, property] of /** @type {[string, PropertyDescriptor | undefined][]} */ (before)) {
    if (property) Object.defineProperty(globalThis, name, property);
    else Reflect.deleteProperty(globalThis, name);
  }
});

test('a check that is never answered has failed after a while, and pages that change meanwhile are not missed', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  /** @type {unknown[]} */
  const asked = [];
  /** @type {(message: unknown, sender: unknown) => unknown} */
  let hear = () => {};
  const chrome = {
    tabs: { query: async () => [{ id: 7 }], TAB_ID_NONE: -1 },
    runtime: {
      sendMessage: (/** @type {unknown} */ ask) => new Promise(() => void asked.push(ask)),
      onMessage: { addListener: (/** @type {typeof hear} */ listener) => void (hear = listener) },
    },
  };
  /** @type {Record<string, () => void>} */
  const turns = {};
  const page = {
    chrome,
    document: { readyState: 'complete' },
    location: { pathname: '/popup.html' },
    addEventListener: (/** @type {string} */ name, /** @type {() => void} */ listener) => void (turns[name] = listener),
    fetch: async () => {},
  };
  for (const [name, value] of Object.entries(page)) Object.defineProperty(globalThis, name, { value, configurable: true });
  mkdirSync(join(folder, 'wasm'));
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  writeFileSync(join(folder, 'wasm/ui.js'), INTERFACE);
  copyFileSync(new URL('../../extension/popup.js', import.meta.url), join(folder, 'popup.js'));
  const loaded = import(pathToFileURL(join(folder, 'popup.js')).href);
  while (!turns.keydown) await new Promise((resolve) => setImmediate(resolve));
  hear({ badge: { changed: false } }, { tab: { id: 7 } });
  hear({ badge: { changed: true } }, { tab: { id: 7 } });
  turns.keydown();
  await loaded;
  const { given } = await import(pathToFileURL(join(folder, 'wasm/ui.js')).href);
  assert.deepEqual(asked, [{ checkTab: { tab: 7 } }]);
  const [{ outcome, check }, ...followed] = given;
  assert.deepEqual(followed, [{ follow: 7 }]);
  const again = check(8);
  context.mock.timers.tick(90_000);
  for (const late of [outcome, again]) {
    assert.deepEqual(await late, { outcome: 'failed', why: 'late', problem: '' });
  }
  assert.deepEqual(asked[1], { checkTab: { tab: 8 } });
});
