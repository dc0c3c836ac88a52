// The dates that a page states about itself, as written, best source first.

import { getAttribute, page, textContent } from './dom.js';
import { elements } from './elements.js';

const { metas, times, types } = elements;

/** A page may nest its data, or repeat it, without bounds: no more than this is looked at. */
const MOST = 2000;

/** The longest data that is looked at, in characters. */
const LONGEST = 1_000_000;

/**
 * Finds every `datePublished` within data of JSON-LD.
 * @param {unknown} data
 * @param {(date: string, ofArticle: boolean) => void} found
 */
function published(data, found) {
  const rest = [data];
  for (let seen = 0; rest.length > 0 && seen < MOST; seen += 1) {
    const value = rest.shift();
    if (value === null || typeof value !== 'object') continue;
    const date = 'datePublished' in value ? value.datePublished : undefined;
    if (typeof date === 'string') found(date, '@type' in value && types.test(String(value['@type'])));
    rest.push(...Object.values(value).slice(0, MOST));
  }
}

/**
 * The dates within the page's data, of whatever script; of articles, where any states one.
 * @returns {string[]}
 */
function jsonLd() {
  /** @type {string[]} */
  const ofArticles = [];
  /** @type {string[]} */
  const ofOthers = [];
  for (const script of page.all('script[type="application/ld+json" i]')) {
    const text = textContent(script) ?? '';
    if (text.length > LONGEST) continue;
    try {
      const data = JSON.parse(text);
      published(data, (date, ofArticle) => (ofArticle ? ofArticles : ofOthers).push(date));
    } catch {
      // A page with broken data states no date there.
    }
  }
  return ofArticles.length > 0 ? ofArticles : ofOthers;
}

/** @returns {Plumbline.StatedDate[]} */
export function statedDates() {
  const values = {
    jsonLd: jsonLd(),
    meta: metas.flatMap((selector) =>
      [...page.all(selector)].map((element) => getAttribute(element, 'content') ?? ''),
    ),
    time: [...page.all(times)].map((element) => getAttribute(element, 'datetime') ?? ''),
  };
  /** @type {Plumbline.StatedDate[]} */
  const dates = [];
  for (const from of /** @type {const} */ (['jsonLd', 'meta', 'time'])) {
    for (const value of new Set(values[from])) {
      const date = value.trim();
      if (date) dates.push({ from, value: date.slice(0, 100) });
    }
  }
  return dates.slice(0, 20);
}
