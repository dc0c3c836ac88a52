// Checks the page, and shows what is found.

import * as card from './card/card.js';
import { page } from './dom.js';
import * as engine from './engine.js';
import * as marks from './marks.js';
import { read } from './reader.js';
import * as watch from './watch.js';

/** Kinds of document that hold prose. */
const READABLE = new Set(['text/html', 'application/xhtml+xml', 'text/plain']);

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

/**
 * @param {boolean} asked Whether somebody waits for the outcome, or the page has merely changed.
 * @returns {Promise<Plumbline.Outcome>}
 */
async function checkTimed(asked) {
  if (!READABLE.has(page.contentType())) return { outcome: 'untouchable', what: 'notHtml' };
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
  // A page that has merely changed may say the same as before: it goes over only when it was read.
  let way = asked || !report ? engine.open() : undefined;
  /** @type {Plumbline.Checked | Extract<Plumbline.Outcome, { outcome: 'failed' }>} */
  let answer;
  /** @type {Reading | undefined} */
  let reading;
  try {
    reading = read(way?.add);
    if (!reading) return { outcome: 'untouchable', what: 'tooLong' };
    watch.within(reading.roots);
    if (!way && report && sameText(reading.blocks)) {
      // The same words in new nodes: a page that draws itself anew.
      draw(report, reading);
      return { outcome: 'checked', report };
    }
    way ??= engine.open();
    answer = await way.check(reading.last, styled);
  } finally {
    way?.close();
  }
  if ('problem' in answer) return answer;
  checkedBlocks = reading.blocks;
  report = answer.report;
  styled = answer.styled;
  draw(report, reading);
  if (asked) {
    marks.list();
    marks.hide(false);
  }
  watch.start(() => check(false));
  return { outcome: 'checked', report };
}

/** @param {Plumbline.Account} report @param {Reading} reading */
function draw(report, reading) {
  marks.draw(report, reading);
  card.follow();
}

// One check at a time: a later reading is never overtaken by an earlier one.
/** @type {Promise<unknown>} */
let queue = Promise.resolve();

/**
 * Checks the page: because the reader has `asked`, or if it has changed since it was last checked.
 * @param {boolean} asked
 */
export function check(asked) {
  const turn = queue.then(() => checkTimed(asked)).catch(
    /** @returns {Plumbline.Outcome} */ (thrown) => ({
      outcome: 'failed',
      problem: thrown instanceof Error ? thrown.message : String(thrown),
    }),
  );
  queue = turn;
  return turn;
}

/** The reader has chosen how marks look: this page follows, if it has any. */
export async function restyle() {
  if (!styled) return;
  const answer = await engine.ask({ ask: 'style', styled });
  if ('styled' in answer) styled = answer.styled;
}
