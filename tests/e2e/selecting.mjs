// Selecting what a page says, as a reader does with the mouse.

import assert from 'node:assert/strict';

/**
 * Selects the first text that is so, brings it into sight, and gives a point of it in the window.
 * @param {import('./browsers/types.d.ts').DrivenBrowser} browser
 * @param {string} text
 * @returns {Promise<{ x: number, y: number }>}
 */
export async function select(browser, text) {
  const point = await browser.evaluate((text) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode } = walker;
      const at = currentNode.nodeValue?.indexOf(text) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(currentNode, at);
      range.setEnd(currentNode, at + text.length);
      const selection = getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
      currentNode.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = range.getClientRects()[0];
      return box && { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }
    return undefined;
  }, text);
  assert.ok(point, `“${text}” is there`);
  return point;
}
