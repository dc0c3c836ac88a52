// What went wrong, as the protocol has it, and what the reader is told of it on the page.

import { says } from './says.js';

/** An error with the code of what went wrong. */
export class Failure extends Error {
  /** @param {Plumbline.Why} why @param {string} [problem] What else is known of it. */
  constructor(why, problem = '') {
    super(problem);
    this.why = why;
  }
}

/** @param {unknown} thrown */
const wordsOf = (thrown) => (thrown instanceof Error ? thrown.message : String(thrown));

/** @param {Plumbline.Why} why @param {unknown} thrown What else is known of it. */
export const because = (why, thrown) => new Failure(why, wordsOf(thrown));

/**
 * The outcome that something thrown makes.
 * @param {unknown} thrown
 * @returns {Plumbline.Outcome & Plumbline.Failure}
 */
export const failed = (thrown) => ({
  outcome: 'failed',
  why: thrown instanceof Failure ? thrown.why : 'unknown',
  problem: wordsOf(thrown),
});

/** Which words say what keeps something that was asked for on the page from being done. @type {Partial<Record<Plumbline.Why, string>>} */
const WORDS = { changed: 'word_changed', engine: 'asked_engine', stopped: 'stopped' };

/** Why something that was asked for on the page is not done, in a sentence. @param {unknown} thrown */
export function told(thrown) {
  const { why, problem } = failed(thrown);
  return why === 'told' ? problem : says(WORDS[why] ?? 'failed_unknown');
}
