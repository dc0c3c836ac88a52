// The content script's reader on a document that no browser would lay out.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { joined } from '../../scripts/pack.mjs';

/** As much of an element as the reader looks at. */
class Element {
  nodeType = 1;
  nextSibling = null;
  parentElement = null;
  id = '';
  /** @param {string} tagName @param {unknown} firstChild */
  constructor(tagName, firstChild) {
    this.tagName = tagName;
    this.firstChild = firstChild;
  }
  hasAttributes = () => false;
}

/** @param {unknown} body @returns {Reading} What the reader makes of it. */
function read(body) {
  const document = { contentType: 'text/html', title: '', documentElement: { lang: '' }, body, querySelectorAll: () => [] };
  const window = {
    document,
    location: { href: '' },
    Node: { TEXT_NODE: 3, ELEMENT_NODE: 1 },
    getComputedStyle: () => ({ display: 'block', visibility: 'visible' }),
  };
  const context = createContext(window);
  runInContext(joined('reader.js', { as: 'reader' }), context);
  return runInContext('reader.read()', context);
}

test('elements within elements without end are read', () => {
  const data = 'deep down';
  /** @type {unknown} */
  let inner = { nodeType: 3, nextSibling: null, data };
  for (let depth = 0; depth < 60_000; depth += 1) inner = new Element('DIV', inner);
  const { blocks } = read(new Element('BODY', inner));
  assert.deepEqual([...blocks].map(({ text }) => text), [data]);
});
