// Checks what is selected on the page because the reader has asked for it. What the last script comes to goes back to
// the background: the outcome.

Reflect.get(globalThis, Symbol.for('plumbline'))(true, true);
