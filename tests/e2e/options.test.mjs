// The options page, and sites that are checked without the button.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inEachBrowser, listedFindings } from './session.mjs';
import { until } from './wait.mjs';

const ARTICLE = '/fixtures/slipped-point.html';
/** Of which it is a page, as a match pattern. */
const SITE = 'http://127.0.0.1/*';

/** Runs in the popup, before everything else: while its document is said to be deaf, it hears of no page that changes. */
function deafener() {
  const { onMessage } = chrome.runtime;
  const add = /** @type {(...args: any[]) => void} */ (onMessage.addListener);
  onMessage.addListener = (/** @type {(...args: any[]) => any} */ hear) =>
    add.call(onMessage, (/** @type {any[]} */ ...args) => (document.documentElement.dataset['deaf'] ? undefined : hear(...args)));
}

/** @type {import('./session.mjs').Change} */
function deafen(folder) {
  const popup = join(folder, 'popup.js');
  writeFileSync(popup, `(${deafener})();\n${readFileSync(popup, 'utf8')}`);
}

inEachBrowser((session) => {
  const warned = () => session.highlighted('warn');

  async function openOptions() {
    await session.browser.openExtensionPage('options.html');
    await until('the options', () =>
      session.browser.evaluate(() =>
        ['#sites > *', '#appearance input', '#library > *'].every((part) => document.querySelector(part)),
      ),
    );
  }

  /** The names of the sites that the options page lists. */
  const sites = () =>
    session.browser.evaluate(() => [...document.querySelectorAll('#sites li > span')].map((name) => name.textContent));

  /** Presses what a selector finds on the options page, with the keyboard. @param {string} selector */
  async function press(selector) {
    await session.browser.evaluate((selector) => {
      const control = document.querySelector(selector);
      if (control instanceof HTMLElement) control.focus();
    }, selector);
    await session.browser.press('Space');
  }

  /** Waits until the popup offers its switch, which it does when it knows of the grant. @param {import('./browsers/types.d.ts').Popup} popup */
  const untilOffered = (popup) =>
    until('the switch', () => popup.evaluate(() => document.getElementById('automatic-row')?.hidden === false));

  /** Whether it is on. @param {import('./browsers/types.d.ts').Popup} popup */
  const isOn = (popup) => popup.evaluate(() => document.querySelector('input')?.checked);

  /** @param {import('./browsers/types.d.ts').Popup} popup */
  async function pressSwitch(popup) {
    await untilOffered(popup);
    await popup.evaluate(() => document.querySelector('input')?.focus());
    await popup.press('Space');
  }

  /** Whether the popup says this beside the switch. @param {import('./browsers/types.d.ts').Popup} popup @param {string} words */
  const says = (popup, words) =>
    popup.evaluate((words) => document.getElementById('automatic-note')?.textContent === words, words);

  /** @param {import('./browsers/types.d.ts').Popup} popup */
  const isGranted = (popup) =>
    popup.evaluate((site) => chrome.permissions.contains({ origins: [site] }), SITE);

  /** Turns on the site of the article with the switch, and waits until the browser will check it by itself. */
  async function turnOn() {
    await session.browser.answerInAdvance(SITE);
    const popup = await session.check(ARTICLE);
    await untilOffered(popup);
    assert.equal(await isOn(popup), false);
    await pressSwitch(popup);
    await until('the grant', () => isGranted(popup));
    assert.equal(await isOn(popup), true);
    await until('that it is on being said', () => says(popup, 'http://127.0.0.1 is now checked automatically.'));
    await popup.close();
    await openOptions();
    await until('the site in the list', async () => (await sites()).length === 1);
    await until('the registered scripts', async () => (await registered()) === 1);
  }

  /** How many sets of scripts the browser runs by itself; asked on a page of the extension. */
  const registered = () =>
    session.browser.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length);

  /** @param {string} property @returns {Promise<string>} Its value for the first warning on the page, as painted. */
  const painted = (property) =>
    session.browser.evaluate((property) => {
      const [range] = /** @type {Range[]} */ ([...(CSS.highlights.get('plumbline-warn')?.values() ?? [])]);
      const element = range?.startContainer.parentElement;
      return element ? getComputedStyle(element, '::highlight(plumbline-warn)').getPropertyValue(property) : '';
    }, property);

  /** From now on the page counts how often its warnings are drawn, as seen frame by frame; those that stand are one. */
  const countDraws = () =>
    session.browser.evaluate(() => {
      const page = /** @type {typeof window & { draws: number }} */ (window);
      page.draws = 0;
      /** @type {Highlight | undefined} */
      let drawn;
      const look = () => {
        const now = CSS.highlights.get('plumbline-warn');
        if (now && now !== drawn) page.draws += 1;
        drawn = now;
        requestAnimationFrame(look);
      };
      look();
    });
  const draws = () =>
    session.browser.evaluate(() => /** @type {typeof window & { draws: number }} */ (window).draws);

  test('the sources and all their statements are listed', async () => {
    await openOptions();
    const { size, sources, rows } = await session.browser.evaluate(() => ({
      size: document.querySelector('#library > p')?.textContent ?? '',
      sources: [...document.querySelectorAll('#library details')].map((source) => source.querySelector('summary')?.textContent ?? ''),
      rows: [...document.querySelectorAll('#library tbody tr')].map((row) => row.textContent ?? ''),
    }));
    assert.equal(size, `${rows.length} statements from ${sources.length} sources.`);
    assert.ok(sources.some((source) => source.includes('GSMArena')), 'a source by its publisher');
    assert.ok(rows.some((row) => row.includes('$14.3 billion')), 'a statement by its value');
  });

  test('on a narrow page each source begins in the line of its sign', async () => {
    await openOptions();
    await session.browser.resize(500, 700);
    await session.browser.evaluate(() => {
      // Firefox has no narrower windows.
      document.body.style.width = '390px';
      for (const sheet of document.styleSheets) {
        for (const rule of sheet.cssRules) if (rule instanceof CSSMediaRule) rule.media.mediaText = rule.media.mediaText.replace('480px', '500px');
      }
    });
    const apart = await session.browser.evaluate(() =>
      [...document.querySelectorAll('#library summary')].map((summary) => {
        const line = summary.querySelector('.source-line')?.getBoundingClientRect().top ?? Infinity;
        return Math.round(line - summary.getBoundingClientRect().top);
      }),
    );
    assert.ok(apart.length > 0 && apart.every((space) => space <= 12), apart.join());
    await session.browser.resize(1000, 800);
  });

  test('an appearance that is chosen is seen on the page, also on one that is open', async () => {
    await (await session.check(ARTICLE)).close();
    const colour = await painted('text-decoration-color');
    assert.match(colour, /217/, 'a warning has its colour at first');
    await openOptions();
    await press('#appearance input[value="plain"]');
    await until('the choice being kept', () =>
      session.browser.evaluate(async () => (await chrome.storage.local.get('appearance'))['appearance'] === 'plain'),
    );
    const popup = await session.check(ARTICLE);
    assert.notEqual(await painted('text-decoration-color'), colour, 'without colour');
    assert.equal(await painted('text-decoration-line'), 'underline');
    // As the options page in another window would.
    await popup.evaluate(() => chrome.storage.local.set({ appearance: 'tinted' }));
    await until('the first colour', async () => (await painted('text-decoration-color')) === colour);
    await popup.close();
  });

  test('a site that is turned on is checked by itself, until it is removed in the options', async () => {
    await turnOn();
    assert.deepEqual(await sites(), ['http://127.0.0.1']);
    await session.browser.open(session.server.origin + ARTICLE);
    await until('warnings without the button', async () => (await warned()).length > 0);
    await countDraws();
    const list = await session.checkAgain();
    const found = (await listedFindings(list)).filter(({ kind }) => kind === 'warn').length;
    await list.close();
    await until('the button drawing them anew', async () => (await draws()) === 2);
    await until('the badge', async () => (await session.browser.badge()) === String(found));

    await openOptions();
    await press('#sites .remove');
    await until('the empty list', async () => (await sites()).length === 0);
    const said = await session.browser.evaluate(() => ({
      note: document.getElementById('sites-note')?.textContent,
      focus: document.activeElement?.id,
    }));
    assert.deepEqual(said, { note: 'http://127.0.0.1 is no longer checked automatically.', focus: 'sites-title' });
    await until('no registered scripts', async () => (await registered()) === 0);
    await session.browser.open(session.server.origin + ARTICLE);
    await countDraws();
    // The button's check comes after any that the page would have got by itself, and draws what that drew anew.
    const popup = await session.checkAgain();
    assert.equal(await until('its warnings', draws), 1, 'drawn by the button alone');
    await popup.close();
  });

  test('a site that is taken back in the browser is not read any more, in open pages either', async () => {
    await turnOn();
    await session.browser.open(session.server.origin + ARTICLE);
    await until('warnings without the button', async () => (await warned()).length > 0);
    await session.browser.takeBack(SITE);
    await until('the marks going', async () => (await warned()).length === 0);
    // The button brings it back to life.
    await (await session.checkAgain()).close();
    await until('warnings', async () => (await warned()).length > 0);
  });

  test('a figure that is gone is said to be, with what the page says now, and the switch still asks once', async () => {
    await session.browser.answerInAdvance(SITE);
    const popup = await session.check('/fixtures/rewritten.html');
    // The page is read again at once, and what is listed would follow before it was pressed.
    await popup.evaluate(() => void (document.documentElement.dataset['deaf'] = 'yes'));
    await session.browser.evaluate(() => /** @type {typeof globalThis & { mend: () => void }} */ (globalThis).mend());
    await until('the mark going', async () => (await warned()).length === 0);
    await popup.evaluate(() => /** @type {HTMLElement | null} */ (document.querySelector('li.warn button'))?.click());
    const said = await until('what happened being said', () =>
      popup.evaluate(() => {
        const line = document.querySelector('.changed');
        return line && { text: line.textContent, focused: line === document.activeElement };
      }),
    );
    assert.deepEqual(said, { text: 'The page has changed; this is what it says now.', focused: true });
    assert.deepEqual((await listedFindings(popup)).map(({ kind }) => kind), ['mark']);

    // Firefox takes the question only from the extension's own functions: there it is enough that it comes.
    const counts = session.browser.name === 'chromium';
    if (counts) {
      await popup.evaluate(() => {
        const { permissions } = chrome;
        const request = permissions.request.bind(permissions);
        const counting = /** @type {typeof globalThis & { asked: number }} */ (globalThis);
        counting.asked = 0;
        permissions.request = /** @type {typeof request} */ ((/** @type {any} */ wanted) => {
          counting.asked += 1;
          return request(wanted);
        });
      });
    }
    await pressSwitch(popup);
    await until('the grant', () => isGranted(popup));
    await until('the switch being on', () => isOn(popup));
    if (counts) assert.equal(await popup.evaluate(() => /** @type {any} */ (globalThis).asked), 1);
    await pressSwitch(popup);
    await until('the site being given back', async () => !(await isGranted(popup)));
    await popup.close();
  });

  test('the switch in the popup shows that a site is turned on and takes it back', async () => {
    await turnOn();
    const popup = await session.check(ARTICLE);
    await until('the switch being on', () => isOn(popup));
    await pressSwitch(popup);
    await until('the site being given back', async () => !(await isGranted(popup)));
    assert.equal(await isOn(popup), false);
    await until('that it is off being said', () => says(popup, 'http://127.0.0.1 is no longer checked automatically.'));
    await popup.close();
    await openOptions();
    assert.deepEqual(await sites(), []);
    await until('no registered scripts', async () => (await registered()) === 0);
  });

  test('after the installation a page opens that shows what the marks mean', async () => {
    assert.match(session.browser.greeting, /^(chrome|moz)-extension:.*\/welcome\.html$/);
    await session.browser.openExtensionPage('welcome.html');
    const drawn = await session.browser.evaluate(() =>
      ['figure .warn', 'figure .mark'].map((selector) => {
        const figure = document.querySelector(selector);
        return figure ? [figure.textContent, getComputedStyle(figure).textDecorationStyle] : [];
      }),
    );
    assert.deepEqual(drawn, [['$1.48 billion', 'solid'], ['$14.3 billion', 'dotted']]);
  });

  test('the options say the version, and where the marks are explained', async () => {
    await openOptions();
    const [version, packed] = await session.browser.evaluate(() => [
      document.getElementById('version')?.textContent,
      chrome.runtime.getManifest().version,
    ]);
    assert.equal(version, packed);
    const links = await session.browser.evaluate(() =>
      Promise.all([.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('[aria-labelledby="about-title"] a'))].map(async (link) => (await fetch(link.href)).ok)),
    );
    assert.deepEqual(links, [true, true]);
  });
}, { change: deafen });
