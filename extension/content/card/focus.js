// Where the focus is while a card is open, and where it goes afterwards.

import { focus, isConnected, page } from '../dom.js';
import { from } from '../tab-key.js';

/** @type {Element | null} What had the focus before the card. */
let before = null;

/** Whether nothing has the focus. */
export const isNowhere = () => {
  const focused = page.focused();
  return !focused || focused === page.body();
};

/** A card opens: the focus will go back to where it is now. */
export function remember() {
  before = page.focused();
}

/**
 * The card is closed: the focus goes back to where it was; if that is nowhere, the next Tab goes on from the figure.
 * @param {Range} range
 * @param {boolean} had Whether the card had it.
 */
export function giveBack(range, had) {
  const earlier = before;
  before = null;
  if (!had) return;
  if (earlier instanceof HTMLElement && isConnected(earlier)) focus(earlier, { preventScroll: true });
  if (isNowhere()) from(range);
}

/**
 * Whether Tab leads out of the card.
 * @param {HTMLElement} dialog
 * @param {Element | null} focused What has the focus in it.
 * @param {boolean} back
 */
export function leaves(dialog, focused, back) {
  const stops = [...dialog.querySelectorAll('button, a')];
  return focused !== null && (back ? focused === dialog || focused === stops[0] : focused === stops.at(-1));
}
