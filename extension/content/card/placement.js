// Where the card stands in the window.

import { clientWidth, page } from '../dom.js';

/** Between figure and card, and between card and the edge of the window. */
const GAP = 8;

/** The most that a card is high, and the least that it can be read in, in pixels. */
const TALLEST = 440;
const LEAST = 150;

/**
 * How a figure stands to the window; `nowhere` when it has no box.
 * @param {Range} range
 */
export function whereabouts(range) {
  if (range.getClientRects().length === 0) return 'nowhere';
  const { top, bottom } = range.getBoundingClientRect();
  return bottom < 0 || top > innerHeight ? 'outside' : 'inside';
}

/**
 * Puts the card under its figure, or over it, always within the window: where it has its height, else where more
 * of it is seen; beside the figure, or on it, only in a window that has room for neither.
 * @param {{ frame: HTMLElement, dialog: HTMLElement }} card
 * @param {Range} range The figure; it has a box.
 */
export function put({ frame, dialog }, range) {
  const left = range.getClientRects()[0]?.left ?? 0;
  const { top, bottom, right } = range.getBoundingClientRect();
  const { width } = frame.getBoundingClientRect();
  const border = frame.offsetHeight - dialog.offsetHeight;
  const wanted = Math.min(TALLEST, dialog.scrollHeight + border);
  const below = innerHeight - GAP - (bottom + GAP);
  const over = top - GAP - GAP;
  const under = below >= wanted || below >= over;
  const room = under ? below : over;
  const apart = room >= Math.min(wanted, LEAST);
  const height = Math.min(wanted, apart ? room : innerHeight - 2 * GAP);
  dialog.style.maxHeight = `${Math.floor(height - border)}px`;
  const root = page.root();
  const edge = ((root && clientWidth(root)) || innerWidth) - GAP - width;
  const beside = !apart && right + GAP <= edge;
  const x = Math.max(GAP, Math.min(beside ? right + GAP : left, edge));
  const wish = beside ? top : under ? bottom + GAP : top - GAP - height;
  const y = Math.max(GAP, Math.min(wish, innerHeight - GAP - height));
  frame.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
}
