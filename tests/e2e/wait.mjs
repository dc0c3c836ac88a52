// Waiting for conditions: no test sleeps, none is tried again.

import { rmSync } from 'node:fs';

/**
 * How long a condition may take before a test says what did not come about, in milliseconds: what takes a second where the
 * machine has nothing else to do takes half a minute where ten others want its processors.
 */
export const LIMIT = 120_000;

/**
 * Waits until a condition gives something true, and gives that.
 * @template Value
 * @param {string} what What is waited for, for the message when it does not come about.
 * @param {() => Value | Promise<Value>} condition
 * @param {() => unknown} [seen] What is there in its place, for the message too.
 * @returns {Promise<NonNullable<Awaited<Value>>>}
 */
export async function until(what, condition, seen) {
  const end = Date.now() + LIMIT;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error(`${what}: not within ${LIMIT / 1000} s${seen ? `, but ${await seen()}` : ''}`);
    // The condition looks at another process: let that have the processor.
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/**
 * Removes what a browser has had of its own. It has ended, but processes that it began may still write there.
 * @param {string} folder
 */
export const remove = (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
