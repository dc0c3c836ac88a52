// The popup page: asks for the check at once, and shows what became of it when its WebAssembly module,
// in which everything else is, has come. To compile that takes as long as to read a page of a megabyte,
// and would be done at its expense: it waits for the outcome, or for the reader to turn to the popup.
// The side panel is the same but for that: it shows what was found already, and asks for no check.

const inPanel = location.pathname.endsWith('/panel.html');
const tabs = chrome.tabs.query({ active: true, currentWindow: true });
const outcome = inPanel ? Promise.resolve() : tabs.then(([tab]) => check(tab?.id ?? chrome.tabs.TAB_ID_NONE));

/** How long a check may take, in milliseconds: longer than a page waits for the engine. */
const LONGEST = 90_000;

/** @param {number} tab @returns {Promise<Plumbline.Outcome>} What becomes of checking it, be it that nothing came of it. */
function check(tab) {
  /** @type {Plumbline.Ask} */
  const ask = { checkTab: { tab } };
  /** @type {Plumbline.Outcome} */
  const late = { outcome: 'failed', why: 'late', problem: '' };
  return Promise.race([answered(ask), new Promise((resolve) => setTimeout(resolve, LONGEST, late))]);
}

/**
 * What the background answers. Where the browser does in its place, it has stopped it: Chromium says that there is nobody,
 * Firefox says nothing.
 * @param {Plumbline.Ask} ask
 * @returns {Promise<Plumbline.Outcome>}
 */
async function answered(ask) {
  const stopped = (/** @type {unknown} */ problem) => /** @type {const} */ ({ outcome: 'failed', why: 'stopped', problem: String(problem) });
  try {
    return (await chrome.runtime.sendMessage(ask)) ?? stopped('');
  } catch (thrown) {
    return stopped(thrown);
  }
}

/** The tab whose page has changed before there was a list. @type {number | undefined} */
let missed;
/** @param {number} tab */
let follow = (tab) => {
  missed = tab;
};
chrome.runtime.onMessage.addListener((message, { tab }) => {
  if (message.badge && (message.badge.changed || inPanel) && tab?.id !== undefined) follow(tab.id);
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
  if (inPanel) ui.showPanel(check);
  else ui.showPopup(tabs, outcome, check);
  follow = inPanel ? ui.lookAgain : ui.follow;
  if (missed !== undefined) follow(missed);
} catch (thrown) {
  await parsed;
  const status = document.getElementById('status');
  if (status) {
    status.className = 'done';
    status.textContent = chrome.i18n.getMessage('not_started', String(thrown instanceof Error ? thrown.message : thrown));
  }
}
