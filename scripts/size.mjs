// What ships must stay small: every reader downloads it.

import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Bytes of a packed extension, at most. */
const LIMIT = 800_000;

const folder = fileURLToPath(new URL('../dist/', import.meta.url));
const packed = readdirSync(folder).filter((name) => name.endsWith('.zip'));
if (packed.length !== 2) throw new Error(`two packed extensions are expected in dist/, there are ${packed.length}`);
for (const name of packed) {
  const { size } = statSync(folder + name);
  console.log(`${name}: ${size} bytes of at most ${LIMIT}`);
  if (size >= LIMIT) process.exitCode = 1;
}
