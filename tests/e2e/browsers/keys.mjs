// Chords as the tests write them.

/**
 * @param {string} chord `Escape`, `Shift+Tab`, `a`
 * @returns {{ modifiers: string[], key: string }}
 */
export function parts(chord) {
  const names = chord.split('+');
  return { modifiers: names.slice(0, -1), key: names[names.length - 1] ?? '' };
}
