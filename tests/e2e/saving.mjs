// Saving articles as a reader does it, and looking at what is saved.

import { until } from './wait.mjs';

/** @typedef {import('./browsers/types.d.ts').Popup} Popup */

export const SAVE = 'Save this article as a reference';
export const REMOVE = 'Delete it from the library';

/** What can be done about the article that the popup is about. @param {Popup} popup */
export const offered = (popup) =>
  popup.evaluate(() => [...document.querySelectorAll('#saving button')].map((button) => button.textContent ?? ''));

/** All that a popup says. @param {Popup} popup */
const shown = (popup) => popup.evaluate(() => document.body.innerText);

/** Presses a button of the popup. @param {Popup} popup @param {string} text */
export async function press(popup, text) {
  await until(`“${text}”`, async () => (await offered(popup)).includes(text), () => shown(popup));
  await popup.evaluate((text) => {
    const buttons = [...document.querySelectorAll('#saving button')];
    const button = buttons.find((button) => button.textContent === text);
    if (button instanceof HTMLElement) button.focus();
  }, text);
  await popup.press('Enter');
}

/** Saves the article that the popup is about, and closes the popup. @param {Popup} popup */
export async function save(popup) {
  await press(popup, SAVE);
  await until('that it is saved', async () => (await offered(popup)).includes(REMOVE));
  await popup.close();
}

/** What the popup says of saving. @param {Popup} popup */
export const saidOfSaving = (popup) =>
  popup.evaluate(() => [...document.querySelectorAll('#saving [role="status"]')].map((line) => line.textContent ?? ''));

/** Opens the view of the panel that has the library. @param {Popup} panel */
export async function showLibrary(panel) {
  // Its views are there before anybody listens to them: who does shows something of the page then.
  await until('what it shows', () => panel.evaluate(() => document.getElementById('outcome')?.hasChildNodes()));
  await panel.evaluate(() => document.getElementById('library-tab')?.focus());
  await panel.press('Enter');
}

/** The titles under a heading of the library. @param {Popup} panel @param {string} shelf */
export const titlesOn = (panel, shelf) =>
  panel.evaluate((shelf) => {
    const heading = [...document.querySelectorAll('#shelves h2')].find((heading) => heading.textContent === shelf);
    return [...(heading?.parentElement?.querySelectorAll('.title') ?? [])].map((title) => title.textContent ?? '');
  }, shelf);
