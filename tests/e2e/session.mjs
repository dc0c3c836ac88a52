// One browser and one server of pages for the tests of a file, and what every such session must hold to.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { BROWSERS, built, launchBrowser } from './browsers/launch.mjs';
import { servePages } from './server.mjs';
import { keptOfSession } from './stored.mjs';
import { remove, until } from './wait.mjs';

/** @typedef {import('./browsers/types.d.ts').DrivenBrowser} DrivenBrowser */
/** @typedef {import('./browsers/types.d.ts').Popup} Popup */
/** @typedef {import('./server.mjs').PageServer} PageServer */

/**
 * Changes a copy of the built extension before the browser loads it; is told where pages are served.
 * @typedef {(folder: string, origin: string) => void} Change
 */

/**
 * What is to be made ready before the browser starts.
 * @typedef {object} Preparation
 * @property {Change} [change] What is changed in the extension.
 * @property {boolean} [stays] Whether the reader's profile stays when the browser ends.
 * @property {import('./browsers/types.d.ts').Settings} [settings] What is set in the browser itself.
 */

/** What a file's tests are given; filled in before the first of them runs. */
export class Session {
  /** @type {DrivenBrowser | undefined} */
  #browser;
  /** @type {PageServer | undefined} */
  #server;
  /** @type {Popup | undefined} The last one opened: a test that fails leaves it open. */
  #popup;
  /** @type {string[]} Addresses that the reader was led to by what is ours: no page asked for them, nor we. */
  followed = [];

  /** @type {string[]} Folders that were made for these tests: a changed extension, the reader's profile. */
  #folders = [];
  /** @type {() => Promise<DrivenBrowser>} */
  #launch = () => Promise.reject(new Error('not started'));
  /** @type {import('./browsers/types.d.ts').NetworkRequest[]} What browsers that have ended had asked the network for. */
  #requests = [];

  /**
   * @param {import('./browsers/types.d.ts').BrowserName} name
   * @param {Preparation} [preparation]
   */
  async start(name, { change, stays = false, settings = {} } = {}) {
    this.#server = await servePages();
    /** @type {Partial<import('./browsers/types.d.ts').LaunchOptions>} */
    const options = { settings };
    if (change) {
      options.extension = this.#folder('changed');
      cpSync(built(name), options.extension, { recursive: true });
      change(options.extension, this.#server.origin);
    }
    if (stays) options.profile = this.#folder('profile');
    this.#launch = () => launchBrowser(name, options);
    this.#browser = await this.#launch();
  }

  /** @param {string} name */
  #folder(name) {
    const folder = mkdtempSync(join(tmpdir(), `plumbline-${name}-`));
    this.#folders.push(folder);
    return folder;
  }

  /** Ends the browser and starts it again with the same profile, which has to be one that stays. */
  async restart() {
    this.#requests = await this.end();
    this.#popup = undefined;
    this.#browser = await this.#launch();
  }

  get browser() {
    assert.ok(this.#browser, 'the browser runs');
    return this.#browser;
  }

  get server() {
    assert.ok(this.#server, 'the server runs');
    return this.#server;
  }

  /** Ends the browser; gives what it asked the network for. */
  async end() {
    const browser = this.#browser;
    this.#browser = undefined;
    return [...this.#requests, ...((await browser?.close()) ?? [])];
  }

  async stop() {
    await this.end();
    await this.#server?.close();
    for (const folder of this.#folders) remove(folder);
  }

  /**
   * Opens a page, presses the toolbar button, and waits until the check is done.
   * @param {string} path
   * @returns {Promise<Popup>}
   */
  async check(path) {
    if (await this.#popup?.isOpen()) await this.#popup?.close();
    await this.browser.open(this.server.origin + path);
    return this.checkAgain();
  }

  /** @returns {Promise<Popup>} */
  async checkAgain() {
    const popup = await this.browser.clickToolbarButton();
    this.#popup = popup;
    await until('the check', () => popup.evaluate(() => document.getElementById('status')?.className === 'done'), () => popup.evaluate(() => document.body.innerText));
    return popup;
  }

  /** Opens the options with what they say of the articles that were read in this session. */
  async openReadArticles() {
    await this.browser.openExtensionPage('options.html');
    await until('the articles', () => this.browser.evaluate(() => document.querySelector('#remember') !== null));
  }

  /** The titles of the articles that the opened options list as read. */
  readArticles() {
    return this.browser.evaluate(() => [...document.querySelectorAll('#session li a')].map((title) => title.textContent));
  }

  /** Waits until so many pages that were checked are kept: each is after its answer. @param {number} count */
  async untilKept(count) {
    await this.browser.openExtensionPage('options.html');
    await until(`${count} articles kept`, async () => (await keptOfSession(this.browser)).length === count);
    await this.openReadArticles();
  }

  /** Presses a button of the library in the options with the keyboard, once it is there. @param {string} name */
  async pressInLibrary(name) {
    // What was done before has the library shown anew, which asks for both: it is when the same was answered once more.
    for (const asked of ['sets', 'shelf']) await this.browser.evaluate((asked) => chrome.runtime.sendMessage(asked), asked);
    const focus = (/** @type {string} */ name) => {
      const buttons = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('#shelf button')]);
      const button = buttons.find((button) => button.textContent === name);
      button?.focus();
      return button !== undefined;
    };
    await until(`“${name}”`, () => this.browser.evaluate(focus, name));
    await this.browser.press('Enter');
  }

  /** The address that was opened in a tab beside ours. */
  async openedBeside() {
    const address = await this.browser.openedBeside();
    this.followed.push(address);
    return address;
  }

  /**
   * The texts under one of the extension's highlights, in the order of the document, spaces as read.
   * @param {'warn' | 'mark' | 'here'} kind
   * @returns {Promise<string[]>}
   */
  highlighted(kind) {
    return this.browser.evaluate((name) => {
      const ranges = /** @type {Range[]} */ ([...(CSS.highlights.get(name)?.values() ?? [])]);
      return ranges
        .sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other))
        .map((range) => range.toString().replace(/\s+/g, ' '));
    }, `plumbline-${kind}`);
  }

  /**
   * Where the first highlighted figure with this text is, brought into view.
   * @param {'warn' | 'mark'} kind @param {string} text
   * @returns {Promise<{ x: number, y: number }>}
   */
  async figure(kind, text) {
    const spot = await this.browser.evaluate(
      (name, text) => {
        const ranges = /** @type {Range[]} */ ([...(CSS.highlights.get(name)?.values() ?? [])]);
        const range = ranges.find((range) => range.toString().replace(/\s+/g, ' ') === text);
        range?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
        const box = range?.getClientRects()[0];
        return box && { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      },
      `plumbline-${kind}`,
      text,
    );
    assert.ok(spot, `“${text}” is highlighted`);
    return spot;
  }

  /** The card as read: its text with spaces as read; undefined while none is open. */
  cardText() {
    return this.browser.inCard((root) => {
      const card = root.querySelector('[role="dialog"]');
      if (!card) return undefined;
      const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
      const words = [];
      while (walker.nextNode()) words.push(walker.currentNode.nodeValue ?? '');
      return words.join(' ').replace(/\s+/g, ' ').trim();
    });
  }
}

/** The popup as a reader sees it. @typedef {{ quote: string, verdict: string, kind: string, why: string, text: string }} ListedFinding */

/**
 * @param {Popup} popup
 * @returns {Promise<ListedFinding[]>}
 */
export function listedFindings(popup) {
  return popup.evaluate(() => {
    const words = (/** @type {Element | null} */ element) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
    return [...document.querySelectorAll('li.finding')].map((item) => ({
      quote: words(item.querySelector('.quote')),
      verdict: words(item.querySelector('.verdict')),
      kind: item.className.replace('finding', '').trim(),
      why: words(item.querySelector('.why')),
      text: words(item),
    }));
  });
}

/**
 * Declares a file's tests for both browsers, and for each that nothing left the extension.
 * @param {(session: Session) => void} declare
 * @param {Preparation} [preparation]
 * @param {readonly import('./browsers/types.d.ts').BrowserName[]} [browsers] those that a driver can lead there, where it is not both
 */
export function inEachBrowser(declare, preparation, browsers = BROWSERS) {
  for (const name of browsers) {
    describe(`in ${name}`, () => {
      const session = new Session();
      before(() => session.start(name, preparation));
      declare(session);
      test('nothing is asked of the network but the pages themselves', async () => {
        const { origin } = session.server;
        const requests = await session.end();
        assert.ok(requests.some(({ url }) => url.startsWith(origin)), 'the log holds the pages');
        const own = requests.filter(({ initiator, url }) => initiator.includes('-extension:') && !session.followed.includes(url));
        assert.deepEqual(own, [], 'asked for by the extension');
        const pages = requests.filter(({ initiator, url }) => initiator.startsWith('http') && !url.startsWith(origin));
        assert.deepEqual(pages, [], 'asked for in the name of a page');
      });
      after(() => session.stop());
    });
  }
}
