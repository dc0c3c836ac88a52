// Scores the command line program against the external suites where they are present, and holds the
// figures to the bounds of tests/scores.tsv: a bound of `-` means that the figure is shown and no more.
// Rows of the deal suite may be answered differently only where tests/known-differences.tsv says why.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SUITES = fileURLToPath(new URL('../../shared/suites/', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../target/release/plumbline', import.meta.url));
const BOUNDS = fileURLToPath(new URL('../tests/scores.tsv', import.meta.url));

const KNOWN = fileURLToPath(new URL('../tests/known-differences.tsv', import.meta.url));

/** The command of the program that answers each kind of suite. @type {Record<string, string>} */
const COMMANDS = { figures: 'figures', deal: 'check', flips: 'compare', headlines: 'compare' };

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

/**
 * The rows of a suite that are answered differently although nothing says why, and those of which that is said
 * although they no longer are.
 * @param {string} suite @param {string} report
 */
function surprises(suite, report) {
  const lines = readFileSync(KNOWN, 'utf8').split('\n').filter((line) => line.startsWith(`${suite}\t`));
  const known = new Set(lines.map((line) => line.split('\t')[1] ?? ''));
  const different = new Set([...report.matchAll(/^\s+(\S+): .* is \w+, should be/gm)].map(([, row = '']) => row));
  return [
    ...[...different].filter((row) => !known.has(row)).map((row) => `${row} is answered differently`),
    ...[...known].filter((row) => !different.has(row)).map((row) => `${row} is no longer answered differently`),
  ];
}

if (!existsSync(SUITES)) {
  console.log('Scores: the external suites are not here, nothing to score.');
  process.exit(0);
}

/** @type {Map<string, string>} */
const reports = new Map();
let missed = 0;
for (const row of bounds()) {
  const { what, suite, figure, bound, value } = row;
  if (!existsSync(SUITES + suite)) continue;
  if (!reports.has(suite)) {
    const command = [`${SUITES}score.py`, what, SUITES + suite, '--', PROGRAM, COMMANDS[what] ?? what];
    const report = execFileSync('python3', command, { encoding: 'utf8', maxBuffer: 1 << 28 });
    reports.set(suite, report);
    console.log(report.trimEnd().split('\n').slice(-12).join('\n'));
    if (what === 'deal') {
      const found = surprises(suite, report);
      missed += found.length;
      for (const surprise of found) console.log(`  MISSED: ${suite} ${surprise}: see tests/known-differences.tsv`);
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
