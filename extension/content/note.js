// A line at the edge of the window for what has no figure to stand at. It is in the document only for a moment.

globalThis.plumbline ??= {};

plumbline.note ??= (() => {
  /** How long it stays, unless the reader does something else before. */
  const STAYS = 4000;

  /** Between it and the edges of the window. */
  const GAP = 16;

  const host = /** @type {HTMLElement} */ (document.createElementNS('http://www.w3.org/1999/xhtml', 'div'));
  const root = host.attachShadow({ mode: 'closed' });
  host.popover = 'manual';
  host.style.setProperty('all', 'initial', 'important');

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function end() {
    clearTimeout(timer);
    removeEventListener('keydown', end, { capture: true });
    removeEventListener('pointerdown', end, { capture: true });
    host.remove();
  }

  return {
    say(text) {
      end();
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(/** @type {string} */ (plumbline.cardStyle));
      root.adoptedStyleSheets = [sheet];
      const line = document.createElement('p');
      line.className = 'frame note';
      line.role = 'status';
      root.replaceChildren(line);
      document.documentElement.append(host);
      host.showPopover();
      // A screen reader reads out what comes into a status that it knows already.
      requestAnimationFrame(() => {
        line.textContent = text;
        line.style.zoom = String(1 / (document.documentElement.currentCSSZoom ?? 1));
        const y = innerHeight - GAP - line.getBoundingClientRect().height;
        line.style.translate = `${GAP}px ${Math.round(y)}px`;
      });
      timer = setTimeout(end, STAYS);
      addEventListener('keydown', end, { capture: true });
      addEventListener('pointerdown', end, { capture: true, passive: true });
    },

    isHost: (node) => node === host,
  };
})();
