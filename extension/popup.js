// The popup page: asks for the check at once, and shows what became of it when its WebAssembly module,
// in which everything else is, has come. To compile that takes as long as to read a page of a megabyte,
// and would be done at its expense: it waits for the outcome, or for the reader to turn to the popup.

const tabs = chrome.tabs.query({ active: true, currentWindow: true });
const outcome = tabs.then(([tab]) => {
  /** @type {Plumbline.Ask} */
  const ask = { ask: 'checkTab', tab: tab?.id ?? chrome.tabs.TAB_ID_NONE };
  return chrome.runtime.sendMessage(ask);
});

const turnedTo = new Promise((resolve) => {
  for (const name of ['pointermove', 'pointerdown', 'keydown']) addEventListener(name, resolve, { once: true });
});
await Promise.race([outcome.catch(() => {}), turnedTo]);

const code = fetch(new URL('./wasm/ui_bg.wasm', import.meta.url));
const parsed = new Promise((resolve) => {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', resolve, { once: true });
  else resolve(undefined);
});

try {
  const ui = await import('./wasm/ui.js');
  await ui.default({ module_or_path: code });
  await parsed;
  ui.showPopup(tabs, outcome);
} catch (thrown) {
  await parsed;
  const status = document.getElementById('status');
  if (status) {
    status.className = 'done';
    status.textContent = `Plumbline did not start: ${thrown instanceof Error ? thrown.message : thrown}`;
  }
}
