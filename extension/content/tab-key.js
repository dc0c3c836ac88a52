// Where Tab goes from a figure. A browser goes on from what had the focus last: that was the card, which stood
// at the end of the document. The figure itself has no element of its own that could take the focus.

import * as dom from './dom.js';

/** How many elements are asked to take the focus: a page may have them without end. */
const MOST = 200;

const STOPS =
  'a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], ' +
  '[tabindex], [contenteditable]';

/** @param {Element} element @returns {element is HTMLElement} Whether it has the focus now. */
function takesFocus(element) {
  if (!(element instanceof HTMLElement || element instanceof SVGElement)) return false;
  if (dom.tabIndex(element) < 0 || dom.matches(element, ':disabled') || !dom.checkVisibility(element, { visibilityProperty: true })) return false;
  dom.focus(element);
  return dom.page.focused() === element;
}

/**
 * Moves the focus to what can take it after a range, or before it; says whether there is anything.
 * @param {Range} range
 * @param {boolean} back
 */
export function goOn({ endContainer }, back) {
  // What stands in a shadow root is where its host is.
  let spot = endContainer;
  for (let root = spot.getRootNode(); root instanceof ShadowRoot; root = spot.getRootNode()) spot = root.host;
  const side = back ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const stops = [...dom.page.all(STOPS)];
  if (back) stops.reverse();
  const ahead = stops.filter((stop) => spot.compareDocumentPosition(stop) & side);
  return ahead.slice(0, MOST).some(takesFocus);
}

/**
 * Has the next Tab go on from a range, unless the focus goes elsewhere meanwhile.
 * @param {Range} range
 */
export function from(range) {
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.key !== 'Tab' || !event.isTrusted || event.altKey || event.ctrlKey || event.metaKey) return;
    end();
    if (range.endContainer.isConnected && goOn(range, event.shiftKey)) event.preventDefault();
  };
  // What the reader points at, or the page gives the focus, is from where Tab goes then.
  const end = () => {
    removeEventListener('keydown', onKey, { capture: true });
    removeEventListener('pointerdown', end, { capture: true });
    removeEventListener('focusin', end, { capture: true });
  };
  addEventListener('keydown', onKey, { capture: true });
  addEventListener('pointerdown', end, { capture: true, passive: true });
  addEventListener('focusin', end, { capture: true });
}
