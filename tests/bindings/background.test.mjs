// The background's side of the protocol, with a browser that only writes down what it is asked for.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import { packed } from '../../extension/content/blocks.js';
import { article, checked, loadEngine, said } from './engine.mjs';

/** @typedef {{ name: string, details: any }} Call */

/**
 * A `chrome` that answers with what the test gives it.
 * @param {Record<string, (...details: any[]) => unknown>} answers
 * @returns {Call[]} What was called, in order.
 */
function pretendBrowser(answers) {
  /** @type {Call[]} */
  const calls = [];
  /** @param {string} path */
  const level = (path) =>
    new Proxy(() => {}, {
      get: (_, name) => level(path ? `${path}.${String(name)}` : String(name)),
      apply: (_, __, details) => {
        if (path === 'runtime.getURL') return OWN + details[0];
        if (path === 'i18n.getMessage') return said(details[0], details[1]);
        calls.push({ name: path, details: details.length === 1 ? details[0] : details });
        return Promise.resolve(answers[path]?.(...details));
      },
    });
  Object.assign(globalThis, { chrome: level('') });
  return calls;
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'chrome');
});

const PAGE = article('Meta invested $1.48 billion in Scale AI.', 'Meta invested $14.3 billion in Scale AI.');
const OWN = 'chrome-extension://plumbline/';
const FROM_POPUP = { url: `${OWN}popup.html` };
/** The options page stands in a tab, as articles do. */
const FROM_OPTIONS = { tab: { id: 8, url: `${OWN}options.html` }, url: `${OWN}options.html` };
const FROM_PAGE = { tab: { id: 7, url: 'https://news.example/' }, url: 'https://news.example/' };

const MANIFEST = new URL('../../manifest.json', import.meta.url);

/** @param {Plumbline.Summary} summary @returns {Plumbline.Ask} */
const badge = (summary) => ({ badge: { summary, foreign: false, changed: false, document: 'here' } });

/** @param {Call[]} calls @param {string} name */
const details = (calls, name) => calls.filter((call) => call.name === name).map((call) => call.details);

test('a page is answered with its report and its style sheets, and has its badge when it shows them', async () => {
  const calls = pretendBrowser({ 'storage.local.get': () => ({}), 'tabs.sendMessage': () => ({ shown: true }) });
  const engine = await loadEngine();
  /** @type {Plumbline.Checked} */
  const answer = await checked(new engine.Incoming(FROM_PAGE), { page: PAGE, styled: null, selected: false });
  assert.equal(answer.report.summary.warned, 1);
  assert.equal(answer.styled, 'tinted');
  const sheets = details(calls, 'scripting.insertCSS');
  assert.deepEqual(sheets.map(({ origin }) => origin).sort(), ['AUTHOR', 'USER']);
  for (const { target, css } of sheets) {
    assert.deepEqual(target, { tabId: 7 });
    assert.match(css, /::highlight\(plumbline-warn\)\{.*!important/);
  }
  assert.deepEqual(details(calls, 'action.setBadgeText'), [], 'not before the page shows it');
  await engine.onMessage(badge(answer.report.summary), FROM_PAGE);
  assert.deepEqual(details(calls, 'action.setBadgeText'), [{ tabId: 7, text: '1' }]);
  assert.deepEqual(details(calls, 'action.setTitle'), [{ tabId: 7, title: 'Plumbline: 1 figure warned of' }]);
});

const GONE = {
  'that has no script': () => Promise.reject(new Error('Receiving end does not exist.')),
  'that has another name': () => ({ shown: false }),
};

for (const [what, answer] of Object.entries(GONE)) {
  test(`what is told of a document is taken back where its tab has gone on to one ${what}`, async () => {
    const calls = pretendBrowser({ 'tabs.sendMessage': answer });
    const engine = await loadEngine();
    const { summary } = engine.check(PAGE);
    await engine.onMessage(badge(summary), FROM_PAGE);
    assert.deepEqual(details(calls, 'tabs.sendMessage')[0][1], { tell: 'stands', document: 'here' });
    assert.deepEqual(details(calls, 'action.setBadgeText').map(({ text }) => text), ['1', '']);
    assert.equal(details(calls, 'action.setTitle').at(-1).title, said('unchecked'));
  });
}

test('a page that has its style sheets already gets no more of them', async () => {
  const calls = pretendBrowser({ 'storage.local.get': () => ({ appearance: 'lined' }) });
  const engine = await loadEngine();
  const answer = await checked(new engine.Incoming(FROM_PAGE), { page: PAGE, styled: 'lined', selected: false });
  assert.equal(answer.styled, 'lined');
  assert.deepEqual(details(calls, 'scripting.insertCSS'), []);
});

test('an article is kept for the next one, but not from a private window, nor where the reader does not want it', async () => {
  const engine = await loadEngine();
  const page = { ...PAGE, url: 'https://news.example/1' };
  const privately = { ...FROM_PAGE, tab: { ...FROM_PAGE.tab, incognito: true } };
  for (const [name, sender, remember, kept] of /** @type {const} */ ([
    ['by itself', FROM_PAGE, undefined, ['read:https://news.example/1']],
    ['as chosen', FROM_PAGE, true, ['read:https://news.example/1']],
    ['not wanted', FROM_PAGE, false, []],
    ['private', privately, undefined, []],
  ])) {
    const calls = pretendBrowser({ 'storage.local.get': () => ({ remember }), 'storage.session.get': () => ({}) });
    const incoming = new engine.Incoming(sender);
    await checked(incoming, { page, styled: null, selected: false });
    assert.deepEqual(details(calls, 'storage.session.set'), [], 'not before the answer');
    await incoming.keep();
    assert.deepEqual(details(calls, 'storage.session.set').flatMap(Object.keys), kept, name);
  }
});

test('of the articles that were read the oldest make room, and all the more where the browser has none', async () => {
  const engine = await loadEngine();
  const page = { ...PAGE, url: 'https://news.example/1' };
  const article = { title: '', publisher: '', address: '', published: '', text: '', names: '' };
  const record = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`read:https://old.example/${at}`, { at, article }]));
  for (const refused of [0, 1]) {
    let left = refused;
    const calls = pretendBrowser({
      'storage.local.get': () => ({}),
      'storage.session.get': () => ({ ...record, other: 'left alone' }),
      'storage.session.set': () => {
        left -= 1;
        return left >= 0 ? Promise.reject(new Error('QUOTA_BYTES quota exceeded')) : undefined;
      },
    });
    const incoming = new engine.Incoming(FROM_PAGE);
    await checked(incoming, { page, styled: null, selected: false });
    await incoming.keep();
    const gone = details(calls, 'storage.session.remove');
    assert.deepEqual(gone[0], ['read:https://old.example/0']);
    assert.equal(gone.length, 1 + refused);
    assert.equal(gone.at(-1).length, refused ? 31 : 1);
    assert.equal(details(calls, 'storage.session.set').length, 1 + refused);
  }
});

test('a page that comes in parts is read as one', async () => {
  pretendBrowser({ 'storage.local.get': () => ({}) });
  const engine = await loadEngine();
  const { blocks, ...rest } = article('Nothing to see.', 'Meta invested in Scale AI.', 'It paid $14.8 billion.');
  blocks.unshift({ zone: 'navigation', text: 'Home, 12 new' }, { zone: 'article', role: 'headline', text: 'Meta' });
  blocks.splice(3, 0, { zone: 'article', role: 'cell', row: 2, text: '€ 💶' }, { zone: 'article', role: 'cell', row: 3, text: 'Zürich' });
  blocks.push({ zone: 'article', linked: 4, text: 'More of Meta’s $14.3 billion' });
  /** @type {Plumbline.Checked} */
  const { report } = await checked(new engine.Incoming(FROM_PAGE), { page: { ...rest, blocks }, styled: null, selected: false });
  assert.equal(report.findings.length, 1);
  for (let parts = 1; parts <= blocks.length; parts += 1) {
    const incoming = new engine.Incoming(FROM_PAGE);
    const size = Math.ceil(blocks.length / parts);
    let sent = 0;
    for (; sent + size < blocks.length; sent += size) {
      assert.equal(incoming.add(packed(blocks.slice(sent, sent + size))), false, 'more is to come');
    }
    const answer = await checked(incoming, { page: { ...rest, blocks: blocks.slice(sent) }, styled: null, selected: false });
    assert.deepEqual(answer.report, report, `in ${parts} parts`);
    incoming.free();
  }
});

test('another appearance takes the place of the one before', async () => {
  const calls = pretendBrowser({ 'storage.local.get': () => ({ appearance: 'plain' }) });
  const engine = await loadEngine();
  assert.deepEqual(await engine.onMessage({ style: { styled: 'strong' } }, FROM_PAGE), { styled: 'plain' });
  assert.equal(details(calls, 'scripting.insertCSS').length, 2);
  assert.equal(details(calls, 'scripting.removeCSS').length, 2);
});

test('what is stored is not trusted: an appearance nobody knows is the usual one', async () => {
  pretendBrowser({ 'storage.local.get': () => ({ appearance: { css: 'body{display:none}' } }) });
  const engine = await loadEngine();
  assert.deepEqual(await engine.onMessage({ style: { styled: null } }, FROM_PAGE), { styled: 'tinted' });
});

test('only a page can ask to be checked', async () => {
  pretendBrowser({});
  const engine = await loadEngine();
  assert.throws(() => new engine.Incoming({}), /Only a page/);
});

test('no page can have other tabs checked, or ask for what is for Plumbline’s own pages', async () => {
  const calls = pretendBrowser({});
  const engine = await loadEngine();
  const elsewhere = [FROM_PAGE, {}, { url: '' }, { url: 'https://news.example/?chrome-extension://plumbline/' }, { tab: FROM_OPTIONS.tab }];
  for (const sender of elsewhere) {
    for (const ask of [{ checkTab: { tab: 8 } }, 'library']) {
      assert.throws(() => engine.onMessage(ask, sender), /own pages/, JSON.stringify([ask, sender]));
    }
  }
  assert.deepEqual(calls, [], 'the browser is asked for nothing');
});

test('a message that is none of the protocol gives a clear error', async () => {
  pretendBrowser({});
  const engine = await loadEngine();
  for (const message of [undefined, null, 'check', {}, 'everything', { everything: {} }, { checkTab: { tab: 'x' } }]) {
    assert.throws(() => engine.onMessage(message, {}), /^Error: Not a message that Plumbline knows: ./);
  }
  assert.ok((await engine.onMessage('library', FROM_OPTIONS)).sources.length > 0);
  for (const part of [undefined, null, 'check', {}, { text: 'x', runs: 'x' }, { text: 'x', runs: [{ like: {}, lengths: [-1] }] }, { text: 1, runs: [] }, { page: 'x', styled: null, selected: false }]) {
    assert.throws(() => new engine.Incoming(FROM_PAGE).add(part), /^Error: Not a message that Plumbline knows: ./);
  }
});

test('a tab is checked by bringing in the content script, the last of which gives the outcome', async () => {
  const outcome = { outcome: 'checked', report: (await loadEngine()).check(PAGE), frame: '', list: 1 };
  const calls = pretendBrowser({
    'tabs.get': (id) => ({ id, url: 'https://news.example/a' }),
    'scripting.executeScript': () => [{ frameId: 0, result: outcome }],
  });
  const engine = await loadEngine();
  assert.deepEqual(await engine.onMessage({ checkTab: { tab: 7 } }, FROM_POPUP), outcome);
  const [injection] = details(calls, 'scripting.executeScript');
  assert.deepEqual(injection.target, { tabId: 7 });
  for (const file of injection.files) {
    assert.ok(existsSync(new URL(`../../dist/chrome/${file}`, import.meta.url)), `${file} ships`);
  }
  assert.equal(injection.files.at(-1), 'content/asked.js');
});

test('a check begins when the popup’s page is asked for, and its script is given what became of it', async () => {
  let checks = 0;
  const calls = pretendBrowser({
    'tabs.query': () => [{ id: 7, url: 'https://news.example/a' }],
    'scripting.executeScript': () => [{ frameId: 0, result: { outcome: 'checked', list: (checks += 1) } }],
  });
  const engine = await loadEngine();
  const check = (/** @type {number} */ tab) => engine.onMessage({ checkTab: { tab } }, FROM_POPUP);
  const tabs = () => details(calls, 'scripting.executeScript').map(({ target }) => target.tabId);
  engine.onPopup();
  assert.deepEqual(await check(7), { outcome: 'checked', list: 1 });
  assert.deepEqual(tabs(), [7], 'it was checked once');
  assert.deepEqual(await check(7), { outcome: 'checked', list: 2 }, 'who asks again has it checked anew');
  engine.onPopup();
  assert.deepEqual((await check(8)).outcome, 'checked');
  assert.deepEqual(tabs().sort(), [7, 7, 7, 8], 'another tab is checked by itself');
  // The first of the two popups was closed before it could ask.
  engine.onPopup();
  engine.onPopup();
  assert.deepEqual(await check(7), { outcome: 'checked', list: 6 });
});

test('where there is no tab, only who asks is told so', async () => {
  pretendBrowser({ 'tabs.query': () => [], 'tabs.get': () => Promise.reject(new Error('No tab')), 'scripting.executeScript': () => Promise.reject(new Error('No tab with id: 7')) });
  const engine = await loadEngine();
  engine.onPopup();
  assert.deepEqual(await engine.onMessage({ checkTab: { tab: 7 } }, FROM_POPUP), { outcome: 'failed', why: 'unknown', problem: 'No tab with id: 7' });
});

const UNTOUCHABLE = {
  browserPage: { url: 'about:config', refusal: '' },
  protectedSite: { url: 'https://store.example/', refusal: 'The extensions gallery cannot be scripted.' },
  notHtml: { url: 'https://news.example/report.pdf', refusal: 'Missing host permission for the tab' },
  localFile: { url: 'file:///home/reader/a.html', refusal: 'Cannot access contents of the page' },
};

for (const [what, { url, refusal }] of Object.entries(UNTOUCHABLE)) {
  test(`a tab that cannot be read is told apart: ${what}`, async () => {
    pretendBrowser({
      'tabs.get': (id) => ({ id, url }),
      'scripting.executeScript': () => Promise.reject(new Error(refusal)),
    });
    const engine = await loadEngine();
    assert.deepEqual(await engine.onMessage({ checkTab: { tab: 7 } }, FROM_POPUP), { outcome: 'untouchable', what });
  });
}

test('what else goes wrong is told in the browser’s words', async () => {
  pretendBrowser({
    'tabs.get': (id) => ({ id, url: 'https://news.example/a' }),
    'scripting.executeScript': () => Promise.reject(new Error('The tab was closed.')),
  });
  const engine = await loadEngine();
  const answer = await engine.onMessage({ checkTab: { tab: 7 } }, FROM_POPUP);
  assert.deepEqual(answer, { outcome: 'failed', why: 'unknown', problem: 'The tab was closed.' });
});

test('a page that gives no answer was left', async () => {
  pretendBrowser({ 'tabs.get': (id) => ({ id, url: 'https://news.example/a' }), 'scripting.executeScript': () => [{ frameId: 0 }] });
  const engine = await loadEngine();
  const answer = await engine.onMessage({ checkTab: { tab: 7 } }, FROM_POPUP);
  assert.deepEqual(answer, { outcome: 'failed', why: 'left', problem: '' });
});

test('what the engine throws has the code of what went wrong', async () => {
  pretendBrowser({ 'tabs.get': () => Promise.reject(new Error('No tab with id: 7.')) });
  const engine = await loadEngine();
  await assert.rejects(engine.onMessage({ saveArticle: { tab: 7 } }, FROM_POPUP), { why: 'unknown', message: 'No tab with id: 7.' });
  await assert.rejects(engine.onMessage('shelf', FROM_POPUP), { why: 'told' });
  const long = article('x'.repeat(16_000_001));
  assert.throws(() => new engine.Incoming(FROM_PAGE).add({ page: long, styled: null, selected: false }), { why: 'long' });
});

test('the keys go to the next and the previous finding', async () => {
  const calls = pretendBrowser({ 'tabs.sendMessage': () => ({ shown: true }) });
  const engine = await loadEngine();
  await engine.onCommand('next-finding', { id: 7 });
  await engine.onCommand('previous-finding', { id: 7 });
  await engine.onCommand('something-else', { id: 7 });
  assert.deepEqual(
    details(calls, 'tabs.sendMessage').map(([, message]) => message),
    [
      { tell: 'step', forward: true, checked: false },
      { tell: 'step', forward: false, checked: false },
    ],
  );
  assert.deepEqual(details(calls, 'scripting.executeScript'), [], 'a page whose figures stand is not checked again');
});

const NOWHERE = {
  'was never checked': () => Promise.reject(new Error('Receiving end does not exist.')),
  'has lost its figures': () => ({ shown: false }),
  'has an older content script': () => undefined,
};

for (const [what, answer] of Object.entries(NOWHERE)) {
  test(`the keys have a page checked that ${what}`, async () => {
    let told = 0;
    const outcome = { outcome: 'checked', report: (await loadEngine()).check(PAGE), frame: '', list: 1 };
    pretendBrowser({
      'tabs.sendMessage': () => ((told += 1) === 1 ? answer() : { shown: true }),
      'scripting.executeScript': () => [{ frameId: 0, result: outcome }],
    });
    const engine = await loadEngine();
    assert.deepEqual(await engine.onCommand('next-finding', { id: 7 }), { shown: true });
    assert.equal(told, 2);
  });
}

test('the manifest names the commands that the engine knows', () => {
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  // A name that begins with an underscore is the browser's own.
  const named = Object.keys(manifest.commands).filter((name) => !name.startsWith('_'));
  assert.deepEqual(named, ['next-finding', 'previous-finding', 'save-article']);
});

test('granted sites get the content script, and lose it when none is left', async () => {
  let origins = ['https://news.example/*', 'http://paper.example/*'];
  /** @type {unknown[]} */
  let registered = [];
  const calls = pretendBrowser({
    'permissions.getAll': () => ({ origins, permissions: ['activeTab'] }),
    'scripting.getRegisteredContentScripts': () => registered,
    'scripting.registerContentScripts': (scripts) => void (registered = scripts),
    'scripting.updateContentScripts': (scripts) => void (registered = scripts),
    'scripting.unregisterContentScripts': () => void (registered = []),
  });
  const engine = await loadEngine();
  await engine.onGrantsChanged();
  /** @type {any} */
  const [script] = registered;
  assert.deepEqual(script.matches, origins);
  assert.equal(script.persistAcrossSessions, true);
  assert.equal(script.js.at(-1), 'content/automatic.js');
  for (const file of script.js) {
    assert.ok(existsSync(new URL(`../../dist/chrome/${file}`, import.meta.url)), `${file} ships`);
  }

  origins = ['https://news.example/*'];
  await engine.onGrantsChanged();
  assert.deepEqual(/** @type {any} */ (registered[0]).matches, origins);

  origins = [];
  await engine.onGrantsChanged();
  assert.deepEqual(registered, []);
  assert.equal(details(calls, 'scripting.registerContentScripts').length, 1);
});
