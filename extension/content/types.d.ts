// What the content script's modules hand one another.

/** A stretch of a block's text and where it stands. */
interface TextPiece {
  /** The text node; `null` for a line break element. */
  node: Text | null;
  /** First UTF-16 code unit within the block's text. */
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
}

/** A finding and where its figure stands in the document. */
interface Place {
  report: Plumbline.Report;
  /** Index in the report's findings. */
  index: number;
  finding: Plumbline.Finding;
  range: Range;
  /** What the text nodes under the range must hold, character by character, for the mark to stay. */
  text: string;
}
