// The background: registers every listener before anything is awaited, as the browser demands of a
// background it may stop and start at will, and hands each event to the engine.

import ready, { Incoming, lastPanic, onCommand, onGrantsChanged, onMessage } from './wasm/engine.js';

const engine = ready({ module_or_path: new URL('./wasm/engine_bg.wasm', import.meta.url) });

/**
 * What went wrong, in a sentence; the engine's own words if it stopped in the middle of its work.
 * @param {unknown} thrown
 */
function problemOf(thrown) {
  const panic = thrown instanceof WebAssembly.RuntimeError && lastPanic();
  if (panic) return `The engine stopped: ${panic}`;
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/**
 * @param {() => unknown} work What the engine is to do once it is there.
 * @returns {Promise<unknown>} The answer that the protocol names, or a failed outcome in its place.
 */
async function answer(work) {
  try {
    await engine;
    return await work();
  } catch (thrown) {
    return { outcome: 'failed', problem: problemOf(thrown) };
  }
}

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  answer(() => onMessage(message, sender)).then(respond);
  return true;
});

// A page comes part by part, over a port of its own; only the last part has an answer.
chrome.runtime.onConnect.addListener((port) => {
  /** @type {Incoming | undefined} */
  let incoming;
  let open = true;
  port.onDisconnect.addListener(() => {
    open = false;
    incoming?.free();
  });
  port.onMessage.addListener(async (part) => {
    const answered = await answer(() => (open ? (incoming ??= new Incoming(port.sender)).add(part) : undefined));
    if (open && answered) port.postMessage(answered);
  });
});

chrome.commands.onCommand.addListener(async (command, tab) => {
  await engine;
  await onCommand(command, tab);
});

async function followGrants() {
  await engine;
  await onGrantsChanged();
}

chrome.permissions.onAdded.addListener(followGrants);
chrome.permissions.onRemoved.addListener(followGrants);
chrome.runtime.onInstalled.addListener(followGrants);
chrome.runtime.onStartup.addListener(followGrants);
