// The way to the engine in the background.

import { Failure, because } from './failure.js';
import { packed } from './blocks.js';

/** How long an answer may take, in milliseconds. */
const LONGEST = 60_000;

/** A promise with what settles it. */
function settleable() {
  /** @type {(value: any) => void} */
  let resolve = () => {};
  /** @type {(error: Error) => void} */
  let reject = () => {};
  const promise = new Promise((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

/**
 * @param {Plumbline.Ask} question
 * @returns {Promise<any>} What the protocol answers to it, or a failed outcome.
 */
export async function ask(question) {
  try {
    return await chrome.runtime.sendMessage(question);
  } catch (thrown) {
    throw because('stopped', thrown);
  }
}

/**
 * What the background answers; where it does not, what is thrown says why.
 * @template Answer
 * @param {Plumbline.Ask} question
 * @returns {Promise<Answer>}
 */
export async function answered(question) {
  const answer = await ask(question);
  if (!answer) throw new Failure('stopped');
  if ('outcome' in answer) throw new Failure(answer.why, answer.problem);
  return answer;
}

/**
 * Goes to where a source says something: in its tab if it is open, else in a new one.
 * @param {Plumbline.SourceLine} source
 */
export async function goTo({ address, passage }) {
  await ask({ goTo: { address, passage } });
}

/** What the engine answers to a page. @typedef {Plumbline.Checked | Extract<Plumbline.Outcome, { outcome: 'failed' }>} Answer */

/** Opens a way to the engine for one page. */
export function open() {
  const port = chrome.runtime.connect();
  const send = (/** @type {Plumbline.PagePart} */ part) => port.postMessage(part);
  const [first, second] = [settleable(), settleable()];
  // Who does not wait for it misses nothing.
  for (const { promise } of [first, second]) promise.catch(() => {});
  let next = first;
  port.onMessage.addListener((answer) => {
    next.resolve(answer);
    next = second;
  });
  port.onDisconnect.addListener(() => {
    for (const { reject } of [first, second]) reject(new Failure('stopped'));
  });

  /** @param {ReturnType<typeof settleable>} answer */
  function comes({ promise, reject }) {
    // A page that is left may be kept asleep, and hears of nothing then.
    const left = () => reject(new Failure('left'));
    addEventListener('pagehide', left);
    const limit = setTimeout(() => reject(new Failure('late')), LONGEST);
    return promise.finally(() => {
      clearTimeout(limit);
      removeEventListener('pagehide', left);
    });
  }

  return {
    /** @param {Plumbline.Block[]} blocks */
    add: (blocks) => send(packed(blocks)),

    /**
     * @param {Plumbline.Page} page The page with its last blocks.
     * @param {Plumbline.Appearance | null} styled
     * @param {boolean} selected Whether it is only what the reader has selected.
     * @returns {Promise<Answer>} What is found of it by itself and by reference sets.
     */
    check(page, styled, selected) {
      send({ page, styled, selected });
      return comes(first);
    },

    /** @returns {Promise<Answer | null>} The same with what other articles say, where there is more; or nothing. */
    more: () => comes(second),

    close: () => port.disconnect(),
  };
}
