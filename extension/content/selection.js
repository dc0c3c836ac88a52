// What the reader has selected, as if it were all that the page says: the sentences that the selection touches.

import { page } from './dom.js';

/** @type {Range | undefined} What is selected, which goes along when the page changes; without it the whole page counts. */
let chosen;

/** @param {boolean} selected Whether what is selected now counts from now on, or the whole page again. */
export function choose(selected) {
  chosen = undefined;
  const selection = getSelection();
  if (!selected || !selection || selection.rangeCount === 0) return;
  // The selection's own range goes elsewhere when the reader clicks.
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  chosen = page.range();
  chosen.setStart(startContainer, startOffset);
  chosen.setEnd(endContainer, endOffset);
}

/** Whether only a selection counts. */
export const counts = () => chosen !== undefined;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * Where the selection begins and ends in a block, extended to whole sentences: part of one may say the opposite.
 * @param {string} text
 * @param {TextPiece[]} pieces
 */
function span(text, pieces) {
  let [from, to] = [text.length, 0];
  for (const { node, start, length } of pieces) {
    if (!node || !chosen?.intersectsNode(node)) continue;
    const first = chosen.startContainer === node ? chosen.startOffset : 0;
    const end = chosen.endContainer === node ? chosen.endOffset : length;
    if (first >= end) continue;
    from = Math.min(from, start + first);
    to = Math.max(to, start + end);
  }
  const touched = [...sentences.segment(text)].filter(({ index, segment }) => index < to && index + segment.length > from);
  const [first, last] = [touched[0], touched.at(-1)];
  return first && last && { from: first.index, to: last.index + last.segment.length };
}

/**
 * The reading of what counts of a page.
 * @param {Reading | undefined} reading Of the whole page.
 */
export function cut(reading) {
  if (!chosen || !reading) return reading;
  /** @type {Plumbline.Block[]} */
  const blocks = [];
  /** @type {TextPiece[][]} */
  const pieces = [];
  for (const [index, { role, row, text }] of reading.blocks.entries()) {
    const own = reading.pieces[index] ?? [];
    const within = span(text, own);
    if (!within) continue;
    /** @type {Plumbline.Block} What somebody asks for is read wherever it stands. */
    const block = { zone: 'article', text: text.slice(within.from, within.to) };
    if (role) block.role = role;
    if (row) block.row = row;
    blocks.push(block);
    pieces.push(own.map((piece) => ({ ...piece, start: piece.start - within.from })));
  }
  // Where a time of day stands is counted in blocks of the whole page.
  const dates = reading.last.dates.filter(({ from }) => from !== 'time');
  return { ...reading, blocks, pieces, last: { ...reading.last, dates, blocks } };
}
