// Where the paragraphs are in text whose line breaks readers see: plain text, `pre`.
//
// A blank line parts them. Within a run of lines each stands by itself, unless they are one paragraph that was
// broken to a width: then the first word of each would not have fitted on the line before it.

/** The widths that texts are broken to. */
const NARROWEST = 40;
const WIDEST = 120;

/** The beginning of an item of a list, a heading or a quotation of Markdown. */
const ITEM = /^\s*(?:(?:[-*•–+]|[0-9]{1,3}[.)])(?: |$)|[#>|])/;

/** @typedef {{ start: number, end: number, text: string }} Line */

/**
 * A part of a text that stands on its own, and whether the line breaks within say nothing.
 * @typedef {{ start: number, end: number, wrapped: boolean }} Paragraph
 */

/** @param {Line[]} run */
function isWrapped(run) {
  const lengths = run.map((line) => line.text.trimEnd().length);
  const width = lengths.reduce((most, length) => Math.max(most, length), 0);
  if (width < NARROWEST || width > WIDEST) return false;
  return run.slice(1).every((line, i) => {
    const [word = ''] = line.text.trimStart().split(/\s/, 1);
    return /** @type {number} */ (lengths[i]) + 1 + word.length > width;
  });
}

/**
 * The paragraphs of a text, in order, without the blank lines between.
 * @param {string} text
 */
export function paragraphs(text) {
  /** @type {Paragraph[]} */
  const found = [];
  /** @type {Line[]} */
  let run = [];
  function endRun() {
    const first = run[0];
    const last = run.at(-1);
    if (first && last && first !== last && isWrapped(run)) found.push({ start: first.start, end: last.end, wrapped: true });
    else for (const { start, end } of run) found.push({ start, end, wrapped: false });
    run = [];
  }
  let at = 0;
  for (const whole of text.split('\n')) {
    const line = whole.replace(/\r+$/, '');
    if (line.trim() === '') endRun();
    else {
      if (ITEM.test(line)) endRun();
      run.push({ start: at, end: at + line.length, text: line });
    }
    at += whole.length + 1;
  }
  endRun();
  return found;
}
