// The content script's reader on a document that no browser would lay out.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { joined } from '../../scripts/pack.mjs';

/** As much of a document as the reader looks at: what is asked of a node is asked of its prototype. */
class Node {
  static TEXT_NODE = 3;
  static ELEMENT_NODE = 1;
  /** @param {string} name @param {unknown} first */
  constructor(name, first) {
    this.name = name;
    this.first = first;
  }
  get nodeType() { return this.name ? Node.ELEMENT_NODE : Node.TEXT_NODE; }
  get firstChild() { return this.first; }
  get data() { return this.first; }
  get nextSibling() { return null; }
  get parentElement() { return null; }
  get textContent() { return ''; }
  get isConnected() { return true; }
  contains() {}
  appendChild() {}
}
class Element extends Node {
  get tagName() { return this.name; }
  get id() { return ''; }
  get clientWidth() { return 0; }
  get shadowRoot() { return null; }
  closest() {}
  hasAttributes() { return false; }
  hasAttribute() {}
  getAttribute() { return null; }
  querySelector() {}
  matches() {}
  scrollIntoView() {}
  checkVisibility() {}
  getBoundingClientRect() {}
}
class HTMLElement extends Element {
  get isContentEditable() { return false; }
  get tabIndex() { return 0; }
  focus() {}
}
class HTMLSlotElement extends HTMLElement {
  assignedNodes() { return []; }
}
class HTMLIFrameElement extends HTMLElement {
  get src() { return ''; }
}
class HTMLFrameElement extends HTMLIFrameElement {
  get src() { return ''; }
}
class Document {
  /** @param {unknown} body */
  constructor(body) {
    this.its = body;
  }
  get body() { return this.its; }
  get head() { return null; }
  get documentElement() { return null; }
  get activeElement() { return null; }
  get title() { return ''; }
  get contentType() { return 'text/html'; }
  querySelectorAll() { return []; }
  createTreeWalker() {}
  elementFromPoint() {}
  createRange() {}
  createElementNS() {}
}

/** @param {unknown} body @returns {Reading} What the reader makes of it. */
function read(body) {
  const window = {
    document: new Document(body),
    Node,
    Element,
    HTMLElement,
    HTMLSlotElement,
    HTMLIFrameElement,
    HTMLFrameElement,
    Document,
    location: { href: '' },
    getComputedStyle: () => ({ display: 'block', visibility: 'visible' }),
  };
  const context = createContext(window);
  runInContext(joined('reader.js', { as: 'reader' }), context);
  return runInContext('reader.read()', context);
}

test('elements within elements without end are read', () => {
  const data = 'deep down';
  /** @type {unknown} */
  let inner = new Node('', data);
  for (let depth = 0; depth < 60_000; depth += 1) inner = new Element('DIV', inner);
  const { blocks } = read(new Element('BODY', inner));
  assert.deepEqual([...blocks].map(({ text }) => text), [data]);
});
