// Checks the page, and shows what is found.

import * as card from './card/card.js';
import { page } from './dom.js';
import * as engine from './engine.js';
import { Failure, failed } from './failure.js';
import * as frames from './frames.js';
import { isOver } from './life.js';
import * as marks from './marks.js';
import { read } from './reader.js';
import { says } from './says.js';
import * as selection from './selection.js';
import * as toast from './toast.js';
import * as watch from './watch.js';

/** Kinds of document that hold prose. */
const READABLE = new Set(['text/html', 'application/xhtml+xml', 'text/plain']);

let everAsked = false;
/** @type {Plumbline.Block[]} */
let checkedBlocks = [];
/** @type {Plumbline.Account | undefined} */
let report;
/** @type {Plumbline.Appearance | null} */
let styled = null;

/** @param {Plumbline.Block[]} blocks */
function sameText(blocks) {
  return blocks.length === checkedBlocks.length && blocks.every((block, i) => block.text === checkedBlocks[i]?.text);
}

/**
 * What a reader sees of findings.
 * @param {Plumbline.Account | undefined} report
 */
const seen = (report) => report?.findings.map(marks.words).join('\n');

/** The name that this document is known by in what is told of it. */
const NAME = `${performance.timeOrigin} ${Math.random()}`;
/** @param {string} name Whether it is this document that is meant. */
export const isNamed = (name) => name === NAME;

/** @returns {Plumbline.Outcome} Where the extension is gone. */
const ended = () => failed(new Failure('ended'));

/**
 * @param {boolean} asked Whether somebody waits for the outcome, or the page has merely changed.
 * @param {boolean} selected Whether what is asked for is what the reader has selected.
 * @returns {Promise<Plumbline.Outcome>}
 */
async function checkTimed(asked, selected) {
  everAsked ||= asked;
  if (isOver()) return ended();
  if (!READABLE.has(page.contentType())) return { outcome: 'untouchable', what: 'notHtml' };
  if (asked) selection.choose(selected);
  const begun = performance.now();
  const before = seen(report);
  try {
    return await checkNow(asked);
  } finally {
    watch.settled(asked || seen(report) !== before, performance.now() - begun);
  }
}

/**
 * @param {boolean} asked
 * @returns {Promise<Plumbline.Outcome>}
 */
async function checkNow(asked) {
  const word = said;
  said = undefined;
  // A page that has merely changed may say the same as before: it goes over only when it was read.
  let way = asked || word || !report || stale ? engine.open() : undefined;
  stale = false;
  try {
    const reading = readTimed(way?.add);
    if (!reading) return tooLong();
    watch.within(reading.roots);
    if (!way && report && sameText(reading.blocks)) {
      // The same words in new nodes: a page that draws itself anew.
      draw(report, reading);
      return outcomeOf(report);
    }
    way ??= engine.open();
    const first = await way.check(reading.last, styled, selection.counts());
    if (isOver()) return ended();
    if ('outcome' in first) return first;
    const shown = { asked, tells: !asked && word !== 'list' };
    // Where figures are marked already, those that others speak of would go and come back.
    const early = first.more && !report?.findings.length;
    if (early) show(first, reading, shown);
    const answer = (first.more && (await way.more())) || first;
    if (isOver()) return ended();
    if ('outcome' in answer) return answer;
    // The page may have drawn itself anew meanwhile.
    if (!early || answer !== first) show(answer, (early && drawnOn) || reading, shown);
    if (asked) {
      listed = marks.list();
      if (selection.counts()) sayOfSelection(answer.report.summary);
    }
    return outcomeOf(answer.report);
  } finally {
    way?.close();
  }
}

/**
 * Shows what was found.
 * @param {Plumbline.Checked} answer
 * @param {Reading} reading
 * @param {{ asked: boolean, tells: boolean }} to Whether somebody waits for it; whether an open popup hears of it, if it
 *   has another list to show.
 */
function show(answer, reading, { asked, tells }) {
  const before = told(report);
  checkedBlocks = reading.blocks;
  report = answer.report;
  styled = answer.styled;
  draw(report, reading);
  tell(tells && before !== told(report));
  if (asked) marks.hide(false);
  watch.start({ check: () => check(false), redraw, back: () => tell(false) });
}

/** @returns {Plumbline.Outcome} */
const tooLong = () => ({ outcome: 'untouchable', what: 'tooLong' });

/** @param {Plumbline.Summary} summary */
function sayOfSelection({ read, warned, marked }) {
  toast.say(read === 0 ? says('selection_empty') : says('selection_read', read, warned + marked));
}

/** Whether other articles are known now than when the page was last checked. */
let stale = false;

/** Another article on the same story was read: checks the page anew, though it says the same. */
export function anew() {
  stale = report !== undefined;
  return stale && check(false);
}

/** Where the reader has said something of a finding since the page was checked. @type {'card' | 'list' | undefined} */
let said;

/**
 * Checks the page once more, for what is told of it has changed by the reader's word.
 * @param {'card' | 'list'} where Where it was said: the popup's list knows what it has said itself.
 */
export function honour(where) {
  said = where;
  void check(false);
}

/** Which list of findings the popup was last given. */
let listed = 0;

/** @param {Plumbline.Account} report @returns {Plumbline.Outcome} */
const outcomeOf = (report) => ({
  outcome: 'checked',
  report,
  frame: report.findings.length === 0 ? frames.largest() : '',
  list: listed,
  selected: selection.counts(),
});

/** What was found when the page was last read, for a popup that lists it from now on. */
export function latest() {
  if (!report || isOver()) return undefined;
  listed = marks.list();
  return outcomeOf(report);
}

/** The page as it is now, to be saved. @returns {Plumbline.Page | Plumbline.Outcome} */
export function whole() {
  if (!READABLE.has(page.contentType())) return { outcome: 'untouchable', what: 'notHtml' };
  return read()?.last ?? { outcome: 'untouchable', what: 'tooLong' };
}

/** How long a page may be that is read again before a frame is painted, in characters. */
const WITHIN_A_FRAME = 100_000;

/** For how many times its own length no other such reading follows one. */
const SHARE = 10;

/** How long the last reading took, in milliseconds, and when it ended. */
let readingTook = 0;
let readAt = 0;

/** Reads the page, and notes how long that takes. @param {Parameters<typeof read>} how */
function readTimed(...how) {
  const begun = performance.now();
  // What is selected is known only when everything was read.
  const reading = selection.counts() ? selection.cut(read()) : read(...how);
  readAt = performance.now();
  readingTook = readAt - begun;
  return reading;
}

/** Draws what was found anew if the page says the same in other nodes, and is short enough to be read at once. */
function redraw() {
  const length = checkedBlocks.reduce((sum, { text }) => sum + text.length, 0);
  if (!report || length > WITHIN_A_FRAME || performance.now() < readAt + readingTook * SHARE) return false;
  const reading = readTimed();
  if (!reading || !sameText(reading.blocks)) return false;
  watch.within(reading.roots);
  draw(report, reading);
  return true;
}

/** The page as it was read for what is drawn. @type {Reading | undefined} */
let drawnOn;

/** @param {Plumbline.Account} report @param {Reading} reading */
function draw(report, reading) {
  drawnOn = reading;
  marks.draw(report, reading);
  card.follow();
}

/** What the popup tells of a page first. @param {Plumbline.Account | undefined} report */
const told = (report) => `${JSON.stringify(report?.summary)}\n${seen(report)}`;

/**
 * Tells the toolbar what was found, if anything was: what was set for a tab goes with the document in it.
 * @param {boolean} changed Whether an open popup has another list to show.
 */
function tell(changed) {
  if (!report || isOver()) return;
  const { summary, foreign } = report;
  engine.ask({ badge: { summary, foreign: foreign !== '', changed, document: NAME } }).catch(() => {});
}

/** Whether the reader has ever asked for the check of this page. */
export const wasAsked = () => everAsked;

// One at a time: a later reading is never overtaken by an earlier one, nor a change of looks by a check.
/** @type {Promise<unknown>} */
let queue = Promise.resolve();

/**
 * Checks the page: because the reader has `asked`, or if it has changed since it was last checked.
 * @param {boolean} asked
 * @param {boolean} [selected] Whether only what the reader has selected is to be checked.
 */
export function check(asked, selected = false) {
  const turn = queue.then(() => checkTimed(asked, selected)).catch(
    /** @returns {Plumbline.Outcome} */ (thrown) => failed(thrown),
  );
  queue = turn;
  if (selected) turn.then(({ outcome }) => outcome === 'checked' || toast.say(says('selection_failed')));
  return turn;
}

/**
 * The reader has chosen how marks look: this page follows, if it has any. Not during a check, which gives the page a sheet
 * in place of the one that it knew of when it began.
 */
export function restyle() {
  const turn = queue.then(async () => {
    if (!styled) return;
    const answer = await engine.ask({ style: { styled } });
    if ('styled' in answer) styled = answer.styled;
  });
  // An extension that is gone has no sheets either.
  queue = turn.catch(() => {});
}
