// A page of a million characters to measure with: an article about the deal, then a long chronicle of
// made-up local news, with a figure in about every second sentence.

const PLACES = ['Ystad', 'Porto', 'Lahti', 'Graz', 'Odense', 'Turku', 'Ghent', 'Bergen', 'Trieste', 'Vilnius'];

/** @type {((place: string, n: number) => string)[]} */
const SENTENCES = [
  (place, n) => `The council of ${place} set aside $${(n % 90) + 1}.${n % 10} million for ${(n % 40) + 2} new bridges.`,
  (place) => `Nobody in ${place} had asked for it, and nobody was against it either.`,
  (place, n) => `About ${(n % 80) + 10} percent of the ${1000 + (n % 900)} people asked in ${place} were content.`,
  () => 'The decision was put off to the autumn, when the harbour is quiet and the rooms are warm.',
  (place, n) => `A year earlier, in ${1990 + (n % 35)}, the library of ${place} had lent out ${n % 97},${100 + (n % 900)} books.`,
  (place) => `Visitors of ${place} who come for the market find that it has moved to the other side of the river.`,
];

/** @returns {string} HTML of about a million characters. */
export function largePage(size = 1_000_000) {
  const head =
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>The long chronicle</title>' +
    '<meta property="article:published_time" content="2025-06-20"><article><h1>The long chronicle</h1>' +
    '<p>Meta has invested $1.48 billion in Scale AI.</p><p>Meta has put $14.3 billion into Scale AI.</p>';
  const paragraphs = [head];
  let length = head.length;
  for (let n = 0; length < size; n++) {
    const place = PLACES[n % PLACES.length] ?? '';
    const words = SENTENCES.map((sentence, i) => sentence(place, n * 7 + i)).join(' ');
    const paragraph = `<p>${words}</p>`;
    length += paragraph.length;
    paragraphs.push(paragraph);
  }
  return `${paragraphs.join('\n')}\n</article></html>`;
}

/**
 * @param {number} many
 * @param {(n: number) => number} price
 * @returns {string} HTML of an article with so many figures that are covered.
 */
export function coveredPage(many, price) {
  const head =
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Prices</title>' +
    '<meta property="article:published_time" content="2025-06-20"><article><h1>Prices</h1>';
  const prices = Array.from({ length: many }, (_, n) => `<p>Meta has invested $${price(n)} billion in Scale AI.</p>`);
  return `${head}\n${prices.join('\n')}\n</article></html>`;
}
