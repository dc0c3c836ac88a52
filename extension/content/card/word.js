// What the reader can say of a finding, and take along of it: quiet, at the end of a card.

import { button, make } from './make.js';

const WORDS = {
  ask: 'Right or wrong?',
  question: 'What do you say of this finding?',
  kept: 'Your word stays on this computer.',
  copy: 'Copy',
  markdown: 'Copy as Markdown',
  copied: 'Copied.',
  refused: 'This page does not let it be copied. The list behind the button does.',
  undo: 'Undo',
  private: 'In a private window nothing is kept: it is as before.',
};

/** The four words, and what follows from each. @type {[word: Plumbline.Word, name: string, said: string][]} */
const ALL = [
  ['right', 'Right', 'You say that this is right.'],
  ['not-same', 'Not the same thing', 'You say that it is not the same thing. It is not told of again here.'],
  ['wrong-reading', 'Wrong reading', 'You say that the figure is read wrongly. It is not told of again here.'],
  ['ignore', 'Ignore here', 'You ignore it here. It is not told of again on this page.'],
];

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
  group.ariaLabel = WORDS.question;
  const body = make('div', 'word');

  /** Shows some parts and says something. @param {string} text @param {HTMLElement[]} parts */
  const show = (text, ...parts) =>
    change(() => {
      status.textContent = text;
      body.replaceChildren(...parts, status);
    });

  const undo = button('quiet', WORDS.undo, () => void tell(null));
  const ask = button('quiet', WORDS.ask, () => {
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
    button('quiet', markdown ? WORDS.markdown : WORDS.copy, () => {
      void copy(markdown).then((copied) => change(() => void (status.textContent = copied ? WORDS.copied : WORDS.refused)));
    }),
  ));
  group.append(
    ...ALL.map(([word, name]) => button('choice', name, () => void tell(word))),
    make('p', 'kept', WORDS.kept),
  );

  /** @param {Plumbline.Word | null} word */
  async function tell(word) {
    try {
      const kept = await say(word);
      const said = ALL.find(([known]) => known === word)?.[2] ?? '';
      if (!kept) return show(WORDS.private, row);
      change(() => void (ask.ariaExpanded = 'false'));
      show(said, ...(word ? [undo] : [row]));
      // What had the focus is gone.
      (word ? undo : ask).focus({ preventScroll: true });
    } catch (thrown) {
      show(thrown instanceof Error ? thrown.message : String(thrown), row);
    }
  }

  if (finding.right) {
    status.textContent = ALL[0]?.[2] ?? '';
    body.append(undo, status);
  } else {
    body.append(row, status);
  }
  return body;
}
