// Claims that others have looked into, as pages carry them in their data (ClaimReview), beside who states them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser, listedFindings } from './session.mjs';
import { until } from './wait.mjs';

const CHECKED = '/fixtures/bridge-checked.html';
const REPEATED = '/fixtures/bridge-repeated.html';
const DENIED = /The Gauge \(127\.0\.0\.1:\d+\) rated this “False”\./;

inEachBrowser((session) => {
  test('the page that tells of a review is marked where it states the claim that is denied', async () => {
    const popup = await session.check(CHECKED);
    const [finding] = await listedFindings(popup);
    assert.ok(finding, 'it is listed');
    assert.deepEqual([finding.quote, finding.kind, finding.verdict], ['£48 million', 'mark', 'Fact-checked, and denied']);
    assert.match(finding.why, DENIED);
    await popup.close();
    assert.deepEqual(await session.highlighted('mark'), ['£48 million']);
    assert.deepEqual(await session.highlighted('warn'), []);
  });

  test('the next article that states it is marked, and its card says who denies whose claim', async () => {
    await session.untilKept(1);
    await (await session.check(REPEATED)).close();
    assert.deepEqual(await session.highlighted('mark'), ['£48 million']);
    assert.deepEqual(await session.highlighted('warn'), []);
    const { x, y } = await session.figure('mark', '£48 million');
    await session.browser.click(x, y);
    const card = await until('the card', () => session.cardText());
    assert.match(card, /Fact-checked, and denied/);
    assert.match(card, DENIED);
    assert.match(card, /on what Councillor Hale said on .*29.*: “False”/);
    assert.match(card, /The new bridge at Orrin cost Dunmore council £48 million\./);
    assert.doesNotMatch(card, /source says the same|agree/, 'what is denied supports nobody');
    await session.browser.press('Escape');
  });
});
