// Functions that run inside Firefox's own window, sent there as source text: each stands alone and
// sees only its arguments and what the browser gives its window.
// The window's powers have no type declarations, so this file is not type-checked.
// @ts-nocheck
/* global gBrowser, ChromeUtils, Services, Ci, Cc, Cu, content, sendAsyncMessage */

/** @param {string} id The extension's. */
export function clickButton(id) {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const extension = ExtensionParent.GlobalManager.getExtension(id);
  ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
}

/** @param {string} id @param {string} pattern */
export async function takeBack(id, pattern) {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const extension = ExtensionParent.GlobalManager.getExtension(id);
  await ExtensionPermissions.remove(id, { permissions: [], origins: [pattern] }, extension);
}

/** Whether the popup's document has loaded. */
export function popupReady() {
  const browser = document.querySelector('browser.webextension-popup-browser');
  return Boolean(
    browser?.currentURI?.spec.startsWith('moz-extension:') &&
      !browser.webProgress?.isLoadingDocument &&
      browser.closest('panel')?.state === 'open',
  );
}

/** Popups go again when they lose the focus, as a reader is used to. */
export function letPopupsHide() {
  Services.prefs.clearUserPref('ui.popup.disable_autohide');
}

export function closePopup() {
  document.querySelector('browser.webextension-popup-browser')?.closest('panel')?.hidePopup();
}

/**
 * Evaluates in the document of the tab or the popup, in the process where it lives.
 * @param {'tab' | 'popup' | 'panel'} where
 * @param {boolean} inCard Whether the first argument is to be the card's closed shadow root.
 * @param {string} source An async function that gives JSON.
 * @param {unknown[]} args
 */
export function evaluate(where, inCard, source, args) {
  const browser =
    {
    popup: () => document.querySelector('browser.webextension-popup-browser'),
    panel: () => document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser'),
    tab: () => gBrowser.selectedBrowser,
  }[where]();
  if (!browser) throw new Error(`there is no ${where}`);
  const name = `plumbline-test:${Math.random()}`;
  const there = async (name, inCard, source, args) => {
    try {
      const box = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      box.args = Cu.cloneInto(args, box);
      if (inCard) {
        const roots = [...content.document.querySelectorAll('div[popover]')].map((e) => e.openOrClosedShadowRoot);
        box.root = roots.find((root) => root?.mode === 'closed');
        if (!box.root) return sendAsyncMessage(name, {});
      }
      const value = await Cu.evalInSandbox(`(${source})(${inCard ? 'root, ' : ''}...args)`, box);
      sendAsyncMessage(name, { value });
    } catch (error) {
      sendAsyncMessage(name, { error: String(error) });
    }
  };
  return new Promise((resolve, reject) => {
    // A page that goes to another process takes with it what it was asked.
    const left = () => reject(new Error('the page was left'));
    browser.addEventListener('WillChangeBrowserRemoteness', left, { once: true });
    browser.messageManager.addMessageListener(name, function listener({ data }) {
      browser.removeEventListener('WillChangeBrowserRemoteness', left);
      browser.messageManager.removeMessageListener(name, listener);
      if (data.error) reject(new Error(data.error));
      else resolve(data.value);
    });
    const call = `(${there})(${[name, inCard, source, args].map((value) => JSON.stringify(value)).join(',')})`;
    browser.messageManager.loadFrameScript(`data:application/javascript;charset=utf-8,${encodeURIComponent(call)}`, false);
  });
}

/** Whether the panel's document has loaded. */
export function panelReady() {
  const browser = document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser');
  return Boolean(
    window.SidebarController?.isOpen &&
      browser?.currentURI?.spec.startsWith('moz-extension:') &&
      !browser.webProgress?.isLoadingDocument,
  );
}

export function closePanel() {
  window.SidebarController.hide();
}

/** The number of the tab that is shown. */
export function shownTab() {
  return gBrowser.tabs.indexOf(gBrowser.selectedTab);
}

/** Whether the context menu of the page is open. */
export function menuReady() {
  return document.getElementById('contentAreaContextMenu')?.state === 'open';
}

/** @param {string} label Of an entry of the open context menu. */
export function choose(label) {
  const menu = document.getElementById('contentAreaContextMenu');
  const entry = [...menu.querySelectorAll('menuitem')].find((item) => item.label === label && !item.hidden);
  if (!entry) throw new Error(`the menu has no “${label}”`);
  menu.activateItem(entry);
}

/**
 * Presses keys in the popup or the panel, as if typed there.
 * @param {'popup' | 'panel'} where
 * @param {{ modifiers: string[], key: string }} chord
 */
export function pressIn(where, { modifiers, key }) {
  const browser = {
    popup: () => document.querySelector('browser.webextension-popup-browser'),
    panel: () => document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser'),
  }[where]();
  const name = `plumbline-test:${Math.random()}`;
  const there = (name, modifiers, key) => {
    const typist = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
    typist.beginInputTransactionForTests(content);
    const event = (key) => new content.KeyboardEvent('', { key, code: key });
    for (const modifier of modifiers) typist.keydown(event(modifier));
    typist.keydown(event(key));
    typist.keyup(event(key));
    for (const modifier of modifiers) typist.keyup(event(modifier));
    sendAsyncMessage(name);
  };
  browser.focus();
  return new Promise((resolve) => {
    // The key may be what closes the popup.
    browser.closest('panel')?.addEventListener('popuphidden', () => resolve(), { once: true });
    browser.messageManager.addMessageListener(name, function listener() {
      browser.messageManager.removeMessageListener(name, listener);
      resolve();
    });
    const call = `(${there})(${[name, modifiers, key].map((value) => JSON.stringify(value)).join(',')})`;
    browser.messageManager.loadFrameScript(`data:application/javascript;charset=utf-8,${encodeURIComponent(call)}`, false);
  });
}

/**
 * @param {'tab' | 'popup' | 'panel'} where
 * @param {number} most The most it may be wide.
 * @returns {Promise<string>} PNG in base 64.
 */
export async function screenshot(where, most) {
  const browser =
    {
    popup: () => document.querySelector('browser.webextension-popup-browser'),
    panel: () => document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser'),
    tab: () => gBrowser.selectedBrowser,
  }[where]();
  const { width, height } = browser.getBoundingClientRect();
  const picture = await browser.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
  canvas.width = Math.min(picture.width, Math.round(width), most);
  canvas.height = Math.min(picture.height, Math.round(height));
  canvas.getContext('2d').drawImage(picture, 0, 0);
  return canvas.toDataURL('image/png').split(',')[1];
}

/** @param {string} id @param {string} path */
export function extensionAddress(id, path) {
  return WebExtensionPolicy.getByID(id).getURL(path);
}

/**
 * Commands and their keys, as the window has them.
 * @param {string} id
 */
export async function commands(id) {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { shortcuts } = ExtensionParent.GlobalManager.getExtension(id);
  const all = await shortcuts.allCommands();
  return Object.fromEntries(all.map(({ name, shortcut }) => [name, shortcut ?? '']));
}

/**
 * Sets off the key element that the browser has for a command, as its keys do.
 * @param {string} id @param {string} name
 */
export async function command(id, name) {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { shortcuts } = ExtensionParent.GlobalManager.getExtension(id);
  const known = await shortcuts.allCommands();
  const wanted = known.find((command) => command.name === name);
  if (!wanted?.shortcut) throw new Error(`no key has the command ${name}`);
  const letter = wanted.shortcut.split('+').at(-1);
  const keys = [...document.querySelectorAll(`#ext-keyset-id-${id.replace(/[^\w]/g, '_')} key`)];
  const key = keys.find((key) => key.getAttribute('key') === letter);
  if (!key) throw new Error(`the window has no key for ${wanted.shortcut}`);
  key.doCommand();
}

/** @param {boolean} forced */
export function forceColours(forced) {
  const [preference, always] = ['browser.display.document_color_use', 2];
  if (forced) Services.prefs.setIntPref(preference, always);
  else Services.prefs.clearUserPref(preference);
}

/** @param {boolean} dark */
export function darken(dark) {
  Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', dark ? 0 : 1);
}

/** @param {string} id */
export function badge(id) {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const extension = ExtensionParent.GlobalManager.getExtension(id);
  const { action } = ExtensionParent.apiManager.global.browserActionFor(extension);
  return action.getProperty(gBrowser.selectedTab, 'badgeText') ?? '';
}

/** Roles and names as the accessibility service has them for the tab. */
export async function accessibleNodes() {
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const found = [];
  const visit = (node) => {
    found.push({ role: service.getStringRole(node.role), name: node.name ?? '' });
    for (let i = 0; i < node.childCount; i++) visit(node.getChildAt(i));
  };
  const root = service.getAccessibleFor(gBrowser.selectedBrowser);
  if (root) visit(root);
  return found;
}

/** Lets an extension into private windows, as its page among the add-ons does, and opens one. @param {string} id */
export async function openPrivate(id) {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  await ExtensionPermissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
  await (await AddonManager.getAddonByID(id)).reload();
  window.OpenBrowserWindow({ private: true });
}

/** Whether this window, a private one, has started and shows its first page: a page that is gone to before is left for that. */
export function privateReady() {
  const { currentURI, webProgress } = gBrowser.selectedBrowser;
  return window.gBrowserInit.delayedStartupFinished && currentURI.spec === 'about:privatebrowsing' && !webProgress.isLoadingDocument;
}

/** Bytes of the process in which extensions run. */
export async function memory() {
  const manager = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
  await new Promise((resolve) => manager.minimizeMemoryUsage(resolve));
  const { children } = await ChromeUtils.requestProcInfo();
  return children.find(({ type }) => type === 'extension').memory;
}

/** @param {string} id */
export async function stopBackground(id) {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const extension = ExtensionParent.GlobalManager.getExtension(id);
  await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
}

/** The id of the extension that was installed in this profile before, once it runs; none where there is none. */
export async function installedExtension() {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const known = (await AddonManager.getAddonsByTypes(['extension'])).find((one) => one.id.startsWith('plumbline@'));
  await known?.startupPromise;
  return known?.id;
}

/** From now on every request of the network is noted down. */
export function recordRequests() {
  window.plumblineRequests = [];
  Services.obs.addObserver((subject) => {
    const channel = subject.QueryInterface(Ci.nsIHttpChannel);
    const initiator = channel.loadInfo?.triggeringPrincipal;
    window.plumblineRequests.push({ url: channel.URI.spec, initiator: initiator?.originNoSuffix ?? '' });
  }, 'http-on-modify-request');
}

export function recordedRequests() {
  return window.plumblineRequests;
}
