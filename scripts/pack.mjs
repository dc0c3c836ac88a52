// Puts dist/chrome and dist/firefox together, and a zip of each that the stores take.
// The same files give the same bytes: see crate/zip.
// Both browsers' folders come from one manifest; each loses only what the other alone reads.

import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildSync, transformSync } from 'esbuild';
import { notices } from './notices.mjs';

/** @typedef {'chrome' | 'firefox'} Browser */
/** @typedef {{ background: Record<string, unknown>, version: string, permissions: string[] } & Record<string, unknown>} Manifest */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');

/** What ships of the glue; the type declarations stay behind. */
const WASM_FILES = ['engine.js', 'engine_bg.wasm', 'ui.js', 'ui_bg.wasm'];

/** Files of extension/ that only the type checker reads. */
const NOT_SHIPPED = /\.d\.ts$|(^|\/)\.|\.md$/;

/** The modules of the content script, which browsers want as one file; those that have it begin stay what they are. */
const MODULE = /^content\/(?!(asked|automatic|selected)\.js$).+\.js$|^content\/card$/;

/** Builds zips as small as they can be; made with the modules. */
const ZIP = join(ROOT, 'target/debug/plumbline-zip');

/** The least that the browsers know which the extension is for. */
const TARGET = ['chrome121', 'firefox146'];

/** What ships of scripts and styles is without comments and spaces, and names are short where nobody else uses them. */
const SHORT = /** @type {const} */ ({ minify: true, charset: 'utf8', target: TARGET });

/**
 * The manifest as one browser wants it.
 * @param {Manifest} manifest
 * @param {Browser} browser
 * @returns {Manifest}
 */
export function manifestFor(manifest, browser) {
  const { background, ...rest } = manifest;
  const { service_worker, scripts, ...shared } = background;
  const { browser_specific_settings, minimum_chrome_version, side_panel, sidebar_action, permissions, ...common } = rest;
  const own =
    browser === 'chrome'
      ? { minimum_chrome_version, side_panel, permissions, background: { ...shared, service_worker } }
      : {
          browser_specific_settings,
          sidebar_action,
          // Firefox has its sidebar without a permission.
          permissions: permissions.filter((name) => name !== 'sidePanel'),
          background: { ...shared, scripts },
        };
  return { ...common, version: manifest.version, ...own };
}

/**
 * Every file below a folder, sorted by name, with `/` between the parts.
 * @param {string} folder
 * @param {string} [below]
 * @returns {string[]}
 */
export function filesBelow(folder, below = '') {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .flatMap((entry) => {
      const name = below ? `${below}/${entry.name}` : entry.name;
      return entry.isDirectory() ? filesBelow(folder, name) : [name];
    })
    .sort();
}

/**
 * Packs a folder into a zip file.
 * @param {string} folder
 * @param {string} file
 */
export async function zip(folder, file) {
  await promisify(execFile)(ZIP, [folder, file]);
}

/**
 * A module of the content script with all that it needs, as one classic script that leaves no name behind.
 * @param {string} name
 * @param {{ as?: string }} [options] `as` names a global variable for what the module exports.
 */
export function joined(name, { as } = {}) {
  const { outputFiles } = buildSync({
    entryPoints: [join(ROOT, 'extension/content', name)],
    bundle: true,
    write: false,
    ...SHORT,
    format: 'iife',
    ...(as ? { globalName: as } : {}),
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * A file as it ships.
 * @param {string} name
 * @param {Buffer} written
 */
function short(name, written) {
  switch (extname(name)) {
    case '.js':
      return transformSync(written.toString(), SHORT).code;
    case '.css':
      return transformSync(written.toString(), { ...SHORT, loader: 'css' }).code;
    case '.json':
      return JSON.stringify(JSON.parse(written.toString()));
    default:
      return written;
  }
}

/** @param {Browser} browser @param {string} licences */
async function pack(browser, licences) {
  const folder = join(DIST, browser);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'wasm'), { recursive: true });
  const extension = join(ROOT, 'extension');
  const ships = (/** @type {string} */ name) => !NOT_SHIPPED.test(name) && !MODULE.test(name);
  cpSync(extension, folder, { recursive: true, filter: (from) => ships(from.slice(extension.length + 1)) });
  // The scripts that have a check begin are of a line each, and what that comes to is their answer.
  const written = filesBelow(folder).filter((name) => !name.startsWith('content/'));
  for (const name of written) writeFileSync(join(folder, name), short(name, readFileSync(join(folder, name))));
  writeFileSync(join(folder, 'content.js'), joined('main.js'));
  for (const name of WASM_FILES) {
    writeFileSync(join(folder, 'wasm', name), short(name, readFileSync(join(ROOT, 'target/glue/wasm', name))));
  }
  writeFileSync(join(folder, 'LICENCES.txt'), licences);
  const manifest = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8'));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifestFor(manifest, browser)));
  const packed = join(DIST, `plumbline-${browser}-${manifest.version}.zip`);
  await zip(folder, packed);
  console.error(`dist/${browser}/ and ${packed.slice(ROOT.length)}, ${(statSync(packed).size / 1000).toFixed(0)} kB`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const old of existsSync(DIST) ? readdirSync(DIST) : []) {
    if (old.endsWith('.zip')) rmSync(join(DIST, old));
  }
  const licences = notices();
  await Promise.all([pack('chrome', licences), pack('firefox', licences)]);
}
