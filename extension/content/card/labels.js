// What the reader can say of a finding, and take along of it: quiet, at the end of a card.

import { told as why } from '../failure.js';
import { says } from '../says.js';
import { button, make } from './make.js';

/** The four words. @type {Plumbline.Word[]} */
const ALL = ['right', 'not-same', 'wrong-reading', 'ignore'];

/** @param {'word' | 'said'} kind @param {Plumbline.Word} word What the reader can say, or has said. */
const told = (kind, word) => says(`${kind}_${word.replace('-', '_')}`);

/**
 * What a card can do with a finding.
 * @typedef {object} Acts
 * @property {(work: () => void) => void} change Changes what the card shows.
 * @property {(word: Plumbline.Word | null) => Promise<boolean>} say Keeps a word, or takes it back; says whether it is kept.
 * @property {(markdown: boolean) => Promise<boolean>} copy Whether it was copied.
 */

/**
 * @param {Plumbline.Entry} finding
 * @param {Acts} acts
 */
export function section(finding, { change, say, copy }) {
  const status = make('p', 'said');
  status.role = 'status';
  const group = make('div', 'words');
  group.role = 'group';
  group.ariaLabel = says('word_question');
  const body = make('div', 'word');

  /** Shows some parts and says something. @param {string} text @param {HTMLElement[]} parts */
  const show = (text, ...parts) => {
    // To take away what has the focus is an event in the middle of the change, when it looks like somebody else's.
    const card = body.closest('[role="dialog"]');
    if (card instanceof HTMLElement) card.focus({ preventScroll: true });
    change(() => {
      status.textContent = text;
      body.replaceChildren(...parts, status);
    });
  };

  const undo = button('quiet', says('word_undo'), () => void tell(null));
  const ask = button('quiet', says('word_ask'), () => {
    const open = ask.ariaExpanded === 'true';
    change(() => {
      ask.ariaExpanded = String(!open);
      status.textContent = '';
      if (open) group.remove();
      else row.after(group);
    });
  });
  ask.ariaExpanded = 'false';
  const row = make('div', 'row', ask, ...[false, true].map((markdown) =>
    button('quiet', says(markdown ? 'copy_markdown' : 'copy'), () => {
      // What stays as it was is not read out again.
      change(() => void (status.textContent = ''));
      void copy(markdown).then((copied) => change(() => void (status.textContent = says(copied ? 'copied' : 'copy_refused'))));
    }),
  ));
  group.append(
    ...ALL.map((word) => button('choice', told('word', word), () => void tell(word))),
    make('p', 'kept', says('word_stays')),
  );

  /** @param {Plumbline.Word | null} word */
  async function tell(word) {
    try {
      const kept = await say(word);
      if (!kept) return show(says('word_private'), row);
      change(() => void (ask.ariaExpanded = 'false'));
      show(word ? told('said', word) : '', ...(word ? [undo] : [row]));
      // What had the focus is gone.
      (word ? undo : ask).focus({ preventScroll: true });
    } catch (thrown) {
      show(why(thrown), row);
    }
  }

  if (finding.right) {
    status.textContent = told('said', 'right');
    body.append(undo, status);
  } else {
    body.append(row, status);
  }
  return body;
}
