// The documents that the bundled set was built from, each as a page, where they are present.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { shared } from '../../scripts/shared.mjs';
import { inEachBrowser, listedFindings } from './session.mjs';

const SEEDS = shared('seeds');
const DOCUMENTS = SEEDS ? readdirSync(SEEDS).sort() : [];

/** What each spelling of the price must be, wherever a document states it. */
const SLIPPED = /^(?:a |an )?\$1\.48\s?(?:B|billion)\b/i;
const RIVAL = /^\$14\.8\s?(?:B|billion)\b/i;
const BEST = /^(?:near |nearly |close to |about |a near )?\$14(?:\.3)?\s?(?:B|billion)\b/i;
/** The same in a document's text, where $14 billion is also what the company was once valued at. */
const PRICE = /(?<!valued at (?:nearly |about |over )?)\$14(?:\.3)?\s?(?:B|billion)\b/gi;
/** What must carry no mark at all. */
const QUIET = /^(?:a )?(?:49\s?(?:%|percent)|2016|\$?19 billion|1,500|\$10 billion)\b/i;

/**
 * How often a pattern occurs in a text.
 * @param {string} text @param {RegExp} pattern
 */
const count = (text, pattern) => [...text.matchAll(pattern)].length;

// Without them no page is opened, and what is asked of the network would have nothing to show.
if (DOCUMENTS.length > 0) {
  inEachBrowser((session) => {
    for (const name of DOCUMENTS) {
      test(`${name}: every price of the deal has its verdict`, async () => {
        const text = readFileSync(new URL(name, SEEDS), 'utf8');
        const popup = await session.check(`/seeds/${name}`);
        const listed = await listedFindings(popup);
        await popup.close();
        const warned = await session.highlighted('warn');
        const marked = await session.highlighted('mark');

        // One error is one finding, in however many places it stands: those are counted on the page.
        const slipped = warned.filter((quote) => SLIPPED.test(quote));
        assert.equal(slipped.length, count(text, /\$1\.48\s?(?:B|billion)\b/gi), 'every $1.48 billion is warned of');
        const rival = warned.filter((quote) => RIVAL.test(quote));
        assert.equal(rival.length, count(text, /\$14\.8\s?(?:B|billion)\b/gi), 'every $14.8 billion is warned of');

        const findings = listed.filter((finding) => finding.kind === 'warn');
        const told = (/** @type {RegExp} */ quote) => findings.filter((finding) => quote.test(finding.quote));
        assert.equal(told(SLIPPED).length, Math.min(slipped.length, 1), 'which is one error');
        for (const finding of told(SLIPPED)) assert.match(finding.text, /decimal/i, 'and the slip is named');
        assert.equal(told(RIVAL).length, Math.min(rival.length, 1), 'which is one error too');
        for (const finding of told(RIVAL)) assert.match(finding.text, /49\s?%/, 'and the arithmetic is named');

        const best = marked.filter((quote) => BEST.test(quote));
        assert.equal(best.length, count(text, PRICE), 'every $14.3 and $14 billion is a quiet mark');

        assert.equal(warned.length, slipped.length + rival.length, `nothing else is warned of: ${warned.join(' | ')}`);
        assert.deepEqual(marked.filter((quote) => QUIET.test(quote)), [], 'what all agree on is not marked');
      });
    }
  });
} else {
  test('the documents of the bundled set', { skip: 'they are not here' });
}
