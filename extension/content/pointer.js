// Follows the pointer: a card opens where it rests on a figure or clicks it.

import * as card from './card/card.js';
import { isOver, signal } from './life.js';
import * as marks from './marks.js';

/** How long the pointer rests on a figure before its card opens, and may be away before it closes. */
const REST = 250;
const GRACE = 300;

/** How far the pointer moves, in pixels, before it rests no more, or while pressed, before it drags. */
const STIR = 3;
const DRAG = 4;

/** @type {PointerEvent | undefined} The last movement that was not looked at yet. */
let moved;
/** @type {{ x: number, y: number } | undefined} Where the pointer was pressed last. */
let pressed;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** @type {{ place: Place | undefined, x: number, y: number } | undefined} What the timer waits to open, or to close, and since where. */
let pending;

/**
 * Opens a place's card, or closes it, unless the pointer moves on.
 * @param {Place | undefined} place
 * @param {PointerEvent} event
 */
function soon(place, { clientX: x, clientY: y }) {
  if (pending && marks.same(pending.place, place)) {
    // Who merely passes over a figure wants no card.
    if (!place || Math.hypot(x - pending.x, y - pending.y) <= STIR) return;
  }
  clearTimeout(timer);
  pending = { place, x, y };
  timer = setTimeout(() => {
    pending = undefined;
    if (place) card.openAt(place);
    else card.close();
  }, place ? REST : GRACE);
}

export function never() {
  clearTimeout(timer);
  pending = undefined;
}

function follow() {
  const event = moved;
  moved = undefined;
  if (!event || isOver()) return;
  const shown = card.shown();
  const place = card.holds(event) ? shown : marks.at(event.clientX, event.clientY);
  if (marks.same(place, shown) || (!place && card.keeps())) never();
  else soon(place, event);
}

/** @param {PointerEvent} event */
function onMove(event) {
  if (isOver() || !event.isTrusted || event.pointerType === 'touch' || !marks.standing()) return;
  if (!moved) requestAnimationFrame(follow);
  moved = event;
}

/** @param {PointerEvent} event */
function onDown(event) {
  pressed = { x: event.clientX, y: event.clientY };
}

/** @param {MouseEvent} event */
function onClick(event) {
  // Enter and Space on a page's button make clicks too, at no point of the window.
  if (isOver() || !event.isTrusted || event.detail === 0 || card.holds(event)) return;
  never();
  const place = marks.standing() ? marks.at(event.clientX, event.clientY) : undefined;
  // Who drags over a figure to select text wants the text.
  const dragged = pressed && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > DRAG;
  const selects = dragged && !getSelection()?.isCollapsed;
  if (place && !selects) card.openAt(place, { keep: true });
  else card.close();
}

/** Follows it from now on. */
export function start() {
  const options = { capture: true, passive: true, signal: signal() };
  addEventListener('pointermove', onMove, options);
  addEventListener('pointerdown', onDown, options);
  addEventListener('click', onClick, options);
}
