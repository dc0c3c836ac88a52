// The way to the engine in the background.

/**
 * @param {Plumbline.Ask} question
 * @returns {Promise<any>} What the protocol answers to it, or a failed outcome.
 */
export const ask = (question) => chrome.runtime.sendMessage(question);

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
     * @returns {Promise<any>} What the protocol answers to it, or a failed outcome.
     */
    check(page, styled) {
      send({ page, styled });
      return new Promise((resolve, reject) => {
        port.onMessage.addListener(resolve);
        port.onDisconnect.addListener(() => reject(new Error('The browser stopped the check.')));
      });
    },

    close: () => port.disconnect(),
  };
}
