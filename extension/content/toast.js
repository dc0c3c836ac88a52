// A line at the edge of the window for what has no figure to stand at. It is in the document only for a moment.

import { page } from './dom.js';
import { Layer, unzoomed } from './layer.js';

/** How long it stays, unless the reader does something else before. */
const STAYS = 4000;

/** Between it and the edges of the window. */
const GAP = 16;

const layer = new Layer(end);

/** @type {ReturnType<typeof setTimeout> | undefined} While it stays. */
let timer;

export function end() {
  if (timer === undefined) return;
  clearTimeout(timer);
  timer = undefined;
  removeEventListener('keydown', end, { capture: true });
  removeEventListener('pointerdown', end, { capture: true });
  layer.hide();
}

/**
 * Says something in a line that goes again by itself.
 * @param {string} text
 */
export function say(text) {
  end();
  const line = page.make('p');
  line.className = 'frame note';
  line.role = 'status';
  layer.show(line);
  // A screen reader reads out what comes into a status that it knows already.
  requestAnimationFrame(() =>
    layer.change(() => {
      line.textContent = text;
      line.style.zoom = unzoomed();
      const y = innerHeight - GAP - line.getBoundingClientRect().height;
      line.style.translate = `${GAP}px ${Math.round(y)}px`;
    }),
  );
  timer = setTimeout(end, STAYS);
  addEventListener('keydown', end, { capture: true });
  addEventListener('pointerdown', end, { capture: true, passive: true });
}

/** @param {Node} node Whether it is the line's own. */
export const isHost = (node) => layer.is(node);
