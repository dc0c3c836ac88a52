// Which of very many marks are painted: those in sight, and as far around as a reader may scroll at once. A browser
// looks at every range that is painted whenever anything on the page changes: thousands of them take most of a frame.

import { page } from './dom.js';

/** So many are painted wherever they stand. */
const FEW = 300;

/** How far around the window they are painted, in heights of it. */
const AROUND = 1;

/** How long the reader scrolls before it is looked again, in milliseconds. */
const PAUSE = 100;

/** @type {(() => void) | undefined} Paints anew; while few are painted, nothing. */
let again;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** @type {ResizeObserver | undefined} */
let observer;

function later() {
  timer ??= setTimeout(() => {
    timer = undefined;
    again?.();
  }, PAUSE);
}

/** @param {() => void} paint */
function follow(paint) {
  if (again) return;
  again = paint;
  addEventListener('scroll', later, { capture: true, passive: true });
  addEventListener('resize', later, { passive: true });
  // What moves marks otherwise makes the page longer or shorter.
  observer = new ResizeObserver(later);
  for (const element of [page.root(), page.body()]) if (element) observer.observe(element);
}

function stop() {
  if (!again) return;
  again = undefined;
  clearTimeout(timer);
  timer = undefined;
  removeEventListener('scroll', later, { capture: true });
  removeEventListener('resize', later);
  observer?.disconnect();
}

/**
 * Those of the places that are to be painted now.
 * @param {Place[]} places
 * @param {() => void} paint Paints anew, when others have come into sight.
 */
export function near(places, paint) {
  if (places.length <= FEW) {
    stop();
    return places;
  }
  follow(paint);
  const [above, below] = [-innerHeight * AROUND, innerHeight * (1 + AROUND)];
  return places.filter(({ range }) => {
    const { top, bottom } = range.getBoundingClientRect();
    return bottom > above && top < below;
  });
}
