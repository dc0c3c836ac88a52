// Drives a stock Chromium through its developer protocol.

import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { LIMIT, remove, until } from '../wait.mjs';
import { required } from './installed.mjs';
import { parts } from './keys.mjs';

/** @typedef {import('./types.d.ts').DrivenBrowser} DrivenBrowser */
/** @typedef {import('./types.d.ts').LaunchOptions} LaunchOptions */
/** @typedef {import('./types.d.ts').NetworkRequest} NetworkRequest */
/** @typedef {import('./types.d.ts').Popup} Popup */

/** The browser keeps to itself: no services of its maker, no first-run pages. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--lang=en-US',
];

/** The entries of the context menu, which no interface lists, by what they say. */
const MENU = {
  'Check the selection with Plumbline': 'check-selection',
  'Save this article as a Plumbline reference': 'save-article',
};

/**
 * @param {LaunchOptions} options
 * @returns {Promise<DrivenBrowser>}
 */
export async function launch({ extension, screen, headless = !screen, log = true, profile, settings }) {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-chromium-'));
  const netLog = join(folder, 'net.json');
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await puppeteer.launch({
    executablePath: required('chromium'),
    headless,
    pipe: true,
    timeout: LIMIT,
    env: screen ? { ...process.env, DISPLAY: screen } : process.env,
    enableExtensions: [extension],
    userDataDir: profile ?? join(folder, 'profile'),
    defaultViewport: headless ? { width: 1000, height: 800 } : null,
    // A screen that leaves a popup the room it has on a reader's.
    args: [...QUIET, ...asRoot, ...(headless ? ['--screen-info={1400x1100}'] : []), ...(log ? [`--log-net-log=${netLog}`] : []), ...(settings?.chromium ?? [])],
  });
  const downloads = join(folder, 'downloads');
  const control = await browser.target().createCDPSession();
  await control.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  let page = (await browser.pages())[0] ?? (await browser.newPage());
  /** Those that were opened. */
  const tabs = [page];
  let plumbline = await until('the extension', async () => [...(await browser.extensions()).values()][0]);
  // The developer protocol installs the extension at every start, also in a profile that had it before: the page that greets
  // the reader opens each time, and would come to the front in the middle of a test.
  const welcome = await until('the page after the installation', async () =>
    (await browser.pages()).find((one) => one !== page && isAttached(one) && one.url().startsWith(`chrome-extension://${plumbline.id}/`)),
  );
  const greeting = welcome.url();
  await welcome.close();
  await page.bringToFront();
  let devtools = await page.createCDPSession();
  page.setDefaultTimeout(LIMIT);

  /** @param {import('puppeteer-core').Page} tab Everything goes on in that. */
  const goOnIn = async (tab) => {
    page = tab;
    page.setDefaultTimeout(LIMIT);
    devtools = await tab.createCDPSession();
    await tab.bringToFront();
    await emulate(tab);
  };

  /** What the reader has chosen for everything that is shown. @type {Record<string, string>} */
  const media = {};
  /** @param {import('puppeteer-core').Page} where */
  const emulate = async (where) => {
    // Puppeteer does not know all of these features; the browser does.
    const features = Object.entries(media).map(([name, value]) => ({ name, value }));
    const session = where === page ? devtools : await where.createCDPSession();
    if (features.length > 0) await session.send('Emulation.setEmulatedMedia', { features });
  };

  const popupPage = async () => {
    return (await plumbline.pages()).find((one) => one !== page && isAttached(one) && one.url().endsWith('/popup.html'));
  };
  const panelPage = async () =>
    (await plumbline.pages()).find((one) => one !== page && isAttached(one) && one.url().endsWith('/panel.html'));

  const worker = async () => (await plumbline.workers())[0];

  /** The background, which runs, or was asked for something and is being started. */
  const background = () => until('the background', worker);

  /** Closes what may close itself meanwhile. @param {import('puppeteer-core').Page} one */
  const closed = async (one) => {
    if (one.isClosed()) return;
    await one.close().catch((error) => {
      if (!one.isClosed()) throw error;
    });
  };

  /** @param {string} pattern */
  const grant = async (pattern) => {
    // Neither the developer protocol nor the command line can answer the question; but what its
    // reader has allowed in the settings, the browser grants without asking again.
    const settings = await browser.newPage();
    await settings.goto('chrome://extensions/');
    await settings.evaluate(
      // @ts-expect-error Only the browser's own pages have it.
      (id, pattern) => chrome.developerPrivate.addHostPermission(id, pattern),
      plumbline.id,
      pattern,
    );
    await settings.close();
    await page.bringToFront();
  };

  return {
    name: 'chromium',
    greeting,
    downloads,
    version: await browser.version(),

    async open(url) {
      await page.goto(url, { waitUntil: 'load' });
    },

    evaluate: (work, ...args) => evaluateIn(page, work, args),
    press: (chord) => pressIn(page, chord),
    screenshot: async () => Buffer.from(await page.screenshot()),

    async clickToolbarButton() {
      await page.bringToFront();
      await plumbline.triggerAction(page);
      const popup = await until('the popup', popupPage);
      await popup.waitForFunction(() => document.readyState === 'complete', { timeout: LIMIT });
      await emulate(popup);
      return {
        evaluate: (work, ...args) => evaluateIn(popup, work, args),
        press: (chord) => pressIn(popup, chord).catch((error) => {
          // The key may be what closes the popup.
          if (!popup.isClosed()) throw error;
        }),
        screenshot: () => pictureOf(popup),
        isOpen: async () => !popup.isClosed(),
        close: async () => {
          await closed(popup);
          await until('the popup closing', async () => !(await popupPage()));
        },
      };
    },

    async openPanel(popup) {
      await popup.evaluate(() => document.getElementById('panel')?.focus());
      await popup.press('Enter');
      const panel = await until('the panel', panelPage);
      await panel.waitForFunction(() => document.readyState === 'complete', { timeout: LIMIT });
      await emulate(panel);
      return {
        evaluate: (work, ...args) => evaluateIn(panel, work, args),
        press: (chord) => pressIn(panel, chord),
        screenshot: () => pictureOf(panel),
        isOpen: async () => !panel.isClosed(),
        close: async () => {
          await panel.evaluate(() => close());
          await until('the panel closing', async () => !(await panelPage()));
        },
      };
    },

    async openTab(url) {
      const tab = await browser.newPage();
      tabs.push(tab);
      await goOnIn(tab);
      await tab.goto(url, { waitUntil: 'load' });
    },
    async showTab(number) {
      const tab = tabs[number];
      if (tab) await goOnIn(tab);
    },
    async shownTab() {
      return (await background()).evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
        return tab?.index ?? -1;
      });
    },
    async closeTabs() {
      for (const tab of tabs.splice(1)) await tab.close();
      const [first] = tabs;
      if (first) await goOnIn(first);
    },

    async chooseFromMenu(_x, _y, entry) {
      // The menu is no page, and the developer protocol does not know of it: the event is raised where the browser raises
      // it. The right to the page comes with the menu; here it has to come from the button before.
      await (await background()).evaluate(async (entry) => {
        const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
        const menuItemId = entry;
        // @ts-expect-error Every extension event has it; the declarations leave it out.
        chrome.contextMenus.onClicked.dispatch({ menuItemId }, tab);
      }, MENU[/** @type {keyof typeof MENU} */ (entry)]);
    },

    async openedBeside() {
      const other = await until('another tab', async () => {
        const others = (await browser.pages()).filter((one) => !tabs.includes(one) && isAttached(one));
        return others.find((one) => /^http/.test(one.url()));
      });
      const address = other.url();
      await other.close();
      await page.bringToFront();
      return address;
    },

    async openExtensionPage(path) {
      await page.goto(`chrome-extension://${plumbline.id}/${path}`, { waitUntil: 'load' });
    },

    answerInAdvance: grant,

    async takeBack(pattern) {
      await (await background()).evaluate((origin) => chrome.permissions.remove({ origins: [origin] }), pattern);
    },

    async command(name) {
      // A key of the developer protocol goes to the page and never to the browser's own shortcuts, so
      // the event is raised where the browser raises it.
      await (await background()).evaluate(async (command) => {
        const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
        // @ts-expect-error Every extension event has it; the declarations leave it out.
        chrome.commands.onCommand.dispatch(command, tab);
      }, name);
    },

    async commands() {
      const all = await (await background()).evaluate(() => chrome.commands.getAll());
      return Object.fromEntries(all.map(({ name, shortcut }) => [name ?? '', shortcut ?? '']));
    },

    async badge() {
      return (await background()).evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
        return chrome.action.getBadgeText({ tabId: tab?.id });
      });
    },

    print: async () => void (await page.pdf()),
    async resize(width, height) {
      await page.setViewport({ width, height });
      await until('the size', () => page.evaluate((width, height) => innerWidth === width && innerHeight === height, width, height));
    },
    async forceColours(forced) {
      media['forced-colors'] = forced ? 'active' : 'none';
      await emulate(page);
    },
    async darken(dark) {
      media['prefers-color-scheme'] = dark ? 'dark' : 'light';
      await emulate(page);
    },
    hover: (x, y) => page.mouse.move(x, y),
    click: (x, y) => page.mouse.click(x, y),

    async inCard(work, ...args) {
      const { root } = await devtools.send('DOM.getDocument', { depth: -1, pierce: true });
      const shadow = closedRoot(root);
      if (!shadow) return undefined;
      const { object } = await devtools.send('DOM.resolveNode', { backendNodeId: shadow });
      const { result, exceptionDetails } = await devtools.send('Runtime.callFunctionOn', {
        objectId: object.objectId,
        functionDeclaration: `async function (...args) { return (${work})(this, ...args); }`,
        arguments: args.map((value) => ({ value })),
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },

    async accessibleNodes() {
      const { nodes } = await devtools.send('Accessibility.getFullAXTree');
      return nodes
        .filter((node) => !node.ignored)
        .map((node) => ({ role: String(node.role?.value ?? ''), name: String(node.name?.value ?? '') }));
    },

    async update() {
      const settings = await browser.newPage();
      await settings.goto('chrome://extensions/');
      // @ts-expect-error Only the browser's own pages have it.
      await settings.evaluate((id) => chrome.developerPrivate.reload(id, { failQuietly: true }), plumbline.id);
      await settings.close();
      plumbline = await until('the extension', async () => [...(await browser.extensions()).values()][0]);
      await until('its background', worker);
      await page.bringToFront();
    },

    async limitStorage(bytes) {
      await devtools.send('Storage.overrideQuotaForOrigin', { origin: `chrome-extension://${plumbline.id}`, quotaSize: bytes });
    },

    async memory() {
      const { client } = await background();
      await client.send('HeapProfiler.collectGarbage');
      const { usedSize, embedderHeapUsedSize, backingStorageSize } = /** @type {Record<string, number>} */ (
        /** @type {unknown} */ (await client.send('Runtime.getHeapUsage'))
      );
      // What WebAssembly has is counted nowhere there.
      const { result } = await client.send('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
      const { objects } = await client.send('Runtime.queryObjects', { prototypeObjectId: result.objectId ?? '' });
      const { result: engine } = await client.send('Runtime.callFunctionOn', {
        objectId: objects.objectId ?? '',
        functionDeclaration: 'function() { return this.reduce((sum, { buffer }) => sum + buffer.byteLength, 0); }',
        returnByValue: true,
      });
      return (usedSize ?? 0) + (embedderHeapUsedSize ?? 0) + (backingStorageSize ?? 0) + engine.value;
    },

    // Let in by its settings page, the extension is started anew, and the developer protocol loses its background; with
    // the button over such a window, the browser ends.
    openPrivate: () => Promise.reject(new Error('Chromium lets no driver lead an extension into private windows.')),

    async stopBackground() {
      // Where we are attached to it, the next one waits for our leave to begin.
      await (await worker())?.client.detach();
      // It may be started again at once, by who waits for an answer: what counts is that it has stopped.
      const watching = await page.createCDPSession();
      let asked = false;
      const stopped = new Promise((resolve, reject) => {
        watching.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
          for (const { scriptURL, versionId, runningStatus } of versions) {
            if (!scriptURL.startsWith(`chrome-extension://${plumbline.id}/`)) continue;
            if (runningStatus === 'stopped') resolve(undefined);
            if (runningStatus !== 'running' || asked) continue;
            asked = true;
            watching.send('ServiceWorker.stopWorker', { versionId }).catch(reject);
          }
        });
      });
      await watching.send('ServiceWorker.enable');
      await stopped;
      await watching.detach();
    },

    closedByUser: () => new Promise((resolve) => browser.once('disconnected', () => resolve())),

    async close() {
      // Puppeteer kills a browser whose leave it misses, and what that has logged is no whole file then.
      const program = browser.process();
      if (browser.connected && program?.exitCode === null) {
        const ended = new Promise((resolve) => program.once('exit', resolve));
        control.send('Browser.close').catch(() => {});
        await ended;
      }
      const requests = log ? requestsOf(JSON.parse(readFileSync(netLog, 'utf8'))) : [];
      remove(folder);
      return requests;
    },
  };
}

/**
 * A document that is no taller than what it shows, as it is seen.
 * @param {import('puppeteer-core').Page} page
 */
async function pictureOf(page) {
  const size = await page.evaluate(() => {
    const { width, height } = document.documentElement.getBoundingClientRect();
    return { width: Math.ceil(width), height: Math.ceil(Math.min(height, innerHeight)) };
  });
  return Buffer.from(await page.screenshot({ clip: { x: 0, y: 0, ...size } }));
}

/** @param {import('puppeteer-core').Page} page */
function isAttached(page) {
  try {
    return page.url() !== '';
  } catch {
    return false; // Its main frame is not known yet.
  }
}

/**
 * @template {unknown[]} Arguments
 * @template Value
 * @param {import('puppeteer-core').Page} page
 * @param {(...args: Arguments) => Value} work
 * @param {Arguments} args
 * @returns {Promise<Awaited<Value>>}
 */
async function evaluateIn(page, work, args) {
  return /** @type {Awaited<Value>} */ (await page.evaluate(/** @type {any} */ (work), ...args));
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} chord
 */
async function pressIn(page, chord) {
  const { modifiers, key } = parts(chord);
  for (const name of modifiers) await page.keyboard.down(/** @type {any} */ (name));
  await page.keyboard.press(/** @type {any} */ (key));
  for (const name of modifiers.reverse()) await page.keyboard.up(/** @type {any} */ (name));
}

/**
 * The closed shadow root that stands in a document, which has none of its own.
 * @param {import('puppeteer-core').Protocol.DOM.Node} node
 * @returns {number | undefined}
 */
function closedRoot(node) {
  const own = node.nodeName === 'DIV' && node.shadowRoots?.find((root) => root.shadowRootType === 'closed');
  if (own) return own.backendNodeId;
  for (const child of node.children ?? []) {
    const found = closedRoot(child);
    if (found) return found;
  }
  return undefined;
}

/**
 * What the browser's own network log says went out.
 * @param {{ constants: { logEventTypes: Record<string, number> }, events: { type: number, params?: { url?: string, initiator?: string } }[] }} log
 * @returns {NetworkRequest[]}
 */
function requestsOf(log) {
  const start = log.constants.logEventTypes.URL_REQUEST_START_JOB;
  return log.events
    .filter((event) => event.type === start && event.params?.url)
    .map(({ params }) => ({ url: params?.url ?? '', initiator: params?.initiator ?? '' }));
}
