// The report for editors and code hosts is of the shape that the types of SARIF ask for: nothing missing, nothing unknown.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGES = ['at-odds.html', 'slipped-point.html', 'not-all-seen.html'].map((page) => join(ROOT, 'tests/fixtures', page));

/** The command line program as it was built last. */
function program() {
  const built = ['debug', 'release'].map((profile) => join(ROOT, 'target', profile, 'plumbline')).filter(existsSync);
  const [newest] = built.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
  assert.ok(newest, 'build the command line first: cargo build -p plumbline');
  return newest;
}

/** @param {string[]} options */
const checked = (...options) => spawnSync(program(), ['check', ...options, ...PAGES], { encoding: 'utf8' }).stdout;

test('a report is of the type that SARIF has, and one that is not is refused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-sarif-'));
  try {
    const [first = '{}'] = checked('--format', 'json').split('\n');
    const known = join(folder, 'known.toml');
    writeFileSync(known, `[[suppress]]\nfinding = "${JSON.parse(first).ids[0]}"\nreason = "It was seen."\n`);
    const report = checked('--format', 'sarif', '--suppress', known);
    const { results } = JSON.parse(report).runs[0];
    const has = (/** @type {string} */ key) => results.some((/** @type {object} */ result) => key in result);
    assert.ok(has('suppressions') && has('relatedLocations'), report);
    /** What the compiler says of a value that is to be a report. @param {string} value */
    const complaints = (value) => {
      const file = join(folder, 'report.ts');
      const types = JSON.stringify(join(ROOT, 'node_modules/@types/sarif/index.js'));
      writeFileSync(file, `import type { Log } from ${types};\nexport const report: Log = ${value};\n`);
      const compiler = join(ROOT, 'node_modules/.bin/tsc');
      const options = ['--noEmit', '--strict', '--ignoreConfig', '--types', '', '--module', 'nodenext', file];
      return spawnSync(compiler, options, { encoding: 'utf8', cwd: folder }).stdout;
    };
    assert.equal(complaints(report), '');
    assert.match(complaints(report.replace('"level":"warning"', '"level":"fatal"')), /"fatal"/);
    assert.match(complaints(report.replace('"ruleId"', '"verdict"')), /"verdict"/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
