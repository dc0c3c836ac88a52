// Reads the document into blocks of text, and remembers where each piece of text stands.
// Nothing of the document is changed; text is taken exactly as its text nodes hold it.

import * as dom from './dom.js';
import { statedDates } from './dates.js';
import { elements } from './elements.js';

const { roles, zones, landmarks, asides, bodies, skipped, inline } = elements;

/** Zones that an article inside them does not end: teasers in an aside, comments marked as articles. */
const CLOSED = new Set(/** @type {Plumbline.Zone[]} */ (['navigation', 'aside', 'footer', 'other']));

/** How many characters go over at a time: a long page in about a dozen parts. */
const PART = 80_000;

/** The longest page that is read, in characters and in blocks: several long novels, or a table of 25,000 rows. */
const LONGEST = { characters: 5_000_000, blocks: 250_000 };

/** The most of a title or an address, in characters. */
const LINE = 2000;

/**
 * What holds for the text at some point of the walk.
 * @typedef {{ role: Plumbline.Role, zone: Plumbline.Zone, linked: boolean, row: number }} Context
 */

/**
 * An element on the way to the present node. Pages nest without bounds: the way is no recursion.
 * @typedef {{ next: Node | null, context: Context, block: boolean }} Open
 */

/** The elements around articles: none of them is an aside. */
function aroundArticles() {
  /** @type {Set<Element>} */
  const around = new Set();
  for (const element of dom.page.all('article, main, h1')) {
    for (let outer = dom.parentElement(element); outer && !around.has(outer); outer = dom.parentElement(outer)) around.add(outer);
  }
  return around;
}

/**
 * Whether an element is named like a comment section or an advert; a whole page that is (its body
 * "has-ads") is not one.
 * @param {Element} element
 * @param {Set<Element>} around
 */
function isAside(element, around) {
  const id = dom.id(element);
  const names = dom.getAttribute(element, 'class');
  const named = (id && asides.test(id)) || (names && asides.test(names));
  return named && element !== dom.page.body() && !around.has(element);
}

/**
 * The zone an element opens within another, which is often the same.
 * @param {Element} element
 * @param {Plumbline.Zone} outer
 * @param {Set<Element>} around
 * @returns {Plumbline.Zone}
 */
function zoneOf(element, outer, around) {
  // Most elements of a long page have no attributes: what is not asked of them saves a third of the time.
  const bare = !dom.hasAttributes(element);
  if (!bare && isAside(element, around)) return 'other';
  const role = bare ? null : dom.getAttribute(element, 'role');
  const own = (role && landmarks.get(role)) || zones.get(dom.tagName(element));
  if (!own) {
    const property = bare ? null : dom.getAttribute(element, 'itemprop');
    return property && bodies.test(property) && !CLOSED.has(outer) ? 'article' : outer;
  }
  if (CLOSED.has(outer) && !CLOSED.has(own)) return outer;
  if (own === 'header') return outer === 'body' ? 'header' : outer;
  return own;
}

/**
 * Reads the page.
 * @param {(blocks: Plumbline.Block[]) => void} [handOver] Is given the blocks, some at a time, except the last.
 * @returns {Reading | undefined} Nothing of a page that is longer than is ever read.
 */
export function read(handOver) {
  /** @type {Plumbline.Block[]} */
  const blocks = [];
  let handedOver = 0;
  let waiting = 0;
  let characters = 0;
  /** @type {TextPiece[][]} */
  const allPieces = [];

  /** @type {TextPiece[]} */
  let pieces = [];
  // The browser shows a text without markup in one element, which elsewhere holds code.
  const plain = dom.page.contentType() === 'text/plain';
  let text = '';
  let linked = 0;
  let rows = 0;

  /** @param {Context} context */
  function endBlock(context) {
    if (pieces.length === 0) return;
    if (text.trim()) {
      /** @type {Plumbline.Block} */
      const block = { zone: context.zone, text };
      if (context.role !== 'paragraph') block.role = context.role;
      if (context.role === 'cell') block.row = context.row;
      if (linked) block.linked = linked;
      blocks.push(block);
      allPieces.push(pieces);
      waiting += text.length;
      if (handOver && waiting > PART) {
        handOver(blocks.slice(handedOver));
        handedOver = blocks.length;
        waiting = 0;
      }
    }
    pieces = [];
    text = '';
    linked = 0;
  }

  /**
   * @param {Text} node
   * @param {Context} context
   */
  function addText(node, context) {
    const data = node.data;
    if (!data) return;
    pieces.push({ node, start: text.length, length: data.length });
    text += data;
    characters += data.length;
    if (context.linked) linked += data.length;
  }

  function addBreak() {
    pieces.push({ node: null, start: text.length, length: 1 });
    text += '\n';
  }

  /** @type {Open[]} */
  const open = [];
  const around = aroundArticles();
  const head = dom.page.head();

  /**
   * @param {Element} element
   * @param {Context} outer
   */
  function enter(element, outer) {
    const name = dom.tagName(element).toUpperCase();
    if (skipped.has(name) || element === head) return;
    if (name === 'BR') return addBreak();
    const { display, visibility } = getComputedStyle(element);
    // What is invisible itself may hold something visible, but prose never does.
    if (display === 'none' || visibility !== 'visible') return;
    if (dom.hasAttributes(element) && element instanceof HTMLElement && dom.isContentEditable(element)) return;
    if (name === 'DETAILS' && !dom.hasAttribute(element, 'open')) {
      const summary = dom.querySelector(element, ':scope > summary');
      if (summary) enter(summary, outer);
      return;
    }
    const block = display === 'contents' ? false : !(display.startsWith('inline') || display.startsWith('ruby'));
    // An inline element is never a landmark: most elements are, so most need no further look.
    const zone = block || !inline.has(name) ? zoneOf(element, outer.zone, around) : outer.zone;
    const role = (block && !(plain && name === 'PRE') && roles.get(name)) || outer.role;
    if (name === 'TR') rows += 1;
    const context =
      zone === outer.zone && role === outer.role && name !== 'A' && name !== 'TR'
        ? outer
        : { role, zone, linked: outer.linked || name === 'A', row: name === 'TR' ? rows : outer.row };
    if (block) endBlock(outer);
    open.push({ next: dom.firstChild(element), context, block });
  }

  const tooLong = () => characters > LONGEST.characters || blocks.length > LONGEST.blocks;

  /** Reads on until every element that was entered is left, or too much has been read. */
  function walk() {
    for (let here = open.at(-1); here && !tooLong(); here = open.at(-1)) {
      const { next, context } = here;
      if (!next) {
        if (here.block) endBlock(context);
        open.pop();
        continue;
      }
      here.next = dom.nextSibling(next);
      const type = dom.nodeType(next);
      if (type === Node.TEXT_NODE) addText(/** @type {Text} */ (next), context);
      else if (type === Node.ELEMENT_NODE) enter(/** @type {Element} */ (next), context);
    }
  }

  /** @type {Context} */
  const whole = { role: 'paragraph', zone: 'body', linked: false, row: 0 };
  const body = dom.page.body();
  if (body) enter(body, whole);
  walk();
  if (tooLong()) return undefined;
  endBlock(whole);

  const root = dom.page.root();
  const last = {
    url: location.href.slice(0, LINE),
    title: dom.page.title().slice(0, LINE),
    language: ((root && dom.getAttribute(root, 'lang')) ?? '').slice(0, LINE),
    dates: statedDates(),
    blocks: blocks.slice(handedOver),
  };
  return { blocks, last, pieces: allPieces };
}
