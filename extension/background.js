// The background: registers every listener before anything is awaited, as the browser demands of a
// background it may stop and start at will, and hands each event to the engine.

import ready, { __wbg_reset_state as startAnew, Incoming, onCommand, onGrantsChanged, onGrantsTakenBack, onInstalled, onMenu, onMessage, onPopup, recall, recallWords } from './wasm/engine.js';
import { readEarly } from './early.js';

const engine = ready({ module_or_path: new URL('./wasm/engine_bg.wasm', import.meta.url) });

let compiled = false;
engine.then(
  () => {
    compiled = true;
  },
  // Whoever asks for something is told.
  () => {},
);

/** How often the engine has been started anew: what an earlier one has made is not for a later one. */
let life = 0;

/**
 * Whether the engine stopped in the middle of its work, by a panic or for want of stack; what it says itself
 * comes as a plain error.
 * @param {unknown} thrown
 */
const stopped = (thrown) =>
  thrown instanceof WebAssembly.RuntimeError ||
  thrown instanceof RangeError ||
  (thrown instanceof Error && thrown.name === 'InternalError');

/**
 * Where in its module the engine stopped, as both browsers write it; the same sources give the same places.
 * @param {unknown} thrown
 */
function place(thrown) {
  const stack = thrown instanceof Error ? String(thrown.stack) : '';
  return /wasm-function\[\d+\]:0x[\da-f]+/.exec(stack)?.[0];
}

/**
 * The answer that something thrown makes. What the engine throws has a code.
 * @param {unknown} thrown
 * @param {Plumbline.Why} [why] What went wrong, where that is known.
 * @returns {Plumbline.Outcome}
 */
function failed(thrown, why) {
  const problem = thrown instanceof Error ? thrown.message : String(thrown);
  if (stopped(thrown)) {
    // What it was at it may have left half done: it is started anew.
    life += 1;
    startAnew();
    const at = place(thrown);
    return { outcome: 'failed', why: 'engine', problem: at ? `${problem} (${at})` : problem };
  }
  const told = thrown instanceof Error && 'why' in thrown ? /** @type {Plumbline.Why} */ (thrown.why) : 'unknown';
  return { outcome: 'failed', why: why ?? told, problem };
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
    return failed(thrown);
  }
}

/**
 * Sends an answer. What the browser does not take, for it has a bound on what goes over at once, has failed; who has
 * gone meanwhile hears of nothing.
 * @param {(answer: unknown) => void} send
 * @param {unknown} answered
 */
function deliver(send, answered) {
  try {
    send(answered);
  } catch (thrown) {
    try {
      send(failed(thrown, 'large'));
    } catch {
      // Nobody is there.
    }
  }
}

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  answer(() => onMessage(message, sender)).then((answered) => deliver(respond, answered));
  return true;
});

// Chromium can ask a worker for the popup's page, as soon as the button is pressed: the check begins then, long before
// the page's own script can ask for it. The browser goes on without waiting for the worker, and for nothing else asks it.
const POPUP = '/popup.html';
if ('addRoutes' in (Reflect.get(globalThis, 'InstallEvent')?.prototype ?? {})) {
  addEventListener('install', (/** @type {any} */ event) =>
    event.addRoutes([
      { condition: { urlPattern: { pathname: POPUP } }, source: 'race-network-and-fetch-handler' },
      { condition: { urlPattern: { pathname: '/*' } }, source: 'network' },
    ]),
  );
  addEventListener('fetch', (/** @type {any} */ event) => {
    const { url, destination } = event.request;
    // In a frame it stands in a page.
    if (destination === 'document' && new URL(url).pathname === POPUP) answer(onPopup);
  });
}

// A page comes part by part, over a port of its own; only the last part has an answer.
chrome.runtime.onConnect.addListener((port) => {
  /** @type {{ page: Incoming, life: number } | undefined} */
  let incoming;
  let open = true;
  /** Whether the page has its answer, and its article is still to be kept as a reference. */
  let due = false;
  // What was read before, and what the reader has said of this page, is fetched while the page is coming.
  // Where there is no store for us, the engine says so.
  const early = compiled ? undefined : readEarly().catch(() => undefined);
  const recalled = Promise.all([answer(async () => recall(await early)), answer(() => recallWords(port.sender))]);
  const keep = async () => {
    if (!due) return;
    due = false;
    await answer(() => (incoming?.life === life ? incoming.page.keep() : undefined));
  };
  port.onDisconnect.addListener(async () => {
    open = false;
    // A page that is left before it is told what others say was checked all the same.
    await keep();
    if (incoming?.life === life) incoming.page.free();
  });
  /** Whether there is still somebody to answer; after every wait that has to be asked anew. */
  const standing = () => {
    if (incoming && incoming.life !== life) throw Object.assign(new Error('It has stopped since this page began to come.'), { why: 'engine' });
    return open;
  };
  /** @param {unknown} answered */
  const hand = (answered) => {
    if (open) deliver((answer) => port.postMessage(answer), answered);
  };
  port.onMessage.addListener(async (part) => {
    const answered = await answer(async () => {
      // What was asked of the store above goes out before the engine is at work for long.
      await undefined;
      if (!standing()) return undefined;
      incoming ??= { page: new Incoming(port.sender), life };
      const { page } = incoming;
      if (!page.add(part)) return undefined;
      const [before, said] = await recalled;
      if (!standing()) return undefined;
      const finding = page.find(before);
      if (finding) {
        // That is asked of the store before the engine goes on.
        await undefined;
        page.prepare();
      }
      const found = await finding;
      return standing() ? page.check(before, found, said) : undefined;
    });
    if (!answered) return;
    hand(answered);
    due = true;
    const checked = incoming;
    // What other articles say comes after that: to read them takes an engine that has just begun longer than all else.
    if (/** @type {any} */ (answered).more) {
      const more = await answer(async () => {
        const [before, said] = await recalled;
        if (!standing() || !checked) return undefined;
        const near = await checked.page.near(before);
        return near && standing() ? checked.page.beside(before, near, said, answered) : undefined;
      });
      hand(more ?? null);
    }
    if (open) void keep();
  });
});

chrome.commands.onCommand.addListener((command, tab) => answer(() => onCommand(command, tab)));

// Firefox for Android has no such menu.
chrome.contextMenus?.onClicked.addListener(({ menuItemId }, tab) => answer(() => onMenu(String(menuItemId), tab)));

const followGrants = () => answer(onGrantsChanged);

chrome.permissions.onAdded.addListener(followGrants);
chrome.permissions.onRemoved.addListener(() => answer(onGrantsTakenBack));
chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') chrome.tabs.create({ url: chrome.runtime.getURL('welcome.html') });
  return answer(onInstalled);
});
chrome.runtime.onStartup.addListener(followGrants);
