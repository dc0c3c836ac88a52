// What the names of elements say: ids and classes of adverts and comments, classes of code.

import { elements } from './elements.js';

const { asides, containers, relations, prose, code } = elements;

/** Pages repeat their classes: what was found of them is kept, for so many. */
const MOST = 5000;
/** @type {Map<string, boolean>} */
const known = new Map();

/**
 * The words of a name, in lower case: "adSlot_2" is "ad", "slot" and "2".
 * @param {string} name
 */
const words = (name) =>
  name
    .replace(/([a-z0-9])(?=[A-Z])/g, '$1-')
    .toLowerCase()
    .split(/[-_]+/)
    .filter(Boolean);

/** @param {string[]} words */
function isAside(words) {
  const head = words.findLast((word) => !containers.has(word) && !/^[0-9]+$/.test(word));
  if (asides.has(words.join('-'))) return true;
  return head !== undefined && asides.has(head) && !words.some((word) => relations.has(word));
}

/** @param {string} names */
function namesAside(names) {
  let aside = false;
  for (const name of names.split(/\s+/)) {
    // What follows two hyphens says how it looks; two underscores part the name of a part of it.
    const base = /** @type {string} */ (name.split('--')[0]);
    if (prose.has(words(base).join('-'))) return false;
    aside ||= base.split('__').some((part) => isAside(words(part)));
  }
  return aside;
}

/**
 * Whether an id or a list of classes names comments, an advert or an offer.
 * @param {string} names
 */
export function isBeside(names) {
  let aside = known.get(names);
  if (aside === undefined) {
    aside = namesAside(names);
    if (known.size >= MOST) known.clear();
    known.set(names, aside);
  }
  return aside;
}

/**
 * Whether a list of classes names code.
 * @param {string} names
 */
export const isOfCode = (names) => names.split(/[^A-Za-z0-9]+/).some((word) => code.has(word.toLowerCase()));
