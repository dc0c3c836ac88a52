// The card at a figure: verdict, claim, explanation, sources. It stands in a closed shadow root in the
// browser's top layer, and is in the document only while it is open.

globalThis.plumbline ??= {};

plumbline.card ??= (() => {
  const WORDS = {
    close: 'Close',
    derived: 'By arithmetic',
  };

  const SVG = 'http://www.w3.org/2000/svg';

  /** Outlines in a box of 16 by 16. */
  const ICONS = {
    warn: 'M8 2 15 14H1ZM8 6.5v3.5M8 12v.3',
    mark: 'M3.5 6h9M3.5 10h9M10.5 3l-5 10',
    supported: 'M3 8.5 6.5 12 13 4.5',
    'not-covered': 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M5 8h6',
    close: 'M4 4l8 8M12 4l-8 8',
    agrees: 'M3 8.5 6.5 12 13 4.5',
    differs: 'M3.5 6h9M3.5 10h9M10.5 3l-5 10',
  };

  /** What happens on the card stays there. */
  const EVENTS = [
    'click', 'dblclick', 'auxclick', 'contextmenu', 'mousedown', 'mouseup', 'mousemove', 'mouseover', 'mouseout',
    'mouseenter', 'mouseleave', 'pointerdown', 'pointerup', 'pointermove', 'pointerover', 'pointerout', 'pointerenter',
    'pointerleave', 'pointercancel', 'touchstart', 'touchmove', 'touchend', 'touchcancel', 'wheel', 'scroll', 'keydown',
    'keyup', 'keypress', 'focus', 'blur', 'focusin', 'focusout', 'copy', 'cut', 'paste', 'selectstart', 'dragstart',
    'toggle', 'beforetoggle', 'animationstart', 'animationend', 'animationcancel',
  ];

  /** Between figure and card, and between card and the edge of the window. */
  const GAP = 8;

  /** The most that a card is high, and the least that it can be read in, in pixels. */
  const TALLEST = 440;
  const LEAST = 150;

  // A document that is not HTML makes elements of no kind, unless told.
  const host = /** @type {HTMLElement} */ (document.createElementNS('http://www.w3.org/1999/xhtml', 'div'));
  const root = host.attachShadow({ mode: 'closed' });
  host.popover = 'manual';
  // Written by script one by one, which no policy of the page forbids; the shadow's sheet says the rest.
  host.style.setProperty('all', 'initial', 'important');
  for (const name of EVENTS) host.addEventListener(name, (event) => event.stopPropagation(), { passive: true });

  let dressed = false;

  /** Gives the card its sheet when it is first opened: most checks end without that. */
  function dress() {
    if (dressed) return;
    dressed = true;
    // An adopted sheet, unlike a style element, needs no leave from the page's policy either.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(/** @type {string} */ (plumbline.cardStyle));
    root.adoptedStyleSheets = [sheet];
  }

  /** @type {Place | undefined} */
  let shown;
  /** @type {{ frame: HTMLElement, dialog: HTMLElement } | undefined} What is shown: the dialog scrolls in its frame. */
  let card;
  let kept = false;
  /** @type {Element | null} */
  let focusedBefore = null;
  let placing = 0;

  /**
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name
   * @param {string} [className]
   * @param {(Node | string)[]} children
   * @returns {HTMLElementTagNameMap[Name]}
   */
  function make(name, className, ...children) {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...children);
    return element;
  }

  /** @param {keyof typeof ICONS} name */
  function icon(name) {
    const svg = document.createElementNS(SVG, 'svg');
    const attributes = { viewBox: '0 0 16 16', width: '16', height: '16', fill: 'none', 'aria-hidden': 'true' };
    for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
    const path = document.createElementNS(SVG, 'path');
    const stroke = { d: ICONS[name], stroke: 'currentColor', 'stroke-width': '1.6', 'stroke-linecap': 'round' };
    for (const [key, value] of Object.entries({ ...stroke, 'stroke-linejoin': 'round' })) path.setAttribute(key, value);
    svg.append(path);
    return svg;
  }

  /**
   * A date of `YYYY-MM-DD`, `YYYY-MM` or `YYYY` in the reader's words.
   * @param {string} date
   */
  function dateInWords(date) {
    const [year, month, day] = date.split('-').map(Number);
    if (!year || !month) return date;
    const format = new Intl.DateTimeFormat(navigator.language, {
      year: 'numeric',
      month: 'long',
      ...(day ? { day: 'numeric' } : {}),
      timeZone: 'UTC',
    });
    return format.format(Date.UTC(year, month - 1, day || 1));
  }

  /** @param {Plumbline.SourceLine} source */
  function sourceItem(source) {
    const item = make('li');
    if (source.publisher) item.append(make('span', 'publisher', source.publisher));
    if (source.title) {
      if (source.publisher) item.append(', ');
      item.append(titleOf(source));
    }
    if (source.date) item.append(' · ', make('time', '', dateInWords(source.date)));
    return item;
  }

  /** @param {Plumbline.SourceLine} source */
  function titleOf(source) {
    if (!/^https?:\/\//.test(source.address)) return make('span', '', source.title);
    const link = make('a', '', source.title);
    link.href = source.address;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    return link;
  }

  /** @param {Plumbline.Evidence} evidence */
  function evidenceItem(evidence) {
    const value = make('p', '', make('span', 'value', evidence.value), make('span', 'stand', ` · ${evidence.stand}`));
    const body = make('div', '', value);
    if (evidence.derivation) body.append(make('p', 'derivation', `${WORDS.derived}: ${evidence.derivation}`));
    if (evidence.sources.length > 0) body.append(make('ul', 'sources', ...evidence.sources.map(sourceItem)));
    return make('li', evidence.agrees ? 'agrees' : 'differs', icon(evidence.agrees ? 'agrees' : 'differs'), body);
  }

  /** @param {Plumbline.Finding} finding */
  function kindOf({ level, verdict }) {
    if (level !== 'none') return level;
    return verdict === 'supported' ? 'supported' : 'not-covered';
  }

  /** @param {Plumbline.Finding} finding */
  function build(finding) {
    const kind = kindOf(finding);
    const verdict = make('p', 'verdict', icon(kind), finding.label);
    const close = make('button', 'close', icon('close'));
    close.type = 'button';
    close.ariaLabel = WORDS.close;
    close.addEventListener('click', (event) => event.isTrusted && closeCard());
    const quote = make('p', 'quote', finding.quote);
    const about = make('div', 'about', quote);
    const claim = make('p', 'claim', finding.claim);
    if (finding.claim) about.append(claim);
    const why = make('p', 'why', finding.explanation);
    about.append(why);
    const dialog = make('div', 'card', make('div', 'head', verdict, close), about);
    if (finding.evidence.length > 0) {
      dialog.append(make('ul', 'evidence', ...finding.evidence.map(evidenceItem)));
    }
    verdict.id = 'verdict';
    quote.id = 'quote';
    claim.id = 'claim';
    why.id = 'why';
    dialog.role = 'dialog';
    dialog.tabIndex = -1;
    dialog.setAttribute('aria-labelledby', 'verdict quote');
    dialog.setAttribute('aria-describedby', 'claim why');
    return { frame: make('div', `frame ${kind}`, dialog), dialog };
  }

  /**
   * Puts the card under its figure, or over it, always within the window: where it has its height, else where more
   * of it is seen; beside the figure, or on it, only in a window that has room for neither.
   */
  function put() {
    placing = 0;
    if (!shown || !card) return;
    const [first] = shown.range.getClientRects();
    const { top, bottom, right } = shown.range.getBoundingClientRect();
    if (!first) return closeCard();
    const out = bottom < 0 || top > innerHeight;
    if (out && !kept) return closeCard();
    const { frame, dialog } = card;
    const { width } = frame.getBoundingClientRect();
    const border = frame.offsetHeight - dialog.offsetHeight;
    const wanted = Math.min(TALLEST, dialog.scrollHeight + border);
    const below = innerHeight - GAP - (bottom + GAP);
    const over = top - GAP - GAP;
    const under = below >= wanted || below >= over;
    const room = under ? below : over;
    const apart = room >= Math.min(wanted, LEAST);
    const height = Math.min(wanted, apart ? room : innerHeight - 2 * GAP);
    dialog.style.maxHeight = `${Math.floor(height - border)}px`;
    const edge = (document.documentElement.clientWidth || innerWidth) - GAP - width;
    const beside = !apart && right + GAP <= edge;
    const x = Math.max(GAP, Math.min(beside ? right + GAP : first.left, edge));
    const wish = beside ? top : under ? bottom + GAP : top - GAP - height;
    const y = Math.max(GAP, Math.min(wish, innerHeight - GAP - height));
    frame.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
  }

  function putSoon() {
    placing ||= requestAnimationFrame(put);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (!event.isTrusted) return;
    if (event.key === 'Tab' && shown && leaves(event.shiftKey)) {
      const { range } = shown;
      closeCard();
      if (isNowhere() && plumbline.tab?.goOn(range, event.shiftKey)) event.preventDefault();
      return;
    }
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    closeCard();
  }

  /**
   * Whether Tab leads out of the card.
   * @param {boolean} back
   */
  function leaves(back) {
    const focused = root.activeElement;
    const stops = [...root.querySelectorAll('button, a')];
    return focused && (back ? focused === card?.dialog || focused === stops[0] : focused === stops.at(-1));
  }

  /** @param {Event} event */
  function onScroll(event) {
    if (event.target !== host) putSoon();
  }

  function listen() {
    addEventListener('keydown', onKey, { capture: true });
    addEventListener('scroll', onScroll, { capture: true, passive: true });
    addEventListener('resize', putSoon, { passive: true });
  }

  function unlisten() {
    removeEventListener('keydown', onKey, { capture: true });
    removeEventListener('scroll', onScroll, { capture: true });
    removeEventListener('resize', putSoon);
  }

  function closeCard() {
    if (!shown) return;
    const hadFocus = root.activeElement !== null;
    const { range } = shown;
    shown = undefined;
    card?.frame.remove();
    card = undefined;
    unlisten();
    host.hidePopover();
    host.remove();
    plumbline.marks?.here(undefined);
    if (hadFocus) leaveFocus(range);
    focusedBefore = null;
  }

  /**
   * The focus goes back to where it was; if that is nowhere, the next Tab goes on from the figure.
   * @param {Range} range
   */
  function leaveFocus(range) {
    if (focusedBefore instanceof HTMLElement && focusedBefore.isConnected) focusedBefore.focus({ preventScroll: true });
    if (isNowhere()) plumbline.tab?.from(range);
  }

  /** Whether nothing has the focus. */
  const isNowhere = () => !document.activeElement || document.activeElement === document.body;

  /** @param {Place} place @param {boolean} focus @param {boolean} [keep] */
  function openCard(place, focus, keep = false) {
    dress();
    if (!shown) {
      focusedBefore = document.activeElement;
      document.documentElement.append(host);
      host.showPopover();
      listen();
    }
    const fresh = build(place.finding);
    // The page's zoom is not the card's.
    fresh.frame.style.zoom = String(1 / (document.documentElement.currentCSSZoom ?? 1));
    card?.frame.remove();
    card = fresh;
    root.append(fresh.frame);
    shown = place;
    kept = focus || keep;
    plumbline.marks?.here(place);
    put();
    // A new element each time: a screen reader reads it out, even when a card was open before.
    if (focus) fresh.dialog.focus({ preventScroll: true });
  }

  return {
    open: openCard,
    close: closeCard,

    follow() {
      if (!shown) return;
      const { find, words } = /** @type {Marks} */ (plumbline.marks);
      const place = find(shown);
      if (!place) return closeCard();
      if (words(place.finding) !== words(shown.finding)) return openCard(place, root.activeElement !== null, kept);
      shown = place;
      put();
    },

    keeps: () => kept,
    shown: () => shown,
    holds: (event) => event.target === host,
    isHost: (node) => node === host,
  };
})();
