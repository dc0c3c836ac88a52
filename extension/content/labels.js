// The reader's word on a finding, and a finding taken along: what the background does with both.

import { page } from './dom.js';
import { answered } from './engine.js';

/**
 * Keeps a word on a finding, or takes it back.
 * @param {Plumbline.Entry} finding
 * @param {Plumbline.Word | null} word
 * @returns {Promise<Plumbline.Said>} Of a private window nothing is kept.
 */
export const say = (finding, word) => answered({ say: { word, finding, title: page.title() } });

/**
 * Copies a finding; says whether the page lets it.
 * @param {Plumbline.Entry} finding
 * @param {boolean} markdown
 */
export async function copy(finding, markdown) {
  try {
    /** @type {Plumbline.Copied} */
    const { text } = await answered({ copy: { finding, title: page.title(), markdown } });
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
