// Where what is ours stands in the document: in a closed shadow root in the browser's top layer, and only while
// it is shown.

import { style } from './card/style.js';
import { appendChild, contains, page, parentElement, tagName } from './dom.js';

/** What happens on it stays there. */
const EVENTS = [
  'click', 'dblclick', 'auxclick', 'contextmenu', 'mousedown', 'mouseup', 'mousemove', 'mouseover', 'mouseout',
  'mouseenter', 'mouseleave', 'pointerdown', 'pointerup', 'pointermove', 'pointerover', 'pointerout', 'pointerenter',
  'pointerleave', 'pointercancel', 'touchstart', 'touchmove', 'touchend', 'touchcancel', 'wheel', 'scroll', 'keydown',
  'keyup', 'keypress', 'focus', 'blur', 'focusin', 'focusout', 'copy', 'cut', 'paste', 'selectstart', 'dragstart',
  'toggle', 'beforetoggle', 'animationstart', 'animationend', 'animationcancel',
];

/** Elements that show none of their children, though they may fill the screen. */
const CHILDLESS = new Set(['VIDEO', 'IFRAME', 'CANVAS', 'IMG', 'OBJECT', 'EMBED']);

/** What is not inert: the root, or the dialog that has made the rest so, or what fills the screen. */
function ground() {
  const modals = [...page.all(':modal')].filter((element) => !CHILDLESS.has(tagName(element)));
  const focused = page.focused();
  return modals.findLast((modal) => focused && contains(modal, focused)) ?? modals.at(-1) ?? page.root();
}

/** @param {() => void} foreign */
function make(foreign) {
  const host = page.make('div');
  const root = host.attachShadow({ mode: 'closed' });
  // Written by script one by one, which no policy of the page forbids; the shadow's sheet says the rest.
  host.style.setProperty('all', 'initial', 'important');
  // An adopted sheet, unlike a style element, needs no leave from the page's policy either.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  const rules = sheet.cssRules.length;
  const observer = new MutationObserver(foreign);
  observer.observe(root, { childList: true, characterData: true, attributes: true, subtree: true });

  /** Whether nobody else has changed what it shows: a page of Firefox gets hold of the root by its events. */
  const isWhole = () => {
    const [own, other] = root.adoptedStyleSheets;
    return observer.takeRecords().length === 0 && own === sheet && !other && sheet.cssRules.length === rules && !sheet.disabled;
  };
  for (const name of EVENTS) {
    host.addEventListener(
      name,
      (event) => {
        event.stopPropagation();
        if (!isWhole()) foreign();
      },
      { passive: true },
    );
  }
  return { host, root, isWhole, settle: () => void observer.takeRecords() };
}

/** One such layer; it is made when it is first shown, for most checks end without that. */
export class Layer {
  /** @type {ReturnType<typeof make> | undefined} */
  #made;
  #foreign;

  /** @param {() => void} foreign Somebody else has changed what it shows. */
  constructor(foreign) {
    this.#foreign = foreign;
  }

  /**
   * Puts it above all that the document shows, with this in it.
   * @param {HTMLElement[]} content
   */
  show(...content) {
    // What somebody else has had hold of is not used again.
    if (this.#made && !this.#made.isWhole()) this.discard();
    const { host, root, settle } = (this.#made ??= make(() => this.#onForeign()));
    const under = ground();
    if (!this.stands || parentElement(host) !== under) {
      if (under) appendChild(under, host);
      host.popover = 'manual';
      if (!host.matches(':popover-open')) host.showPopover();
    }
    root.replaceChildren(...content);
    settle();
  }

  #onForeign() {
    this.discard();
    this.#foreign();
  }

  /** Changes what is shown, or how. @param {() => void} work */
  change(work) {
    if (!this.#made) return;
    if (!this.#made.isWhole()) return this.#onForeign();
    work();
    this.#made.settle();
  }

  hide() {
    if (!this.#made) return;
    const { host, root, settle } = this.#made;
    root.replaceChildren();
    settle();
    if (host.matches(':popover-open')) host.hidePopover();
    host.remove();
  }

  /** Hides it for good: another is made when something is shown again. */
  discard() {
    this.hide();
    this.#made = undefined;
  }

  /** Whether it is seen: a page may take it out of the document, or out of the top layer. */
  get stands() {
    const host = this.#made?.host;
    return host !== undefined && host.isConnected && host.matches(':popover-open');
  }

  /** What has the focus in it. */
  get focused() {
    return this.#made?.root.activeElement ?? null;
  }

  /** @param {EventTarget | null} node Whether it is the layer's own, as the document sees it. */
  is(node) {
    return node !== null && node === this.#made?.host;
  }
}

/** Takes away what a script that has ended could not: that of an earlier version of the extension. */
export function sweep() {
  // Chromium's way; Firefox has one of the element's own.
  const { dom } = chrome;
  for (const element of page.all('div[popover="manual"]')) {
    const { openOrClosedShadowRoot } = /** @type {{ openOrClosedShadowRoot?: ShadowRoot }} */ (element);
    const root = openOrClosedShadowRoot ?? dom?.openOrClosedShadowRoot(/** @type {HTMLElement} */ (element));
    if (root?.querySelector('.frame')) Element.prototype.remove.call(element);
  }
}

/** The page's zoom is not ours. */
export const unzoomed = () => String(1 / (page.root()?.currentCSSZoom ?? 1));
