// What the content script's modules hand one another.

/** A stretch of a block's text and where it stands. */
interface TextPiece {
  /** The text node; `null` for a sign that stands in none: a line break element, the sign of a power. */
  node: Text | null;
  /** First UTF-16 code unit within the block's text; below zero for what begins before the block. */
  start: number;
  length: number;
}

/** A page as read, with the way back from its blocks to the document. */
interface Reading {
  /** Every block of the page. */
  blocks: Plumbline.Block[];
  /** The page with those of its blocks that were not handed over while it was read. */
  last: Plumbline.Page;
  /** For each block, its pieces in order. */
  pieces: TextPiece[][];
  /** The open shadow roots that were read. */
  roots: ShadowRoot[];
}

/** A place of a finding: where its figure stands in the document. */
interface Place {
  report: Plumbline.Account;
  /** Index in the report's findings. */
  index: number;
  /** Which of the finding's places it is. */
  number: number;
  finding: Plumbline.Entry;
  /** The figure as it is written there. */
  quote: string;
  range: Range;
  /** The text nodes that the figure stands in, in order. */
  nodes: Text[];
  /** What is painted: the range, or its parts where it reaches over text that is not seen. */
  parts: Range[];
  /** What the text nodes under the range must hold, character by character, for the mark to stay. */
  text: string;
}
