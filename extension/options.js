// The options page: everything it does is in the interface's WebAssembly module.

import ready, { showOptions } from './wasm/ui.js';

await ready();
showOptions();
