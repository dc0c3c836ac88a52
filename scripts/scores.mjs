// Scores the command line program against the external suites where they are present, and holds the
// figures to the bounds of tests/scores.tsv: a bound of `-` means that the figure is shown and no more.
// Suites of figures are scored once more without the rows on which the reader differs on purpose.
// Rows of the deal suite may be answered differently only where tests/known-differences.tsv says why.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shared } from './shared.mjs';

const PROGRAM = fileURLToPath(new URL('../target/release/plumbline', import.meta.url));
const BOUNDS = fileURLToPath(new URL('../tests/scores.tsv', import.meta.url));
const KNOWN = fileURLToPath(new URL('../crate/core/tests/figures/known-differences.tsv', import.meta.url));

const KNOWN_LEVELS = fileURLToPath(new URL('../tests/known-differences.tsv', import.meta.url));

/** The command of the program that answers each kind of suite. @type {Record<string, string>} */
const COMMANDS = {
  figures: 'figures',
  deal: 'check',
  flips: 'compare',
  headlines: 'compare',
  pairs: 'compare',
  claims: 'compare',
  inside: 'check --only article',
};

/** @typedef {{ what: string, suite: string, figure: string, bound: string, value: string }} Bound */

/** @returns {Bound[]} */
function bounds() {
  const [, ...lines] = readFileSync(BOUNDS, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [what = '', suite = '', figure = '', bound = '-', value = '-'] = line.split('\t');
    return { what, suite, figure, bound, value };
  });
}

/**
 * @param {string} report What the scoring printed.
 * @param {string} figure The words before a number of it, or the count of warnings that no row marks.
 */
function read(report, figure) {
  if (figure === 'stray warnings') return report.split('which no row marks').length - 1;
  const at = report.lastIndexOf(`${figure} `);
  return at < 0 ? NaN : parseFloat(report.slice(at + figure.length + 1));
}

/** @param {Bound} row @param {number} got */
function holds({ bound, value }, got) {
  if (bound === 'at least') return got >= Number(value);
  if (bound === 'at most') return got <= Number(value);
  return true;
}

/** The rows of each suite of figures that are answered differently on purpose. */
function knownDifferences() {
  /** @type {Map<string, Set<string>>} */
  const rows = new Map();
  for (const line of readFileSync(KNOWN, 'utf8').split('\n')) {
    if (!line || line.startsWith('#')) continue;
    const [suite = '', row = ''] = line.split('\t');
    rows.set(suite, (rows.get(suite) ?? new Set()).add(row));
  }
  return rows;
}

/**
 * The rows of a suite that are answered differently although nothing says why, and those of which that is said
 * although they no longer are.
 * @param {string} suite @param {string} report
 */
function surprises(suite, report) {
  const lines = readFileSync(KNOWN_LEVELS, 'utf8').split('\n').filter((line) => line.startsWith(`${suite}\t`));
  const known = new Set(lines.map((line) => line.split('\t')[1] ?? ''));
  const different = new Set([...report.matchAll(/^\s+(\S+): .* is \w+, should be/gm)].map(([, row = '']) => row));
  return [
    ...[...different].filter((row) => !known.has(row)).map((row) => `${row} is answered differently`),
    ...[...known].filter((row) => !different.has(row)).map((row) => `${row} is no longer answered differently`),
  ];
}

const found = shared('suites');
if (!found) {
  console.log('Scores: the external suites are not here, nothing to score.');
  process.exit(0);
}
const SUITES = fileURLToPath(found);
if (spawnSync('python3', ['--version'], { stdio: 'ignore' }).error) {
  console.error('Python 3 is missing: install it to score against the external suites.');
  process.exit(1);
}

/** @param {string} what @param {string} path */
function score(what, path) {
  const command = [join(SUITES, 'score.py'), what, path, '--', PROGRAM, ...(COMMANDS[what] ?? what).split(' ')];
  return execFileSync('python3', command, { encoding: 'utf8', maxBuffer: 1 << 28 });
}

const known = knownDifferences();

/** Scores a suite of figures without its known differences. @param {string} path */
function scoreWithoutKnown(path) {
  const left = known.get(basename(path, '.jsonl')) ?? new Set();
  const rows = readFileSync(path, 'utf8').split('\n').filter((line) => line.trim());
  const kept = rows.filter((row) => !left.has(JSON.parse(row).id.split(':')[1]));
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-scores-'));
  const part = join(folder, basename(path));
  writeFileSync(part, kept.map((row) => `${row}\n`).join(''));
  const [, line = ''] = score('figures', part).split(': ');
  rmSync(folder, { recursive: true });
  return `    without ${rows.length - kept.length} known differences: ${line.trim()}`;
}

/** @type {Map<string, string>} */
const reports = new Map();
let missed = 0;
for (const row of bounds()) {
  const { what, suite, figure, bound, value } = row;
  const path = join(SUITES, suite);
  if (!existsSync(path)) continue;
  if (!reports.has(suite)) {
    const report = score(what, path);
    reports.set(suite, report);
    console.log(report.trimEnd().split('\n').slice(-12).join('\n'));
    if (what === 'figures') console.log(scoreWithoutKnown(path));
    if (what === 'deal') {
      const unexpected = surprises(suite, report);
      missed += unexpected.length;
      for (const surprise of unexpected) console.log(`  MISSED: ${suite} ${surprise}: see tests/known-differences.tsv`);
    }
  }
  const got = read(reports.get(suite) ?? '', figure);
  const held = holds(row, got);
  if (!held) missed += 1;
  if (bound !== '-') console.log(`  ${held ? 'held' : 'MISSED'}: ${suite} ${figure} ${got}, ${bound} ${value}`);
}
if (missed > 0) {
  console.error(`${missed} score(s) of tests/scores.tsv are missed.`);
  process.exit(1);
}
