// What the browser's own store holds of the library, looked at and damaged from a page of the extension.

import { until } from './wait.mjs';

/** @typedef {import('./browsers/types.d.ts').Document} Document */
/** @typedef {{ heads: Record<number, any>, articles: Record<number, number[]>, names: Record<number, number[]> }} Stored Records are bytes. */

/** Everything that is stored of articles, by number. @param {Document} ours @returns {Promise<Stored>} */
export const stored = (ours) =>
  ours.evaluate(async () => {
    /** @param {IDBRequest} request @returns {Promise<any>} */
    const done = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const database = await done(indexedDB.open('library'));
    const names = /** @type {const} */ (['heads', 'articles', 'names']);
    const reading = database.transaction(names);
    const all = names.map(async (name) => {
      const [keys, values] = await Promise.all([done(reading.objectStore(name).getAllKeys()), done(reading.objectStore(name).getAll())]);
      const plain = values.map((/** @type {any} */ value) => (ArrayBuffer.isView(value) ? [.../** @type {Uint8Array} */ (value)] : value));
      return [name, Object.fromEntries(keys.map((/** @type {number} */ key, /** @type {number} */ i) => [key, plain[i]]))];
    });
    const stored = Object.fromEntries(await Promise.all(all));
    database.close();
    return stored;
  });

/**
 * Puts a record in the place of what is stored under a number: bytes, or anything else.
 * @param {Document} ours @param {keyof Stored} store @param {number} number @param {unknown} value
 */
export const replace = (ours, store, number, value) =>
  ours.evaluate(
    async (store, number, value) => {
      const opening = indexedDB.open('library');
      await new Promise((resolve) => (opening.onsuccess = resolve));
      const database = opening.result;
      const writing = database.transaction(store, 'readwrite');
      writing.objectStore(store).put(Array.isArray(value) ? Uint8Array.from(value) : value, number);
      await new Promise((resolve) => (writing.oncomplete = resolve));
      database.close();
    },
    store,
    number,
    value,
  );

/** Takes the whole store away; the next one begins to count anew. @param {Document} ours */
export const wipe = (ours) =>
  ours.evaluate(async () => {
    await new Promise((resolve, reject) => {
      const removing = indexedDB.deleteDatabase('library');
      removing.onsuccess = resolve;
      removing.onerror = reject;
    });
  });

/**
 * Puts a whole store of the first version in the place of the one there is.
 * @param {Document} ours @param {Stored} stored
 */
export async function begin(ours, stored) {
  await wipe(ours);
  await ours.evaluate(async (stored) => {
    const opening = indexedDB.open('library', 1);
    opening.onupgradeneeded = () => {
      const database = opening.result;
      database.createObjectStore('heads', { autoIncrement: true }).createIndex('address', 'address', { unique: true });
      for (const name of ['articles', 'names']) database.createObjectStore(name);
      for (const [name, records] of Object.entries(stored)) {
        const store = /** @type {IDBTransaction} */ (opening.transaction).objectStore(name);
        for (const [number, value] of Object.entries(records)) store.put(Array.isArray(value) ? Uint8Array.from(value) : value, Number(number));
      }
    };
    await new Promise((resolve, reject) => {
      opening.onsuccess = resolve;
      opening.onerror = reject;
    });
    opening.result.close();
  }, stored);
}

/** Brings the store to a version that is yet to come. @param {Document} ours @param {number} version */
export const renew = (ours, version) =>
  ours.evaluate(async (version) => {
    const opening = indexedDB.open('library', version);
    await new Promise((resolve, reject) => {
      opening.onsuccess = resolve;
      opening.onerror = reject;
    });
    opening.result.close();
  }, version);

/** The addresses of the articles that are kept of this session. @param {Document} ours @returns {Promise<string[]>} */
export const keptOfSession = (ours) =>
  ours.evaluate(async () => {
    const prefix = 'read:';
    return Object.keys(await chrome.storage.session.get()).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  });

/**
 * Waits until the article that was checked at an address is kept for the next ones: it is when its page has its answer.
 * @param {Document} ours @param {string} path
 */
export const untilRead = (ours, path) => until(`${path} kept`, async () => (await keptOfSession(ours)).some((address) => address.endsWith(path)));

/** Forgets what was read since the browser started, so that only the library is left. @param {Document} ours */
export const forgetSession = (ours) => ours.evaluate(() => chrome.storage.session.clear());
