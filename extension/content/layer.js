// Where what is ours stands in the document: in a closed shadow root in the browser's top layer, and only while
// it is shown.

import { style } from './card/style.js';
import { appendChild, page } from './dom.js';

/** What happens on it stays there. */
const EVENTS = [
  'click', 'dblclick', 'auxclick', 'contextmenu', 'mousedown', 'mouseup', 'mousemove', 'mouseover', 'mouseout',
  'mouseenter', 'mouseleave', 'pointerdown', 'pointerup', 'pointermove', 'pointerover', 'pointerout', 'pointerenter',
  'pointerleave', 'pointercancel', 'touchstart', 'touchmove', 'touchend', 'touchcancel', 'wheel', 'scroll', 'keydown',
  'keyup', 'keypress', 'focus', 'blur', 'focusin', 'focusout', 'copy', 'cut', 'paste', 'selectstart', 'dragstart',
  'toggle', 'beforetoggle', 'animationstart', 'animationend', 'animationcancel',
];

function make() {
  const host = page.make('div');
  const root = host.attachShadow({ mode: 'closed' });
  host.popover = 'manual';
  // Written by script one by one, which no policy of the page forbids; the shadow's sheet says the rest.
  host.style.setProperty('all', 'initial', 'important');
  for (const name of EVENTS) host.addEventListener(name, (event) => event.stopPropagation(), { passive: true });
  // An adopted sheet, unlike a style element, needs no leave from the page's policy either.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  return { host, root };
}

/** One such layer; it is made when it is first shown, for most checks end without that. */
export class Layer {
  /** @type {ReturnType<typeof make> | undefined} */
  #made;

  /** Puts it above all that the document shows; gives the root in which it shows things. */
  show() {
    const { host, root } = (this.#made ??= make());
    appendChild(page.root(), host);
    host.showPopover();
    return root;
  }

  hide() {
    this.#made?.host.hidePopover();
    this.#made?.host.remove();
  }

  /** The root of what is shown. */
  get root() {
    return (this.#made ??= make()).root;
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

/** The page's zoom is not ours. */
export const unzoomed = () => String(1 / (page.root().currentCSSZoom ?? 1));
