// From click to marks on a page of a million characters, warm, in Chromium.
//
// The click is the toolbar button's: its popup asks for the check when it opens. The time is taken
// between two marks on one clock, the wall clock of this machine: the popup's time origin, which is
// when the browser began to open it, and the first frame of the page that finds the highlights in the
// registry, where a script in the page looks once a frame.

import { Session } from '../../tests/e2e/session.mjs';
import { until } from '../../tests/e2e/wait.mjs';

const ROUNDS = 15;
const WARM_UP = 3;

const session = new Session();
await session.start('chromium');
try {
  const { browser, server } = session;
  /** @type {number[]} */
  const times = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    await browser.open(`${server.origin}/large`);
    await browser.evaluate(() => {
      // The content script writes to the document's registry, which belongs to both worlds: look at it
      // once a frame, which is when marks can become visible.
      const noting = /** @type {typeof globalThis & { marked?: number }} */ (globalThis);
      const look = () => {
        if (CSS.highlights.has('plumbline-warn')) noting.marked = performance.timeOrigin + performance.now();
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    const popup = await browser.clickToolbarButton();
    await until('the check', () => popup.evaluate(() => document.getElementById('status')?.className === 'done'));
    const opened = await popup.evaluate(() => performance.timeOrigin);
    const marked = await until('the marks', () =>
      browser.evaluate(() => /** @type {typeof globalThis & { marked?: number }} */ (globalThis).marked ?? 0),
    );
    if (round >= WARM_UP) times.push(marked - opened);
    await popup.close();
  }
  times.sort((one, other) => one - other);
  const at = (/** @type {number} */ share) => (times[Math.floor(share * (times.length - 1))] ?? NaN).toFixed(0);
  console.log(`1 MB page, ${browser.version}, ${ROUNDS} rounds: median ${at(0.5)} ms, fastest ${at(0)} ms, slowest ${at(1)} ms`);
} finally {
  await session.stop();
}
