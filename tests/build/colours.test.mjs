// The card has the colours of the extension's pages, in a style sheet of its own: no page may lend it any.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { style } from '../../extension/content/card/style.js';

const base = readFileSync(new URL('../../extension/style/base.css', import.meta.url), 'utf8');

const DARK = '@media (prefers-color-scheme: dark)';

/** The rules of a sheet by day and by night. @param {string} sheet @returns {[string, string]} */
function parted(sheet) {
  const from = sheet.indexOf(DARK);
  const to = sheet.indexOf('\n}', from);
  assert.ok(from > 0 && to > from, 'a sheet has colours for the night');
  return [sheet.slice(0, from), sheet.slice(from + DARK.length, to)];
}

/** What a rule says of each property of its own. @param {string} rules @param {string} selector */
function said(rules, selector) {
  const from = rules.indexOf(`${selector} {`);
  assert.ok(from >= 0, selector);
  const rule = rules.slice(from, rules.indexOf('}', from));
  return new Map([...rule.matchAll(/--([\w-]+): *([^;]+);/g)].map(([, name, value]) => [name ?? '', value]));
}

/** Names that the card shares with pages; its paper lies above theirs by night. */
const SHARED = ['paper', 'ink', 'quiet', 'line', 'link', 'ring'];
const TONES = ['warn', 'mark', 'supported'];

for (const [at, when] of ['day', 'night'].entries()) {
  test(`the card has the colours of pages by ${when}`, () => {
    const [pages, card] = [base, style].map((sheet) => parted(sheet)[at] ?? '');
    const [own, frame] = [said(pages ?? '', ':root'), said(card ?? '', '.frame')];
    assert.ok(own.size > 10, 'pages have colours');
    for (const name of SHARED) {
      if (name === 'paper' && when === 'night') continue;
      assert.equal(frame.get(name), own.get(name), name);
    }
    assert.equal(frame.get('tone'), own.get('ink'), 'what has no verdict');
    for (const tone of TONES) {
      const rule = said(card ?? '', `.frame.${tone}`);
      assert.equal(rule.get('tone'), own.get(tone), tone);
      assert.equal(rule.get('tone-paper'), own.get(`${tone}-paper`), `${tone}-paper`);
    }
    const agrees = /\.agrees > svg \{ color: (#\w+); \}/.exec(card ?? '')?.[1];
    assert.equal(agrees, own.get('supported'), 'the sign of who agrees');
  });
}
