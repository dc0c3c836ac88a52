// What is said to the reader, in the browser's language: from `_locales`.

/** @param {string} name @param {(string | number)[]} parts What goes into it. */
export const says = (name, ...parts) => chrome.i18n.getMessage(name, parts.map(String));
