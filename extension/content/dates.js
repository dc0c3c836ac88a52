// The dates and the place that a page states about itself, as written, and its structured data.

import { getAttribute, page, textContent } from './dom.js';
import { elements } from './elements.js';

const { metas, modified, places } = elements;

/** No more dates than this, none longer than that. */
export const MOST = 40;
const LONGEST = 100;

/** No more scripts of data than this, and so much of each. */
const SCRIPTS = 20;
const SCRIPT = 100_000;

/** A date as it is kept. @param {string} text */
export const dateOf = (text) => [...text.trim()].slice(0, LONGEST).join('');

/**
 * @param {Plumbline.DateSource} from
 * @param {string[]} selectors
 * @returns {Plumbline.StatedDate[]}
 */
function within(from, selectors) {
  const elements = selectors.flatMap((selector) => [...page.all(selector)]);
  const values = elements.map((element) => dateOf(getAttribute(element, 'content') ?? ''));
  return [...new Set(values)].filter(Boolean).map((value) => ({ from, value }));
}

/** The dates in the head of the page. */
export const statedDates = () => [...within('meta', metas), ...within('modified', modified)].slice(0, MOST);

/** The language and the place that the page tells those who share it, or nothing. */
export const statedPlace = () => within('meta', places)[0]?.value ?? '';

/** The texts of the page's scripts of data. */
export const statedData = () =>
  [...page.all('script[type="application/ld+json" i]')]
    .slice(0, SCRIPTS)
    .map((script) => (textContent(script) ?? '').slice(0, SCRIPT));
