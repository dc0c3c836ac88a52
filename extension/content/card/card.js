// The card at a figure: opens, stays with its figure, follows the keyboard, and closes.

import * as labels from '../labels.js';
import { Layer, unzoomed } from '../layer.js';
import { isOver } from '../life.js';
import * as marks from '../marks.js';
import * as tab from '../tab-key.js';
import * as focus from './focus.js';
import { put, whereabouts } from './placement.js';
import * as ring from './ring.js';
import { build } from './view.js';

const layer = new Layer(close);

/** How long a card waits for its figure when the page draws itself anew, in milliseconds. */
const PATIENCE = 500;

/** @type {{ place: Place, view: ReturnType<typeof build>, kept: boolean, said: boolean } | undefined} */
let open;

/** @type {(place: Place, forward: boolean) => void} What goes to another place of a finding. */
let toAnother = () => {};

/** @type {(place: Place, number: number) => void} What goes to a certain place of a finding. */
let toPlace = () => {};

/** @type {() => void} What follows from a word that was said, once the card does not stand in the way. */
let honour = () => {};

let placing = 0;

/** @type {ReturnType<typeof setTimeout> | undefined} While it waits for its figure. */
let waiting;

function stay() {
  placing = 0;
  if (!open || waiting) return;
  const { place, view } = open;
  const { range } = place;
  const where = whereabouts(range);
  if (where === 'nowhere' || (where === 'outside' && !open.kept)) return close();
  layer.change(() => {
    put(view, range);
    ring.put(view.ring, range);
  });
}

function placeSoon() {
  placing ||= requestAnimationFrame(stay);
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (!event.isTrusted || isOver() || !shown() || !open) return;
  const { place, view } = open;
  if (event.key === 'Tab' && focus.leaves(view.dialog, layer.focused, event.shiftKey)) {
    close();
    if (focus.isNowhere() && tab.goOn(place.range, event.shiftKey)) event.preventDefault();
    return;
  }
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopImmediatePropagation();
  close();
}

/** @param {Event} event */
function onScroll(event) {
  if (!layer.is(event.target)) placeSoon();
}

function listen() {
  addEventListener('keydown', onKey, { capture: true });
  addEventListener('scroll', onScroll, { capture: true, passive: true });
  addEventListener('resize', placeSoon, { passive: true });
}

function unlisten() {
  removeEventListener('keydown', onKey, { capture: true });
  removeEventListener('scroll', onScroll, { capture: true });
  removeEventListener('resize', placeSoon);
}

/**
 * Opens the card at a place.
 * @param {Place} at
 * @param {{ focus?: boolean, keep?: boolean }} [how] `focus` when the keyboard asked for it, `keep` when a click did.
 */
export function openAt(at, { focus: takes = false, keep = false } = {}) {
  const from = () => open?.place ?? at;
  const view = build(at, {
    close,
    another: (forward) => toAnother(from(), forward),
    to: (number) => toPlace(from(), number),
    change(work) {
      layer.change(work);
      placeSoon();
    },
    async say(said) {
      const { kept } = await labels.say(at.finding, said);
      if (open?.view === view) open.said ||= kept;
      else if (kept) honour();
      return kept;
    },
    copy: (markdown) => labels.copy(at.finding, markdown),
  });
  view.frame.style.zoom = view.ring.style.zoom = unzoomed();
  if (!shown()) {
    focus.remember();
    listen();
  }
  doneWaiting();
  const said = open?.said ?? false;
  layer.show(view.ring, view.frame);
  open = { place: at, view, kept: takes || keep, said };
  marks.here(at);
  stay();
  // A new element each time: a screen reader reads it out, even when a card was open before.
  if (takes) view.dialog.focus({ preventScroll: true });
}

export function close() {
  if (!open) return;
  const hadFocus = layer.focused !== null;
  const { place, said } = open;
  open = undefined;
  doneWaiting();
  unlisten();
  layer.hide();
  marks.here(undefined);
  focus.giveBack(place.range, hadFocus);
  if (said) honour();
}

/** The marks were drawn anew: stays with its figure, or goes where that is gone. */
export function follow() {
  if (!open) return;
  const { place: earlier, kept } = open;
  const now = marks.find(earlier);
  if (!now) return waiting ? undefined : close();
  if (marks.words(now.finding) !== marks.words(earlier.finding)) {
    return openAt(now, { focus: layer.focused !== null, keep: kept });
  }
  doneWaiting();
  open.place = now;
  stay();
}

/**
 * @param {(place: Place, forward: boolean) => void} another Goes to the next place of a finding, or the one before.
 * @param {(place: Place, number: number) => void} certain Goes to a certain place of it.
 */
export function onAnother(another, certain) {
  toAnother = another;
  toPlace = certain;
}

/** @param {() => void} work What follows from a word that was said. */
export function onSaid(work) {
  honour = work;
}

/** The text of the figure is gone: the card goes too, unless the page shows the same words again at once. */
export function wait() {
  waiting ??= setTimeout(close, PATIENCE);
}

function doneWaiting() {
  clearTimeout(waiting);
  waiting = undefined;
}

/** Whether it stays when the pointer leaves. */
export const keeps = () => open?.kept ?? false;

/** The place it is open at. Where a page has taken it away, it is not open any more. */
export function shown() {
  if (open && !layer.stands) close();
  return open?.place;
}

/** @param {Event} event Whether it happened on the card. */
export const holds = (event) => layer.is(event.target);

/** @param {Node} node Whether it is the card's own. */
export const isHost = (node) => layer.is(node);
