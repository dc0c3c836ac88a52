// What stands above the line (`sup`): signs of footnotes, which are no part of what they stand at; powers of ten;
// the upper halves of fractions; and the rest, which is text.

import { page } from './dom.js';

/** How much of an element is looked at: nodes, and characters. */
const NODES = 12;
const LENGTH = 24;

const NUMBER = /^[0-9]{1,3}$/;
const EXPONENT = /^[-−–+]*[0-9]{1,2}$/;
const TEN = /(?:^|[^0-9.,])10$/;
const SIGNS = /^[*†‡§¶#]+$/;
const UNIT = /(?:^|\P{Alphabetic})[a-z]{1,3}$/u;

/**
 * The text of an element that holds little.
 * @param {Element} element
 */
function shortText(element) {
  const walker = page.walker(element);
  let text = '';
  for (let nodes = 1; walker.nextNode(); nodes += 1) {
    const node = walker.currentNode;
    if (node.nodeType === Node.TEXT_NODE) text += /** @type {Text} */ (node).data;
    if (nodes >= NODES || text.length > LENGTH) return undefined;
  }
  return text;
}

/**
 * Whether a slash follows, and below it something.
 * @param {Element} element
 */
function beforeSlash(element) {
  const next = element.nextSibling;
  if (next?.nodeType !== Node.TEXT_NODE) return false;
  const text = /** @type {Text} */ (next).data;
  if (!/^[/⁄]/.test(text)) return false;
  const below = next.nextSibling;
  return text.length === 1 ? /** @type {Element | null} */ (below)?.localName === 'sub' : /^[0-9]/.test(text.slice(1));
}

/**
 * Whether a text is the sign of a footnote: a number, a letter after a figure, an asterisk or dagger, several of
 * them, words in square brackets.
 * @param {string} text
 * @param {string} before
 */
function isNote(text, before) {
  if (/^\[[^[\]]*\]$/.test(text)) return true;
  const inner = text.replace(/^[([]+/, '').replace(/[)\]]+$/, '');
  const signs = inner.split(/[, ]/).filter(Boolean);
  const afterLetter = /\p{Alphabetic}$/u.test(before);
  const isSign = (/** @type {string} */ sign) =>
    NUMBER.test(sign) || (/^[a-z]$/.test(sign) && !afterLetter) || SIGNS.test(sign);
  return signs.length > 0 && signs.every(isSign) && !(/^[23]$/.test(inner) && UNIT.test(before));
}

/**
 * What a superscript is, given the end of the text before it.
 * @param {Element} element
 * @param {string} before
 * @returns {'text' | 'note' | 'power' | 'fraction'}
 */
export function raised(element, before) {
  const text = shortText(element)?.trim();
  if (text === undefined) return 'text';
  if (TEN.test(before) && EXPONENT.test(text)) return 'power';
  if (NUMBER.test(text) && beforeSlash(element)) return 'fraction';
  return isNote(text, before) ? 'note' : 'text';
}
