// The options page: everything it does is in the interface's WebAssembly module.

const { version, homepage_url: home } = chrome.runtime.getManifest();
const place = (/** @type {string} */ id) => document.getElementById(id) ?? document.createElement('span');
place('version').textContent = version;
if (home) {
  const link = document.createElement('a');
  link.href = link.textContent = home;
  place('report').append(chrome.i18n.getMessage('report_at'), link);
}

try {
  const ui = await import('./wasm/ui.js');
  await ui.default({ module_or_path: new URL('./wasm/ui_bg.wasm', import.meta.url) });
  ui.showOptions();
} catch (thrown) {
  const problem = document.createElement('p');
  problem.className = 'problem';
  problem.role = 'alert';
  problem.textContent = chrome.i18n.getMessage('not_started', String(thrown instanceof Error ? thrown.message : thrown));
  document.querySelector('main')?.prepend(problem);
}
