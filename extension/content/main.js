// Brings the parts together: checks the page, follows pointer and keyboard, answers the background.

globalThis.plumbline ??= {};

plumbline.check ??= (() => {
  const { read, marks, card, note, watch } = /** @type {Required<Parts>} */ (plumbline);

  const NO_MARKS = 'No marked figures on this page';

  /** Kinds of document that hold prose. */
  const READABLE = new Set(['text/html', 'application/xhtml+xml', 'text/plain']);

  /** How long the pointer rests on a figure before its card opens, and may be away before it closes. */
  const REST = 250;
  const GRACE = 300;

  /** How far the pointer moves, in pixels, before it rests no more, or while pressed, before it drags. */
  const STIR = 3;
  const DRAG = 4;

  /** At which part of the window's height a figure is shown: its card has more room than in the middle. */
  const HEIGHT = 0.25;

  /** @type {Plumbline.Block[]} */
  let checkedBlocks = [];
  /** @type {Plumbline.Report | undefined} */
  let report;
  /** @type {Plumbline.Appearance | null} */
  let styled = null;

  /**
   * @param {Plumbline.Ask} ask
   * @returns {Promise<any>} What the protocol answers to it, or a failed outcome.
   */
  const send = (ask) => chrome.runtime.sendMessage(ask);

  /** Opens a way to the engine for one page. */
  function open() {
    const port = chrome.runtime.connect();
    const send = (/** @type {Plumbline.PagePart} */ part) => port.postMessage(part);
    return {
      /** @param {Plumbline.Block[]} blocks */
      add: (blocks) => send({ blocks }),

      /**
       * @param {Plumbline.Page} page The page with its last blocks.
       * @returns {Promise<any>} What the protocol answers to it, or a failed outcome.
       */
      check(page) {
        send({ page, styled });
        return new Promise((resolve, reject) => {
          port.onMessage.addListener(resolve);
          port.onDisconnect.addListener(() => reject(new Error('The browser stopped the check.')));
        });
      },

      close: () => port.disconnect(),
    };
  }

  /** @param {Plumbline.Block[]} blocks */
  function sameText(blocks) {
    return blocks.length === checkedBlocks.length && blocks.every((block, i) => block.text === checkedBlocks[i]?.text);
  }

  /**
   * What a reader sees of findings.
   * @param {Plumbline.Report | undefined} report
   */
  const seen = (report) => report?.findings.map(marks.words).join('\n');

  /**
   * @param {boolean} asked Whether somebody waits for the outcome, or the page has merely changed.
   * @returns {Promise<Plumbline.Outcome>}
   */
  async function check(asked) {
    if (!READABLE.has(document.contentType)) return { outcome: 'untouchable', what: 'notHtml' };
    const begun = performance.now();
    const before = seen(report);
    try {
      return await checkNow(asked);
    } finally {
      watch.settled(asked || seen(report) !== before, performance.now() - begun);
    }
  }

  /**
   * @param {boolean} asked
   * @returns {Promise<Plumbline.Outcome>}
   */
  async function checkNow(asked) {
    // A page that has merely changed may say the same as before: it goes over only when it was read.
    let engine = asked || !report ? open() : undefined;
    /** @type {Plumbline.Checked | Extract<Plumbline.Outcome, { outcome: 'failed' }>} */
    let answer;
    /** @type {Reading} */
    let reading;
    try {
      reading = read(engine?.add);
      if (!engine && report && sameText(reading.blocks)) {
        // The same words in new nodes: a page that draws itself anew.
        draw(report, reading);
        return { outcome: 'checked', report };
      }
      engine ??= open();
      answer = await engine.check(reading.last);
    } finally {
      engine?.close();
    }
    if ('problem' in answer) return answer;
    checkedBlocks = reading.blocks;
    report = answer.report;
    styled = answer.styled;
    draw(report, reading);
    if (asked) {
      marks.list();
      marks.hide(false);
    }
    watch.start();
    return { outcome: 'checked', report };
  }

  /** @param {Plumbline.Report} report @param {Reading} reading */
  function draw(report, reading) {
    marks.draw(report, reading);
    card.follow();
  }

  // One check at a time: a later reading is never overtaken by an earlier one.
  /** @type {Promise<unknown>} */
  let queue = Promise.resolve();

  /** @param {boolean} asked */
  function checkInTurn(asked) {
    const turn = queue.then(() => check(asked)).catch(
      /** @returns {Plumbline.Outcome} */ (thrown) => ({
        outcome: 'failed',
        problem: thrown instanceof Error ? thrown.message : String(thrown),
      }),
    );
    queue = turn;
    return turn;
  }

  /**
   * Brings a figure into view and opens its card for the keyboard.
   * @param {Place | undefined} place
   * @returns {Plumbline.Shown}
   */
  function show(place) {
    if (!place) return { shown: false };
    const { range } = place;
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { top } = range.getBoundingClientRect();
    const scrolled = scrollY;
    scrollBy({ top: top - innerHeight * HEIGHT, behavior: 'instant' });
    // What stands still when the page scrolls is in view already.
    if (range.getBoundingClientRect().top === top) scrollTo({ top: scrolled, behavior: 'instant' });
    card.open(place, true);
    return { shown: true };
  }

  /**
   * The drawn place after or before the one shown, or where it stood, or the top of the window; round and round.
   * @param {boolean} forward
   */
  function neighbour(forward) {
    const drawn = marks.drawn();
    const last = drawn.length - 1;
    const from = card.shown() ?? stepped;
    const here = from && marks.find(from);
    const at = here ? drawn.findIndex((place) => marks.same(place, here)) : -1;
    if (at >= 0) return drawn[forward ? (at === last ? 0 : at + 1) : at === 0 ? last : at - 1];
    // Where a figure stood, its range remains, closed.
    const gone = from?.range.startContainer.isConnected ? from.range : undefined;
    const after = drawn.findIndex(({ range }) =>
      gone ? range.compareBoundaryPoints(Range.START_TO_START, gone) >= 0 : range.getBoundingClientRect().bottom > 0,
    );
    if (forward) return drawn[Math.max(after, 0)];
    return after > 0 ? drawn[after - 1] : drawn[last];
  }

  /** @type {Place | undefined} The finding that the keyboard went to last. */
  let stepped;

  chrome.runtime.onMessage.addListener((/** @type {Plumbline.ToPage} */ message, _sender, respond) => {
    switch (message.tell) {
      case 'show':
        respond(show((stepped = marks.listed(message.finding))));
        return false;
      case 'step':
        respond(show((stepped = neighbour(message.forward))));
        if (!stepped && message.checked) note.say(NO_MARKS);
        return false;
      case 'hide':
        marks.hide(true);
        card.close();
        respond(/** @type {Plumbline.Shown} */ ({ shown: false }));
        return false;
      default:
        return false;
    }
  });

  chrome.storage.onChanged.addListener(async (changes, area) => {
    if (area !== 'local' || !('appearance' in changes) || !styled) return;
    const answer = await send({ ask: 'style', styled });
    if ('styled' in answer) styled = answer.styled;
  });

  /** @type {PointerEvent | undefined} The last movement that was not looked at yet. */
  let moved;
  /** @type {{ x: number, y: number } | undefined} Where the pointer was pressed last. */
  let pressed;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {{ place: Place | undefined, x: number, y: number } | undefined} What the timer waits to open, or to close, and since where. */
  let pending;

  /**
   * Opens a place's card, or closes it, unless the pointer moves on.
   * @param {Place | undefined} place
   * @param {PointerEvent} event
   */
  function soon(place, { clientX: x, clientY: y }) {
    if (pending && marks.same(pending.place, place)) {
      // Who merely passes over a figure wants no card.
      if (!place || Math.hypot(x - pending.x, y - pending.y) <= STIR) return;
    }
    clearTimeout(timer);
    pending = { place, x, y };
    timer = setTimeout(() => {
      pending = undefined;
      if (place) card.open(place, false);
      else card.close();
    }, place ? REST : GRACE);
  }

  function never() {
    clearTimeout(timer);
    pending = undefined;
  }

  function follow() {
    const event = moved;
    moved = undefined;
    if (!event) return;
    const shown = card.shown();
    const place = card.holds(event) ? shown : marks.at(event.clientX, event.clientY);
    if (marks.same(place, shown) || (!place && card.keeps())) never();
    else soon(place, event);
  }

  addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || event.pointerType === 'touch' || !marks.standing()) return;
      if (!moved) requestAnimationFrame(follow);
      moved = event;
    },
    { capture: true, passive: true },
  );

  addEventListener(
    'pointerdown',
    (event) => {
      pressed = { x: event.clientX, y: event.clientY };
    },
    { capture: true, passive: true },
  );

  addEventListener(
    'click',
    (event) => {
      // Enter and Space on a page's button make clicks too, at no point of the window.
      if (!event.isTrusted || event.detail === 0 || card.holds(event)) return;
      never();
      const place = marks.standing() ? marks.at(event.clientX, event.clientY) : undefined;
      // Who drags over a figure to select text wants the text.
      const dragged = pressed && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > DRAG;
      const selects = dragged && !getSelection()?.isCollapsed;
      if (place && !selects) card.open(place, false, true);
      else card.close();
    },
    { capture: true, passive: true },
  );

  return checkInTurn;
})();
