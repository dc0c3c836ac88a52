// What a page of the extension says before it does anything, in the browser's language. An element says what its
// `data-says` names in `_locales`, with its own elements where that has their numbers in braces, again and again if need
// be; `data-label` names its label, `data-placeholder` what stands in an empty field.

const says = (/** @type {string | undefined} */ name) => chrome.i18n.getMessage(name ?? '');
const every = (/** @type {string} */ selector) => /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector));

document.documentElement.lang = says('language');
for (const element of every('[data-says]')) {
  const within = [...element.children];
  const parts = says(element.dataset.says).split(/\{(\d)\}/);
  /** @type {Set<Node>} */
  const used = new Set();
  const nodes = parts.map((part, at) => {
    const own = at % 2 === 1 && within[Number(part)];
    if (!own) return part;
    const node = used.has(own) ? own.cloneNode(true) : own;
    used.add(own);
    return node;
  });
  element.replaceChildren(...nodes);
}
for (const element of every('[data-label]')) element.ariaLabel = says(element.dataset.label);
for (const field of every('[data-placeholder]')) field.setAttribute('placeholder', says(field.dataset.placeholder));
