// Goes to a sentence of the page, which another article is held against.

import { read } from './reader.js';
import * as navigation from './navigation.js';
import { page } from './dom.js';

/** @param {string} address Without what leads to a place in it. */
const plain = (address) => address.split('#')[0];

/** @param {string} text */
const spaced = (text) => text.replace(/\s/g, ' ');

/**
 * @param {string} passage
 * @returns {Range | undefined} Where it stands.
 */
function find(passage) {
  const wanted = spaced(passage);
  const reading = wanted ? read() : undefined;
  for (const [index, { text }] of reading?.blocks.entries() ?? []) {
    const from = spaced(text).indexOf(wanted);
    if (from < 0) continue;
    const to = from + wanted.length;
    const range = page.range();
    let begun = false;
    for (const { node, start, length } of reading?.pieces[index] ?? []) {
      const [first, end] = [Math.max(from - start, 0), Math.min(to - start, length)];
      if (!node || first >= end) continue;
      if (!begun) range.setStart(node, first);
      begun = true;
      range.setEnd(node, end);
    }
    if (begun) return range;
  }
  return undefined;
}

/** @param {string} address Whether it is this page's: the tab may show another one by now. */
export const isHere = (address) => plain(address) === plain(location.href);

/**
 * @param {string} address Of the page that is meant.
 * @param {string} passage
 * @returns {Plumbline.Shown}
 */
export function goTo(address, passage) {
  if (!isHere(address)) return { shown: false };
  const range = find(passage);
  if (range) navigation.toRange(range);
  return { shown: true };
}
