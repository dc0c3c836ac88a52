// Paints findings over the document's text, without touching it, and knows where they stand.

import { checkVisibility, closest, contains, page, shadowRoot } from './dom.js';
import { elements } from './elements.js';
import * as viewport from './viewport.js';

const NAMES = { warn: 'plumbline-warn', mark: 'plumbline-mark', here: 'plumbline-here' };

/** Where two overlap, the higher is painted over the lower. */
const PRIORITY = { warn: 2, mark: 1, here: 3 };

/** Elements whose text is no part of a figure around them. */
const PASSED_OVER = ['sup', ...elements.skipped].join(',');

/** @type {Place[]} */
let places = [];
/** @type {WeakMap<Node, Place[]>} The places that stand in a text node. */
let within = new WeakMap();
/** @type {Plumbline.Account | undefined} The one that they are of. */
let drawn;
/** @type {Place[]} What the popup lists, which may be of an earlier report. */
let listed = [];

/** @type {Place[]} What it listed before that. */
let before = [];

/** How many lists there were. */
let lists = 0;
/** @type {Place | undefined} */
let current;
/** Whether the reader wants to see none, until the page is checked on request again. */
let hidden = false;
/** Whether the page is being printed: nothing of ours is for paper. */
let printing = false;
/** @type {Map<string, Highlight>} What is painted, by its name; another version of the script may have put its own there. */
const painted = new Map();

/**
 * Where a figure of a finding stands, if its text is there.
 * @param {Plumbline.Account} report
 * @param {number} index
 * @param {number} number
 * @param {TextPiece[]} pieces
 * @returns {Place | undefined}
 */
function locate(report, index, number, pieces) {
  const finding = /** @type {Plumbline.Entry} */ (report.findings[index]);
  const spot = /** @type {Plumbline.Place} */ (finding.places[number]);
  const range = page.range();
  /** @type {Range[]} */
  const parts = [];
  let quote = '';
  /** @type {Text[]} */
  const nodes = [];
  for (const piece of pieces) {
    const from = Math.max(spot.start, piece.start) - piece.start;
    const to = Math.min(spot.end, piece.start + piece.length) - piece.start;
    if (from >= to) continue;
    if (!piece.node) {
      quote += spot.quote.slice(quote.length, quote.length + to - from);
      continue;
    }
    // The document may have changed while the engine was at work.
    if (to > piece.node.length) return undefined;
    quote += piece.node.data.slice(from, to);
    if (nodes.length === 0) range.setStart(piece.node, from);
    nodes.push(piece.node);
    range.setEnd(piece.node, to);
    const part = page.range();
    part.setStart(piece.node, from);
    part.setEnd(piece.node, to);
    parts.push(part);
  }
  if (nodes.length === 0 || spaced(quote) !== spaced(spot.quote)) return undefined;
  const text = range.toString();
  const whole = parts.map(String).join('') === text;
  if (!whole && !passesOver(range, parts)) return undefined;
  const place = { report, index, number, finding, quote: spot.quote, range, nodes, parts: whole ? [range] : parts, text };
  return stands(place) ? place : undefined;
}

/** The reader takes line breaks that nobody sees for spaces. @param {string} text */
const spaced = (text) => text.replace(/[\n\r\t\f]/g, ' ');

/**
 * Whether nothing between the parts of a range is text that readers see as part of it, but what is hidden, and signs
 * of footnotes.
 * @param {Range} range
 * @param {Range[]} parts
 */
function passesOver(range, parts) {
  const read = new Set(parts.map((part) => part.startContainer));
  const walker = page.walker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  walker.currentNode = range.startContainer;
  while (walker.nextNode() && walker.currentNode !== range.endContainer) {
    const { parentElement } = walker.currentNode;
    if (read.has(walker.currentNode) || !parentElement) continue;
    if (checkVisibility(parentElement, { visibilityProperty: true }) && !closest(parentElement, PASSED_OVER)) return false;
  }
  return true;
}

/**
 * Whether a place's figure is still there.
 * @param {Place} place
 */
export function stands({ range, text }) {
  return range.startContainer.isConnected && !range.collapsed && range.toString() === text;
}

/**
 * @param {'warn' | 'mark' | 'here'} kind
 * @param {Place[]} wanted
 */
function paint(kind, wanted) {
  const name = NAMES[kind];
  if (wanted.length === 0 || printing) {
    const own = painted.get(name);
    if (own && CSS.highlights.get(name) === own) CSS.highlights.delete(name);
    painted.delete(name);
    return;
  }
  const highlight = new Highlight(...wanted.flatMap((place) => place.parts));
  highlight.priority = PRIORITY[kind];
  CSS.highlights.set(name, highlight);
  painted.set(name, highlight);
}

function paintAll() {
  const sighted = viewport.near(places.filter(isDrawn), paintAll);
  for (const kind of /** @type {const} */ (['warn', 'mark'])) {
    paint(kind, sighted.filter((place) => place.finding.level === kind));
  }
  paint('here', around(current));
}

/**
 * A place with those that cannot all be right together with it: where the reader looks at one, all of them show.
 * @param {Place | undefined} place
 */
function around(place) {
  if (!place) return [];
  return place.finding.together ? places.filter(({ finding }) => finding === place.finding) : [place];
}

/**
 * Of figures that cannot all be right, all stand or none: what is left of them says nothing.
 * @param {Place[]} standing
 */
function whole(standing) {
  /** @type {Map<Plumbline.Entry, number>} */
  const counts = new Map();
  for (const { finding } of standing) counts.set(finding, (counts.get(finding) ?? 0) + 1);
  return standing.filter(({ finding }) => !finding.together || counts.get(finding) === finding.places.length);
}

/** @param {Place} place */
const isDrawn = (place) => !hidden && place.finding.level !== 'none';

/**
 * All that a reader is told of a finding, to compare: where a page puts its blocks may change without what is seen.
 * @param {Plumbline.Entry} finding
 */
export const words = ({ places, spots, ...seen }) => JSON.stringify(seen);

/** @param {Plumbline.Entry} finding What is said of it, however often it stands there. */
const said = ({ places, spots, times, ...seen }) => JSON.stringify(seen);

/**
 * The place of the same words in a page that has drawn itself anew: of several alike, the one that comes as often
 * before it; none where there are not as many as there were.
 * @param {Place} earlier
 */
function byWords({ finding, number }) {
  const wanted = said(finding);
  const now = drawn?.findings.find((candidate) => said(candidate) === wanted);
  if (!now || now.places.length !== finding.places.length) return undefined;
  return places.find((place) => place.finding === now && place.number === number);
}

/**
 * What stands now for a place of an earlier report: the same figure, be it in new nodes.
 * @param {Place} earlier
 */
export function find(earlier) {
  const spot = places.find((place) => sameSpot(place, earlier));
  const place = spot ?? (stands(earlier) ? undefined : byWords(earlier));
  return place && stands(place) ? place : undefined;
}

/**
 * Draws a report on the reading it was made from, in place of what was drawn before.
 * @param {Plumbline.Account} report
 * @param {Reading} reading
 */
export function draw(report, reading) {
  const shown = current;
  const located = report.findings
    .flatMap((finding, index) => finding.places.map(({ block, start }, number) => ({ block, start, index, number })))
    .sort((one, other) => one.block - other.block || one.start - other.start)
    .flatMap(({ block, index, number }) => {
      const pieces = reading.pieces[block];
      return (pieces && locate(report, index, number, pieces)) ?? [];
    });
  places = whole(located);
  within = new WeakMap();
  for (const place of places) {
    for (const node of place.nodes) {
      const of = within.get(node);
      if (of) of.push(place);
      else within.set(node, [place]);
    }
  }
  drawn = report;
  current = shown && find(shown);
  paintAll();
}

/**
 * Takes away every mark whose text has changed; says whether any has.
 * @param {Set<Node>} changed Text nodes with other words than before.
 * @param {boolean} moved Whether nodes have come or gone.
 */
export function verify(changed, moved) {
  // What cannot have changed is not looked at: there may be thousands of marks beside a clock.
  if (!moved && ![...changed].some((node) => within.get(node)?.some((place) => !stands(place)))) return false;
  const standing = whole(places.filter((place) => {
    const { nodes } = place;
    if (moved && nodes.some((node) => !node.isConnected)) return false;
    return (moved && nodes.length > 1) || nodes.some((node) => changed.has(node)) ? stands(place) : true;
  }));
  if (standing.length === places.length) return false;
  places = standing;
  if (current && !standing.includes(current)) current = undefined;
  paintAll();
  return true;
}

/** @param {boolean} now Whether the page is being printed. */
export function print(now) {
  printing = now;
  paintAll();
}

/** Takes everything away. */
export function clear() {
  places = [];
  listed = [];
  before = [];
  current = undefined;
  paintAll();
}

/** Keeps what is drawn now as what the popup lists, and later refers to by the number that this gives. */
export function list() {
  before = listed;
  listed = places;
  lists += 1;
  return lists;
}

/**
 * Shows none of the marks, or all of them again.
 * @param {boolean} wish
 */
export function hide(wish) {
  if (hidden === wish) return;
  hidden = wish;
  paintAll();
}

/**
 * Where a figure of a finding that the popup lists stands now, if it does; it is counted on beyond its last place.
 * @param {number} list Which list: a click may come from the one before.
 * @param {number} index
 * @param {number} number
 */
export function ofList(list, index, number) {
  const of = (list === lists ? listed : before).filter((candidate) => candidate.index === index);
  const place = of[number % of.length];
  return place && find(place);
}

/**
 * A finding that the popup lists.
 * @param {number} list
 * @param {number} index
 */
export const listedFinding = (list, index) =>
  (list === lists ? listed : before).find((candidate) => candidate.index === index)?.finding;

/**
 * The next or previous place of the same finding, round and round.
 * @param {Place} place
 * @param {boolean} forward
 */
export function another(place, forward) {
  const of = places.filter((candidate) => candidate.index === place.index && stands(candidate));
  const at = of.findIndex((candidate) => sameSpot(candidate, place));
  return at < 0 ? undefined : of.at((at + (forward ? 1 : -1)) % of.length);
}

/**
 * A certain place of the same finding.
 * @param {Place} place
 * @param {number} number
 */
export function ofFinding(place, number) {
  return places.find((candidate) => candidate.index === place.index && candidate.number === number && stands(candidate));
}

/**
 * Whether two places, of whichever reports, are of one figure.
 * @param {Place | undefined} one
 * @param {Place | undefined} other
 */
export const same = (one, other) => (one && other ? sameSpot(one, other) : one === other);

/** The drawn places in reading order, verified. */
export const inOrder = () => places.filter((place) => isDrawn(place) && stands(place));

/**
 * What stands at a point of the window, within open shadow roots too.
 * @param {number} x
 * @param {number} y
 */
function deepest(x, y) {
  let under = page.elementAt(x, y);
  for (let root = under && shadowRoot(under); root; ) {
    const within = root.elementFromPoint(x, y);
    if (!within || within === under) break;
    under = within;
    root = shadowRoot(within);
  }
  return under;
}

/**
 * The drawn place under a point of the viewport.
 * @param {number} x
 * @param {number} y
 */
export function at(x, y) {
  const under = deepest(x, y);
  if (!under) return undefined;
  return places.find(
    (place) =>
      isDrawn(place) &&
      // Something of the page may lie over the text: then the pointer is not on the figure.
      (contains(under, place.range.startContainer) || place.range.intersectsNode(under)) &&
      [...place.range.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom),
  );
}

/**
 * Sets the figure that is being shown apart, or none.
 * @param {Place | undefined} place
 */
export function here(place) {
  current = place;
  paint('here', around(current));
}

/** Whether anything stands. */
export const standing = () => places.length > 0;

/**
 * A figure may be marked for what sources say and for what it is at odds with, once for each.
 * @param {Place} one
 * @param {Place} other
 */
function sameSpot(one, other) {
  const [tied, alike] = [one.finding.together, one.finding.answer === other.finding.answer];
  return (
    tied === other.finding.together &&
    (!tied || alike) &&
    one.range.startContainer === other.range.startContainer &&
    one.range.startOffset === other.range.startOffset &&
    one.text === other.text
  );
}
