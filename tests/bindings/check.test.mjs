// The engine through its JavaScript face: pages in, reports out, offsets as JavaScript counts.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, cut, loadEngine } from './engine.mjs';

const SLIP = 'Meta invested $1.48 billion in Scale AI.';
const BEST = 'Meta invested $14.3 billion in Scale AI.';

test('a slipped decimal point is a warning, the best supported figure a mark', async () => {
  const engine = await loadEngine();
  const page = article(BEST, SLIP);
  /** @type {Plumbline.Account} */
  const report = engine.check(page);
  assert.deepEqual(
    report.findings.map(({ places: [place], level }) => ({ block: place?.block, quote: place?.quote, level })),
    [
      { block: 0, quote: '$14.3 billion', level: 'mark' },
      { block: 1, quote: '$1.48 billion', level: 'warn' },
    ],
  );
  for (const finding of report.findings) {
    assert.ok(finding.evidence.some(({ sources }) => sources.length > 0), `${finding.label} has sources`);
  }
});

test('each value of the sources says how it stands to the figure on the page', async () => {
  const engine = await loadEngine();
  /** @type {Plumbline.Account} */
  const { findings } = engine.check(article('Meta invested $14.3\u00a0billion in Scale AI.'));
  const stands = new Map(findings[0]?.evidence.map(({ value, stand }) => [value, stand]));
  assert.equal(stands.get('$14.3 billion'), 'as on this page');
  assert.equal(stands.get('$14.8 billion'), 'differs');
  assert.ok([...stands.values()].includes('fits this page’s figure'), JSON.stringify([...stands]));
});

test('a slip that a source makes too is told as one', async () => {
  const engine = await loadEngine();
  /** @type {Plumbline.Account} */
  const { findings } = engine.check(article(SLIP));
  assert.equal(findings[0]?.label, 'Most likely a slip');
  assert.equal(
    findings[0]?.answer,
    'This page says $1.48 billion; other sources say about $14.3 billion, ten times as much. ' +
      'The decimal point has probably slipped.',
  );
  const stands = new Map(findings[0]?.evidence.map(({ value, stand }) => [value, stand]));
  assert.equal(stands.get('$1.48 billion (likely a slip)'), 'as on this page, but likely a slip');
});

const BEFORE = {
  nothing: '',
  'an accent in one code point': 'Au café, on dit: ',
  'an accent in two code points': 'Au cafe\u0301, on dit: ',
  'an emoji outside the basic plane': '🤖 ',
  'a family of emoji joined': '👩‍👩‍👧‍👦🎉 ',
  'a no-break space': '\u00a0\u202f',
  'letters of other scripts': '数字 и цифры: ',
  'a lone half of a pair': '\ud83e ',
};

for (const [what, before] of Object.entries(BEFORE)) {
  test(`offsets count UTF-16 code units: ${what} before the figure`, async () => {
    const engine = await loadEngine();
    const page = article(`${before}${SLIP}`);
    /** @type {Plumbline.Account} */
    const { findings } = engine.check(page);
    assert.equal(findings.length, 1);
    const finding = findings[0]?.places[0];
    assert.ok(finding);
    assert.equal(cut(page, finding), '$1.48 billion');
    assert.equal(finding.quote, '$1.48 billion');
    assert.equal(finding.start, before.length + SLIP.indexOf('$'));
  });
}

test('a page with nothing but empty fields is a page without figures', async () => {
  const engine = await loadEngine();
  /** @type {Plumbline.Account} */
  const report = engine.check({});
  assert.deepEqual(report.summary, { read: 0, warned: 0, marked: 0, supported: 0, notCovered: 0, checked: 0 });
  assert.deepEqual(report.findings, []);
  assert.ok(report.covers.length > 0, 'says what the reference set covers');
});

const NO_PAGES = {
  nothing: undefined,
  null: null,
  'a number': 7,
  'a string': 'Meta invested $1.48 billion in Scale AI.',
  'blocks that are no list': { blocks: 'text' },
  'a block that is none': { blocks: [1] },
  'a role that nobody knows': { blocks: [{ role: 'footnote', text: 'x' }] },
  'a negative count': { blocks: [{ text: 'x', linked: -1 }] },
};

for (const [what, value] of Object.entries(NO_PAGES)) {
  test(`what is no page gives a clear error, and the engine works on: ${what}`, async () => {
    const engine = await loadEngine();
    assert.throws(() => engine.check(value), (thrown) => {
      assert.ok(thrown instanceof Error);
      assert.ok(!(thrown instanceof WebAssembly.RuntimeError), 'an answer, not a crash');
      assert.match(thrown.message, /^Not a message that Plumbline knows: ./);
      return true;
    });
    assert.equal(engine.check(article(SLIP)).summary.warned, 1);
  });
}

test('the summary adds up', async () => {
  const engine = await loadEngine();
  const text = 'Scale AI was founded in 2016. Tickets for the match cost $85 and 312 people came.';
  const { summary, findings, passed } = engine.check(article(BEST, SLIP, SLIP, text));
  assert.equal(summary.warned + summary.marked + summary.supported, findings.length, 'one error is one finding');
  const places = findings.reduce((/** @type {number} */ sum, /** @type {Plumbline.Entry} */ f) => sum + f.places.length, 0);
  assert.equal(summary.read, places + summary.notCovered);
  const counts = passed.reduce((/** @type {number} */ sum, /** @type {Plumbline.PassedLine} */ line) => sum + line.count, 0);
  assert.equal(counts, summary.notCovered, 'each with a reason');
  assert.ok(summary.notCovered >= 2, 'tickets and spectators are in no source');
});

test('a page of a megabyte is checked to its end', async () => {
  const engine = await loadEngine();
  const filler = 'The committee met on Tuesday, heard 12 witnesses and put off its vote until the autumn. '.repeat(6);
  const paragraphs = Array.from({ length: 2000 }, (_, i) => `${i}: ${filler}`);
  const page = article(SLIP, ...paragraphs, BEST);
  assert.ok(page.blocks.reduce((sum, { text }) => sum + text.length, 0) > 1_000_000);
  /** @type {Plumbline.Account} */
  const { findings } = engine.check(page);
  assert.deepEqual(
    findings
      .filter(({ level }) => level !== 'none')
      .flatMap(({ places }) => places)
      .map((place) => [place.block, cut(page, place)]),
    [
      [0, '$1.48 billion'],
      [2001, '$14.3 billion'],
    ],
  );
});

test('the same page gives the same report, also from a fresh instance', async () => {
  const page = article(BEST, SLIP);
  const engine = await loadEngine();
  const first = engine.check(page);
  assert.deepEqual(engine.check(page), first);
  assert.deepEqual((await loadEngine()).check(page), first);
});
