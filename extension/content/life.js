// How long the script lives: it ends itself when the extension that it is of is gone (updated, switched off), or
// when the reader has taken back what it may read.

/** What undoes what was begun, in the order in which it was begun. @type {(() => void)[]} */
let undo = [];
const over = new AbortController();

/** Ends whatever listens with it. */
export const signal = () => over.signal;

/** @param {() => void} work Undoes something when the script ends. */
export function atEnd(work) {
  undo.push(work);
}

/** Leaves the document as if the script had never been there. */
export function end() {
  if (over.signal.aborted) return;
  over.abort();
  for (const work of undo) work();
  undo = [];
}

/** Whether the script has ended, or does now: nothing tells it that its extension is gone, so whatever wakes it asks. */
export function isOver() {
  if (!over.signal.aborted && chrome.runtime?.id === undefined) end();
  return over.signal.aborted;
}
