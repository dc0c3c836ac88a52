// A ring around the figure that a card is of, for readers who have forced the colours of everything: Chromium paints
// every highlight in the colours of a selection then. Nobody else sees it; what it looks like is in the card's sheet.

import { page } from '../dom.js';

/** How many lines of text a figure has at most that are ringed. */
const MOST = 4;

/** @returns {HTMLElement} It stands nowhere yet. */
export const make = () => page.make('div');

/**
 * @param {HTMLElement} ring
 * @param {Range} range The figure.
 */
export function put(ring, range) {
  const boxes = [...range.getClientRects()].slice(0, MOST).map(({ left, top, width, height }) => {
    const box = page.make('div');
    box.className = 'ring';
    box.style.translate = `${left}px ${top}px`;
    box.style.width = `${width}px`;
    box.style.height = `${height}px`;
    return box;
  });
  ring.replaceChildren(...boxes);
}
