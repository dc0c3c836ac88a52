// What build.sh puts together: the same bytes each time, only what the extension needs, one manifest for both.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { packedCrates } from '../../scripts/notices.mjs';
import { filesBelow, manifestFor, zip } from '../../scripts/pack.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const manifest = JSON.parse(readFileSync(`${ROOT}manifest.json`, 'utf8'));

/** @type {('chrome' | 'firefox')[]} */
const BROWSERS = ['chrome', 'firefox'];

/** @param {string} browser */
const packed = (browser) => readFileSync(`${ROOT}dist/plumbline-${browser}-${manifest.version}.zip`);

for (const browser of BROWSERS) {
  test(`${browser}: packing the same files again gives the same bytes`, async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-'));
    context.after(() => rmSync(folder, { recursive: true }));
    const again = join(folder, 'again.zip');
    await zip(`${ROOT}dist/${browser}`, again);
    assert.deepEqual(readFileSync(again), packed(browser));
  });

  test(`${browser}: the zip holds the folder, names in order`, () => {
    const files = unzipSync(packed(browser));
    assert.deepEqual(Object.keys(files), filesBelow(`${ROOT}dist/${browser}`));
    for (const [name, bytes] of Object.entries(files)) {
      assert.deepEqual(Buffer.from(bytes), readFileSync(`${ROOT}dist/${browser}/${name}`), name);
    }
  });

  test(`${browser}: every file that the manifest names is there`, () => {
    const built = JSON.parse(readFileSync(`${ROOT}dist/${browser}/manifest.json`, 'utf8'));
    const files = new Set(filesBelow(`${ROOT}dist/${browser}`));
    const named = [
      ...Object.values(built.icons),
      ...Object.values(built.action.default_icon),
      built.action.default_popup,
      built.options_ui.page,
      (built.side_panel ?? { default_path: built.sidebar_action.default_panel }).default_path,
      ...(built.background.scripts ?? [built.background.service_worker]),
    ];
    for (const name of named) assert.ok(files.has(name), name);
  });

  test(`${browser}: the licence of everything that is packed is packed with it`, () => {
    const licences = Buffer.from(unzipSync(packed(browser))['LICENCES.txt'] ?? []).toString();
    const crates = packedCrates();
    assert.ok(crates.size > 20, 'the crates are known');
    for (const crate of crates) assert.ok(licences.includes(`\n${crate} (`), crate);
    for (const words of ['Permission is hereby granted', 'Apache License', 'Copyright (c)']) {
      assert.ok(licences.includes(words), words);
    }
    assert.ok(!licences.includes(homedir()), 'no path of the machine');
  });

  test(`${browser}: the modules carry no path of the machine that built them`, () => {
    for (const name of ['engine', 'ui']) {
      const module = readFileSync(`${ROOT}dist/${browser}/wasm/${name}_bg.wasm`).toString('latin1');
      const found = [ROOT, `${homedir()}/`].filter((path) => module.includes(path));
      assert.deepEqual(found, [], `${name}_bg.wasm`);
    }
  });
}

test('both manifests have what the one has, but for the keys of the other browser', () => {
  const [chrome, firefox] = BROWSERS.map((browser) => manifestFor(manifest, browser));
  assert.deepEqual(Object.keys(chrome?.background ?? {}).sort(), ['service_worker', 'type']);
  assert.deepEqual(Object.keys(firefox?.background ?? {}).sort(), ['scripts', 'type']);
  const own = new Set(['background', 'browser_specific_settings', 'minimum_chrome_version', 'side_panel', 'sidebar_action', 'permissions']);
  const shared = Object.entries(manifest).filter(([key]) => !own.has(key));
  for (const built of [chrome, firefox]) {
    for (const [key, value] of shared) assert.deepEqual(built?.[key], value, key);
  }
});

test('the extension asks for no more than it needs', () => {
  const both = ['activeTab', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'];
  assert.deepEqual([...manifestFor(manifest, 'firefox').permissions].sort(), both);
  assert.deepEqual([...manifestFor(manifest, 'chrome').permissions].sort(), [...both, 'sidePanel'].sort());
  assert.equal(manifest.host_permissions, undefined);
  assert.equal(manifest.web_accessible_resources, undefined);
  assert.equal(manifest.content_scripts, undefined);
});

test('nothing but the two folders and their zips is in dist', () => {
  const expected = BROWSERS.flatMap((browser) => [browser, `plumbline-${browser}-${manifest.version}.zip`]).sort();
  assert.deepEqual(readdirSync(`${ROOT}dist`).sort(), expected);
});
