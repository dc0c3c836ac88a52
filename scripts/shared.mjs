// The texts and suites that are not part of the repository. This file is all of the JavaScript that knows where
// they are: in the folder that PLUMBLINE_SHARED names from the root of the repository, else beside it.

import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NAMED = process.env['PLUMBLINE_SHARED'];

/**
 * A folder of theirs; nothing where they are not here. Where the variable is set they have to be: whoever sets
 * it does not want to go without.
 * @param {string} folder
 */
export function shared(folder) {
  if (NAMED === '') throw new Error('PLUMBLINE_SHARED is set and empty: name the folder, or unset it');
  const path = resolve(ROOT, NAMED ?? '../shared', folder);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return pathToFileURL(`${path}/`);
  if (NAMED !== undefined) throw new Error(`PLUMBLINE_SHARED is set, and ${path} is not there`);
  return undefined;
}
