// Reads the document into blocks of text, and remembers where each piece of text stands.
// Nothing of the document is changed; text is taken as its text nodes hold it, unit by unit: a line break that
// readers do not see is a space.

import * as dom from './dom.js';
import { MOST, dateOf, statedData, statedDates, statedPlace } from './dates.js';
import { elements } from './elements.js';
import { isBeside, isOfCode } from './names.js';
import { paragraphs } from './preformatted.js';
import { raised } from './superscript.js';

const { roles, zones, landmarks, bodies, skipped, inline, preformatted, coded } = elements;

/** Zones that an article inside them does not end: teasers in an aside, comments marked as articles. */
const CLOSED = new Set(/** @type {Plumbline.Zone[]} */ (['navigation', 'aside', 'footer', 'other']));

/**
 * How many characters go over at a time. The first part is short, for the engine has nothing to do before it comes, and
 * each is twice as long as the one before: a long page goes over in about fifteen.
 */
const PART = { first: 4_000, longest: 80_000 };

/** The longest page that is read, in characters and in blocks: several long novels, or a table of 25,000 rows. */
const LONGEST = { characters: 5_000_000, blocks: 250_000 };

/** The most of a title or an address, in characters. */
const LINE = 2000;

/**
 * What holds for the text at some point of the walk.
 * @typedef {{ role: Plumbline.Role, zone: Plumbline.Zone, linked: boolean, row: number, kept: boolean }} Context
 */

/**
 * An element on the way to the present node. Pages nest without bounds: the way is no recursion.
 * A slot takes nodes from elsewhere, which come one after the other.
 * @typedef {{ next: Node | null, slotted: Node[], context: Context, block: boolean }} Open
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
  const classes = dom.getAttribute(element, 'class');
  const named = (id && isBeside(id)) || (classes && isBeside(classes));
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
  // Some sites put their whole pages into a form.
  const isForm = own === 'other' && (dom.tagName(element) === 'FORM' || role === 'form');
  if (!own || (isForm && around.has(element))) {
    const property = bare ? null : dom.getAttribute(element, 'itemprop');
    return property && bodies.test(property) && !CLOSED.has(outer) ? 'article' : outer;
  }
  if (CLOSED.has(outer) && !CLOSED.has(own)) return outer;
  if (own === 'header') return outer === 'body' ? 'header' : outer;
  return own;
}

/**
 * Whether an element with text as it was typed holds code: an element inside says so, or a class of it or of the
 * two around it.
 * @param {Element} element
 */
function isCode(element) {
  const outer = dom.parentElement(element);
  const holders = [element, outer, outer && dom.parentElement(outer)];
  const named = holders.some((holder) => holder && isOfCode(dom.getAttribute(holder, 'class') ?? ''));
  return named || dom.querySelector(element, coded) !== null;
}

/** How far anybody looks back in a text. */
const LOOK_BACK = 8;

/** Line breaks and tabs, which are spaces where readers do not see them. */
const BREAKS = /[\n\r\t\f]/g;

/**
 * Whether readers see the line breaks of a text.
 * @param {Text} node
 */
function showsBreaks(node) {
  const around = dom.parentElement(node);
  return around !== null && getComputedStyle(around).whiteSpace.startsWith('pre');
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
  let part = PART.first;
  let characters = 0;
  /** @type {TextPiece[][]} */
  const allPieces = [];

  /** @type {TextPiece[]} */
  let pieces = [];
  let text = '';
  let linked = 0;
  let rows = 0;
  /** Whether there is text whose line breaks readers see. */
  let kept = false;
  /** The end of the text, and whether nothing but spaces stands there after a line break. */
  let end = '';
  let broken = false;
  /** @type {Plumbline.StatedDate[]} */
  const times = [];
  /** @type {ShadowRoot[]} */
  const roots = [];

  /** @param {Context} context */
  function endBlock(context) {
    if (pieces.length === 0) return;
    if (text.trim()) {
      if (kept && context.role !== 'code') addParagraphs(context);
      else addBlock(context, text, pieces, linked);
    }
    pieces = [];
    text = '';
    linked = 0;
    kept = false;
    end = '';
    broken = false;
  }

  /**
   * @param {Context} context
   * @param {string} text
   * @param {TextPiece[]} pieces
   * @param {number} linked
   */
  function addBlock(context, text, pieces, linked) {
    /** @type {Plumbline.Block} */
    const block = { zone: context.zone, text };
    if (context.role !== 'paragraph') block.role = context.role;
    if (context.role === 'cell') block.row = context.row;
    if (linked) block.linked = linked;
    blocks.push(block);
    allPieces.push(pieces);
    waiting += text.length;
    if (handOver && waiting > part) {
      handOver(blocks.slice(handedOver));
      handedOver = blocks.length;
      waiting = 0;
      part = Math.min(part * 2, PART.longest);
    }
  }

  /**
   * The block's paragraphs, each with the pieces that reach into it.
   * @param {Context} context
   */
  function addParagraphs(context) {
    const found = paragraphs(text);
    let first = 0;
    for (const { start, end, wrapped } of found) {
      const own = text.slice(start, end);
      /** @type {TextPiece[]} */
      const within = [];
      for (let i = first; i < pieces.length; i += 1) {
        const piece = /** @type {TextPiece} */ (pieces[i]);
        if (piece.start >= end) break;
        if (piece.start + piece.length <= start) first = i + 1;
        else within.push({ ...piece, start: piece.start - start });
      }
      addBlock(context, wrapped ? own.replace(BREAKS, ' ') : own, within, found.length === 1 ? linked : 0);
    }
  }

  /**
   * @param {Text} node
   * @param {Context} context
   */
  function addText(node, context) {
    const { data } = node;
    if (!data) return;
    pieces.push({ node, start: text.length, length: data.length });
    const keeps = context.kept || (data.includes('\n') && data.trim() !== '' && showsBreaks(node));
    kept ||= keeps;
    const seen = keeps ? data : data.replace(BREAKS, ' ');
    broken = (broken && /^ *$/.test(seen)) || (keeps && /\n *$/.test(seen));
    end = (end + seen.slice(-LOOK_BACK)).slice(-LOOK_BACK);
    text += seen;
    characters += data.length;
    if (context.linked) linked += data.length;
  }

  /**
   * A sign that stands in no text node.
   * @param {string} sign
   */
  function addSign(sign) {
    pieces.push({ node: null, start: text.length, length: sign.length });
    text += sign;
    end = (end + sign).slice(-LOOK_BACK);
    broken = sign === '\n' || (broken && sign === ' ');
  }

  /**
   * A line break; a second one parts paragraphs.
   * @param {Context} context
   */
  function addBreak(context) {
    if (broken) endBlock(context);
    else addSign('\n');
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
    if (name === 'BR') return addBreak(outer);
    if (name === 'TIME') addTime(element);
    else if (name === 'SUP') {
      const what = raised(element, end);
      if (what === 'note') return;
      if (what !== 'text') addSign(what === 'power' ? '^' : ' ');
    }
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
    const typed = !outer.kept && preformatted.has(name);
    const role = typed && isCode(element) ? 'code' : (block && roles.get(name)) || outer.role;
    if (name === 'TR') rows += 1;
    const kept = outer.kept || typed;
    const context =
      zone === outer.zone && role === outer.role && kept === outer.kept && name !== 'A' && name !== 'TR'
        ? outer
        : { role, zone, linked: outer.linked || name === 'A', row: name === 'TR' ? rows : outer.row, kept };
    if (block) endBlock(outer);
    const root = dom.shadowRoot(element);
    if (root) roots.push(root);
    // What is shown of an element with a shadow root stands there, and in a slot what the slot has taken.
    const slotted = name === 'SLOT' ? dom.assignedNodes(/** @type {HTMLSlotElement} */ (element)) : [];
    const next = slotted.length > 0 ? null : dom.firstChild(root ?? element);
    open.push({ next, slotted: slotted.reverse(), context, block });
  }

  /** @param {Element} time */
  function addTime(time) {
    const value = dateOf(dom.getAttribute(time, 'datetime') ?? '') || dateOf(dom.getAttribute(time, 'content') ?? '');
    if (value && times.length < MOST) times.push({ from: 'time', value, block: blocks.length });
  }

  const tooLong = () => characters > LONGEST.characters || blocks.length > LONGEST.blocks;

  /** Reads on until every element that was entered is left, or too much has been read. */
  function walk() {
    for (let here = open.at(-1); here && !tooLong(); here = open.at(-1)) {
      const { context } = here;
      const next = here.slotted.pop() ?? here.next;
      if (!next) {
        if (here.block) endBlock(context);
        open.pop();
        continue;
      }
      if (next === here.next) here.next = dom.nextSibling(next);
      const type = dom.nodeType(next);
      if (type === Node.TEXT_NODE) addText(/** @type {Text} */ (next), context);
      else if (type === Node.ELEMENT_NODE) enter(/** @type {Element} */ (next), context);
    }
  }

  /** @type {Context} */
  const whole = { role: 'paragraph', zone: 'body', linked: false, row: 0, kept: false };
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
    place: statedPlace(),
    dates: [...statedDates(), ...times].slice(0, MOST),
    data: statedData(),
    blocks: blocks.slice(handedOver),
  };
  return { blocks, last, pieces: allPieces, roots };
}
