// The way to the engine in the background.

/** How long an answer may take, in milliseconds. */
const LONGEST = 60_000;

const STOPPED = 'The browser stopped the check.';
const LEFT = 'The page was left before it was checked.';
const LATE = 'The check took too long.';

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
export const ask = (question) => chrome.runtime.sendMessage(question);

/**
 * Goes to where a source says something: in its tab if it is open, else in a new one.
 * @param {Plumbline.SourceLine} source
 */
export async function goTo({ address, passage }) {
  await ask({ goTo: { address, passage } });
}

/** Opens a way to the engine for one page. */
export function open() {
  const port = chrome.runtime.connect();
  const send = (/** @type {Plumbline.PagePart} */ part) => port.postMessage(part);
  return {
    /** @param {Plumbline.Block[]} blocks */
    add: (blocks) => send({ blocks }),

    /**
     * @param {Plumbline.Page} page The page with its last blocks.
     * @param {Plumbline.Appearance | null} styled
     * @param {boolean} selected Whether it is only what the reader has selected.
     * @returns {Promise<any>} What the protocol answers to it, or a failed outcome.
     */
    check(page, styled, selected) {
      send({ page, styled, selected });
      const { promise, resolve, reject } = settleable();
      port.onMessage.addListener(resolve);
      port.onDisconnect.addListener(() => reject(new Error(STOPPED)));
      // A page that is left may be kept asleep, and hears of nothing then.
      const left = () => reject(new Error(LEFT));
      addEventListener('pagehide', left);
      const limit = setTimeout(() => reject(new Error(LATE)), LONGEST);
      return promise.finally(() => {
        clearTimeout(limit);
        removeEventListener('pagehide', left);
      });
    },

    close: () => port.disconnect(),
  };
}
