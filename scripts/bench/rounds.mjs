// The page with which cold starts are measured, and what is told of several rounds.

export const PAGE = {
  url: 'https://news.example/a',
  title: 'Meta buys into Scale AI',
  language: 'en',
  place: '',
  dates: [],
  data: [],
  blocks: [{ zone: 'article', text: 'Meta invested $14.3 billion in Scale AI.' }],
};

/** @param {number[]} values */
export const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
