// Notices when the document changes. A mark whose text has changed goes at once; what is new is read
// when the page comes to rest. Nothing runs while nothing changes, nor in a tab that is not seen.

globalThis.plumbline ??= {};

plumbline.watch ??= (() => {
  /** How long to wait after a change that turned out to bring nothing new, at first and at most. */
  const SHORTEST_PAUSE = 250;
  const LONGEST_PAUSE = 30_000;

  /** A page that never rests is read after this all the same. */
  const PATIENCE = 1000;

  let watching = false;
  let waiting = false;
  let pause = 0;

  function readWhenAtRest() {
    if (waiting) return;
    waiting = true;
    const atRest = () =>
      requestAnimationFrame(() => {
        const read = () => {
          waiting = false;
          void plumbline.check?.(false);
        };
        requestIdleCallback(read, { timeout: PATIENCE });
      });
    if (pause > 0) setTimeout(atRest, pause);
    else atRest();
  }

  /** @param {MutationRecord} record */
  function isOurs(record) {
    if (record.type !== 'childList') return false;
    return [...record.addedNodes, ...record.removedNodes].every((node) => plumbline.card?.isHost(node));
  }

  const observer = new MutationObserver((records) => {
    if (records.every(isOurs)) return;
    plumbline.marks?.verify();
    const shown = plumbline.card?.shown();
    if (shown && !plumbline.marks?.place(shown.index)) plumbline.card?.close();
    readWhenAtRest();
  });

  return {
    start() {
      if (watching) return;
      watching = true;
      observer.observe(document.documentElement, { childList: true, characterData: true, subtree: true });
    },

    settled(changed) {
      pause = changed ? 0 : Math.min(Math.max(SHORTEST_PAUSE, pause * 2), LONGEST_PAUSE);
    },
  };
})();
