// Packed sets as files: made of forged parts with right checksums, and chosen on the options page.

import { readFileSync } from 'node:fs';
import { until } from './wait.mjs';

/** @typedef {import('./session.mjs').Session} Session */

/** What `plumbline reference import` makes of towns.csv beside it. */
export const TOWNS = readFileSync(new URL('../fixtures/towns.pack', import.meta.url));

/** How many bytes come before the table: what it is, and its version. */
const OPENING = 6;

/** FNV-1a. @param {Uint8Array} bytes */
const checksum = (bytes) => bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);

/** A number in as few bytes as it needs. @param {number} number @returns {number[]} */
const wire = (number) => (number < 0x80 ? [number] : [(number % 0x80) + 0x80, ...wire(Math.floor(number / 0x80))]);

/** The parts of a packed set: head, names, entities, statements, sources. @param {Buffer} pack @returns {Buffer[]} */
export function parts(pack) {
  let at = OPENING;
  const number = () => {
    let value = 0;
    for (let power = 1; ; power *= 0x80) {
      const byte = pack[at++] ?? 0;
      value += (byte % 0x80) * power;
      if (byte < 0x80) return value;
    }
  };
  const lengths = Array.from({ length: number() }, () => {
    const length = number();
    at += 4;
    return length;
  });
  return lengths.map((length) => pack.subarray(at, (at += length)));
}

/** A packed set of these parts, their checksums right. @param {readonly Uint8Array[]} parts @returns {Buffer} */
export function packed(parts) {
  const sum = (/** @type {Uint8Array} */ part) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(checksum(part));
    return [...bytes];
  };
  const table = parts.flatMap((part) => [...wire(part.length), ...sum(part)]);
  return Buffer.concat([TOWNS.subarray(0, OPENING), Uint8Array.from([...wire(parts.length), ...table]), ...parts]);
}

/** The set with some text in the place of another as long, wherever it stands. @param {readonly [string, string][]} texts */
export const told = (texts) =>
  packed(parts(TOWNS).map((part) => texts.reduce((part, [from, to]) => Buffer.from(part.toString('latin1').replaceAll(from, to), 'latin1'), part)));

/** What is said of the last import, spaces as read. @param {Session} session */
export const saidOfImport = (session) =>
  session.browser.evaluate(() => (document.getElementById('shelf-note')?.textContent ?? '').replace(/\s+/g, ' ').trim());

/** Opens the options, and waits for the library in them. @param {Session} session */
export async function openOptions(session) {
  await session.browser.openExtensionPage('options.html');
  await until('the library', () => session.browser.evaluate(() => document.querySelector('#shelf button') !== null));
}

/** Chooses a file to import on the options page. @param {Session} session @param {string} name @param {Buffer} content */
export const chooseFile = (session, name, content) =>
  session.browser.evaluate(
    (name, content) => {
      const field = /** @type {HTMLInputElement} */ (document.getElementById('import-file'));
      const chosen = new DataTransfer();
      chosen.items.add(new File([Uint8Array.from(atob(content), (byte) => byte.charCodeAt(0))], name));
      field.files = chosen.files;
      field.dispatchEvent(new Event('change'));
    },
    name, content.toString('base64'),
  );

/** Chooses a file, and waits for what is said of it. @param {Session} session @param {Buffer} content @param {string} said */
export async function importSet(session, content, said) {
  await chooseFile(session, 'towns.pack', content);
  await until(said, async () => (await saidOfImport(session)).includes(said));
}

/** The sets that the library lists. @param {Session} session @returns {Promise<Plumbline.SavedSet[]>} */
export const sets = (session) => session.browser.evaluate(() => chrome.runtime.sendMessage('sets'));

/** How many records are kept of all sets together. @param {Session} session @returns {Promise<number>} */
export const recordsOfSets = (session) =>
  session.browser.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('library');
        opening.onerror = reject;
        opening.onsuccess = () => {
          const counting = opening.result.transaction('parts').objectStore('parts').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
