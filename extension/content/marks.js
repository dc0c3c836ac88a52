// Paints findings over the document's text, without touching it, and knows where they stand.

globalThis.plumbline ??= {};

plumbline.marks ??= (() => {
  const NAMES = { warn: 'plumbline-warn', mark: 'plumbline-mark', here: 'plumbline-here' };

  /** Where two overlap, the higher is painted over the lower. */
  const PRIORITY = { warn: 2, mark: 1, here: 3 };

  /** @type {Place[]} */
  let places = [];
  /** @type {Place | undefined} */
  let current;

  /**
   * Where a finding's figure stands, if its text is there.
   * @param {Plumbline.Finding} finding
   * @param {number} index
   * @param {TextPiece[]} pieces
   * @returns {Place | undefined}
   */
  function locate(finding, index, pieces) {
    const range = document.createRange();
    let quote = '';
    let text = '';
    let begun = false;
    for (const piece of pieces) {
      const from = Math.max(finding.start, piece.start) - piece.start;
      const to = Math.min(finding.end, piece.start + piece.length) - piece.start;
      if (from >= to) continue;
      if (!piece.node) {
        quote += '\n';
        continue;
      }
      // The document may have changed while the engine was at work.
      if (to > piece.node.length) return undefined;
      const part = piece.node.data.slice(from, to);
      quote += part;
      text += part;
      if (!begun) range.setStart(piece.node, from);
      begun = true;
      range.setEnd(piece.node, to);
    }
    if (!begun || quote !== finding.quote) return undefined;
    const place = { index, finding, range, text };
    return stands(place) ? place : undefined;
  }

  /** @param {Place} place */
  function stands({ range, text }) {
    return range.startContainer.isConnected && !range.collapsed && range.toString() === text;
  }

  /**
   * @param {'warn' | 'mark' | 'here'} kind
   * @param {Place[]} painted
   */
  function paint(kind, painted) {
    if (painted.length === 0) {
      CSS.highlights.delete(NAMES[kind]);
      return;
    }
    const highlight = new Highlight(...painted.map((place) => place.range));
    highlight.priority = PRIORITY[kind];
    CSS.highlights.set(NAMES[kind], highlight);
  }

  function paintAll() {
    for (const kind of /** @type {const} */ (['warn', 'mark'])) {
      paint(kind, places.filter((place) => place.finding.level === kind));
    }
    paint('here', current ? [current] : []);
  }

  /** @param {Place} place */
  const isDrawn = (place) => place.finding.level !== 'none';

  return {
    draw(report, reading) {
      const shown = current;
      places = report.findings.flatMap((finding, index) => {
        const pieces = reading.pieces[finding.block];
        return (pieces && locate(finding, index, pieces)) ?? [];
      });
      current = shown && places.find((place) => sameSpot(place, shown));
      paintAll();
    },

    verify() {
      const standing = places.filter(stands);
      if (standing.length === places.length) return false;
      places = standing;
      if (current && !standing.includes(current)) current = undefined;
      paintAll();
      return true;
    },

    place(index) {
      const place = places.find((candidate) => candidate.index === index);
      return place && stands(place) ? place : undefined;
    },

    drawn() {
      return places.filter((place) => isDrawn(place) && stands(place));
    },

    at(x, y) {
      const under = document.elementFromPoint(x, y);
      if (!under) return undefined;
      return places.find(
        (place) =>
          isDrawn(place) &&
          // Something of the page may lie over the text: then the pointer is not on the figure.
          (under.contains(place.range.startContainer) || place.range.intersectsNode(under)) &&
          [...place.range.getClientRects()].some(
            (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
          ),
      );
    },

    here(place) {
      current = place;
      paint('here', current ? [current] : []);
    },

    standing() {
      return places.length > 0;
    },
  };

  /**
   * @param {Place} one
   * @param {Place} other
   */
  function sameSpot(one, other) {
    return (
      one.range.startContainer === other.range.startContainer &&
      one.range.startOffset === other.range.startOffset &&
      one.text === other.text
    );
  }
})();
