// Goes from finding to finding: for the keyboard, and for the popup's list.

import * as card from './card/card.js';
import { scrollIntoView } from './dom.js';
import * as marks from './marks.js';

/** At which part of the window's height a figure is shown: its card has more room than in the middle. */
const HEIGHT = 0.25;

/** @type {Place | undefined} Where it went last. */
let stepped;

/**
 * Brings a figure into view and opens its card for the keyboard.
 * @param {Place | undefined} place
 * @returns {Plumbline.Shown}
 */
function show(place) {
  if (!place) return { shown: false };
  bring(place.range);
  card.openAt(place, { focus: true });
  return { shown: true };
}

/**
 * Brings a stretch of text into view.
 * @param {Range} range
 */
function bring(range) {
  const around = range.startContainer.parentElement;
  if (around) scrollIntoView(around, { block: 'center', behavior: 'instant' });
  const { top } = range.getBoundingClientRect();
  const scrolled = scrollY;
  scrollBy({ top: top - innerHeight * HEIGHT, behavior: 'instant' });
  // What stands still when the page scrolls is in view already.
  if (range.getBoundingClientRect().top === top) scrollTo({ top: scrolled, behavior: 'instant' });
}

/**
 * Shows a sentence: the marked figure in it if there is one, else itself, as if it were selected.
 * @param {Range} range
 */
export function toRange(range) {
  const within = (/** @type {Place} */ { range: own }) => range.comparePoint(own.startContainer, own.startOffset) === 0;
  const place = marks.inOrder().find(within);
  if (place) return void show((stepped = place));
  bring(range);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/**
 * The drawn place after or before the one shown, or where it stood, or the top of the window; round and round.
 * @param {boolean} forward
 */
function neighbour(forward) {
  const drawn = marks.inOrder();
  const last = drawn.length - 1;
  const from = card.shown() ?? stepped;
  const here = from && marks.find(from);
  const at = here ? drawn.findIndex((place) => marks.same(place, here)) : -1;
  if (at >= 0) return drawn[forward ? (at === last ? 0 : at + 1) : at === 0 ? last : at - 1];
  // Where a figure stood, its range remains, closed.
  const gone = from?.range.startContainer.isConnected ? from.range : undefined;
  const after = drawn.findIndex(({ range }) =>
    gone && gone.startContainer.getRootNode() === range.startContainer.getRootNode()
      ? range.compareBoundaryPoints(Range.START_TO_START, gone) >= 0
      : range.getBoundingClientRect().bottom > 0,
  );
  if (forward) return drawn[Math.max(after, 0)];
  return after > 0 ? drawn[after - 1] : drawn[last];
}

/**
 * Shows a place of a finding that the popup lists.
 * @param {number} list
 * @param {number} index
 * @param {number} number
 */
export function toListed(list, index, number) {
  return show((stepped = marks.ofList(list, index, number)));
}

/**
 * Shows the next place of a finding, or the one before.
 * @param {Place} place
 * @param {boolean} forward
 */
export function toAnother(place, forward) {
  show((stepped = marks.another(place, forward)));
}

/**
 * Shows a certain place of a finding.
 * @param {Place} place
 * @param {number} number
 */
export function toPlace(place, number) {
  show((stepped = marks.ofFinding(place, number)));
}

/**
 * Shows the next finding, or the one before.
 * @param {boolean} forward
 */
export function step(forward) {
  return show((stepped = neighbour(forward)));
}
