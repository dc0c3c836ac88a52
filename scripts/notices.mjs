// The licences and notices of everything that is packed, as Cargo knows it: the crates in the two modules, with
// the texts that their authors ship. What only builds or tests is in nothing that is packed.

import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Of two licences that are offered, the one that is taken; the texts of all others are given too. */
const TAKEN = /^licen[cs]e-mit/i;
const LICENCE = /^(licen[cs]e|copying|notice|copyright)/i;

/** @param {string[]} args */
const cargo = (args) => execFileSync('cargo', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28 });

/** The names and versions of the crates that the modules are made of, ours left out. @returns {Set<string>} */
export function packedCrates() {
  const tree = cargo([
    'tree', '--locked', '--edges', 'normal,no-proc-macro', '--target', 'wasm32-unknown-unknown', '--prefix', 'none',
    '--package', 'plumbline-engine', '--package', 'plumbline-ui', '--format', '{p}',
  ]);
  const names = tree.split('\n').map((line) => line.replace(/ \(.*/, '').replace(' v', ' '));
  return new Set(names.filter((name) => name && !name.startsWith('plumbline')));
}

/** The texts of the licences that stand beside a crate's manifest. @param {string} folder */
function texts(folder) {
  const names = readdirSync(folder).filter((name) => LICENCE.test(name)).sort();
  const taken = names.filter((name) => TAKEN.test(name));
  const others = names.filter((name) => /unicode|notice|copyright/i.test(name));
  return [...(taken.length > 0 ? taken : names), ...others]
    .filter((name, at, all) => all.indexOf(name) === at)
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
}

/** @returns {string} */
export function notices() {
  const packed = packedCrates();
  const { packages } = JSON.parse(cargo(['metadata', '--locked', '--filter-platform', 'wasm32-unknown-unknown', '--format-version', '1']));
  const crates = packages.filter((/** @type {any} */ one) => packed.has(`${one.name} ${one.version}`));
  /** @type {Map<string, string[]>} Each text, with what it is the licence of. */
  const licences = new Map();
  for (const { name, version, license, authors, manifest_path } of crates) {
    const found = texts(dirname(manifest_path));
    const none = `No text comes with it. Licensed under ${license}. Authors: ${authors.join(', ') || 'not stated'}.`;
    for (const text of found.length > 0 ? found : [none]) {
      licences.set(text, [...(licences.get(text) ?? []), `${name} ${version} (${license})`]);
    }
  }
  const own = ['LICENSE-MIT', 'LICENSE-APACHE'].map((name) => readFileSync(join(ROOT, name), 'utf8').trim());
  const line = '='.repeat(80);
  return [
    'Plumbline is licensed under MIT or Apache-2.0, at your option. Both texts follow, then what it is built with:',
    'the standard library of Rust, which has the same two licences, and the crates named above their licences.',
    ...own.flatMap((text) => [line, text]),
    ...[...licences].flatMap(([text, of]) => [line, of.join('\n'), '', text]),
    '',
  ].join('\n');
}
