// What a check needs of the library whatever its page says, read while the engine is still being compiled: the engine,
// which knows what it means, would come to ask for it later.

/** The store, and the parts that a set opens with: the beginning of its file, its head, its names. */
const STORE = 'library';
const OPENING = [0, 2];

/**
 * @typedef {object} Early
 * @property {IDBDatabase} database The store, open.
 * @property {number} saved How many parts the index of the saved articles has.
 * @property {IDBValidKey[]} numbers Those of all imported sets.
 * @property {any[]} heads How they are listed.
 * @property {unknown[][]} openings What each opens with; nothing of those that are off.
 */

/** @returns {Promise<Early | undefined>} Nothing where the engine has to make the store, bring it up to date, or say what is wrong with it. */
export function readEarly() {
  return new Promise((resolve) => {
    const opening = indexedDB.open(STORE);
    // There is none yet.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = (event) => {
      event.preventDefault();
      resolve(undefined);
    };
    opening.onsuccess = () => {
      const database = opening.result;
      const fail = () => {
        database.close();
        resolve(undefined);
      };
      database.onversionchange = fail;
      try {
        const reading = database.transaction(['sets', 'parts', 'names']);
        const [sets, parts] = ['sets', 'parts'].map((name) => reading.objectStore(name));
        if (!sets || !parts) return fail();
        const saved = reading.objectStore('names').count();
        const numbers = sets.getAllKeys();
        const heads = sets.getAll();
        /** @type {(IDBRequest<unknown[]> | undefined)[]} */
        let first = [];
        heads.onsuccess = () => {
          const [from, to] = OPENING;
          first = heads.result.map(({ on }, at) => (on ? parts.getAll(IDBKeyRange.bound([numbers.result[at], from], [numbers.result[at], to])) : undefined));
        };
        reading.oncomplete = () => {
          const openings = first.map((parts) => parts?.result ?? []);
          resolve({ database, saved: saved.result, numbers: numbers.result, heads: heads.result, openings });
        };
        reading.onabort = fail;
      } catch {
        fail();
      }
    };
  });
}
