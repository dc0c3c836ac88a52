// The popup page: everything it does is in the interface's WebAssembly module.

import ready, { showPopup } from './wasm/ui.js';

await ready({ module_or_path: new URL('./wasm/ui_bg.wasm', import.meta.url) });
showPopup();
