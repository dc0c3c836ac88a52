// Blocks as they go over to the engine: see crate/protocol/src/blocks.rs.

/**
 * @param {Plumbline.Block[]} blocks
 * @returns {Plumbline.PagePart}
 */
export function packed(blocks) {
  /** @type {Plumbline.Run[]} */
  const runs = [];
  let run;
  for (const block of blocks) {
    if (!run || !alike(run.like, block)) {
      run = { like: { ...block, text: '' }, lengths: /** @type {number[]} */ ([]) };
      runs.push(run);
    }
    run.lengths.push(block.text.length);
  }
  return { text: blocks.map(({ text }) => text).join(''), runs };
}

/**
 * Whether two blocks differ in nothing but their texts.
 * @param {Plumbline.Block} one
 * @param {Plumbline.Block} other
 */
const alike = (one, other) => one.zone === other.zone && one.role === other.role && one.row === other.row && one.linked === other.linked;
