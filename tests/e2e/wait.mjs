// Waiting for conditions: no test sleeps, none is tried again.

/** How long a condition may take before a test says what did not come about, in milliseconds. */
const LIMIT = 20_000;

/**
 * Waits until a condition gives something true, and gives that.
 * @template Value
 * @param {string} what What is waited for, for the message when it does not come about.
 * @param {() => Value | Promise<Value>} condition
 * @returns {Promise<NonNullable<Awaited<Value>>>}
 */
export async function until(what, condition) {
  const end = Date.now() + LIMIT;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error(`${what}: not within ${LIMIT / 1000} s`);
    // The condition looks at another process: let that have the processor.
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
