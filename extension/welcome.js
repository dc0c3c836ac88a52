// The first steps: checks the article on the page as the content script does on any other, which is here already.

const button = /** @type {HTMLButtonElement} */ (document.getElementById('try'));
const said = /** @type {HTMLElement} */ (document.getElementById('tried'));

button.addEventListener('click', async () => {
  const { outcome } = await Reflect.get(globalThis, Symbol.for('plumbline'))(true);
  said.textContent = chrome.i18n.getMessage(outcome === 'checked' ? 'welcome_tried' : 'welcome_failed');
});
