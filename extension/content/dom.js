// Asks the document and its elements, whatever the page has named. A form's fields stand in the place of the form's
// own properties, and named elements in the place of the document's, for us as for the page: functions and getters
// are taken from the prototypes, where no name of a page reaches.

/**
 * @template {object} Owner
 * @template {keyof Owner} Name
 * @param {{ prototype: Owner }} type
 * @param {Name} name
 * @returns {(of: Owner) => Owner[Name]} What a property is, whoever stands in its place.
 */
function getter({ prototype }, name) {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new TypeError(`no such property: ${String(name)}`);
  return Function.prototype.call.bind(get);
}

/**
 * @template {object} Owner
 * @template {{ [Key in keyof Owner]: Owner[Key] extends (...args: any[]) => any ? Key : never }[keyof Owner]} Name
 * @param {{ prototype: Owner }} type
 * @param {Name} name
 * @returns {(of: Owner, ...args: Parameters<Extract<Owner[Name], (...args: any[]) => any>>) => ReturnType<Extract<Owner[Name], (...args: any[]) => any>>}
 */
function method({ prototype }, name) {
  return Function.prototype.call.bind(/** @type {any} */ (prototype[name]));
}

export const nodeType = getter(Node, 'nodeType');
export const firstChild = getter(Node, 'firstChild');
export const nextSibling = getter(Node, 'nextSibling');
export const parentElement = getter(Node, 'parentElement');
export const textContent = getter(Node, 'textContent');
export const isConnected = getter(Node, 'isConnected');
export const contains = method(Node, 'contains');
export const appendChild = method(Node, 'appendChild');

export const tagName = getter(Element, 'tagName');
export const id = getter(Element, 'id');
export const hasAttributes = method(Element, 'hasAttributes');
export const hasAttribute = method(Element, 'hasAttribute');
export const getAttribute = method(Element, 'getAttribute');
export const shadowRoot = getter(Element, 'shadowRoot');
export const assignedNodes = method(HTMLSlotElement, 'assignedNodes');
export const closest = method(Element, 'closest');
export const querySelector = method(Element, 'querySelector');
export const matches = method(Element, 'matches');
export const clientWidth = getter(Element, 'clientWidth');
export const scrollIntoView = method(Element, 'scrollIntoView');
export const checkVisibility = method(Element, 'checkVisibility');
export const boxOf = method(Element, 'getBoundingClientRect');

export const isContentEditable = getter(HTMLElement, 'isContentEditable');
const focusHtml = method(HTMLElement, 'focus');
const tabIndexHtml = getter(HTMLElement, 'tabIndex');

/** @param {HTMLElement | SVGElement} element @param {FocusOptions} [options] */
export const focus = (element, options) =>
  element instanceof HTMLElement ? focusHtml(element, options) : element.focus(options);

/** @param {HTMLElement | SVGElement} element */
export const tabIndex = (element) => (element instanceof HTMLElement ? tabIndexHtml(element) : element.tabIndex);

const sourceOfIframe = getter(HTMLIFrameElement, 'src');
const sourceOfFrame = getter(HTMLFrameElement, 'src');

/** The whole address of a frame. @param {Element} frame */
export const source = (frame) =>
  frame instanceof HTMLIFrameElement ? sourceOfIframe(frame) : frame instanceof HTMLFrameElement ? sourceOfFrame(frame) : '';

const documentElement = getter(Document, 'documentElement');
const head = getter(Document, 'head');
const body = getter(Document, 'body');
const title = getter(Document, 'title');
const contentType = getter(Document, 'contentType');
const activeElement = getter(Document, 'activeElement');
const querySelectorAll = method(Document, 'querySelectorAll');
const createTreeWalker = method(Document, 'createTreeWalker');
const elementFromPoint = method(Document, 'elementFromPoint');
const createRange = method(Document, 'createRange');
const createElementNS = method(Document, 'createElementNS');

/** The document's own, by their names there; a document has one body or none, and a root that scripts may replace. */
export const page = {
  root: () => documentElement(document),
  head: () => head(document),
  body: () => body(document),
  title: () => title(document),
  contentType: () => contentType(document),
  /** What has the focus. */
  focused: () => activeElement(document),
  /** @param {string} selector @returns {NodeListOf<Element>} */
  all: (selector) => querySelectorAll(document, selector),
  /** @param {number} x @param {number} y */
  elementAt: (x, y) => elementFromPoint(document, x, y),
  range: () => createRange(document),
  /** @param {Node} root @param {number} [show] */
  walker: (root, show) => createTreeWalker(document, root, show),
  /**
   * A new element of HTML, in whichever kind of document.
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name
   */
  make: (name) =>
    /** @type {HTMLElementTagNameMap[Name]} */ (createElementNS(document, 'http://www.w3.org/1999/xhtml', name)),
  /** @param {keyof SVGElementTagNameMap} name */
  makeSvg: (name) => /** @type {SVGElement} */ (createElementNS(document, 'http://www.w3.org/2000/svg', name)),
};
