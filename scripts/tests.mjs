// Runs every test of every kind, one kind after the other, and adds up what their runners counted.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {{ title: string, command: string[], count: (output: string) => Count }} Kind */

/**
 * Adds up every match of a pattern with the groups `passed` and `failed`.
 * @param {RegExp} pattern
 */
const matching = (pattern) => (/** @type {string} */ output) => {
  const count = { passed: 0, failed: 0 };
  for (const { groups } of output.matchAll(pattern)) {
    count.passed += Number(groups?.passed ?? 0);
    count.failed += Number(groups?.failed ?? 0);
  }
  return count;
};

const countCargo = matching(/^test result: .*? (?<passed>\d+) passed; (?<failed>\d+) failed/gm);
const countNextest = matching(/^\s*Summary .*?: (?<passed>\d+) passed(?:.*?, (?<failed>\d+) failed)?/gm);
const countNode = matching(/^ℹ (?:pass (?<passed>\d+)|(?:fail|cancelled) (?<failed>\d+))$/gm);
const countPytest = matching(/^=* ?(?:(?<failed>\d+) failed,? ?)?(?:(?<passed>\d+) passed)?.* in [\d.]+s/gm);

/** @param {string} folder @returns {string[]} */
function testFiles(folder) {
  const path = join(ROOT, 'tests', folder);
  if (!existsSync(path)) return [];
  return readdirSync(path).filter((name) => /\.test\.m?js$/.test(name)).sort().map((name) => join('tests', folder, name));
}

/** @param {string} title @param {string} folder @returns {Kind[]} */
function nodeTests(title, folder) {
  const files = testFiles(folder);
  const command = ['node', '--test', '--test-reporter=spec', '--test-concurrency=1', ...files];
  return files.length > 0 ? [{ title, command, count: countNode }] : [];
}

/** @returns {Kind[]} */
function rustTests() {
  const nextest = spawnSync('cargo', ['nextest', '--version'], { stdio: 'ignore' }).status === 0;
  return [
    nextest
      ? { title: 'Rust', command: ['cargo', 'nextest', 'run', '--workspace', '--no-fail-fast'], count: countNextest }
      : { title: 'Rust', command: ['cargo', 'test', '--workspace', '--tests', '--no-fail-fast'], count: countCargo },
    { title: 'Rust documentation', command: ['cargo', 'test', '--workspace', '--doc', '--no-fail-fast'], count: countCargo },
  ];
}

/** @param {Kind} kind @returns {Promise<Count>} */
async function run({ title, command, count }) {
  console.log(`\n── ${title} ──`);
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CARGO_TERM_COLOR: 'never', NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      process.stdout.write(text);
    });
  }
  const code = await new Promise((resolve) => child.on('close', resolve));
  const counted = count(output);
  // A runner that broke down before it could count has failed once.
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  return counted;
}

// The package stands in an environment that scripts/python.sh has set up.
const python = join('target', 'python', 'bin', 'python');
const kinds = [
  ...rustTests(),
  { title: 'Python, and Spark', command: [python, '-m', 'pytest', '--quiet', 'crate/python'], count: countPytest },
  ...nodeTests('WebAssembly bindings', 'bindings'),
  ...nodeTests('What is packed', 'build'),
  ...nodeTests('End to end, in both browsers', 'e2e'),
];
const total = { passed: 0, failed: 0 };
const lines = [];
for (const kind of kinds) {
  const { passed, failed } = await run(kind);
  total.passed += passed;
  total.failed += failed;
  lines.push(`${kind.title}: ${passed} of ${passed + failed}`);
}
console.log(`\n${lines.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
