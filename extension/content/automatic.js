// Starts the check on a site that the reader has asked to be checked automatically.

void Reflect.get(globalThis, Symbol.for('plumbline'))(false);
