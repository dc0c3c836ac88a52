// Drives a stock Firefox through WebDriver, with the browser's own window within reach.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Browser, Builder, Key } from 'selenium-webdriver';
import firefox from 'selenium-webdriver/firefox.js';
import { LIMIT, remove, until } from '../wait.mjs';
import { required } from './installed.mjs';
import { parts } from './keys.mjs';
import * as chrome from './firefox-window.mjs';

/** @typedef {import('./types.d.ts').DrivenBrowser} DrivenBrowser */
/** @typedef {import('./types.d.ts').LaunchOptions} LaunchOptions */
/** @typedef {'tab' | 'popup' | 'panel'} Where */

const GECKODRIVER = fileURLToPath(new URL('../../../.tools/bin/geckodriver', import.meta.url));

/** @type {Record<string, string>} */
const MODIFIERS = { Alt: Key.ALT, Control: Key.CONTROL, Shift: Key.SHIFT };
/** @type {Record<string, string>} */
const KEYS = {
  Tab: Key.TAB,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Space: Key.SPACE,
  ArrowDown: Key.ARROW_DOWN,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  ArrowUp: Key.ARROW_UP,
  Home: Key.HOME,
  End: Key.END,
};

/**
 * @param {LaunchOptions} options
 * @returns {Promise<DrivenBrowser>}
 */
export async function launch({ extension, headless = true, profile, settings }) {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-firefox-'));
  const options = new firefox.Options().setBinary(required('firefox'));
  if (headless) options.addArguments('-headless', '--width=1000', '--height=900');
  options.setPreference('datareporting.policy.dataSubmissionEnabled', false);
  // The browser keeps to itself: no settings of its maker, no pictures of pages yet to come.
  options.setPreference('services.settings.server', 'data:,#');
  options.setPreference('browser.newtabpage.enabled', false);
  // In a window the popup would go as soon as the terminal takes the focus; closedByUser gives it back.
  if (!headless) options.setPreference('ui.popup.disable_autohide', true);
  // What the extension asks for is granted without a question, which no reader is here to answer.
  options.setPreference('extensions.webextOptionalPermissionPrompts', !headless);
  options.setPreference('intl.locale.requested', 'en-US');
  const downloads = join(folder, 'downloads');
  options.setPreference('browser.download.folderList', 2);
  options.setPreference('browser.download.dir', downloads);
  options.setPreference('browser.download.alwaysOpenPanel', false);
  // A profile that stays has the extension as a reader has it, and not for as long as the browser runs; nobody has signed it.
  if (profile) {
    options.addArguments('-profile', profile);
    options.setPreference('xpinstall.signatures.required', false);
  }
  for (const [name, value] of Object.entries(settings?.firefox ?? {})) options.setPreference(name, value);
  const service = new firefox.ServiceBuilder(process.env.GECKODRIVER ?? GECKODRIVER)
    .addArguments('--allow-system-access', '--profile-root', folder);
  const driver = /** @type {import('selenium-webdriver/firefox.js').Driver} */ (
    await new Builder().forBrowser(Browser.FIREFOX).setFirefoxOptions(options).setFirefoxService(service).build()
  );
  await driver.manage().setTimeouts({ script: LIMIT });

  /**
   * Runs in the browser's window, with all its powers.
   * @param {Function} work @param {unknown[]} args
   * @returns {Promise<any>}
   */
  async function inWindow(work, ...args) {
    await driver.setContext(firefox.Context.CHROME);
    try {
      const { value, error } = await driver.executeAsyncScript(
        `const done = arguments[arguments.length - 1];
         (async () => (${work})(...[...arguments].slice(0, -1)))()
           .then((value) => done({ value }), (error) => done({ error: String(error) + error.stack }));`,
        ...args,
      );
      if (error) throw new Error(error);
      return value;
    } finally {
      await driver.setContext(firefox.Context.CONTENT);
    }
  }

  /**
   * Runs in a document, as its own scripts would, or in the closed shadow root of the card in it.
   * @param {Where} where @param {boolean} inCard @param {Function} work @param {unknown[]} args
   */
  async function inDocument(where, inCard, work, args) {
    const source = `async (...args) => JSON.stringify(await (${work})(...args))`;
    const json = await inWindow(chrome.evaluate, where, inCard, source, args);
    return json === null || json === undefined ? undefined : JSON.parse(json);
  }

  /** @param {Where} where */
  async function screenshot(where) {
    // The popup's frame takes the width of its document only after a while: the document is what counts.
    const documentWidth = await inDocument(where, false, () => {
      const { width } = globalThis.document.body.getBoundingClientRect();
      return Math.ceil(width);
    }, []);
    const width = where === 'popup' ? documentWidth : 1e4;
    return Buffer.from(await inWindow(chrome.screenshot, where, width), 'base64');
  }

  let closed = false;
  const quit = async () => {
    if (!closed) await driver.quit();
    remove(folder);
  };

  /** The page that the extension opens when it is installed. @param {string} first The tab that was there before. */
  const welcomed = async (first) => {
    const other = await until('the page after the installation', async () =>
      (await driver.getAllWindowHandles()).find((handle) => handle !== first),
    );
    await driver.switchTo().window(other);
    const address = await until('its address', async () => {
      const address = await driver.getCurrentUrl();
      return address.startsWith('moz-extension:') ? address : '';
    });
    await driver.close();
    await driver.switchTo().window(first);
    return address;
  };

  /** @type {string} */
  let id;
  let greeting = '';
  /** Those that were opened. @type {string[]} */
  const tabs = [];
  try {
    const first = await driver.getWindowHandle();
    tabs.push(first);
    const installed = profile ? await inWindow(chrome.installedExtension) : undefined;
    if (installed) {
      id = installed;
    } else {
      id = await driver.installAddon(extension, !profile);
      greeting = await welcomed(first);
    }
    await inWindow(chrome.recordRequests);
  } catch (error) {
    await quit();
    throw error;
  }

  return {
    name: 'firefox',
    greeting,
    downloads,
    version: `Firefox/${(await driver.getCapabilities()).get('browserVersion')}`,

    open: (url) => driver.get(url),
    evaluate: (work, ...args) => inDocument('tab', false, work, args),
    screenshot: () => screenshot('tab'),

    async press(chord) {
      const { modifiers, key } = parts(chord);
      const actions = driver.actions();
      for (const name of modifiers) actions.keyDown(MODIFIERS[name] ?? name);
      actions.sendKeys(KEYS[key] ?? key);
      for (const name of modifiers.reverse()) actions.keyUp(MODIFIERS[name] ?? name);
      await actions.perform();
    },

    async clickToolbarButton() {
      await inWindow(chrome.clickButton, id);
      await until('the popup', () => inWindow(chrome.popupReady));
      return {
        evaluate: (work, ...args) => inDocument('popup', false, work, args),
        press: (chord) => inWindow(chrome.pressIn, 'popup', parts(chord)),
        screenshot: () => screenshot('popup'),
        isOpen: () => inWindow(chrome.popupReady),
        close: async () => {
          await inWindow(chrome.closePopup);
          await until('the popup closing', async () => !(await inWindow(chrome.popupReady)));
        },
      };
    },

    async openPanel(popup) {
      await popup.evaluate(() => document.getElementById('panel')?.focus());
      await popup.press('Enter');
      await until('the panel', () => inWindow(chrome.panelReady));
      return {
        evaluate: (work, ...args) => inDocument('panel', false, work, args),
        press: (chord) => inWindow(chrome.pressIn, 'panel', parts(chord)),
        screenshot: () => screenshot('panel'),
        isOpen: () => inWindow(chrome.panelReady),
        close: async () => {
          await inWindow(chrome.closePanel);
          await until('the panel closing', async () => !(await inWindow(chrome.panelReady)));
        },
      };
    },

    async openTab(url) {
      await driver.switchTo().newWindow('tab');
      tabs.push(await driver.getWindowHandle());
      await driver.get(url);
    },
    async showTab(number) {
      await driver.switchTo().window(tabs[number] ?? '');
    },
    shownTab: () => inWindow(chrome.shownTab),
    async closeTabs() {
      for (const tab of tabs.splice(1)) {
        await driver.switchTo().window(tab);
        await driver.close();
      }
      await driver.switchTo().window(tabs[0] ?? '');
    },

    async chooseFromMenu(x, y, entry) {
      await driver.actions().move({ x: Math.round(x), y: Math.round(y), duration: 0 }).press(2).release(2).perform();
      await until('the menu', () => inWindow(chrome.menuReady));
      await inWindow(chrome.choose, entry);
    },

    async openedBeside() {
      const own = await driver.getWindowHandle();
      const other = await until('another tab', async () =>
        (await driver.getAllWindowHandles()).find((handle) => handle !== own && !tabs.includes(handle)),
      );
      await driver.switchTo().window(other);
      const address = await until('its address', async () => {
        const now = await driver.getCurrentUrl();
        return /^http/.test(now) ? now : '';
      });
      await driver.close();
      await driver.switchTo().window(own);
      return address;
    },

    async openExtensionPage(path) {
      await driver.get(await inWindow(chrome.extensionAddress, id, path));
    },

    // A preference set at the start leaves the question out for every site.
    answerInAdvance: async () => {},
    takeBack: (pattern) => inWindow(chrome.takeBack, id, pattern),
    command: (name) => inWindow(chrome.command, id, name),
    commands: () => inWindow(chrome.commands, id),
    badge: () => inWindow(chrome.badge, id),

    async resize(width, height) {
      const inner = () => inDocument('tab', false, () => ({ width: innerWidth, height: innerHeight }), []);
      const [outside, inside] = [await driver.manage().window().getRect(), await inner()];
      const around = { width: outside.width - inside.width, height: outside.height - inside.height };
      await driver.manage().window().setRect({ width: width + around.width, height: height + around.height });
      await until('the size', async () => JSON.stringify(await inner()) === JSON.stringify({ width, height }));
    },

    darken: (dark) => inWindow(chrome.darken, dark),
    forceColours: (forced) => inWindow(chrome.forceColours, forced),

    async hover(x, y) {
      await driver.actions().move({ x: Math.round(x), y: Math.round(y), duration: 0 }).perform();
    },
    async click(x, y) {
      await driver.actions().move({ x: Math.round(x), y: Math.round(y), duration: 0 }).click().perform();
    },

    inCard: (work, ...args) => inDocument('tab', true, work, args),
    accessibleNodes: () => inWindow(chrome.accessibleNodes),
    update: async () => void (await driver.installAddon(extension, true)),
    print: async () => void (await driver.printPage(/** @type {any} */ ({}))),
    memory: () => inWindow(chrome.memory),
    async openPrivate(url) {
      const before = await driver.getAllWindowHandles();
      await inWindow(chrome.openPrivate, id);
      const opened = await until('the private window', async () =>
        (await driver.getAllWindowHandles()).find((handle) => !before.includes(handle)),
      );
      tabs.push(opened);
      await driver.switchTo().window(opened);
      await until('its first page', () => inWindow(chrome.privateReady));
      await driver.get(url);
    },
    limitStorage: async () => {},
    stopBackground: () => inWindow(chrome.stopBackground, id),

    async closedByUser() {
      await inWindow(chrome.letPopupsHide);
      // WebDriver says nothing of its own accord: ask now and then whether the window is still there.
      const open = () => driver.getWindowHandle().then(() => true, () => false);
      while (await open()) await new Promise((resolve) => setTimeout(resolve, 500));
      closed = true;
    },

    async close() {
      // A test that failed may have left another window, which has noted nothing down.
      if (!closed) await driver.switchTo().window(tabs[0] ?? '');
      const requests = closed ? [] : await inWindow(chrome.recordedRequests);
      await quit();
      return requests;
    },
  };
}
