// Notices when the document changes. A mark whose text has changed goes at once; what is new is read
// when the page comes to rest. Nothing runs while nothing changes, nor in a tab that is not seen.

import * as card from './card/card.js';
import { isOver, signal } from './life.js';
import * as marks from './marks.js';
import * as pointer from './pointer.js';
import * as toast from './toast.js';

/** How long to wait after a change that turned out to bring no other findings, at first and at most. */
const SHORTEST_PAUSE = 250;
const LONGEST_PAUSE = 30_000;

/** For how many times its own length no other check follows one: a page that never rests keeps most of the time. */
const SHARE = 10;

/** A page that never rests is read after this all the same. */
const PATIENCE = 1000;

/** @type {(() => unknown) | undefined} Has the page checked; while nothing is watched, nothing. */
let check;
/** @type {(() => boolean) | undefined} Draws what was found on new nodes, if the words are the same. */
let again;
let waiting = false;
/** @type {ReturnType<typeof setTimeout> | undefined} While the page is left alone before it is read. */
let resting;
let pause = 0;
/** Until when the time is the page's, whatever the last check has brought. */
let itsOwn = 0;
let address = location.href;

function read() {
  waiting = false;
  void check?.();
}

function atRest() {
  resting = undefined;
  requestAnimationFrame(() => requestIdleCallback(read, { timeout: PATIENCE }));
}

/** @param {boolean} missed Whether the reader misses a mark, or has come to another article. */
function readWhenAtRest(missed) {
  if (missed) pause = Math.min(pause, SHORTEST_PAUSE);
  if (waiting && !(missed && resting)) return;
  waiting = true;
  clearTimeout(resting);
  const rest = Math.max(pause, itsOwn - performance.now());
  if (rest > 0) resting = setTimeout(atRest, rest);
  else atRest();
}

/** @param {MutationRecord} record */
function isOurs(record) {
  if (record.type === 'characterData') return false;
  if (record.type === 'attributes') return card.isHost(record.target) || toast.isHost(record.target);
  return [...record.addedNodes, ...record.removedNodes].every((node) => card.isHost(node) || toast.isHost(node));
}

/** @type {Set<Node>} Text nodes that have changed since the last frame. */
let changed = new Set();
/** Whether nodes have come or gone since the last frame. */
let shifted = false;
/** The frame in which that is looked at, or nought. */
let frame = 0;

/** @param {MutationRecord[]} records */
function onChange(records) {
  if (isOver() || records.every(isOurs)) return;
  if (records.every(({ type }) => type === 'attributes')) return readWhenAtRest(false);
  for (const { type, target } of records) {
    if (type === 'characterData') changed.add(target);
    else if (type === 'childList') shifted = true;
    // A document that is opened anew keeps nothing that listens, of the page's or ours.
    if (target === document) pointer.start();
  }
  // Before anything is painted; in a tab that is not seen, before anything is seen.
  frame ||= requestAnimationFrame(verify);
}

function verify() {
  frame = 0;
  if (isOver()) return;
  const gone = marks.verify(changed, shifted);
  changed = new Set();
  shifted = false;
  const shown = card.shown();
  if (shown && !marks.stands(shown)) card.wait();
  // Sites of one document change the address with the article.
  const moved = location.href !== address;
  address = location.href;
  // A page that has merely drawn itself anew has its marks again before this frame is painted.
  if (gone && !moved && again?.()) return;
  readWhenAtRest(gone || moved);
}

/** What changes when something is shown that was hidden. */
const REVEALING = ['class', 'hidden', 'open', 'style'];

const observer = new MutationObserver(onChange);
/** @type {WeakSet<Node>} */
const watched = new WeakSet();

/** @param {Node} root */
function observe(root) {
  watched.add(root);
  observer.observe(root, { childList: true, characterData: true, subtree: true, attributeFilter: REVEALING });
}

/**
 * Watches the document for changes from now on; harmless when it is watched already.
 * @param {{ check: () => unknown, redraw: () => boolean, back: () => void }} page Has the page checked again; draws
 *   what was found on the same words in new nodes, if that is all that has changed; is told when the reader comes back.
 */
export function start(page) {
  if (check) return;
  ({ check, redraw: again } = page);
  // The document itself: its root element may be replaced.
  observe(document);
  // What came to an end while the page was kept asleep is done again.
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (!persisted || isOver()) return;
      page.back();
      readWhenAtRest(true);
    },
    { signal: signal() },
  );
}

/**
 * Watches what stands in these shadow roots too.
 * @param {ShadowRoot[]} roots
 */
export function within(roots) {
  for (const root of roots) if (!watched.has(root)) observe(root);
}

/** Watches nothing any more. */
export function stop() {
  observer.disconnect();
  cancelAnimationFrame(frame);
  clearTimeout(resting);
  check = undefined;
  again = undefined;
}

/**
 * A check is over.
 * @param {boolean} changed Whether it found other than the one before.
 * @param {number} took Its length in milliseconds.
 */
export function settled(changed, took) {
  pause = changed ? 0 : Math.min(Math.max(SHORTEST_PAUSE, pause * 2), LONGEST_PAUSE);
  itsOwn = performance.now() + Math.min(took * SHARE, LONGEST_PAUSE);
}
